"""`benchmark`: a folder of answers becomes an edition that is published once, kept, and gives no city away."""

import datetime
import json
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from zipfile import ZipFile

import pypdfium2
import pytest

from models.assessment import City
from models.people import Account
from models.room import Room, RoomCity, Seat
from store.accounts import SqlAccounts
from store.database import Database, file_url, open_database
from store.migration import migrate
from store.room_seats import SqlSeats
from store.rooms import SqlRooms, erase_contributions
from tests.cli.conftest import EXAMPLES, NOW, Run, database_of

_ROOM = Room("room", "Workshop", "urban-diplomacy-quick-scan", "1.0.0", (), "ABCDEF", "en", NOW, NOW, opened_by="anna")


@contextmanager
def _installation(folder: Path) -> Iterator[Database]:
    """The database of the app beside which commands run."""
    path = database_of(folder)
    path.parent.mkdir(exist_ok=True)
    migrate(file_url(path), NOW)
    with closing(open_database(file_url(path))) as database:
        yield database


CITY = """\
questionnaire: urban-diplomacy
version: "1.0.0"
city: {city}
scope: [GOV.1]
highest_level: {highest}
ratings:
  GOV.1.O1: {letter}
  GOV.1.O2: {letter}
  GOV.1.O3: {letter}
  GOV.1.O4: {letter}
"""
LEVEL_TWO = "".join(
    f"  GOV.1.GP2.{group}.{number}: F\n" for group, last in ((1, 6), (2, 4)) for number in range(1, last + 1)
)


def city(folder: Path, name: str, level: int, highest: int = 2) -> None:
    """Writes the answers of a city whose one process is at this level."""
    text = CITY.format(city=name, letter="N" if level == 0 else "F", highest=highest)
    text += LEVEL_TWO if level == 2 else LEVEL_TWO.replace(": F", ": N") if highest == 2 else ""
    (folder / f"{name}.yaml").write_text(text, encoding="utf-8")


@pytest.fixture
def cities(tmp_path: Path) -> Path:
    """A folder with twelve cities at levels 0, 1 and 2."""
    folder = tmp_path / "cities"
    folder.mkdir()
    for number in range(12):
        city(folder, f"city{number}", number % 3)
    return folder


def test_a_folder_becomes_an_edition_with_its_figures(run: Run, cities: Path) -> None:
    edition = run("benchmark", cities, "--json").json
    assert edition["cities"] == 12
    assert edition["shown"]["GOV.1"] == {
        "count": 12,
        "mean": 1.0,
        "median": 1.0,
        "quartiles": [0.0, 2.0],
        "shares": [65, 35],
    }


def test_the_register_is_kept_beside_the_answers(run: Run, cities: Path) -> None:
    run("benchmark", cities)
    assert [each["cohort"] for each in json.loads((cities / "editions.json").read_text())["editions"]] == ["cities"]


def test_a_preview_says_what_would_be_shown_and_publishes_nothing(run: Run, cities: Path) -> None:
    edition = run("benchmark", cities, "--preview", "--json").json
    assert (edition["shown"]["GOV.1"], edition["edition"]) == (None, None)
    assert not (cities / "editions.json").exists()


def test_one_city_that_changed_is_not_shown_beside_the_earlier_edition(run: Run, cities: Path) -> None:
    run("benchmark", cities)
    city(cities, "city1", 2)
    edition = run("benchmark", cities, "--json").json
    assert edition["hidden"]["GOV.1"] == "Fewer than 3 cities left or joined since an earlier edition."


def test_the_same_answers_can_be_published_again(run: Run, cities: Path) -> None:
    first = run("benchmark", cities, "--json").json
    assert run("benchmark", cities, "--json").json["shown"] == first["shown"]


def test_who_was_asked_otherwise_is_named_and_not_counted(run: Run, cities: Path) -> None:
    city(cities, "odd", 1, highest=1)
    edition = run("benchmark", cities, "--json").json
    assert [each["city"] for each in edition["not_counted"]] == ["odd"]
    assert edition["cities"] == 12


def test_people_read_a_table_and_the_reasons(run: Run, cities: Path) -> None:
    told = run("benchmark", cities).out
    assert "GOV.1 Mandate and shared understanding  12      1.0   1.0     0.0 – 2.0  65 % / 35 %" in told


@pytest.mark.parametrize("content", ["", "[]", '{"key": "x"}'])
def test_a_damaged_register_is_refused_and_stays(content: str, run: Run, cities: Path) -> None:
    (cities / "editions.json").write_text(content)
    assert run("benchmark", cities).code == 1
    assert (cities / "editions.json").read_text() == content


def test_a_register_about_other_questions_is_refused(run: Run, cities: Path, tmp_path: Path) -> None:
    register = tmp_path / "network.json"
    run("benchmark", cities, "--editions", register)
    outcome = run("benchmark", cities, "--editions", register, "--method", "lowest", "--json")
    assert outcome.code == 1
    assert outcome.json["problems"][0]["found"] == "This register is about answers that were asked otherwise"


def test_answers_with_problems_stop_it(run: Run, cities: Path) -> None:
    (cities / "broken.yaml").write_text("questionnaire: nothing\n")
    assert run("benchmark", cities).code == 1
    assert not (cities / "editions.json").exists()


def test_a_folder_without_assessments_is_misuse(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "scans"
    folder.mkdir()
    (folder / "scan.yaml").write_bytes((EXAMPLES / "talbrueck-quick-scan.yaml").read_bytes())
    assert run("benchmark", folder).code == 2


def test_no_figure_leaves_where_the_register_cannot_be_kept(run: Run, cities: Path, tmp_path: Path) -> None:
    workbook = tmp_path / "figures.xlsx"
    outcome = run("benchmark", cities, "--editions", tmp_path / "gone" / "editions.json", "-o", workbook)
    assert outcome.code == 1
    assert "12" not in outcome.out
    assert not workbook.exists()


def test_a_city_with_two_files_is_named_and_not_counted_however_it_is_written(run: Run, cities: Path) -> None:
    city(cities, "CITY1", 2)
    edition = run("benchmark", cities, "--preview", "--json").json
    assert [each["why"] for each in edition["not_counted"]] == [
        "It has more than one file in this folder. Leave the one that is to count."
    ]
    assert edition["cities"] == 11


def test_where_no_figure_may_be_shown_the_reason_stands_once_and_nothing_is_kept(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "three"
    folder.mkdir()
    for number in range(3):
        city(folder, f"city{number}", number)
    outcome = run("benchmark", folder, "-o", tmp_path / "figures.xlsx")
    assert (outcome.code, outcome.out.count("Fewer than 5 cities")) == (0, 1)
    assert "Nothing was published" in outcome.out
    assert [each.suffix for each in folder.iterdir()] == [".yaml"] * 3
    assert not (tmp_path / "figures.xlsx").exists()


def test_people_are_told_what_was_published_and_where_it_is_kept(run: Run, cities: Path, tmp_path: Path) -> None:
    told = run("benchmark", cities, "-o", tmp_path / "figures.xlsx").out
    assert f"kept in {cities / 'editions.json'}" in told
    assert f"Written: {tmp_path / 'figures.xlsx'}" in told


def test_cities_that_open_answers_leave_out_of_a_figure_are_explained(run: Run, cities: Path) -> None:
    for path in cities.glob("*.yaml"):
        path.write_text(path.read_text().replace("scope: [GOV.1]", "scope: [GOV.1, GOV.2]"))
    assert "no open answer" in run("benchmark", cities, "--preview").out


@pytest.mark.parametrize("typed", ["City3", "Stadt  CITY3", "ci\u200bty3"])
@pytest.mark.parametrize("how", [(), ("--preview",)])
def test_a_city_of_the_installation_beside_is_refused_however_it_is_written(
    run: Run, cities: Path, tmp_path: Path, typed: str, how: tuple[str, ...]
) -> None:
    with _installation(tmp_path) as database:
        SqlAccounts(database).add_city(City("c1", typed))
    outcome = run("benchmark", cities, *how, "--json")
    assert (outcome.code, list(outcome.json)) == (1, ["problems"])
    assert outcome.json["problems"][0]["found"].endswith("live room of it: city3")
    assert not (cities / "editions.json").exists()


def test_invented_cities_are_counted_though_the_installation_keeps_them_too(
    run: Run, cities: Path, tmp_path: Path
) -> None:
    for path in cities.glob("*.yaml"):
        path.write_text(f"invented: true\n{path.read_text()}")
    with _installation(tmp_path) as database:
        SqlAccounts(database).add_city(City("c1", "City3"))
    assert run("benchmark", cities).code == 0


def test_a_city_that_was_in_a_live_room_is_refused_as_long_as_the_room_knows_of_it(
    run: Run, cities: Path, tmp_path: Path
) -> None:
    with _installation(tmp_path) as database:
        SqlAccounts(database).add_first(Account("anna", "anna", None, NOW), "hash")
        SqlRooms(database).add(_ROOM)
        SqlSeats(database).arrive(Seat("phone", _ROOM.id, NOW))
        SqlSeats(database).found("phone", RoomCity("r1", _ROOM.id, "city7", "ABCDE", NOW))
    assert "live room of it: city7" in run("benchmark", cities).err
    with _installation(tmp_path) as database:
        erase_contributions(database, NOW + datetime.timedelta(days=31))
    assert run("benchmark", cities).code == 0


def test_a_database_that_cannot_be_asked_lets_nothing_out(run: Run, cities: Path, tmp_path: Path) -> None:
    database_of(tmp_path).parent.mkdir()
    database_of(tmp_path).write_bytes(b"")
    outcome = run("benchmark", cities, "--json")
    assert (outcome.code, list(outcome.json)) == (1, ["problems"])
    assert outcome.json["problems"][0]["found"] == "The database is not of this version"


def test_other_cities_of_an_installation_stand_in_nobodys_way(run: Run, cities: Path, tmp_path: Path) -> None:
    with _installation(tmp_path) as database:
        SqlAccounts(database).add_city(City("c1", "Aue"))
    assert run("benchmark", cities).code == 0


def test_the_report_on_the_group_is_written_in_the_form_that_its_ending_names_and_verify_says_why_it_cannot_check_it(
    run: Run, cities: Path, tmp_path: Path
) -> None:
    for form in ("docx", "pdf"):
        assert run("benchmark", cities, "-o", tmp_path / f"group.{form}").code == 0
        assert (tmp_path / f"group.{form}").stat().st_size > 10_000
    assert run("benchmark", cities, "-o", tmp_path / "group.txt").code == 2
    for language, told in (("en", "This is a report on a group"), ("de", "Das ist ein Bericht über eine Gruppe")):
        verified = run("verify", tmp_path / "group.pdf", language=language)
        assert verified.code == 1
        assert told in verified.err
        assert "published.json" in verified.err


def test_a_group_with_invented_cities_says_so_in_every_form(run: Run, cities: Path, tmp_path: Path) -> None:
    made_up = cities / "city0.yaml"
    made_up.write_text(made_up.read_text(encoding="utf-8") + "invented: true\n", encoding="utf-8")
    said = []
    for number, form in enumerate(("pdf", "docx", "xlsx")):
        path = tmp_path / f"group.{form}"
        register = tmp_path / f"{number}.json"
        told = run("benchmark", cities, "--editions", register, "-o", path, "--language", "en").out
        said.append(("Invented example" in told, "Invented example" in _all_text(path)))
    assert said == [(True, True)] * 3
    assert run("benchmark", cities, "--json").json["invented"] is True


def test_a_group_of_real_cities_is_not_called_invented(run: Run, cities: Path, tmp_path: Path) -> None:
    told = run("benchmark", cities, "-o", tmp_path / "group.pdf", "--language", "en").out
    assert "nvented" not in told + _all_text(tmp_path / "group.pdf")


def _all_text(path: Path) -> str:
    if path.suffix == ".pdf":
        document = pypdfium2.PdfDocument(path)
        try:
            return "".join(page.get_textpage().get_text_range() for page in document)
        finally:
            document.close()
    with ZipFile(path) as archive:
        return "".join(archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml"))
