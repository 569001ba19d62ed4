"""The register of editions as a file: what was published, and what it was made of. Only the program writes it."""

from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Annotated

from pydantic import Field, ValidationError

from assessment.benchmark import Register
from models.authored import Authored
from models.benchmark import Contribution, Edition, Figures, Hidden, Profiled, Publication
from models.message import Message, say
from models.problem import InputRefused, Place, Problem

Number = Annotated[str, Field(pattern=r"^-?\d{1,6}(/\d{1,6})?$")]
Places = tuple[Annotated[int, Field(ge=0)], ...]


class _Brought(Authored):
    city: str
    digest: str
    values: dict[str, int]


class _Shown(Authored):
    cell: str
    members: Places
    count: int
    mean: Number
    median: Number | None
    quartiles: tuple[Number, Number] | None
    shares: tuple[int, ...] | None


class _Hidden(Authored):
    cell: str
    why: str


class _Edition(Authored):
    id: str
    cohort: str
    rules: str
    members: Places
    shown: tuple[_Shown, ...]
    hidden: tuple[_Hidden, ...]


class RegisterFile(Authored):
    """The form of a register. `key` says what all its editions have in common."""

    key: str
    contributions: tuple[_Brought, ...]
    editions: tuple[_Edition, ...]


def read_register(data: bytes, file: str, key: str) -> Register:
    """The register in a file.

    Args:
        data: the file's bytes.
        file: its name, as people are to see it in problems.
        key: what is to be published has this in common; a register about something else is refused.

    Raises:
        InputRefused: where it is no register, was changed by hand, or is about something else.
    """
    try:
        read = RegisterFile.model_validate_json(data)
        register = _register(read)
    except (ValidationError, IndexError):
        raise _refused(file, say("This is no register of editions, or it was damaged")) from None
    if read.key != key:
        raise _refused(file, say("This register is about answers that were asked otherwise"))
    return register


def dump_register(register: Register, key: str) -> str:
    """The register as the text of a file."""
    order = sorted(register.profiles)
    places = {who: place for place, who in enumerate(order)}
    return RegisterFile(
        key=key,
        contributions=tuple(
            _Brought(city=who[0], digest=who[1], values=dict(register.profiles[who].values)) for who in order
        ),
        editions=tuple(_written(edition, places) for edition in register.editions),
    ).model_dump_json(indent=1)


def _written(edition: Edition, places: Mapping[Contribution, int]) -> _Edition:
    return _Edition(
        id=edition.id,
        cohort=edition.cohort,
        rules=edition.rules,
        members=tuple(sorted(places[who] for who in edition.members)),
        shown=tuple(
            _Shown(
                cell=each.cell,
                members=tuple(sorted(places[who] for who in each.members)),
                count=each.figures.count,
                mean=str(each.figures.mean),
                median=None if each.figures.median is None else str(each.figures.median),
                quartiles=None if each.figures.quartiles is None else _pair(each.figures.quartiles),
                shares=each.figures.shares,
            )
            for each in edition.shown
        ),
        hidden=tuple(_Hidden(cell=each.cell, why=str(each.why)) for each in edition.hidden),
    )


def _pair(pair: tuple[Fraction, Fraction]) -> tuple[str, str]:
    return str(pair[0]), str(pair[1])


def _register(read: RegisterFile) -> Register:
    order: list[Contribution] = [(each.city, each.digest) for each in read.contributions]
    profiles = {who: Profiled(who, each.values) for who, each in zip(order, read.contributions, strict=True)}
    editions = tuple(
        Edition(
            id=each.id,
            cohort=each.cohort,
            rules=each.rules,
            members=frozenset(order[place] for place in each.members),
            shown=tuple(_publication(shown, order) for shown in each.shown),
            hidden=tuple(Hidden(hidden.cell, say("{why}", why=hidden.why)) for hidden in each.hidden),
        )
        for each in read.editions
    )
    return Register(editions, MappingProxyType(profiles))


def _publication(shown: _Shown, order: list[Contribution]) -> Publication:
    figures = Figures(
        count=shown.count,
        mean=Fraction(shown.mean),
        median=None if shown.median is None else Fraction(shown.median),
        quartiles=None if shown.quartiles is None else (Fraction(shown.quartiles[0]), Fraction(shown.quartiles[1])),
        shares=shown.shares,
    )
    return Publication(shown.cell, frozenset(order[place] for place in shown.members), figures)


def _refused(file: str, found: Message) -> InputRefused:
    expected = say("Expected is the register that the program itself wrote for these answers")
    hint = say(
        "Put a copy of it back. With --editions a new register begins in another file; it knows nothing of what was "
        "published before, so do that only where nothing was."
    )
    return InputRefused([Problem(Place(file), "", found, expected, hint)])
