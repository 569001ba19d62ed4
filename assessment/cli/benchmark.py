"""`benchmark`: what a group of cities may see of itself, as an edition that is published once and kept."""

import argparse
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from assessment.benchmark import RULES, Given, Register, gather, publish
from assessment.benchmark.gathering import Gathered, LeftOut
from assessment.benchmark.peers import PeerGroup
from assessment.benchmark.publishing import EVERY
from assessment.cli.answers import read_any, settings_of
from assessment.cli.benchmark_peers import GROUPINGS, wishes
from assessment.cli.command import Command, Misused, add_json, add_language, add_settings, keep_ending
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
from models.benchmark import Edition, KeptEdition, Publication
from models.message import say
from models.problem import InputRefused, Problem
from models.questionnaire import CapabilityModel
from reports.content.group import GroupCase
from reports.content.group_naming import cell_name, peers_words
from reports.content.group_report import groups_report
from reports.forms import write

REGISTER = "editions.json"
_MANUAL = Manual(
    name="benchmark",
    purpose=say("publish figures over a group of cities that give no city away"),
    synopsis=(
        "FOLDER [--group-by size_class|country] [--editions FILE] [--preview] [--details] [-o FILE.xlsx] "
        "[--framework ID] "
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
        say(
            "With --group-by each peer group of a fixed list gets an edition of its own: cities of a size class and "
            "the ones beside it, or of a group of countries. Such a group leaves out five cities, or none. The "
            "file cities.csv in the folder says it: city, population, country (as DE)."
        ),
    ),
    examples=(
        ("python -m assessment benchmark cities --preview", say("See what would be shown, and publish nothing:")),
        ("python -m assessment benchmark cities", say("Publish an edition:")),
        ("python -m assessment benchmark cities --editions network.json --json", say("With a register elsewhere:")),
        ("python -m assessment benchmark cities --group-by size_class -o sizes.xlsx", say("Cities of about one size:")),
    ),
)


@dataclass(frozen=True)
class _Group:
    """The cities of a folder with what can be published of them."""

    model: CapabilityModel
    gathered: Gathered
    left_out: tuple[LeftOut, ...]


@dataclass(frozen=True)
class _Published:
    """An edition and the peer group that it is about; empty for all cities."""

    peers: PeerGroup
    edition: Edition


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="FOLDER", help=Help(say("The folder with the answers.")))
    parser.add_argument(
        "--editions", type=Path, metavar="FILE", help=Help(say("The register. Default: editions.json in the folder."))
    )
    parser.add_argument(
        "--group-by",
        choices=tuple(GROUPINGS),
        help=Help(say("One edition for each peer group; sizes and countries stand in cities.csv in the folder.")),
    )
    parser.add_argument(
        "-o", "--output", type=Path, metavar="FILE.xlsx", help=Help(say("Write the figures into a workbook too."))
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
    if arguments.output is not None and arguments.preview:
        raise Misused(say("a preview has no figures to write into a file"))
    group = _group(arguments, surroundings)
    path = arguments.editions or arguments.folder / REGISTER
    register = _register(path, group.gathered.key)
    whole = group.gathered.wish("", arguments.folder.resolve().name)
    published: list[_Published] = []
    for peers, wish in wishes(whole, arguments.group_by, arguments.folder):
        number = f"{surroundings.today.isoformat()} {len(register.editions) + 1}"
        edition = publish(replace(wish, edition=number), group.gathered.layout, register)
        register = register.with_edition(edition, wish.profiles)
        published.append(_Published(peers, edition))
    if arguments.output is not None:
        _write_workbook(arguments.output, published, group, words, surroundings)
    if not arguments.preview:
        write_output(path, dump_register(register, group.gathered.key).encode())
    _print(published, group, words, arguments)
    return EXIT_FINE


def _print(published: Sequence[_Published], group: _Group, words: Words, arguments: argparse.Namespace) -> None:
    shown = not arguments.preview
    if arguments.json:
        told = [_as_json(each, group, words, shown=shown) for each in published]
        print_json({"groups": told} if arguments.group_by else told[0])
        return
    for number, each in enumerate(published):
        told_of = each.edition if arguments.details else _without_details(each.edition, group)
        lines = _told(replace(each, edition=told_of), group, words, shown=shown)
        print("\n".join([*([""] if number else []), *lines]))


def _write_workbook(
    path: Path, published: Sequence[_Published], group: _Group, words: Words, surroundings: Surroundings
) -> None:
    keep_ending(path, "xlsx")
    cases = [
        GroupCase(
            group.model,
            KeptEdition(
                each.edition,
                group.gathered.key,
                number,
                group.gathered.depth,
                each.peers,
                surroundings.now,
                invented=False,
            ),
            each.edition.cohort,
            words,
        )
        for number, each in enumerate(published, 1)
    ]
    write_output(path, write(groups_report(cases), "xlsx"))


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


def _as_json(published: _Published, group: _Group, words: Words, *, shown: bool) -> dict[str, object]:
    edition = published.edition
    return {
        **({"group": published.peers} if published.peers else {}),
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


def _told(published: _Published, group: _Group, words: Words, *, shown: bool) -> Iterator[str]:
    edition, count = published.edition, len(published.edition.members)
    if published.peers:
        yield peers_words(published.peers, words)
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
