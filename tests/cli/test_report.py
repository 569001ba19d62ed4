"""`report`: what the command line adds to the report itself."""

from pathlib import Path

import pypdfium2

from tests.cli.conftest import EXAMPLES, Run

MUSTERSTADT = EXAMPLES / "musterstadt.yaml"
NOTE = "Zwei Partnerstädte haben"


def test_the_report_is_in_the_language_of_the_answers_unless_another_is_asked_for(run: Run, tmp_path: Path) -> None:
    assert "Reifegrad" in _report(run, tmp_path / "de.pdf")
    assert "Maturity" in _report(run, tmp_path / "en.pdf", "--language", "en")


def test_the_public_version_leaves_out_notes(run: Run, tmp_path: Path) -> None:
    assert NOTE in _report(run, tmp_path / "internal.pdf")
    assert NOTE not in _report(run, tmp_path / "public.pdf", "--public")


def test_settings_of_the_command_line_are_used_and_printed(run: Run, tmp_path: Path) -> None:
    text = _report(run, tmp_path / "lowest.pdf", "--method", "lowest", "--language", "en")
    assert "the lowest rating counts" in text


def test_the_same_answers_give_the_same_file(run: Run, tmp_path: Path) -> None:
    scan = EXAMPLES / "talbrueck-quick-scan.yaml"
    for name in ("one.pdf", "two.pdf"):
        assert run("report", "--answers", scan, "-o", tmp_path / name).code == 0
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()


def _report(run: Run, path: Path, *options: str) -> str:
    assert run("report", "--answers", MUSTERSTADT, "-o", path, *options).code == 0
    document = pypdfium2.PdfDocument(path)
    try:
        text = "".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()
    return " ".join(text.replace("\ufffe", "").split())
