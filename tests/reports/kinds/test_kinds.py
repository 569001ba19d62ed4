"""The kinds of report: what each needs, holds and keeps to itself."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from models.authored import LANGUAGES, Language
from models.facts import REPORT_VERSIONS
from reports import kinds
from reports.charts import Tree
from reports.content.case import Case, Context
from reports.document import Heading, Paragraph, Report
from reports.forms import write
from reports.kinds import KINDS, Subject
from tests.reports.content.looking import blocks, charts, links, plain, texts
from tests.reports.kinds import subjects

_OF_A_CITY = ("full", "mayor", "council", "two-dates")
_FIGURE_OF_MATURITY = re.compile(r"(Reifegrad|[Mm]aturity level|Grad|[Ll]evel) \d|\d,\d|\d\.\d(?!\.)")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_can_be_made_in_both_languages(kind: str, language: Language) -> None:
    report = subjects.report(kind, language)
    assert report.language == language
    assert report.sections


def test_a_kind_that_lacks_something_says_what() -> None:
    bare = replace(subjects.assessment("en"), context=Context())
    assert kinds.missing(KINDS["two-dates"], bare) == ("earlier",)
    with pytest.raises(ValueError, match="earlier"):
        kinds.report(KINDS["two-dates"], bare)


def test_each_subject_has_kinds_of_its_own() -> None:
    assert _possible(subjects.scan("en")) == ["quick-scan"]
    assert _possible(subjects.cohort("en")) == ["cohort"]
    assert "two-dates" not in _possible(replace(subjects.assessment("en"), context=Context()))


def _possible(subject: Subject) -> list[str]:
    return [kind.id for kind in KINDS.values() if not kinds.missing(kind, subject)]


def test_mayor_and_council_get_the_public_version_where_nobody_chooses() -> None:
    assert {kind: KINDS[kind].version for kind in ("mayor", "council", "full")} == {
        "mayor": "public",
        "council": "public",
        "full": "internal",
    }


@pytest.mark.parametrize("kind", _OF_A_CITY)
@pytest.mark.parametrize(
    "secret",
    ["PEA.2", "Frau Geheim", "Streit im Amt", "Erika Musterfrau", "Max Mustermann", "Reisen nur mit", "Reiseregel"],
)
def test_a_public_version_of_any_kind_holds_nothing_confidential(kind: str, secret: str) -> None:
    report = subjects.report(kind, "de", version="public")
    assert not [each for each in [*texts(report), _inside(report)] if secret in each]


def _inside(report: Report) -> str:
    """The inputs that travel along. Which processes are left out has to be in them; what was said of them must not."""
    content = json.loads(report.attachments[0].data)
    content["report"].pop("hidden")
    return json.dumps(content, ensure_ascii=False)


@pytest.mark.parametrize("kind", _OF_A_CITY)
def test_a_version_for_the_consultant_names_nobody_and_keeps_the_notes(kind: str) -> None:
    report = subjects.report(kind, "de", version="consultant")
    assert not [each for each in texts(report) if "Erika Musterfrau" in each]
    assert b'"note"' in report.attachments[0].data


def test_a_hidden_process_cannot_be_worked_out_from_the_means_of_an_earlier_date() -> None:
    case = subjects.assessment("de", version="public")
    shown = kinds.in_version(case)
    assert isinstance(shown, Case)
    assert shown.context.earlier is not None
    assert shown.context.earlier.profile.dimensions["PEA"].low is None


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("version", REPORT_VERSIONS)
def test_no_figure_of_maturity_stands_in_a_title_on_a_cover_or_in_a_first_sentence(
    kind: str, language: Language, version: str
) -> None:
    report = subjects.report(kind, language, version=version)  # type: ignore[arg-type]
    assert [each for each in _first_words(report) if _FIGURE_OF_MATURITY.search(each)] == []


def _first_words(report: Report) -> Iterator[str]:
    yield from (report.title, report.subject)
    if report.cover is not None:
        yield from (report.cover.kicker, report.cover.title, report.cover.subtitle)
    yield next(each.text for each in blocks(report) if isinstance(each, Heading))
    leads = [plain(each.content) for each in blocks(report) if isinstance(each, Paragraph) and each.role == "lead"]
    yield from (re.split(r"(?<=[.!?]) ", each)[0] for each in leads[:1])


def test_the_two_pages_for_the_mayor_keep_their_order() -> None:
    said = "\n".join(texts(subjects.report("mayor", "de")))
    order = [
        "aufbauen",
        "Netzdiagramm",
        "Was gut ist",
        "Wo am meisten",
        "Was zu entscheiden",
        "Wenn nichts geschieht",
        "Wer dies sehen",
    ]
    places = [said.index(each) for each in order]
    assert places == sorted(places)


def test_a_decision_names_euros_posts_funding_and_date() -> None:
    said = texts(subjects.report("mayor", "de"))
    assert {"12.000 Euro einmalig, 3.500 Euro jährlich", "0,50", "30.09.2026"} <= set(said)
    assert any("Land, Förderprogramm Europa" in each for each in said)


def test_what_nobody_stated_is_marked_and_never_guessed() -> None:
    bare = replace(subjects.assessment("de", version="public"), context=Context())
    said = texts(kinds.report(KINDS["mayor"], bare))
    assert said.count("noch offen") == 4 * 3


def test_the_council_paper_says_what_councils_expect() -> None:
    heads = [each.text for each in blocks(subjects.report("council", "de")) if isinstance(each, Heading)]
    assert heads[1:] == [
        "Beschlussvorschlag",
        "Begründung",
        "Finanzielle Auswirkungen",
        "Personelle Auswirkungen",
        "Anlagen",
    ]


def test_the_council_paper_can_be_pasted_as_text() -> None:
    said = write(subjects.report("council", "de"), "txt").decode()
    assert "1. Der Rat nimmt das Ergebnis" in said
    assert "einmalig 12.000 Euro und jährlich 3.500 Euro" in said


def test_without_a_published_edition_no_page_compares() -> None:
    bare = replace(subjects.assessment("de"), context=Context())
    assert "comparison" not in [each.id for each in kinds.report(KINDS["full"], bare).sections]


def test_with_a_published_edition_the_full_report_compares_in_words_without_ranks() -> None:
    report = subjects.report("full", "de")
    assert "comparison" in [each.id for each in report.sections]
    assert any("mittleren Hälfte" in each for each in texts(report))


@pytest.mark.parametrize("kind", ["full", "cohort"])
def test_no_member_of_the_group_and_no_hidden_figure_leaks(kind: str) -> None:
    report = subjects.report(kind, "de")
    inside = b"".join(each.data for each in report.attachments).decode()
    assert not [each for each in [*texts(report), inside] if "secret-city" in each or "digest-" in each]


def test_the_target_and_the_last_time_stand_in_the_radar() -> None:
    roles = {series.role for chart in charts(subjects.report("mayor", "de")) for series in getattr(chart, "series", ())}
    assert {"city", "target", "previous", "median"} <= roles


def test_a_comment_is_printed_as_such() -> None:
    assert "Kommentar: Kommentar der Beratung" in texts(subjects.report("full", "de"))


def test_a_comment_on_a_dimension_that_loses_a_process_is_not_public() -> None:
    assert any("zu PEA.2" in each for each in texts(subjects.report("full", "de")))
    assert not any("zu PEA.2" in each for each in texts(subjects.report("full", "de", version="public")))


@pytest.mark.parametrize("state", ["draft", "fact check", "confirmed"])
def test_what_is_not_released_says_so_on_every_page(state: str) -> None:
    case = subjects.assessment("de")
    report = kinds.report(KINDS["mayor"], replace(case, facts=replace(case.facts, state=state)))  # type: ignore[arg-type]
    assert report.draft_mark


@pytest.mark.parametrize("kind", KINDS)
def test_every_part_of_a_report_can_stand_alone(kind: str) -> None:
    for part in kinds.parts_of(KINDS[kind], subjects.subject(kind, "de")):
        alone = kinds.report(KINDS[kind], subjects.subject(kind, "de"), [part.id])
        assert [each.id for each in alone.sections] == [part.id]
        assert write(alone, "pdf").startswith(b"%PDF")


def test_links_to_parts_that_were_not_chosen_become_text() -> None:
    alone = kinds.report(KINDS["full"], subjects.subject("full", "de"), ["summary"])
    assert links(alone) == set()


def test_a_report_without_any_part_is_refused() -> None:
    with pytest.raises(ValueError, match="nothing-such"):
        kinds.report(KINDS["full"], subjects.subject("full", "de"), ["nothing-such"])


def test_the_trees_are_there_for_those_who_ask_for_them() -> None:
    subject = subjects.subject("full", "de")
    assert [each.id for each in kinds.parts_of(KINDS["full"], subject) if not each.usual] == ["trees"]
    assert "trees" not in [each.id for each in subjects.report("full", "de").sections]
    chosen = kinds.report(KINDS["full"], subject, ["why", "trees"])
    assert [each.id for each in chosen.sections] == ["why", "trees"]
    assert any(isinstance(each, Tree) for each in charts(chosen))


def test_the_reasons_write_the_id_of_an_attribute_as_the_rest_of_the_report_does() -> None:
    shown = kinds.report(KINDS["full"], subjects.subject("full", "de"), ["why", "trees"])
    assert [each for each in texts(shown) if "PA 1.1 " in each]
    assert not [each for each in texts(shown) if re.search(r"PA\d", each)]


def test_no_tree_for_everybody_is_about_a_maturity_that_is_not_shown() -> None:
    subject = subjects.subject("full", "en", version="public")
    said = texts(kinds.report(KINDS["full"], subject, ["trees"]))
    assert said
    assert not [each for each in said if "Maturity of the city" in each]


@pytest.mark.parametrize("said", ["Only for the mayor", "Only for the mayor."])
def test_who_may_see_the_two_pages_is_one_sentence_however_it_was_written(said: str) -> None:
    subject = subjects.assessment("en", version="public")
    owned = replace(subject, facts=replace(subject.facts, confidentiality=said))
    assert [each for each in texts(kinds.report(KINDS["mayor"], owned)) if "Only for the mayor. The result" in each]


@pytest.mark.parametrize("secret", ["PEA.2", "Kein Beschluss", "Streit im Amt"])
def test_trees_for_everybody_hold_nothing_confidential(secret: str) -> None:
    shown = kinds.report(KINDS["full"], subjects.subject("full", "de", version="public"), ["trees"])
    assert not [each for each in texts(shown) if secret in each]


def test_a_version_for_the_consultant_names_nobody_who_answers_for_a_measure() -> None:
    report = subjects.report("full", "de", version="consultant")
    assert not [each for each in [*texts(report), _inside(report)] if "Frau Geheim" in each]
