"""`report`: what the command line adds to the report itself."""

from pathlib import Path

import pypdfium2
import pytest

from reports.batch import bundle
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


BEFORE = "questionnaire: urban-diplomacy\nversion: '1.0.0'\ncity: Musterstadt\ninvented: true\nscope: [GOV.1]\n"


@pytest.fixture
def years(tmp_path: Path) -> tuple[Path, Path]:
    """The same city in two earlier years, in which everything was weaker."""
    paths = tmp_path / "2020.yaml", tmp_path / "2022.yaml"
    for path, letter in zip(paths, "NP", strict=True):
        ratings = [f"  GOV.1.O{number}: {letter}\n" for number in range(1, 4)]
        path.write_text(f"{BEFORE}date: {path.stem}-03-01\nratings:\n{''.join(ratings)}")
    return paths


def test_a_report_draws_the_trend_over_all_earlier_answers_and_compares_with_the_last(
    run: Run, tmp_path: Path, years: tuple[Path, Path]
) -> None:
    for order in (years, years[::-1]):
        options = [part for path in order for part in ("--earlier", str(path))]
        text = _report(run, tmp_path / "trend.pdf", "--language", "en", *options)
        assert "How the city changed over the years" in text
        assert "Mar 2020" in text
        both = _report(run, tmp_path / "two.pdf", "--language", "en", "--kind", "two-dates", *options)
        assert "1 March 2022" in both
        assert "2020" not in both
    assert run("verify", tmp_path / "trend.pdf").code == 0


@pytest.mark.parametrize(
    ("line", "instead", "told"),
    [
        ("city: Musterstadt", "city: Elsewhere", "is about another city: Elsewhere"),
        ("date: 2020-03-01", "", "names no date"),
        ("date: 2020-03-01", "date: 2099-01-01", "which is not before"),
    ],
)
def test_what_is_not_earlier_or_not_the_same_city_is_refused(
    run: Run, years: tuple[Path, Path], line: str, instead: str, told: str
) -> None:
    first, output = years[0], years[0].parent / "x.pdf"
    first.write_text(first.read_text().replace(line, instead))
    refused = run("report", "--answers", MUSTERSTADT, "-o", output, "--earlier", first)
    assert refused.code == 2
    assert told in " ".join(refused.err.split())
    assert not output.exists()


def test_what_a_batch_could_not_make_is_told_by_row_and_city_with_what_to_do(run: Run, tmp_path: Path) -> None:
    cities, book, out = tmp_path / "cities", tmp_path / "book.xlsx", tmp_path / "out.zip"
    cities.mkdir()
    (cities / "one.yaml").write_bytes(MUSTERSTADT.read_bytes())
    assert run("report", "--answers", cities, "--batch-template", "-o", book).code == 0
    batch = ("report", "--answers", cities, "--batch", book, "-o", out, "--seconds", "0.01")
    failed = run(*batch)
    assert failed.code == 1
    assert failed.err.startswith("Row 2, Musterstadt, musterstadt-full-de.pdf: It took longer than 0.01 seconds")
    assert "--seconds N" in failed.err
    (told,) = run(*batch, "--json").json["failed"]
    assert (told["row"], told["city"], told["result"], told["incident"]) == (2, "Musterstadt", "too long", None)


def test_what_is_ours_to_mend_gets_a_number_and_one_line_without_a_trace(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cities, book, out = tmp_path / "cities", tmp_path / "book.xlsx", tmp_path / "out.zip"
    cities.mkdir()
    (cities / "one.yaml").write_bytes(MUSTERSTADT.read_bytes())
    assert run("report", "--answers", cities, "--batch-template", "-o", book).code == 0
    monkeypatch.setattr(bundle, "as_text", lambda _order: 1 // 0)
    failed = run("report", "--answers", cities, "--batch", book, "-o", out)
    row, line = failed.err.splitlines()
    number = row.rstrip(".").rpartition(" ")[2]
    assert "Something broke on our side" in row
    assert line.startswith(f"Incident {number}: ZeroDivisionError, ")
    assert "Traceback" not in failed.err
