"""`match` finds the cities of a folder that could learn from each other, with the code of the exchange finder."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

HEAD = "questionnaire: urban-diplomacy\nversion: 1.0.0\n"


def _file(folder: Path, city: str, level: str, process: str) -> None:
    answers = "\n".join(f"  {process}.O{number}: {level}" for number in range(1, 5))
    text = f"{HEAD}city: {city}\nscope: [{process}]\nhighest_level: 1\nratings:\n{answers}\n"
    (folder / f"{city}.yaml").write_text(text, encoding="utf-8")


@pytest.fixture
def cities(tmp_path: Path) -> Path:
    """A strong and a weak city, in a process and in a sensitive one."""
    _file(tmp_path, "Starkstadt", "F", "GOV.1")
    _file(tmp_path, "Schwachstadt", "N", "GOV.1")
    return tmp_path


def test_the_weak_city_hears_of_the_strong_one(run: Run, cities: Path) -> None:
    done = run("match", str(cities), "--city", "schwachstadt", "--json")
    assert done.code == 0
    (found,) = json.loads(done.out)["matches"]
    assert (found["city"], found["theirs"], found["ours"]) == ("Starkstadt", ["GOV.1"], [])
    assert found["told"] == "Strong in GOV.1, where you want to grow."


def test_people_read_it_in_words(run: Run, cities: Path) -> None:
    done = run("match", str(cities), "--city", "Starkstadt", "--language", "de")
    assert done.out.splitlines()[:2] == ["Schwachstadt", "  Sie sind stark in GOV.1, wo diese Stadt wachsen will."]


def test_sensitive_processes_are_named_only_on_wish(run: Run, tmp_path: Path) -> None:
    _file(tmp_path, "Starkstadt", "F", "PEA.1")
    _file(tmp_path, "Schwachstadt", "N", "PEA.1")
    asked = ("match", str(tmp_path), "--city", "Schwachstadt", "--language", "en")
    assert "No city of this folder is strong" in run(*asked).out
    assert "PEA.1" in run(*asked, "--sensitive").out


def test_a_city_without_answers_is_told_which_there_are(run: Run, cities: Path) -> None:
    done = run("match", str(cities), "--city", "Anderswo")
    assert done.code == 2
    assert "Starkstadt" in done.err
