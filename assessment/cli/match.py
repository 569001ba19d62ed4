"""`match`: which cities of a folder could learn from each other, by the code of the exchange finder."""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from assessment.cli.answers import read_folder, settings_of
from assessment.cli.command import Command, Misused, add_json, add_language, add_settings
from assessment.cli.manual import EXIT_FINE, Help, Manual
from assessment.cli.printing import print_json
from assessment.cli.surroundings import Surroundings
from assessment.loading import load_library
from assessment.matching import lowest_levels, matches, told
from assessment.scoring import profile
from locales.words import Words
from locales.words import words as words_in
from models.matching import Candidate, Match, Offer
from models.message import say
from models.questionnaire import CapabilityModel
from reports.content.naming import process_name

_MANUAL = Manual(
    name="match",
    purpose=say("find the cities of a folder that one city could learn from, and the other way round"),
    synopsis=(
        "FOLDER --city NAME [--sensitive] [--framework ID] [--method mean|median|survey-midpoints|lowest] "
        "[--scale 4|6] [--highest-level N] [--language de|en] [--json]"
    ),
    description=(
        say(
            "Reads the answers files and filled-in workbooks of a folder, one per city, and holds strengths against "
            "needs, process by process: a city is strong for another one where its level is above the other's, "
            "at least at the next one that the other can reach. Open answers count as the worst ones, on both sides. "
            "docs/method/exchange.md says how matches are put in order."
        ),
        say(
            "Whoever has the files may look at all of them; in the app, only what cities ticked counts. Sensitive "
            "processes are left out unless --sensitive names them too."
        ),
    ),
    examples=(
        ("python -m assessment match cities --city Musterstadt", say("Find cities to talk to:")),
        ("python -m assessment match cities --city Musterstadt --json", say("The same for a program:")),
    ),
)


@dataclass(frozen=True)
class _Folder:
    model: CapabilityModel
    cities: tuple[Candidate, ...]


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="FOLDER", help=Help(say("The folder with the answers.")))
    parser.add_argument("--city", required=True, metavar="NAME", help=Help(say("The city that looks for others.")))
    parser.add_argument("--sensitive", action="store_true", help=Help(say("Name sensitive processes too.")))
    add_settings(parser)
    add_language(parser, usually=say("that of the terminal; with --json English"))
    add_json(parser)


def _run(arguments: argparse.Namespace, surroundings: Surroundings) -> int:
    words = words_in(arguments.language or ("en" if arguments.json else surroundings.language))
    folder = _read(arguments, surroundings)
    own = next((each for each in folder.cities if each.id.casefold() == arguments.city.casefold()), None)
    if own is None:
        known = ", ".join(each.id for each in folder.cities)
        raise Misused(
            say("no answers of {city} are in this folder; there are {cities}", city=arguments.city, cities=known)
        )
    order = [each.id for each in folder.model.processes]
    found = matches(own, folder.cities, order, frozenset(_sensitive(folder.model)))
    if arguments.json:
        print_json({"city": own.id, "matches": [_as_json(each, words) for each in found]})
        return EXIT_FINE
    for line in _told(own.id, found, folder.model, words):
        print(line)
    return EXIT_FINE


def _read(arguments: argparse.Namespace, surroundings: Surroundings) -> _Folder:
    library = load_library(surroundings.questionnaires)
    cities: dict[str, Candidate] = {}
    models: list[CapabilityModel] = []
    for answers in read_folder(arguments.folder, library, arguments):
        model = library.questionnaire(answers.questionnaire)
        if not isinstance(model, CapabilityModel):
            continue
        if answers.city in cities:
            raise Misused(
                say("{city} has more than one file in this folder; leave the one that is to count", city=answers.city)
            )
        models.append(model)
        levels = lowest_levels(profile(model, answers, **settings_of(arguments)))
        every = tuple(each.id for each in model.processes)
        offer = Offer(strong=every, wanted=every, sensitive=arguments.sensitive)
        cities[answers.city] = Candidate(answers.city, offer, levels, {})
    if not models:
        raise Misused(say("{folder} holds no answers to an assessment", folder=str(arguments.folder)))
    return _Folder(models[0], tuple(cities.values()))


def _sensitive(model: CapabilityModel) -> Iterator[str]:
    return (each.id for each in model.processes if each.sensitive)


def _as_json(found: Match, words: Words) -> dict[str, object]:
    return {
        "city": found.city,
        "weight": found.weight,
        "theirs": list(found.theirs),
        "ours": list(found.ours),
        "told": words.say(told(found)),
    }


def _told(city: str, found: Sequence[Match], model: CapabilityModel, words: Words) -> Iterator[str]:
    if not found:
        yield words("No city of this folder is strong where {city} could grow, nor the other way round.", city=city)
    for each in found:
        yield each.city
        yield f"  {words.say(told(each))}"
        for lead, processes in (
            (words("They could help you in"), each.theirs),
            (words("You could help them in"), each.ours),
        ):
            if processes:
                yield f"  {lead}:"
                yield from (f"    {process_name(model, key, words)}" for key in processes)


MATCH = Command(_MANUAL, _add_arguments, _run)
