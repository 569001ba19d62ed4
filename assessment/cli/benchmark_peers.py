"""Peer groups of a folder: which city has which size and country, from `cities.csv` beside the answers."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from io import StringIO
from pathlib import Path

from assessment.benchmark import Wish
from assessment.benchmark.peers import ALL_CITIES, COUNTRIES, SIZES, PeerGroup, belongs
from assessment.cli.command import Misused
from assessment.cli.files import read_input
from models.city_profile import CityProfile
from models.message import Message, say
from models.problem import InputRefused, Place, Problem

CITIES = "cities.csv"
GROUPINGS: Mapping[str, Sequence[PeerGroup]] = {"size_class": SIZES, "country": COUNTRIES}


def wishes(whole: Wish, grouping: str | None, folder: Path) -> tuple[tuple[PeerGroup, Wish], ...]:
    """What to publish: everything in one edition, or one edition for each peer group that has cities.

    Raises:
        Misused: where the folder has no cities.csv.
        InputRefused: where that file cannot be read.
    """
    if grouping is None:
        return ((ALL_CITIES, whole),)
    known = read_cities(folder / CITIES)
    return tuple(_groups(whole, GROUPINGS[grouping], known))


def _groups(
    whole: Wish, groups: Sequence[PeerGroup], known: Mapping[str, CityProfile]
) -> Iterator[tuple[PeerGroup, Wish]]:
    for group in groups:
        mine = tuple(each for each in whole.profiles if belongs(known.get(each.contribution[0]), group))
        if mine:
            yield group, replace(whole, profiles=mine, left_over=len(whole.profiles) - len(mine))


def read_cities(path: Path) -> Mapping[str, CityProfile]:
    """Inhabitants and country by the name of the city. Raises as `wishes`."""
    if not path.exists():
        raise Misused(
            say("grouping needs {file} in the folder, with the columns city, population, country", file=CITIES)
        )
    text = read_input(path).decode("utf-8-sig", errors="replace")
    rows = csv.DictReader(StringIO(text), delimiter=";" if ";" in text.partition("\n")[0] else ",")
    if not {"city", "population", "country"} <= set(rows.fieldnames or ()):
        raise InputRefused([_problem(path, 1, say("The columns city, population and country are not all there"))])
    found, problems = dict[str, CityProfile](), list[Problem]()
    for row in rows:
        population, country = (row["population"] or "").strip(), (row["country"] or "").strip().upper()
        if not (population.isascii() and population.isdecimal() and len(population) < 10):
            problems.append(_problem(path, rows.line_num, say("{found} is no number of inhabitants", found=population)))
        elif not (country.isascii() and country.isalpha() and len(country) == 2):
            problems.append(_problem(path, rows.line_num, say("{found} is no code of a country", found=country)))
        else:
            found[(row["city"] or "").strip()] = CityProfile(population=int(population), country=country)
    if problems:
        raise InputRefused(problems)
    return found


def _problem(path: Path, line: int, found: Message) -> Problem:
    expected = say("Expected is a line such as: Musterstadt,180000,DE")
    return Problem(Place(str(path), line), "", found, expected)
