"""What becomes of answers when a questionnaire moves on: what carries over, what is asked again, what falls away."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from models.answers import Answers
from models.authored import Text
from models.mapping import MappingKind
from models.message import Message

Reason = Literal["new", "review", "split", "merged", "rescaled", "letter"]
"""Why a question is asked again.

new: nobody was asked before; review: its meaning moved; split: one rating says nothing about its parts; merged: the
parts were rated differently; rescaled: the mapping names no rating for the one given; letter: the scale lost it.
"""


@dataclass(frozen=True, slots=True)
class Way:
    """What became of a question, or of several that are one now. Ids of questions, never of whole processes."""

    kind: MappingKind
    before: tuple[str, ...]
    after: tuple[str, ...]
    ratings: Mapping[str, str] = field(default_factory=dict)
    why: Text | None = None


@dataclass(frozen=True, slots=True)
class Ways:
    """The way of every question from one version to the next, and of every process that there still is.

    `unnamed` are questions that differ or are gone although nobody wrote what became of them, and `unnamed_new` new
    ones that nobody named: nothing was guessed about them, so they are asked again or fall away.
    """

    ways: tuple[Way, ...]
    processes: Mapping[str, str]
    unnamed: tuple[str, ...] = ()
    unnamed_new: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Carried:
    """An answer that stands under `after` now."""

    after: str
    before: tuple[str, ...]
    kind: MappingKind


@dataclass(frozen=True, slots=True)
class Again:
    """A question that has to be asked. Notes and evidence of what was answered before go along."""

    after: str
    before: tuple[str, ...]
    reason: Reason
    why: Text | None = None


@dataclass(frozen=True, slots=True)
class Away:
    """An answer that the new version has no place for. It stays where it was given."""

    before: str
    why: Text | None = None


@dataclass(frozen=True, slots=True)
class Move:
    """Answers to the new version, and what became of each that was given. `settings` are sentences for people."""

    answers: Answers
    carried: tuple[Carried, ...]
    again: tuple[Again, ...]
    away: tuple[Away, ...]
    settings: tuple[Message, ...] = ()
