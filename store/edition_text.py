"""An edition as text and back, figure by figure. Fractions stay exact; members are written once."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType
from typing import Any

from models.benchmark import Contribution, Edition, Figures, Hidden, Publication
from models.message import Message


def write_edition(of: Edition) -> dict[str, Any]:
    """The edition as plain values."""
    order = sorted(of.members)
    places = {who: place for place, who in enumerate(order)}
    return {
        "rules": of.rules,
        "members": [list(who) for who in order],
        "shown": [_publication(each, places) for each in of.shown],
        "hidden": [[each.cell, each.why.sentence, dict(each.why.blanks)] for each in of.hidden],
    }


def read_edition(key: str, cohort: str, told: Mapping[str, Any]) -> Edition:
    """The edition that such values were written of."""
    order: list[Contribution] = [(city, digest) for city, digest in told["members"]]
    return Edition(
        id=key,
        cohort=cohort,
        rules=told["rules"],
        members=frozenset(order),
        shown=tuple(_read_publication(each, order) for each in told["shown"]),
        hidden=tuple(
            Hidden(cell, Message(sentence, MappingProxyType(blanks))) for cell, sentence, blanks in told["hidden"]
        ),
    )


def _publication(of: Publication, places: Mapping[Contribution, int]) -> list[Any]:
    figures = of.figures
    return [
        of.cell,
        sorted(places[who] for who in of.members),
        figures.count,
        str(figures.mean),
        None if figures.median is None else str(figures.median),
        None if figures.quartiles is None else [str(each) for each in figures.quartiles],
        None if figures.shares is None else list(figures.shares),
    ]


def _read_publication(told: Sequence[Any], order: Sequence[Contribution]) -> Publication:
    cell, members, count, mean, median, quartiles, shares = told
    figures = Figures(
        count=count,
        mean=Fraction(mean),
        median=None if median is None else Fraction(median),
        quartiles=None if quartiles is None else (Fraction(quartiles[0]), Fraction(quartiles[1])),
        shares=None if shares is None else tuple(shares),
    )
    return Publication(cell, frozenset(order[place] for place in members), figures)
