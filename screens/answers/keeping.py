"""Every value on the screen is one that the store has, or says that it is not. One field of one question at a time.

A field remembers in the session which version the person saw. Saving names it, so nobody is overwritten unseen. When
the store moved on without us, the widget is set to what stands there. When the browser holds something that the store
never got (the server died in between), the person is asked: that is a `Clash` like one with another person.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import streamlit as st
from streamlit.runtime.state import SessionStateProxy

from assessment.desk.errors import WishRefused
from models.assessment import Conflict, Field, NotSaved, Outcome, StoredAnswer, StoredField
from models.message import Message, say
from models.people import Actor

Write = Callable[[int], Outcome]
"""Sends a wish to the desk, given the version that the person saw."""


@dataclass(frozen=True, slots=True)
class Spot:
    """One field of one question, as one person sees it."""

    actor: Actor
    assessment: str
    indicator: str
    field: Field

    @property
    def key(self) -> str:
        """The beginning of everything the session remembers about this field."""
        return f"{self.assessment}:{self.indicator}:{self.field}"


@dataclass(frozen=True, slots=True)
class Clash:
    """What the person wanted and the store has not. `theirs` is what stands there, None where nothing does."""

    mine: Any
    theirs: StoredField | None


def begin_showing(spot: Spot, answer: StoredAnswer, widget: str, shown: Any) -> bool:
    """Before the widget is drawn: brings it to what the store has, if the store moved on since the person last saw it.

    Args:
        spot: the field.
        answer: the question as the store has it now.
        widget: the widget's key.
        shown: the widget's value for what the store has.

    Returns:
        Whether this session shows the field for the first time.
    """
    session = _session()
    version = answer.version(spot.field)
    first = _seen(spot) not in session
    if not first and session[_seen(spot)] != version:
        session[widget] = shown
    session[_seen(spot)] = version
    return first


def compare(spot: Spot, answer: StoredAnswer, *, first: bool, value: Any, shown: Any, write: Write) -> None:
    """After the widget was drawn: what it holds and the store has not is saved, or asked about after a reconnect.

    Each difference is tried once: a value that the store keeps in another form must not be sent for ever.
    """
    attempt = (answer.version(spot.field), value)
    if value == shown or clash_at(spot) is not None or _session().get(_attempt(spot)) == attempt:
        return
    _session()[_attempt(spot)] = attempt
    if first:
        _session()[_clash(spot)] = Clash(value, answer.fields.get(spot.field))
    else:
        save(spot, value, write)
    st.rerun()


def save(spot: Spot, mine: Any, write: Write) -> bool:
    """Sends a wish, with the version that the person saw. What became of it is remembered for drawing.

    Returns:
        True where it is stored.
    """
    session = _session()
    forget_trouble(spot)
    try:
        outcome = write(session.get(_seen(spot), 0))
    except WishRefused as refused:
        return _failed(spot, refused.message)
    except NotSaved:
        return _failed(spot, say("Not stored: the database could not take it just now. Please try once more."))
    if isinstance(outcome, Conflict):
        session[_clash(spot)] = Clash(mine, outcome.now)
        return False
    session[_seen(spot)] = outcome.now.version
    session.pop(_clash(spot), None)
    return True


def clash_at(spot: Spot) -> Clash | None:
    """What is to be decided here, if anything."""
    found: Clash | None = _session().get(_clash(spot))
    return found


def settle(spot: Spot, answer: StoredAnswer, widget: str, shown: Any, write: Write | None) -> None:
    """Decides a clash: with `write` one's own value is saved over what stands there now, without it that stays."""
    session = _session()
    clash: Clash = session.pop(_clash(spot))
    session[_seen(spot)] = answer.version(spot.field)
    mine = write is not None and save(spot, clash.mine, write)
    session[widget] = clash.mine if mine else shown


def trouble_at(spot: Spot) -> Message | None:
    """Why the last wish was not carried out, if it was not."""
    found: Message | None = _session().get(_trouble(spot))
    return found


def forget_trouble(spot: Spot) -> None:
    """The next wish begins with a clean slate."""
    _session().pop(_trouble(spot), None)


def look_again(spot: Spot) -> None:
    """Makes the next drawing bring the widget to what the store has."""
    _session()[_seen(spot)] = -1


def _failed(spot: Spot, why: Message) -> bool:
    # The next drawing shows what the store has: a value that is not stored must not look as if it were.
    _session()[_trouble(spot)] = why
    look_again(spot)
    return False


def _seen(spot: Spot) -> str:
    return f"seen:{spot.key}"


def _clash(spot: Spot) -> str:
    return f"clash:{spot.key}"


def _attempt(spot: Spot) -> str:
    return f"attempt:{spot.key}"


def _trouble(spot: Spot) -> str:
    return f"trouble:{spot.key}"


def _session() -> SessionStateProxy:
    return st.session_state
