"""A command of the command line: its manual page, its options, and what it does."""

import argparse
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from assessment.cli.manual import Help, Manual
from assessment.cli.surroundings import Surroundings
from models.authored import LANGUAGES
from models.framework import Method, Points
from models.message import Message, say

Run = Callable[[argparse.Namespace, Surroundings], int]


@dataclass(frozen=True)
class Command:
    """A command. `run` gets the options and answers with the exit code; it raises `InputRefused` for wrong input."""

    manual: Manual
    add_arguments: Callable[[argparse.ArgumentParser], None]
    run: Run


FORM_ENDINGS: Mapping[str, tuple[str, ...]] = {
    "xlsx": (".xlsx",),
    "yaml": (".yaml", ".yml"),
    "pdf": (".pdf",),
    "docx": (".docx",),
    "txt": (".txt",),
}
"""How the names of files end that this program writes."""
_ENDINGS = {
    *(ending for endings in FORM_ENDINGS.values() for ending in endings),
    *(".csv", ".doc", ".docx", ".html", ".json", ".ods", ".odt", ".txt", ".xls", ".xlsm"),
}


class Misused(Exception):  # noqa: N818 - named for what happened to the command
    """Options that do not go together, or name what does not exist; `message` says so in one sentence."""

    def __init__(self, message: Message) -> None:
        self.message = message
        super().__init__(str(message))


def keep_input(given: Path, output: Path) -> None:
    """Raises `Misused` where a command would write over the file that it reads, under whatever name."""
    try:
        same = given.samefile(output)
    except OSError:
        # One of the two is not there, or cannot be looked at: reading and writing say so.
        return
    if same:
        raise Misused(say("{file} is the file that is read; name another file to write", file=str(output)))


def keep_ending(output: Path, form: str) -> None:
    """Raises `Misused` where the name of a file to write ends like another kind of file than it will be."""
    ending = output.suffix.casefold()
    if ending in _ENDINGS and ending not in FORM_ENDINGS[form]:
        better = output.with_suffix(FORM_ENDINGS[form][0])
        raise Misused(
            say(
                "{file} ends like another kind of file; what is written is {form}. Name it {better}",
                file=str(output),
                form=form.upper(),
                better=str(better),
            )
        )


def add_json(parser: argparse.ArgumentParser) -> None:
    """The option for programs that read along."""
    parser.add_argument(
        "--json", action="store_true", help=Help(say("Print JSON on standard output, problems included."))
    )


def add_language(parser: argparse.ArgumentParser, *, usually: Message | str) -> None:
    """The option for the language; `usually` says what happens without it."""
    told = Help(say("German or English. Default: {usually}.", usually=usually))
    parser.add_argument("--language", choices=LANGUAGES, help=told)


def add_answers(parser: argparse.ArgumentParser) -> None:
    """The option for the file with the answers."""
    parser.add_argument(
        "--answers",
        required=True,
        type=Path,
        metavar="FILE",
        help=Help(say("Answers as a YAML file or a filled-in workbook. Told apart by content, not by name.")),
    )


def add_output(parser: argparse.ArgumentParser, metavar: str, what: str) -> None:
    """The option for where to write."""
    parser.add_argument("-o", "--output", required=True, type=Path, metavar=metavar, help=what)


def add_force(parser: argparse.ArgumentParser) -> None:
    """The option to write over files that hold something else."""
    parser.add_argument("--force", action="store_true", help=Help(say("Replace a file that holds something else.")))


def add_settings(parser: argparse.ArgumentParser) -> None:
    """The options that decide how scores are made. They win over the answers file, which wins over the framework."""
    parser.add_argument("--framework", metavar="ID", help=Help(say("Measurement framework, such as iso-33020-2019.")))
    parser.add_argument(
        "--method", choices=get_args(Method), help=Help(say("How ratings become the rating of an attribute."))
    )
    parser.add_argument("--scale", type=int, choices=get_args(Points), help=Help(say("4 letters, or 6 refined ones.")))
    parser.add_argument("--highest-level", type=int, metavar="N", help=Help(say("The highest level to look at.")))
