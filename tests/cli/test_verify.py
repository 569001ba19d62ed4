"""`verify` says whether a report is what its inputs give, to people and to programs."""

from pathlib import Path

import pikepdf
import pytest

from tests.cli.conftest import EXAMPLES, Run


@pytest.fixture
def report(run: Run, tmp_path: Path) -> Path:
    """A council paper as somebody hands it in."""
    path = tmp_path / "council.pdf"
    assert run("report", "--answers", EXAMPLES / "birkenfurt.yaml", "--kind", "council", "-o", path).code == 0
    return path


def test_a_report_as_it_was_written_is_verified(run: Run, report: Path) -> None:
    done = run("verify", report)
    assert done.code == 0
    assert "Every figure is the one that its inputs give" in done.out
    for_programs = run("verify", report, "--json").json
    assert (for_programs["verified"], for_programs["kind"], for_programs["version"]) == (True, "council", "public")


def test_a_changed_page_is_named_and_the_code_says_so(run: Run, report: Path, tmp_path: Path) -> None:
    changed = tmp_path / "changed.pdf"
    with pikepdf.open(report) as opened:
        opened.pages[0].contents_add(b"/Artifact BMC 0 0 0 rg 100 300 120 60 re f EMC")
        opened.save(changed)
    done = run("verify", changed)
    assert done.code == 1
    assert "Page 1" in done.err
    assert run("verify", changed, "--json").json["problems"][0]["path"] == "Page 1"


def test_what_cannot_be_checked_is_said_in_the_language_of_the_terminal(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "council.docx"
    assert run("report", "--answers", EXAMPLES / "birkenfurt.yaml", "--kind", "council", "-o", path).code == 0
    done = run("verify", path, language="de")
    assert done.code == 1
    assert "lässt sich bearbeiten" in done.err
