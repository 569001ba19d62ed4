"""Help that reads like a manual page: name, synopsis, description, options, examples, exit codes.

Written out by this module and not by argparse, whose layout differs from one version of Python to the next.
"""

import argparse
import re
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NoReturn

PROGRAM = "python -m assessment"
WIDTH = 80
_TEXT_AT = 4
_TOGETHER = re.compile(r"\[[^]]*\]|-\S+ [^-\s[]\S*")
_JOINT = "\0"
_HELP_AT = 24

EXIT_FINE = 0
EXIT_INPUT_WRONG = 1
EXIT_USAGE = 2
EXIT_INTERRUPTED = 130
EXIT_PIPE_CLOSED = 141

_EXIT_STATUS = (
    ("0", "fine; results that missing answers leave open are fine too"),
    ("1", "the input is wrong; every problem was printed and nothing was written"),
    ("2", "the command was not understood"),
)
_ENVIRONMENT = (
    ("HANSE_QUESTIONNAIRES", "a folder with other questionnaires than those that come with the program"),
    ("LC_ALL, LANG", "the language of what is printed, unless --language or the answers say otherwise"),
)


@dataclass(frozen=True)
class Manual:
    """What the manual page of one command says. Paragraphs and examples are plain text."""

    name: str
    purpose: str
    synopsis: str
    description: Sequence[str]
    examples: Sequence[tuple[str, str]]
    commands: Sequence[tuple[str, str]] = ()
    environment: Sequence[tuple[str, str]] = ()

    @property
    def call(self) -> str:
        """How the command is called."""
        return f"{PROGRAM} {self.name}".rstrip()


class ManualParser(argparse.ArgumentParser):
    """A parser that explains itself with a manual page, and whose complaints say where the page is."""

    def __init__(self, manual: Manual) -> None:
        super().__init__(prog=manual.call, add_help=False, allow_abbrev=False)
        self.manual = manual
        self.add_argument("-h", "--help", action="help", help="Show this page and exit.")

    def format_help(self) -> str:
        """The manual page."""
        return page(self.manual, self._options())

    def format_usage(self) -> str:
        """The synopsis."""
        return f"{self.manual.call} {self.manual.synopsis}\n"

    def error(self, message: str) -> NoReturn:
        """Says on standard error what was not understood, and ends with exit code 2."""
        self.exit(EXIT_USAGE, f"{self.manual.call}: {message}\nTry: {self.manual.call} --help\n")

    def _options(self) -> Iterator[tuple[str, str]]:
        actions = sorted(self._actions, key=lambda action: (bool(action.option_strings), action.dest == "help"))
        for action in actions:
            if action.help is not None:
                yield _signature(action), str(action.help)


def page(manual: Manual, options: Iterable[tuple[str, str]]) -> str:
    """A manual page as text, 80 columns wide."""
    sections = (
        ("NAME", _paragraph(f"{manual.call} - {manual.purpose}")),
        ("SYNOPSIS", _hanging(manual.call, manual.synopsis)),
        ("DESCRIPTION", "\n\n".join(map(_paragraph, manual.description))),
        ("COMMANDS", _listed(manual.commands)),
        ("OPTIONS", _listed(options)),
        ("EXAMPLES", "\n\n".join(_example(command, what) for command, what in manual.examples)),
        ("EXIT CODES", _listed(_EXIT_STATUS)),
        ("ENVIRONMENT", _listed((*manual.environment, *_ENVIRONMENT))),
    )
    return "\n".join(f"{title}\n{body}\n" for title, body in sections if body)


def _signature(action: argparse.Action) -> str:
    value = action.metavar if isinstance(action.metavar, str) else "|".join(map(str, action.choices or ()))
    value = value or action.dest.upper().replace("_", "-")
    if not action.option_strings:
        return value
    names = ", ".join(action.option_strings)
    return names if action.nargs == 0 else f"{names} {value}"


def _listed(pairs: Iterable[tuple[str, str]]) -> str:
    return "\n".join(_pair(term, text) for term, text in pairs)


def _pair(term: str, text: str) -> str:
    indent = " " * _HELP_AT
    first = " " * _TEXT_AT + term
    # A long term stands on a line of its own, its explanation below.
    start = first.ljust(_HELP_AT) if len(first) < _HELP_AT - 1 else first + "\n" + indent
    lines = textwrap.wrap(text, WIDTH - _HELP_AT)
    return start + ("\n" + indent).join(lines)


def _paragraph(text: str) -> str:
    indent = " " * _TEXT_AT
    return textwrap.fill(text, WIDTH, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)


def _hanging(call: str, synopsis: str) -> str:
    """The synopsis, broken between its options and never inside one."""
    indent = " " * _TEXT_AT
    kept = _TOGETHER.sub(lambda found: found.group().replace(" ", _JOINT), synopsis)
    text = textwrap.fill(
        f"{call} {kept}", WIDTH, initial_indent=indent, subsequent_indent=indent * 2, break_on_hyphens=False
    )
    return text.replace(_JOINT, " ")


def _example(command: str, what: str) -> str:
    return f"{_paragraph(what)}\n\n{' ' * 2 * _TEXT_AT}{command}"
