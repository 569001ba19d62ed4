"""The city profile as a form: sections in the order in which people know the answers, a help text on every field."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import streamlit as st

from locales.words import Words
from models.city_profile import (
    ASSESSMENT_KINDS,
    IMPORTANCE,
    KINDS,
    RANKS,
    SPECIAL_ROLES,
    STARRED,
    STRATEGY_STATES,
    UNITS,
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


def draw(form: Form) -> None:
    """All sections."""
    words = form.words
    for title, section in (
        (words("The city"), _about_the_city),
        (words("Who does the work"), _who_does_it),
        (words("Money"), _money),
        (words("Connections and activities"), _connections),
        (words("Strategy and goals"), _strategy),
        (words("How important is each dimension to you?"), _importance),
        (words("Kind of assessment"), _kind),
    ):
        st.header(title, anchor=False)
        section(form)


def _about_the_city(form: Form) -> None:
    words = form.words
    left, right = st.columns(2)
    with left:
        form.country(words("Country"), words("Groups of similar cities are made within a country first."))
        form.number("population", words("Inhabitants"), words("The size class follows from it."))
        form.choice(
            "kind", words("Kind of local authority"), KINDS, words("As your law calls it, or the nearest to it.")
        )
        form.number(
            "foreign_share",
            words("Residents with foreign nationality, in percent"),
            words("From your statistics office."),
            decimals=True,
        )
    with right:
        form.text(
            "region",
            words("State or region"),
            words("The code of ISO 3166-2: the country, a hyphen and its letters."),
            "DE-NW",
        )
        form.number(
            "population_year", words("Year of this number"), words("The year that the number of inhabitants is from.")
        )
        form.several(
            "special_roles",
            words("Special roles"),
            SPECIAL_ROLES,
            words("What sets your city apart from others of its size."),
        )
        form.number("foreign_share_year", words("Year of this share"), words("The year that the share is from."))


def _who_does_it(form: Form) -> None:
    words = form.words
    left, right = st.columns(2)
    with left:
        form.choice(
            "unit",
            words("Where international work sits"),
            UNITS,
            words("The unit that is asked first, even where others work on it too."),
        )
        form.number(
            "staff",
            words("Posts for international, European and development work"),
            words("In full-time posts; a half post is 0.5."),
            decimals=True,
        )
        form.number(
            "staff_third_party",
            words("of these paid by others"),
            words("Paid by funding programmes or partners."),
            decimals=True,
        )
    with right:
        form.choice(
            "lead_rank",
            words("Rank of the person who leads it"),
            RANKS,
            words("The level in the administration, not the person."),
        )
        form.number("staff_temporary", words("of these temporary"), words("Posts with an end date."), decimals=True)


def _money(form: Form) -> None:
    words = form.words
    form.money(
        "own_budget",
        words("Own money a year, without staff"),
        words("From the city's own budget: travel, events, grants, memberships."),
    )
    form.money(
        "third_party_budget",
        words("Money from others a year"),
        words("From programmes of the EU, the state, foundations."),
    )


def _connections(form: Form) -> None:
    words = form.words
    left, right = st.columns(2)
    with left:
        form.number("partnerships", words("Partnerships"), words("Agreed in writing, without an end date."))
        form.number("project_partnerships", words("Project partnerships"), words("For one task and a limited time."))
        form.number(
            "active", words("of all connections active in the last 24 months"), words("At least one joint activity.")
        )
        form.number(
            "projects",
            words("International projects running"),
            words("With a partner abroad, a plan and money of their own."),
        )
        form.number("trips_out", words("Delegations sent a year"), words("Official trips abroad."))
    with right:
        form.number("friendships", words("Friendships"), words("Agreed, but less firmly than a partnership."))
        form.number("contacts", words("Contacts"), words("Regular exchange without an agreement."))
        form.number(
            "networks",
            words("City networks with active participation"),
            words("Memberships in which somebody really takes part."),
        )
        form.number("consulates", words("Consular missions"), words("In the city or responsible for it."))
        form.number("visits_in", words("Delegations received a year"), words("Official visits from abroad."))
    form.yes(
        "high_risk_partners",
        words("Partners in a high-risk context?"),
        words(
            "For instance in a war, under sanctions, where human rights are gravely violated, or where security "
            "authorities advise care. Your results then say what to look after first."
        ),
    )
    form.names(
        "network_names",
        words("Names of these networks, one a line"),
        words("For your own report; never part of a comparison."),
    )


def _strategy(form: Form) -> None:
    words = form.words
    left, right = st.columns(2)
    with left:
        form.choice(
            "strategy",
            words("Strategy for international work"),
            STRATEGY_STATES,
            words("A document that the council knows."),
        )
        form.yes(
            "agenda_resolution",
            words("Has the council adopted the 2030 Agenda?"),
            words("A resolution on the sustainable development goals."),
        )
        form.years(
            "agenda_reviews", words("Voluntary local reviews"), words("Years of the reviews that were published.")
        )
    with right:
        form.number("strategy_year", words("Year of the strategy"), words("The year in which it was adopted."))
        form.yes(
            "agenda_monitoring",
            words("Are the goals monitored with figures?"),
            words("A report or dashboard on the goals."),
        )


def _importance(form: Form) -> None:
    words = form.words
    st.markdown(
        words(
            "1 is of little importance, 5 is of the greatest. It weighs nothing in your levels; it helps to choose "
            "targets."
        )
    )
    form.importance()


def _kind(form: Form) -> None:
    words = form.words
    form.choice(
        "assessment_kind",
        words("How your assessments are usually made"),
        ASSESSMENT_KINDS,
        words("Results of different kinds are never mixed in a comparison."),
    )
