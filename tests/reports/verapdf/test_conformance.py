"""Reports hold what they claim: PDF/UA-1 and PDF/A-2a, whatever people typed."""

import datetime
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from assessment.loading import QUESTIONNAIRES, load_library, parse_answers
from locales.words import words
from models.authored import LANGUAGES
from models.questionnaire import Library
from reports import pdf
from reports.document import Report
from reports.handout import Occasion, report_on
from reports.kinds import KINDS
from reports.paper import questionnaire_paper
from tests.reports import samples
from tests.reports.kinds import subjects
from tests.reports.verapdf.judging import Verdict, judge

_REPORTS = {
    "german.pdf": samples.calm("de"),
    "english.pdf": samples.calm("en"),
    "hostile-german.pdf": samples.hostile("de", samples.ENDLESS),
    "hostile-english.pdf": samples.hostile("en", samples.ENDLESS),
    "draft.pdf": replace(samples.calm(), draft_mark="Entwurf"),
    "bare.pdf": replace(samples.calm(), cover=None, contents_title=None, attachments=(), date=""),
}


_KINDS = {f"{kind}-{language}.pdf": (kind, language) for kind in KINDS for language in LANGUAGES}
"""Every kind of report in both languages, with hostile texts wherever a person can write."""
_HANDED_OUT = ("musterstadt.pdf", "talbrueck-quick-scan.pdf", "paper.pdf")


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], Verdict]:
    documents = {name: pdf.write(report) for name, report in (_REPORTS | _handed_out()).items()}
    for name, (kind, language) in _KINDS.items():
        documents[name] = pdf.write(subjects.report(kind, language, hostile=True))
    documents["untagged.pdf"] = _untagged(documents["german.pdf"])
    return judge(documents, tmp_path_factory.mktemp("verapdf"))


@pytest.mark.slow
@pytest.mark.parametrize("name", [*_REPORTS, *_HANDED_OUT, *_KINDS])
@pytest.mark.parametrize("standard", ["UA1", "A2A"])
def test_a_report_holds_what_it_claims(standard: str, name: str, verdicts: dict[tuple[str, str], Verdict]) -> None:
    assert verdicts[standard, name].broken == ()
    assert verdicts[standard, name].checks > (1_000 if name in _KINDS else 10_000)


@pytest.mark.slow
@pytest.mark.parametrize("standard", ["UA1", "A2A"])
def test_the_judge_is_awake(standard: str, verdicts: dict[tuple[str, str], Verdict]) -> None:
    assert verdicts[standard, "untagged.pdf"].broken != ()


def _handed_out() -> dict[str, Report]:
    """What a city gets: the reports on two example cities, and the quick scan on paper."""
    library = load_library(QUESTIONNAIRES)
    reports = [_example(name.removesuffix(".pdf"), library) for name in _HANDED_OUT[:2]]
    paper = questionnaire_paper(library.questionnaire("quick-scan"), words("en"))
    return dict(zip(_HANDED_OUT, (*reports, paper), strict=True))


def _example(name: str, library: Library) -> Report:
    path = QUESTIONNAIRES / "examples" / f"{name}.yaml"
    answers = parse_answers(path.read_bytes(), path.name, library)
    occasion = Occasion(datetime.date(2026, 1, 1))
    return report_on(library.questionnaire(answers.questionnaire), answers, words("de"), occasion)


def _untagged(data: bytes) -> bytes:
    """The same pages without their structure, which both standards refuse."""
    out = BytesIO()
    with pikepdf.open(BytesIO(data)) as opened:
        del opened.Root.StructTreeRoot
        opened.save(out)
    return out.getvalue()
