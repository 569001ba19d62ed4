"""Help that reads like a manual page: name, synopsis, description, options, examples, exit codes.

Written out by this module and not by argparse, whose layout differs from one version of Python to the next.
"""

import argparse
import re
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NoReturn

from assessment.cli.usage import not_understood
from locales.words import Words
from models.message import Message, say

PROGRAM = "python -m assessment"
WIDTH = 80
_TEXT_AT = 4
_TOGETHER = re.compile(r"\[[^]]*\]|-\S+ [^-\s[]\S*")
_JOINT = "\0"
_HELP_AT = 24

Sentence = Message | str
"""What a manual page says; a plain text is the same in every language."""

EXIT_FINE = 0
EXIT_INPUT_WRONG = 1
EXIT_USAGE = 2
EXIT_INTERRUPTED = 130
EXIT_PIPE_CLOSED = 141

_EXIT_STATUS: tuple[tuple[str, Sentence], ...] = (
    ("0", say("fine; results that missing answers leave open are fine too")),
    (
        "1",
        say("the input is wrong; every problem was printed and nothing was written, but for what a batch could make"),
    ),
    ("2", say("the command was not understood")),
)
_ENVIRONMENT: tuple[tuple[str, Sentence], ...] = (
    ("HANSE_QUESTIONNAIRES", say("a folder with other questionnaires than those that come with the program")),
    ("LC_ALL, LANG", say("the language of what is printed, unless --language or the answers say otherwise")),
)


class Help(str):
    """The English help of an option, as argparse wants it, with the message behind it."""

    __slots__ = ("message",)
    message: Message

    def __new__(cls, message: Message) -> "Help":
        """The help that this message says."""
        made = super().__new__(cls, str(message))
        made.message = message
        return made


@dataclass(frozen=True)
class Manual:
    """What the manual page of one command says."""

    name: str
    purpose: Sentence
    synopsis: str
    description: Sequence[Sentence]
    examples: Sequence[tuple[str, Sentence]]
    commands: Sequence[tuple[str, Sentence]] = ()
    environment: Sequence[tuple[str, Sentence]] = ()

    @property
    def call(self) -> str:
        """How the command is called."""
        return f"{PROGRAM} {self.name}".rstrip()


class ManualParser(argparse.ArgumentParser):
    """A parser that explains itself with a manual page, and whose complaints say where the page is."""

    def __init__(self, manual: Manual, words: Words) -> None:
        super().__init__(prog=manual.call, add_help=False, allow_abbrev=False)
        self.manual = manual
        self.words = words
        self.add_argument("-h", "--help", action="help", help=Help(say("Show this page and exit.")))

    def format_help(self) -> str:
        """The manual page."""
        return page(self.manual, self._options(), self.words)

    def format_usage(self) -> str:
        """The synopsis."""
        return f"{self.manual.call} {self.manual.synopsis}\n"

    def error(self, message: str) -> NoReturn:
        """Says what argparse did not understand, and ends with exit code 2."""
        self.refuse(not_understood(message))

    def refuse(self, message: Message) -> NoReturn:
        """Says on standard error what was not understood, and ends with exit code 2."""
        hint = self.words("Try: {command}", command=f"{self.manual.call} --help")
        self.exit(EXIT_USAGE, f"{self.manual.call}: {self.words.say(message)}\n{hint}\n")

    def _options(self) -> Iterator[tuple[str, Sentence]]:
        actions = sorted(self._actions, key=lambda action: (bool(action.option_strings), action.dest == "help"))
        for action in actions:
            if action.help is not None:
                yield _signature(action), action.help.message if isinstance(action.help, Help) else action.help


def page(manual: Manual, options: Iterable[tuple[str, Sentence]], words: Words) -> str:
    """A manual page as text, 80 columns wide."""
    told = _Told(words)
    sections = (
        (words("NAME"), _paragraph(f"{manual.call} - {told.sentence(manual.purpose)}")),
        (words("SYNOPSIS"), _hanging(manual.call, manual.synopsis)),
        (words("DESCRIPTION"), "\n\n".join(_paragraph(told.sentence(each)) for each in manual.description)),
        (words("COMMANDS"), told.listed(manual.commands)),
        (words("OPTIONS"), told.listed(options)),
        (words("EXAMPLES"), "\n\n".join(_example(call, told.sentence(what)) for call, what in manual.examples)),
        (words("EXIT CODES"), told.listed(_EXIT_STATUS)),
        (words("ENVIRONMENT"), told.listed((*manual.environment, *_ENVIRONMENT))),
    )
    return "\n".join(f"{title}\n{body}\n" for title, body in sections if body)


@dataclass(frozen=True)
class _Told:
    """Sentences of a manual page in one language."""

    words: Words

    def sentence(self, sentence: Sentence) -> str:
        return sentence if isinstance(sentence, str) else self.words.say(sentence)

    def listed(self, pairs: Iterable[tuple[str, Sentence]]) -> str:
        return "\n".join(_pair(term, self.sentence(text)) for term, text in pairs)


def _signature(action: argparse.Action) -> str:
    value = action.metavar if isinstance(action.metavar, str) else "|".join(map(str, action.choices or ()))
    value = value or action.dest.upper().replace("_", "-")
    if not action.option_strings:
        return value
    names = ", ".join(action.option_strings)
    return names if action.nargs == 0 else f"{names} {value}"


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
