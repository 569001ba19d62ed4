"""Years later anybody can see where a figure came from, and whether it is still the one that was printed."""

import datetime
import json
import zlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from functools import cache
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Operator

from assessment.scoring import score
from locales.words import words
from models.authored import Language
from models.benchmark import Edition, Figures, Publication
from models.branding import Branding
from models.facts import REPORT_VERSIONS, ReportVersion
from models.measures import Means, Measure
from models.path import ProfileTarget
from models.problem import InputRefused
from models.profile import Profile
from reports import docx, pdf
from reports.content.case import Aim, Context, Earlier
from reports.document import Report
from reports.handout import Occasion, case_on
from reports.kinds import KINDS, report
from reports.logos import read_logo
from reports.provenance.checking import Verdict, check
from reports.provenance.inputs import INPUTS, branded
from tests.reports.handed_out import answers, library
from tests.reports.kinds import subjects
from tests.reports.test_branding import picture

DAY = datetime.date(2026, 1, 1)
MEANS = Means(Decimal("2.5"), euros_once=4000)
MEASURE = Measure("m1", "c", "Beirat einrichten", "GOV.1", level=2, owner="Amt 13", means=MEANS, note="x")
FIGURES = Figures(12, Fraction(7, 3), Fraction(2), (Fraction(1), Fraction(3)))
EDITION = Edition(
    "e1",
    "Nordstädte",
    "1",
    frozenset({("geheime Stadt", "d"), ("e", "f")}),
    (Publication("GOV", frozenset({("geheime Stadt", "d")}), FIGURES),),
    (),
)


def company() -> Context:
    """One of everything that may stand beside a result."""
    before = answers("musterstadt")
    result = score(library().questionnaire(before.questionnaire), before)
    assert isinstance(result, Profile)
    beside = subjects.assessment("de").context
    return Context(
        aim=Aim("Ziel 3", ProfileTarget({"GOV.1": 3, "PEA.1": 2})),
        earlier=Earlier("Runde 1", datetime.date(2025, 1, 1), result),
        course=beside.course,
        outside=beside.outside,
        edition=EDITION,
        group="Nordstädte",
        measures=(MEASURE,),
        comments={"summary": "Ein Kommentar mit 17 Punkten."},
        authors={"summary": "Carla 3"},
    )


def made(
    name: str = "musterstadt",
    kind: str = "full",
    version: ReportVersion = "internal",
    language: Language = "de",
    *,
    context: Context = Context(),  # noqa: B008 - frozen
    sections: tuple[str, ...] | None = None,
) -> Report:
    """A report on an example city."""
    given = answers(name)
    asked = library().questionnaire(given.questionnaire)
    occasion = Occasion(DAY, "Titel 1", version)
    subject = case_on(asked, given, score(asked, given), words(language), occasion=occasion, context=context)
    return report(KINDS[kind], subject, sections)


@cache
def whole() -> bytes:
    """A full report on paper."""
    return pdf.write(made())


def checked(data: bytes) -> Verdict:
    """What the check says."""
    return check(data, "report.pdf", library())


def with_inputs(data: bytes, change: Callable[[dict[str, object]], None]) -> bytes:
    """The file with other inputs inside."""
    inputs = json.loads(pdf.read_attachment(data, INPUTS))
    change(inputs)
    with pikepdf.open(BytesIO(data)) as opened:
        (private,) = opened.Root.PieceInfo.Hanse.Private.values()
        stream = opened.make_stream(zlib.compress(json.dumps(inputs).encode()))
        stream.Filter = pikepdf.Name.FlateDecode
        private.Data = stream
        return saved(opened)


def saved(opened: pikepdf.Pdf) -> bytes:
    """The file as it is now."""
    out = BytesIO()
    opened.save(out)
    return out.getvalue()


def told(verdict: Verdict) -> str:
    """All problems as one text."""
    return "\n".join(map(str, verdict.problems))


@pytest.mark.parametrize("version", REPORT_VERSIONS)
@pytest.mark.parametrize("kind", ["full", "mayor", "council", "two-dates", "status"])
def test_every_kind_in_every_version_is_found_right(kind: str, version: ReportVersion) -> None:
    verdict = checked(pdf.write(made("birkenfurt", kind, version, "en", context=company())))
    assert told(verdict) == ""
    assert verdict.looks
    assert (verdict.kind, verdict.version) == (kind, version)


@pytest.mark.parametrize("kind", ["mayor", "two-dates", "status"])
def test_the_german_one_is_found_right_too(kind: str) -> None:
    assert told(checked(pdf.write(made("birkenfurt", kind, context=company())))) == ""


@pytest.mark.parametrize(("version", "language"), [("internal", "de"), ("public", "de"), ("consultant", "en")])
def test_a_quick_scan_is_found_right(version: ReportVersion, language: Language) -> None:
    assert told(checked(pdf.write(made("talbrueck-quick-scan", "quick-scan", version, language)))) == ""


def test_a_comment_is_printed_as_that_of_whoever_wrote_it_and_without_a_name_for_everybody() -> None:
    internal = str(made("birkenfurt", version="internal", context=company()).sections)
    public = str(made("birkenfurt", version="public", context=company()).sections)
    assert "Kommentar von Carla 3:" in internal
    assert "Ein Kommentar mit 17 Punkten." in public
    assert "Carla" not in public


@pytest.mark.parametrize(("version", "language"), [("internal", "de"), ("public", "en")])
def test_chosen_sections_and_a_look_with_a_figure_in_its_name_are_found_right(
    version: ReportVersion, language: Language
) -> None:
    parts = made(version=version, language=language, sections=("summary", "profile"))
    looked = branded(
        parts, Branding("Büro 24" * 17, read_logo(picture(), "l"), "#7A1F3D", "#9A4A00", "Haus 7", "Für 3")
    )
    assert told(checked(pdf.write(looked))) == ""


def figures_exchanged(data: bytes) -> bytes:
    """The file with two short printed figures of its fourth page in each other's place."""
    with pikepdf.open(BytesIO(data)) as opened:
        page = opened.pages[3]
        stream = pikepdf.parse_content_stream(page)
        shown = [number for number, each in enumerate(stream) if each.operator == Operator("Tj")]
        short = [number for number in shown if len(bytes(stream[number].operands[0])) == 2]
        first, second = next(
            (one, other)
            for one in short
            for other in short
            if bytes(stream[one].operands[0]) != bytes(stream[other].operands[0])
        )
        one, other = stream[first].operands, stream[second].operands
        stream[first] = pikepdf.ContentStreamInstruction(other, Operator("Tj"))
        stream[second] = pikepdf.ContentStreamInstruction(one, Operator("Tj"))
        page.Contents = opened.make_stream(pikepdf.unparse_content_stream(stream))
        return saved(opened)


def better_answers(inputs: dict[str, object]) -> None:
    """Makes one rating of the inputs the best."""
    ratings = inputs["answers"]["ratings"]  # type: ignore[index]
    key = next(key for key, said in ratings.items() if '"P"' in json.dumps(said))
    ratings[key] = "F"


def test_two_pages_with_somebodys_mark_are_found_right() -> None:
    looked = branded(made("birkenfurt", "mayor"), Branding("Büro 24" * 17, read_logo(picture(), "l"), "#7A1F3D"))
    assert told(checked(pdf.write(looked))) == ""


def test_a_changed_figure_is_found_and_named() -> None:
    verdict = checked(figures_exchanged(whole()))
    assert "Page 4, Zusammenfassung" in told(verdict)
    assert "Printed is" in told(verdict)
    assert "The inputs give" in told(verdict)


def test_changed_figures_and_changed_inputs_do_not_hide_each_other() -> None:
    verdict = checked(with_inputs(figures_exchanged(whole()), better_answers))
    assert "Page 4, Zusammenfassung" in told(verdict)
    assert "do not fit their own digest" in told(verdict)


def test_a_figure_that_was_painted_over_is_found() -> None:
    with pikepdf.open(BytesIO(whole())) as opened:
        opened.pages[4].contents_add(b"/Artifact BMC 1 1 1 rg 100 300 120 60 re f EMC")
        verdict = checked(saved(opened))
    assert [str(each.trail) for each in verdict.problems] == ["Page 5"]


def test_a_page_that_was_taken_out_is_found() -> None:
    with pikepdf.open(BytesIO(whole())) as opened:
        del opened.pages[6]
        assert checked(saved(opened)).problems


def test_changed_answers_are_found() -> None:
    verdict = checked(with_inputs(whole(), better_answers))
    assert "do not fit their own digest" in told(verdict)
    assert "Printed is" in told(verdict)


def test_changed_answers_are_found_even_where_their_digest_was_changed_too() -> None:
    def stranger(inputs: dict[str, object]) -> None:
        inputs["answers_digest"] = "0" * 64

    assert "Printed is" in told(checked(with_inputs(whole(), stranger)))


def test_inputs_of_another_report_are_found() -> None:
    other = json.loads(pdf.read_attachment(pdf.write(made("birkenfurt")), INPUTS))

    def exchanged(inputs: dict[str, object]) -> None:
        inputs.clear()
        inputs.update(other)

    assert len(checked(with_inputs(whole(), exchanged)).problems) > 20


@pytest.mark.parametrize(
    "change",
    [
        {"report": {}},
        {"report": None},
        {"answers": {"questionnaire": "urban-diplomacy"}},
        {"answers": []},
        {"questionnaire": {"id": "urban-diplomacy", "version": "1", "digest": "0"}},
        {"settings": {"framework": "x"}},
        {"branding": {"name": 1}},
        {"branding": {"name": "x", "logo": [10_000_000, 10_000_000]}},
    ],
)
def test_inputs_that_make_no_report_are_refused_in_a_sentence(change: Mapping[str, object]) -> None:
    tampered = with_inputs(whole(), lambda inputs: inputs.update(change))
    with pytest.raises(InputRefused):
        checked(tampered)


@pytest.mark.parametrize("data", [b"", b"text", b"%PDF-1.7\n", b"PK\x03\x04"])
def test_what_is_no_report_is_refused_in_a_sentence(data: bytes) -> None:
    with pytest.raises(InputRefused):
        checked(data)


def test_damaged_and_foreign_files_are_refused_in_a_sentence() -> None:
    foreign = pikepdf.new()
    foreign.add_blank_page()
    for data in (whole()[:-40_000], saved(foreign)):
        with pytest.raises(InputRefused):
            checked(data)


def test_a_docx_says_that_it_is_made_to_be_edited() -> None:
    with pytest.raises(InputRefused, match="can be edited"):
        checked(docx.write(made("birkenfurt", "council")))


def test_the_inputs_of_a_public_version_hold_nothing_confidential() -> None:
    given = answers("brueckenhafen")
    secret = {"note": "geheime Notiz", "evidence": ("geheimer Beleg",)}
    notes = {key: replace(each, **secret) for key, each in given.ratings.items()}  # type: ignore[arg-type]
    asked = library().questionnaire(given.questionnaire)
    hushed = replace(given, ratings=notes)
    occasion = Occasion(DAY, None, "public")
    case = case_on(asked, hushed, score(asked, hushed), words("de"), occasion=occasion, context=company())
    inside = pdf.read_attachment(pdf.write(report(KINDS["full"], case)), INPUTS).decode()
    assert [word for word in ("geheim", "Amt 13", '"PEA.1.O1"', '"PEA.2.O1"') if word in inside] == []
    assert '"PEA.1.O1"' in pdf.read_attachment(pdf.write(made("brueckenhafen")), INPUTS).decode(), "the control"
