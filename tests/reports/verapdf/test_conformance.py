"""Reports hold what they claim: PDF/UA-1 and PDF/A-2a, whatever people typed."""

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from reports import pdf
from tests.reports import samples
from tests.reports.verapdf.judging import Verdict, judge

_REPORTS = {
    "german.pdf": samples.calm("de"),
    "english.pdf": samples.calm("en"),
    "hostile-german.pdf": samples.hostile("de", samples.ENDLESS),
    "hostile-english.pdf": samples.hostile("en", samples.ENDLESS),
    "draft.pdf": replace(samples.calm(), draft_mark="Entwurf"),
    "bare.pdf": replace(samples.calm(), cover=None, contents_title=None, attachments=(), date=""),
}


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], Verdict]:
    documents = {name: pdf.write(report) for name, report in _REPORTS.items()}
    documents["untagged.pdf"] = _untagged(documents["german.pdf"])
    return judge(documents, tmp_path_factory.mktemp("verapdf"))


@pytest.mark.slow
@pytest.mark.parametrize("name", _REPORTS)
@pytest.mark.parametrize("standard", ["UA1", "A2A"])
def test_a_report_holds_what_it_claims(standard: str, name: str, verdicts: dict[tuple[str, str], Verdict]) -> None:
    assert verdicts[standard, name].broken == ()
    assert verdicts[standard, name].checks > 10_000


@pytest.mark.slow
@pytest.mark.parametrize("standard", ["UA1", "A2A"])
def test_the_judge_is_awake(standard: str, verdicts: dict[tuple[str, str], Verdict]) -> None:
    assert verdicts[standard, "untagged.pdf"].broken != ()


def _untagged(data: bytes) -> bytes:
    """The same pages without their structure, which both standards refuse."""
    out = BytesIO()
    with pikepdf.open(BytesIO(data)) as opened:
        del opened.Root.StructTreeRoot
        opened.save(out)
    return out.getvalue()
