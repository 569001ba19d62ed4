"""`benchmark`: what a group of cities may see of itself, as an edition that is published once and kept."""

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from assessment.benchmark import Given, Register, gather, publish
from assessment.benchmark.gathering import Gathered, LeftOut
from assessment.cli.answers import read_folder, settings_of
from assessment.cli.backup import DATABASE_SETTINGS
from assessment.cli.benchmark_peers import GROUPINGS, wishes
from assessment.cli.benchmark_telling import Group, Published, as_json, lines, without_details
from assessment.cli.command import Command, Misused, add_json, add_language, add_settings
from assessment.cli.files import read_input, refused, write_output
from assessment.cli.forms import form_of
from assessment.cli.installation import cities_known
from assessment.cli.manual import EXIT_FINE, Help, Manual
from assessment.cli.printing import print_json, print_written
from assessment.cli.surroundings import Surroundings
from assessment.desk.same_city import called
from assessment.loading import dump_register, load_library, read_register
from assessment.scoring import profile
from locales.words import Words
from locales.words import words as words_in
from models.benchmark import KeptEdition
from models.message import say
from models.questionnaire import CapabilityModel
from reports.content.cohort import cohort_case
from reports.content.group import GroupCase
from reports.document import Report
from reports.forms import write
from reports.kinds import KINDS, report

REGISTER = "editions.json"
_KIND = KINDS["cohort"]
_MANUAL = Manual(
    name="benchmark",
    purpose=say("publish figures over a group of cities that give no city away"),
    synopsis=(
        "FOLDER [--group-by size_class|country] [--editions FILE] [--preview] [--details] [-o FILE.xlsx|.pdf|.docx] "
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
            "Cities that the installation of the app beside keeps, or that were in one of its live rooms within 30 "
            "days, are refused, unless their answers are marked as invented: the app publishes over them, and holds "
            "all of it against each other."
        ),
        say(
            "With --group-by each peer group of a fixed list gets an edition of its own: cities of a size class and "
            "the ones beside it, or of a group of countries. Such a group leaves out at least five cities, or none. "
            "The file cities.csv in the folder says it: city, population, country (as DE)."
        ),
    ),
    examples=(
        ("python -m assessment benchmark cities --preview", say("See what would be shown, and publish nothing:")),
        ("python -m assessment benchmark cities", say("Publish an edition:")),
        ("python -m assessment benchmark cities --editions network.json --json", say("With a register elsewhere:")),
        ("python -m assessment benchmark cities -o group.pdf", say("Publish one, and write the report on the group:")),
        ("python -m assessment benchmark cities --group-by size_class -o sizes.xlsx", say("Cities of about one size:")),
    ),
    environment=DATABASE_SETTINGS,
)


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
        "-o",
        "--output",
        type=Path,
        metavar="FILE",
        help=Help(
            say("Write the report on the group too: as a workbook, PDF or DOCX; the ending of the file says which.")
        ),
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
    form = None if arguments.output is None else form_of(arguments.output, _KIND, "xlsx")
    group = _group(arguments, surroundings)
    _kept_here(group, arguments.folder, surroundings)
    path = arguments.editions or arguments.folder / REGISTER
    register = _register(path, group.gathered.key)
    whole = group.gathered.wish("", arguments.folder.resolve().name)
    published: list[Published] = []
    for peers, wish in wishes(whole, arguments.group_by, arguments.folder):
        number = f"{surroundings.today.isoformat()} {len(register.editions) + 1}"
        edition = publish(replace(wish, edition=number), group.gathered.layout, register)
        register = register.with_edition(edition, wish.profiles)
        published.append(Published(peers, edition, None))
    kept = not arguments.preview and any(each.edition.shown for each in published)
    if kept:
        # First of all: a figure that went out without the register could be asked for again and again.
        write_output(path, dump_register(register, group.gathered.key).encode())
    _print([replace(each, register=path if kept else None) for each in published], group, words, arguments)
    if form is not None and kept:
        write_output(arguments.output, write(_report(published, group, words, surroundings), form))
        if not arguments.json:
            print_written([arguments.output], words, as_json=False)
    return EXIT_FINE


def _kept_here(group: Group, folder: Path, surroundings: Surroundings) -> None:
    """Refuses cities of the installation beside: what its editions and rooms say of them this register cannot know.

    Invented cities have nothing that anybody could find out.
    """
    known = cities_known(surroundings)
    cities = {each.contribution[0] for each in group.gathered.profiles} - group.invented
    found = sorted(city for city in cities if called(city) in known)
    if found:
        names = ", ".join(found)
        told = say("Cities that this installation keeps, or that were in a live room of it: {names}", names=names)
        expected = say(
            "Publish over them in the app, where all editions and rooms are held against each other, or leave them out"
        )
        raise refused(folder, told, expected)


def _print(published: Sequence[Published], group: Group, words: Words, arguments: argparse.Namespace) -> None:
    if arguments.json:
        told = [as_json(each, group, words) for each in published]
        print_json({"groups": told} if arguments.group_by else told[0])
        return
    for number, each in enumerate(published):
        told_of = each if arguments.details else without_details(each, group)
        print("\n".join([*([""] if number else []), *lines(told_of, group, words, preview=arguments.preview)]))


def _report(published: Sequence[Published], group: Group, words: Words, surroundings: Surroundings) -> Report:
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
                invented=group.has_invented(each.edition),
            ),
            each.edition.cohort,
            words,
        )
        for number, each in enumerate(published, 1)
    ]
    return report(_KIND, cohort_case(cases))


def _register(path: Path, key: str) -> Register:
    return read_register(read_input(path), str(path), key) if path.exists() else Register()


def _group(arguments: argparse.Namespace, surroundings: Surroundings) -> Group:
    library = load_library(surroundings.questionnaires)
    results: list[Given] = []
    others: list[LeftOut] = []
    spelt: dict[str, str] = {}
    for answers in read_folder(arguments.folder, library, arguments):
        city = spelt.setdefault(" ".join(answers.city.casefold().split()), answers.city)
        model = library.questionnaire(answers.questionnaire)
        if isinstance(model, CapabilityModel):
            results.append(Given(city, answers, profile(model, answers, **settings_of(arguments))))
        else:
            others.append(LeftOut(answers.city, say("A quick scan; this benchmark is about assessments.")))
    if not results:
        raise Misused(say("{folder} holds no answers to an assessment", folder=str(arguments.folder)))
    model = _model(library.models, results)
    about = [each for each in results if each.answers.questionnaire == model.id]
    gathered = gather(model, about)
    invented = frozenset(each.city for each in about if each.answers.invented)
    return Group(model, gathered, (*others, *gathered.left_out, *_twice(gathered)), invented)


def _twice(gathered: Gathered) -> Iterator[LeftOut]:
    """The cities of which more than one file would count: nobody can say which, so none does."""
    counts = Counter(each.contribution[0] for each in gathered.profiles)
    why = say("It has more than one file in this folder. Leave the one that is to count.")
    return (LeftOut(city, why) for city, count in counts.items() if count > 1)


def _model(models: tuple[CapabilityModel, ...], results: list[Given]) -> CapabilityModel:
    """The model that most of the answers are about."""
    counts = {model.id: sum(each.answers.questionnaire == model.id for each in results) for model in models}
    return max(models, key=lambda model: counts[model.id])


BENCHMARK = Command(_MANUAL, _add_arguments, _run)
