"""`benchmark`: what a group of cities may see of itself, as an edition that is published once and kept."""

import argparse
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from assessment.benchmark import RULES, Given, Register, gather, publish
from assessment.benchmark.gathering import Gathered, LeftOut
from assessment.benchmark.publishing import EVERY
from assessment.cli.answers import read_any, settings_of
from assessment.cli.command import Command, Misused, add_json, add_language, add_settings
from assessment.cli.files import read_input, write_output
from assessment.cli.looking import answers_in
from assessment.cli.manual import EXIT_FINE, Help, Manual
from assessment.cli.printing import print_json
from assessment.cli.surroundings import Surroundings
from assessment.cli.tables import aligned
from assessment.loading import dump_register, load_library, read_register
from assessment.scoring import profile
from locales.words import Words
from locales.words import words as words_in
from models.benchmark import Edition, Publication
from models.message import say
from models.problem import InputRefused, Problem
from models.questionnaire import CapabilityModel
from reports.content.group_naming import cell_name

REGISTER = "editions.json"
_MANUAL = Manual(
    name="benchmark",
    purpose=say("publish figures over a group of cities that give no city away"),
    synopsis=(
        "FOLDER [--editions FILE] [--preview] [--details] [--framework ID] "
        "[--method mean|median|survey-midpoints|lowest] [--scale 4|6] [--highest-level N] [--language de|en] [--json]"
    ),
    description=(
        say(
            "Reads the answers files and filled-in workbooks of a folder, one per city, and publishes means, medians, "
            "quartiles and shares of the levels, each where the rules of docs/method/benchmark.md let it be shown, "
            "else with the reason why not. Levels that open answers can still move do not count."
        ),
        say(
            "What is published stays: the register keeps it, with what each city brought. It lies beside the answers "
            "unless --editions names another file. The next edition is held against all earlier ones. Keep the "
            "register as carefully as the answers, and give out nothing but what is printed."
        ),
    ),
    examples=(
        ("python -m assessment benchmark cities --preview", say("See what would be shown, and publish nothing:")),
        ("python -m assessment benchmark cities", say("Publish an edition:")),
        ("python -m assessment benchmark cities --editions network.json --json", say("With a register elsewhere:")),
    ),
)


@dataclass(frozen=True)
class _Group:
    """The cities of a folder with what can be published of them."""

    model: CapabilityModel
    gathered: Gathered
    left_out: tuple[LeftOut, ...]


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="FOLDER", help=Help(say("The folder with the answers.")))
    parser.add_argument(
        "--editions", type=Path, metavar="FILE", help=Help(say("The register. Default: editions.json in the folder."))
    )
    parser.add_argument(
        "--preview", action="store_true", help=Help(say("Say which figures would be shown, and publish nothing."))
    )
    parser.add_argument(
        "--details",
        action="store_true",
        help=Help(say("Print attributes and questions too. With --json they are there.")),
    )
    add_settings(parser)
    add_language(parser, usually=say("that of the terminal; with --json English"))
    add_json(parser)


def _run(arguments: argparse.Namespace, surroundings: Surroundings) -> int:
    words = words_in(arguments.language or ("en" if arguments.json else surroundings.language))
    group = _group(arguments, surroundings)
    path = arguments.editions or arguments.folder / REGISTER
    register = _register(path, group.gathered.key)
    number = str(len(register.editions) + 1)
    wish = group.gathered.wish(f"{surroundings.today.isoformat()} {number}", arguments.folder.resolve().name)
    edition = publish(wish, group.gathered.layout, register)
    if not arguments.preview:
        text = dump_register(register.with_edition(edition, wish.profiles), group.gathered.key)
        write_output(path, text.encode())
    if arguments.json:
        print_json(_as_json(edition, group, words, shown=not arguments.preview))
        return EXIT_FINE
    told = edition if arguments.details else _without_details(edition, group)
    for line in _told(told, group, words, shown=not arguments.preview):
        print(line)
    return EXIT_FINE


def _without_details(edition: Edition, group: _Group) -> Edition:
    coarse = set(group.gathered.layout.cells)
    shown = tuple(each for each in edition.shown if each.cell in coarse)
    return replace(edition, shown=shown, hidden=tuple(each for each in edition.hidden if each.cell in coarse))


def _register(path: Path, key: str) -> Register:
    return read_register(read_input(path), str(path), key) if path.exists() else Register()


def _group(arguments: argparse.Namespace, surroundings: Surroundings) -> _Group:
    library = load_library(surroundings.questionnaires)
    problems: list[Problem] = []
    results: list[Given] = []
    others: list[LeftOut] = []
    for path in answers_in(arguments.folder):
        try:
            answers = read_any(path, library, arguments).answers
        except InputRefused as refused:
            problems += refused.problems
            continue
        model = library.questionnaire(answers.questionnaire)
        if isinstance(model, CapabilityModel):
            results.append(Given(answers.city, answers, profile(model, answers, **settings_of(arguments))))
        else:
            others.append(LeftOut(answers.city, say("A quick scan; this benchmark is about assessments.")))
    if problems:
        raise InputRefused(problems)
    if not results:
        raise Misused(say("{folder} holds no answers to an assessment", folder=str(arguments.folder)))
    model = _model(library.models, results)
    about = [each for each in results if each.answers.questionnaire == model.id]
    gathered = gather(model, about)
    return _Group(model, gathered, (*others, *gathered.left_out))


def _model(models: tuple[CapabilityModel, ...], results: list[Given]) -> CapabilityModel:
    """The model that most of the answers are about."""
    counts = {model.id: sum(each.answers.questionnaire == model.id for each in results) for model in models}
    return max(models, key=lambda model: counts[model.id])


def _as_json(edition: Edition, group: _Group, words: Words, *, shown: bool) -> dict[str, object]:
    return {
        "edition": edition.id if shown else None,
        "cohort": edition.cohort,
        "rules": RULES,
        "cities": len(edition.members),
        "shown": {each.cell: _figures(each) if shown else None for each in edition.shown},
        "hidden": {each.cell: words.say(each.why) for each in edition.hidden},
        "not_counted": [{"city": each.city, "why": words.say(each.why)} for each in group.left_out],
    }


def _figures(publication: Publication) -> Mapping[str, object]:
    figures = publication.figures
    return {
        "count": figures.count,
        "mean": float(figures.mean),
        "median": None if figures.median is None else float(figures.median),
        "quartiles": None if figures.quartiles is None else [float(each) for each in figures.quartiles],
        "shares": None if figures.shares is None else list(figures.shares),
    }


def _told(edition: Edition, group: _Group, words: Words, *, shown: bool) -> Iterator[str]:
    count = len(edition.members)
    yield words("{cohort}: {count} cities, grouped figures with disclosure control", cohort=edition.cohort, count=count)
    for each in group.left_out:
        yield words("{city} is not counted: {why}", city=each.city, why=each.why)
    if edition.shown:
        yield ""
        yield from aligned([*_table(edition, group, words, shown=shown)])
    if edition.hidden:
        yield ""
        yield words("Not shown:")
        yield from aligned(
            [[_name(each.cell, group, words), words.say(each.why)] for each in edition.hidden], longest=90
        )


def _table(edition: Edition, group: _Group, words: Words, *, shown: bool) -> Iterator[list[str]]:
    if not shown:
        yield [words("Would be shown")]
        yield from ([_name(each.cell, group, words)] for each in edition.shown)
        return
    yield ["", words("Cities"), words("Mean"), words("Median"), words("Quartiles"), words("Level 0 to 1 / 2 and more")]
    for each in edition.shown:
        figures = each.figures
        yield [
            _name(each.cell, group, words),
            str(figures.count),
            words.number(figures.mean),
            "" if figures.median is None else words.number(figures.median),
            "" if figures.quartiles is None else " – ".join(map(words.number, figures.quartiles)),
            "" if figures.shares is None else " / ".join(f"{share} %" for share in figures.shares),
        ]


def _name(cell: str, group: _Group, words: Words) -> str:
    layout = group.gathered.layout
    indent = "" if cell in layout.parts else "    " if cell in layout.part_of or cell.endswith(EVERY) else "  "
    return indent + cell_name(cell, group.model, words)


BENCHMARK = Command(_MANUAL, _add_arguments, _run)
