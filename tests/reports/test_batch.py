"""A workbook orders the reports of many cities: checked as a whole first, then made one by one into an archive."""

import io
import shutil
import tracemalloc
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from assessment.loading import QUESTIONNAIRES
from locales.words import words
from models.message import say
from models.problem import InputRefused
from reports.batch.book import COLUMNS, Line, blank_book, name_problem, read_book
from reports.batch.bundle import FAILED, Made, bundle
from reports.batch.folder import Folder
from reports.batch.planning import Plan, Unfit, plan
from reports.order import Order
from reports.printing.press import Pool
from tests.reports.handed_out import library
from tests.reports.test_branding import picture
from tests.reports.test_printing import odd

__all__ = ["odd"]

EXAMPLES = QUESTIONNAIRES / "examples"


@pytest.fixture
def cities(tmp_path: Path) -> Path:
    """A folder with the answers of two cities, and a logo."""
    folder = tmp_path / "cities"
    folder.mkdir()
    for name in ("talbrueck-quick-scan", "birkenfurt"):
        shutil.copy(EXAMPLES / f"{name}.yaml", folder)
    (folder / "logo.png").write_bytes(picture())
    return folder


def source(folder: Path) -> Folder:
    """The folder as a source of answers."""
    return Folder(folder, library(), "2026-01-01", "de")


def names(folder: Path) -> list[str]:
    """The cities in it."""
    return [line.city for line in source(folder).lines()]


def planned(folder: Path, *rows: Mapping[str, str]) -> Plan:
    """The plan of a workbook with these rows."""
    book = read_book(blank_book([Line(0, **row) for row in rows], words("de")), "book.xlsx")
    return plan(book, source(folder), library())


def made(work: Plan) -> tuple[Made, dict[str, bytes]]:
    """What came of it, and what is in the archive."""
    out = io.BytesIO()
    done = bundle(work, Pool(QUESTIONNAIRES), out, words("de"))
    with zipfile.ZipFile(out) as archive:
        return done, {name: archive.read(name) for name in archive.namelist()}


def test_the_template_comes_back_as_it_was_written(cities: Path) -> None:
    lines = [Line(2, "=1+1", "mayor", "pdf", "en", "public", "solid", "summary", "logo.png", "", "Bericht 1")]
    assert read_book(blank_book(lines, words("de")), "b.xlsx").lines == tuple(lines)
    sheet = openpyxl.load_workbook(io.BytesIO(blank_book(source(cities).lines(), words("en")))).worksheets[0]
    assert tuple(cell.value for cell in sheet[1]) == COLUMNS
    offered = {str(each.sqref)[0]: each.formula1 for each in sheet.data_validations.dataValidation}
    assert (offered["D"], "two-dates" in offered["B"]) == ('"de,en"', True)
    assert sheet.max_row == 3


def test_a_batch_is_an_archive_of_reports_that_is_always_the_same(cities: Path) -> None:
    town, scan = names(cities)
    rows = ({"city": town, "kind": "mayor", "logo": "logo.png"}, {"city": scan, "language": "en", "file": "Nr. 2"})
    done, inside = made(planned(cities, *rows))
    assert (done.done, done.failures) == (2, ())
    assert list(inside)[1] == "Nr. 2.pdf"
    assert all(data.startswith(b"%PDF") for data in inside.values())
    assert made(planned(cities, *rows))[1] == inside


def test_new_answers_of_one_city_leave_the_others_byte_for_byte(cities: Path) -> None:
    town, scan = names(cities)
    rows = ({"city": town, "kind": "council", "format": "pdf"}, {"city": scan})
    _, before = made(planned(cities, *rows))
    path = cities / "birkenfurt.yaml"
    path.write_text(path.read_text().replace("rating: P", "rating: F"))
    _, after = made(planned(cities, *rows))
    first, second = before
    assert before[first] != after[first]
    assert before[second] == after[second]


def test_all_problems_are_said_at_once_by_sheet_and_cell(cities: Path) -> None:
    town, scan = names(cities)
    rows = (
        {"city": "Nirgendwo"},
        {"city": town, "kind": "poem"},
        {"city": scan, "kind": "mayor"},
        {"city": town, "language": "fr"},
        {"city": town, "target": "moon"},
        {"city": town, "sections": "summary, nowhere"},
        {"city": town, "logo": "../../etc/passwd"},
        {"city": town, "file": "../x"},
        {"city": town, "kind": "council", "format": "xlsx "},
        {"city": town, "file": "twice"},
        {"city": town, "file": "TWICE"},
        {"city": town, "edition": "E1"},
    )
    with pytest.raises(InputRefused) as refused:
        planned(cities, *rows)
    told = [(each.place.sheet, each.place.cell) for each in refused.value.problems]
    assert {cell for _, cell in told} == {"A2", "B3", "B4", "D5", "F6", "G7", "H8", "J9", "C10", "J12", "I13"}
    assert {sheet for sheet, _ in told} == {"reports"}


@pytest.mark.parametrize(
    "name",
    ["../x", "/x", "a/b", "a\\b", "..", ".x", "", "x.", "CON", "nul.pdf", "a\0b", "a:b", "x" * 200, "-x"],
)
def test_no_name_can_lead_out_of_the_archive(name: str) -> None:
    assert name_problem(name) is not None


@pytest.mark.parametrize("name", ["Bericht", "Köln 2026", "Nr. 2", "a-b_c (1)"])
def test_usual_names_stay_as_they_are(name: str) -> None:
    assert name_problem(name) is None


def test_a_logo_that_is_a_link_to_elsewhere_is_refused(cities: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(picture())
    (cities / "link.png").symlink_to(tmp_path / "secret.png")
    with pytest.raises(InputRefused):
        planned(cities, {"city": names(cities)[0], "logo": "link.png"})


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"text"])
def test_what_is_no_workbook_is_refused(data: bytes) -> None:
    with pytest.raises(InputRefused):
        read_book(data, "b.xlsx")


def test_what_failed_stands_in_the_archive_with_its_reason(cities: Path, odd: Pool) -> None:
    town, _ = names(cities)
    work = planned(cities, {"city": town, "file": "one"}, {"city": town, "file": "two"})
    odd.command = (odd.command[0], "-c", "import time; time.sleep(60)")
    odd.seconds = 0.3
    out = io.BytesIO()
    done = bundle(work, odd, out, words("de"))
    assert (done.done, [each.name for each in done.failures]) == (0, ["one.pdf", "two.pdf"])
    with zipfile.ZipFile(out) as archive:
        assert archive.namelist() == [FAILED]
        assert town in archive.read(FAILED).decode()


class Withdrawn(Folder):
    """A folder from which the first city is taken away once everything is planned."""

    def order(self, line: Line) -> Order:
        if line.row == 2:
            raise Unfit("city", say("It is gone"), say("Expected is a city"))
        return super().order(line)


def test_a_city_that_is_withdrawn_meanwhile_stands_with_its_reason_and_the_others_are_made(
    cities: Path, echo: Pool
) -> None:
    town, scan = names(cities)
    work = planned(cities, {"city": town, "file": "one"}, {"city": scan, "file": "two"})
    out = io.BytesIO()
    done = bundle(replace(work, source=Withdrawn(cities, library(), "2026-01-01", "de")), echo, out, words("de"))
    assert (done.done, [(each.name, each.result) for each in done.failures]) == (1, [("one.pdf", "gone")])
    with zipfile.ZipFile(out) as archive:
        assert archive.namelist() == ["two.pdf", FAILED]
        assert "It is gone" in archive.read(FAILED).decode()


def test_what_is_kept_of_an_earlier_try_goes_into_the_archive_as_it_is(
    cities: Path, echo: Pool, tmp_path: Path
) -> None:
    kept, (town, scan) = tmp_path / "kept", names(cities)
    kept.mkdir()
    (kept / "two.pdf").write_bytes(b"before")
    work = planned(cities, {"city": town, "file": "one"}, {"city": scan, "file": "two"})
    out = io.BytesIO()
    assert bundle(work, echo, out, words("de"), kept=kept) == Made(2, ())
    with zipfile.ZipFile(out) as archive:
        assert {name: archive.read(name)[:6] for name in archive.namelist()} == {
            "one.pdf": b"xxxxxx",
            "two.pdf": b"before",
        }
    assert {each.name for each in kept.iterdir()} == {"one.pdf", "two.pdf"}


def test_whoever_calls_it_off_from_elsewhere_gets_no_further_report(cities: Path, echo: Pool) -> None:
    town, _ = names(cities)
    echo.called_off = lambda: True
    done = bundle(planned(cities, {"city": town, "file": "one"}), echo, io.BytesIO(), words("de"))
    assert [each.result for each in done.failures] == ["cancelled"]


@pytest.fixture
def echo(odd: Pool, tmp_path: Path) -> Pool:
    """Processes that write two million letters instead of a report."""
    big = tmp_path / "big.py"
    big.write_text(
        "import json, sys\nfor line in sys.stdin:\n wish = json.loads(line)\n"
        " open(wish['to'], 'wb').write(b'x' * 2_000_000)\n print(json.dumps({'result': 'done'}), flush=True)\n"
    )
    return Pool(odd.questionnaires, 2, 30, (odd.command[0], str(big)))


def test_memory_does_not_grow_with_the_number_of_reports(cities: Path, echo: Pool, tmp_path: Path) -> None:
    town, _ = names(cities)
    peaks = []
    for count in (4, 24):
        work = planned(cities, *({"city": town, "file": f"r{number}"} for number in range(count)))
        pool = Pool(echo.questionnaires, 2, 30, echo.command)
        tracemalloc.start()
        with (tmp_path / "out.zip").open("wb") as out:
            bundle(work, pool, out, words("de"))
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert (tmp_path / "out.zip").stat().st_size > 40_000_000
    assert peaks[1] < peaks[0] + 6_000_000
