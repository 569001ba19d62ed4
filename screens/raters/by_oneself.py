"""What one person alone decides about a question, hidden from others: the choice, and the texts beside it.

The store keeps all of it as one, under one version. A person sees fields: what counts here is whether the field they
changed still says what they saw, so that a note and a rating of the same moment do not get in each other's way.
"""

import datetime
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import Generic, Protocol, TypeVar

import streamlit as st

from assessment import wiring
from locales.words import Words
from models.assessment import Conflict, Outcome, Rated, Saved, StoredAnswer, StoredField
from screens.answers import clash, drafts, keeping
from screens.answers.clash import Press
from screens.answers.keeping import Spot, Write
from screens.answers.naming import code_of
from screens.browser.parts import Written
from screens.raters.choosing import Own, choice, offered
from screens.show.plain import plain


class Decided(Protocol):
    """What stands there now."""

    @property
    def indicator(self) -> str:
        """The question."""
        ...

    @property
    def rated(self) -> Rated | None:
        """What was chosen; None where nothing was."""
        ...

    @property
    def at(self) -> datetime.datetime | None:
        """When."""
        ...


D = TypeVar("D", bound=Decided)


@dataclass(frozen=True, slots=True)
class Part(Generic[D]):
    """One field of it.

    Attributes:
        spot: where the session remembers what was shown.
        now: asks for all that stands there.
        said: reads the field: a code, or a text; None where it is empty.
        keep: stores the field, given what stands there and what it shall say; None where another window was faster.
    """

    spot: Spot
    now: Callable[[], D]
    said: Callable[[D], str | None]
    keep: Callable[[D, str | None], D | None]

    def field(self, stands: D) -> StoredField:
        """The field, under a version of its own: the same as long as it says the same."""
        said = self.said(stands)
        return StoredField(said, zlib.crc32(said.encode()) if said else 0, None, stands.at or wiring.now())

    def answer(self, stands: D) -> StoredAnswer:
        """The field as the rest of the page knows fields."""
        return StoredAnswer(self.spot.indicator, MappingProxyType({self.spot.field: self.field(stands)}))

    def writes(self, wanted: str | None) -> Write:
        """What stores this, unless the field says something else by now than the person saw."""

        def send(seen: int) -> Outcome:
            kept: D | None = None
            while kept is None:
                stands = self.now()
                field = self.field(stands)
                if field.version != seen:
                    # What was stored before its answer reached the browser is no second text.
                    if _lines(self.said(stands)) == _lines(wanted):
                        return Saved(self.spot.indicator, self.spot.field, field, changed=False)
                    return Conflict(self.spot.indicator, self.spot.field, field, wanted)
                kept = self.keep(stands, wanted)
            return Saved(self.spot.indicator, self.spot.field, self.field(kept))

        return send


@dataclass(frozen=True, slots=True)
class Box(Generic[D]):
    """A text: what it is called, what stands below it, and how many characters fit."""

    part: Part[D]
    label: str
    hint: str
    limit: int


def choosing(words: Words, own: Own, now: D, part: Part[D], widget: str) -> None:
    """Draws the choice, stores what is chosen, and says what went wrong with it.

    Args:
        words: the language.
        own: whose choice it is, and about what.
        now: what stands there.
        part: the choice among it.
        widget: the key of the choice.
    """
    spot, shown = part.spot, code_of(now.rated)
    first = keeping.begin_showing(spot, part.answer(now), widget, shown)
    value = choice(words, own.asked, widget, shown, changed=_chosen, args=(own, part, widget), fixed=own.fixed)
    if not own.fixed and (value is None or value in offered(own.asked)):
        # There is nobody else here to ask about: what the browser held over a restart is what the person chose last.
        asked = first and value is None
        keeping.compare(spot, part.answer(now), first=asked, value=value, shown=shown, write=part.writes(value))
    _trouble(words, spot)
    if keeping.clash_at(spot) is not None:
        st.warning(words("You changed this in another window meanwhile. What stands there is shown; choose once more."))
        st.button(words("I have seen it"), key=f"seen:{widget}", on_click=_look, args=(spot, shown, widget))


def _chosen(own: Own, part: Part[D], widget: str) -> None:
    code = st.session_state.get(widget)
    if code is None or code in offered(own.asked):
        keeping.save(part.spot, code, part.writes(code))


def _look(spot: Spot, shown: str | None, widget: str) -> None:
    keeping.forget_clash(spot)
    st.session_state[widget] = shown


def text(words: Words, now: D, box: Box[D]) -> None:
    """Draws a text, stores what is written, and says what went wrong with it."""
    spot, stored = box.part.spot, box.part.said(now) or ""
    keeping.begin_showing(spot, box.part.answer(now), drafts.no_widget(spot), stored)
    # In a place of its own: what comes and goes here would take the keyboard out of the next field.
    with st.container():
        take = partial(_take, box.part)
        drafts.field(words, spot, box.label, hint=box.hint, stored=stored, limit=box.limit, take=take)
        _trouble(words, spot)
        met = keeping.clash_at(spot)
        if met is not None:
            clash.texts(words, box.part.field(now), stored, met.mine)
            insist, give_way = Press(_insist, (box.part, now, met.mine)), Press(_give_way, (spot,))
            clash.choice(words, spot, insist, give_way, both_stay=False)


def _take(part: Part[D], draft: Written) -> None:
    drafts.store(part.spot, draft, draft.text, part.writes(draft.text))


def _insist(part: Part[D], now: D, mine: str) -> None:
    spot = part.spot
    keeping.insist(spot, part.answer(now), drafts.no_widget(spot), (None, None), part.writes(mine))
    drafts.decided(spot)


def _give_way(spot: Spot) -> None:
    keeping.forget_clash(spot)
    drafts.settled(spot)


def _trouble(words: Words, spot: Spot) -> None:
    found = keeping.trouble_at(spot)
    if found is not None:
        st.error(plain(words.say(found)))


def _lines(text: str | None) -> list[str]:
    """What makes two texts different to their writer, who does not see the space around lines."""
    return [line.strip() for line in (text or "").splitlines() if line.strip()]
