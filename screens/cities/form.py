"""The fields of the city profile: each with what stands there, a help text, and what is wrong with it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import streamlit as st
from streamlit.elements.lib.grid_container import GridContainer

from locales.words import Words
from models.city_profile import (
    IMPORTANCE,
    STARRED,
    CityProfile,
    Sum,
)
from models.message import Message
from screens.cities.naming import Choice, code_words
from screens.frame.here import desk
from screens.show.plain import plain

_CURRENCIES = ("EUR", "CHF", "GBP", "USD", "CAD", "PLN", "CZK", "DKK", "SEK", "NOK", "UAH", "TRY")


@dataclass(frozen=True)
class Form:
    """Draws fields, each with what stands there and what is wrong with it, and collects what people fill in."""

    words: Words
    standing: CityProfile
    problems: Mapping[str, Message]
    key: str
    filled: dict[str, Any]

    def side_by_side(self) -> GridContainer:
        """Two fields a row; on a phone one below the other. They end on one line, unless one says what is wrong."""
        return st.grid(2, min_column_width=260, vertical_alignment="top" if self.problems else "bottom")

    def number(self, name: str, label: str, help: str, *, decimals: bool = False) -> None:  # noqa: A002 - as Streamlit calls it
        """A number, whole or with decimals."""
        found = getattr(self.standing, name)
        value = None if found is None else float(found) if decimals else int(found)
        step = 0.5 if decimals else 1
        written = st.number_input(
            self._label(name, label),
            value=value,
            min_value=0.0 if decimals else 0,
            step=step,
            help=help,
            key=self._key(name),
        )
        self.filled[name] = Decimal(str(written)) if decimals and written is not None else written
        self._problem(name)

    def choice(self, name: Choice, label: str, codes: Sequence[str], help: str) -> None:  # noqa: A002
        """One of several."""
        found = getattr(self.standing, name)
        self.filled[name] = st.selectbox(
            self._label(name, label),
            codes,
            index=codes.index(found) if found in codes else None,
            format_func=lambda code: code_words(name, code, self.words),
            placeholder=self.words("please choose"),
            help=help,
            key=self._key(name),
        )
        self._problem(name)

    def several(self, name: Choice, label: str, codes: Sequence[str], help: str) -> None:  # noqa: A002
        """Any number of several."""
        self.filled[name] = tuple(
            st.multiselect(
                self._label(name, label),
                codes,
                default=list(getattr(self.standing, name)),
                format_func=lambda code: code_words(name, code, self.words),
                placeholder=self.words("none"),
                help=help,
                key=self._key(name),
            )
        )
        self._problem(name)

    def text(self, name: str, label: str, help: str, placeholder: str) -> None:  # noqa: A002
        """A short text."""
        found = getattr(self.standing, name)
        written = st.text_input(
            self._label(name, label),
            value=found or "",
            max_chars=20,
            help=help,
            placeholder=placeholder,
            key=self._key(name),
        )
        self.filled[name] = written.strip() or None
        self._problem(name)

    def yes(self, name: str, label: str, help: str) -> None:  # noqa: A002
        """Yes, no, or left open."""
        found = getattr(self.standing, name)
        answers = {True: self.words("yes"), False: self.words("no")}
        self.filled[name] = st.segmented_control(
            self._label(name, label),
            (True, False),
            default=found,
            format_func=lambda answer: answers[answer],
            help=help,
            key=self._key(name),
        )
        self._problem(name)

    def money(self, name: str, label: str, help: str) -> None:  # noqa: A002
        """A sum with its currency and year; open where no amount is given."""
        found: Sum | None = getattr(self.standing, name)
        left, middle, right = st.columns([2, 1, 1])
        amount = left.number_input(
            self._label(name, label),
            value=found.amount if found else None,
            min_value=0,
            step=1000,
            help=help,
            key=self._key(name),
        )
        known = (*_CURRENCIES, found.currency) if found and found.currency not in _CURRENCIES else _CURRENCIES
        currency = middle.selectbox(
            self.words("Currency"),
            known,
            index=known.index(found.currency) if found else 0,
            key=self._key(f"{name}-currency"),
        )
        year = right.number_input(
            self.words("Year"), value=found.year if found else None, min_value=0, step=1, key=self._key(f"{name}-year")
        )
        if amount is not None:
            self.filled[name] = Sum(amount=int(amount), currency=currency, year=int(year or 0))
        self._problem(name)

    def country(self, label: str, help: str) -> None:  # noqa: A002
        """A country, by its name in this language."""
        territories = {str(code): str(name) for code, name in self.words.locale.territories.items()}
        codes = sorted((code for code in territories if _is_country(code)), key=lambda code: territories[code])
        found = self.standing.country
        self.filled["country"] = st.selectbox(
            self._label("country", label),
            codes,
            index=codes.index(found) if found in codes else None,
            format_func=lambda code: f"{territories[code]} ({code})",
            placeholder=self.words("please choose"),
            help=help,
            key=self._key("country"),
        )
        self._problem("country")

    def names(self, name: str, label: str, help: str) -> None:  # noqa: A002
        """Several names, one a line."""
        written = st.text_area(
            self._label(name, label),
            value="\n".join(getattr(self.standing, name)),
            height=90,
            help=help,
            key=self._key(name),
        )
        self.filled[name] = tuple(line for line in (written or "").splitlines() if line.strip())
        self._problem(name)

    def years(self, name: str, label: str, help: str) -> None:  # noqa: A002
        """Several years."""
        standing = getattr(self.standing, name)
        latest = max((2030, *standing))
        self.filled[name] = tuple(
            st.multiselect(
                self._label(name, label),
                range(latest, 2014, -1),
                default=list(standing),
                placeholder=self.words("none"),
                help=help,
                key=self._key(name),
            )
        )
        self._problem(name)

    def importance(self) -> None:
        """How important each dimension is."""
        least, most = IMPORTANCE
        scale = range(least, most + 1)
        rated: dict[str, int] = {}
        for dimension in desk().library.models[0].head.dimensions:
            chosen = st.segmented_control(
                plain(self.words.text(dimension.name)),
                scale,
                default=self.standing.importance.get(dimension.id),
                help=self.words.text(dimension.guiding_question),
                key=self._key(f"importance-{dimension.id}"),
            )
            if chosen is not None:
                rated[dimension.id] = chosen
        self.filled["importance"] = rated
        self._problem("importance")

    def profile(self) -> CityProfile:
        """What was filled in, unchecked."""
        return CityProfile(**self.filled)

    def _label(self, name: str, label: str) -> str:
        return f"{label} \\*" if name in STARRED else label

    def _key(self, name: str) -> str:
        return f"{self.key}-{name}-{self.words.language}"

    def _problem(self, name: str) -> None:
        if name in self.problems:
            st.error(plain(self.words.say(self.problems[name])), icon=":material/error:")


def _is_country(code: str) -> bool:
    """Whether a code of the territories stands for a country; numbers stand for regions, XA and the like for tests."""
    return len(code) == 2 and code.isalpha() and code not in ("EU", "EZ", "QO", "UN", "XA", "XB", "ZZ")
