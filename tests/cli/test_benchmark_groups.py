"""`benchmark --group-by`: one edition for each peer group of a fixed list, under the same rules; and the workbook."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.cli.conftest import Run
from tests.cli.test_benchmark import city


@pytest.fixture
def cities(tmp_path: Path) -> Path:
    """A folder with twenty cities: ten small ones in Germany, ten large ones in Canada."""
    folder = tmp_path / "cities"
    folder.mkdir()
    rows = ["city,population,country"]
    for number in range(20):
        city(folder, f"city{number}", number % 3)
        rows.append(f"city{number},{'10000,DE' if number < 10 else '2000000,CA'}")
    (folder / "cities.csv").write_text("\n".join(rows), encoding="utf-8")
    return folder


def test_each_peer_group_that_has_cities_gets_an_edition(run: Run, cities: Path) -> None:
    groups = run("benchmark", cities, "--group-by", "country", "--json").json["groups"]
    assert [(each["group"], each["cities"]) for each in groups] == [("country-german", 10), ("country-world", 10)]
    assert "GOV.1" in groups[0]["shown"]


def test_groups_that_share_their_cities_are_held_against_each_other(run: Run, cities: Path) -> None:
    groups = run("benchmark", cities, "--group-by", "size_class", "--json").json["groups"]
    assert [each["group"] for each in groups] == ["size-0", "size-1", "size-5", "size-6"]
    assert groups[0]["shown"] == groups[1]["shown"]


def test_a_group_that_leaves_out_too_few_shows_nothing(run: Run, cities: Path) -> None:
    for number in range(10, 18):
        (cities / f"city{number}.yaml").unlink()
    first, second = run("benchmark", cities, "--group-by", "country", "--json").json["groups"]
    assert (first["shown"], second["shown"]) == ({}, {})
    assert set(first["hidden"].values()) == {"The group leaves out fewer than 5 cities."}


def test_without_the_file_grouping_is_misuse(run: Run, cities: Path) -> None:
    (cities / "cities.csv").unlink()
    assert run("benchmark", cities, "--group-by", "country").code == 2


@pytest.mark.parametrize("line", ["city1,many,DE", "city1,5000,Germany", "city1,5000,", "city1,1e9,DE"])
def test_a_line_that_says_nothing_of_use_is_named(run: Run, cities: Path, line: str) -> None:
    (cities / "cities.csv").write_text(f"city,population,country\n{line}\n", encoding="utf-8")
    outcome = run("benchmark", cities, "--group-by", "country", "--json")
    assert outcome.code == 1
    assert outcome.json["problems"][0]["line"] == 2
    assert not (cities / "editions.json").exists()


def test_the_figures_go_into_a_workbook(run: Run, cities: Path, tmp_path: Path) -> None:
    path = tmp_path / "figures.xlsx"
    assert run("benchmark", cities, "-o", path).code == 0
    assert "GOV.1" in " ".join(str(cell.value) for sheet in load_workbook(path) for row in sheet.rows for cell in row)


def test_a_preview_has_nothing_to_write(run: Run, cities: Path, tmp_path: Path) -> None:
    assert run("benchmark", cities, "--preview", "-o", tmp_path / "figures.xlsx").code == 2
    assert not (tmp_path / "figures.xlsx").exists()
