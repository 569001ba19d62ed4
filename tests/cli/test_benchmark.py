"""`benchmark`: a folder of answers becomes an edition that is published once, kept, and gives no city away."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import EXAMPLES, Run

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
