"""Every value on the screen is one that the store has, or says that it is not. One field of one question at a time.

A field remembers in the session which version the person saw. Saving names it, so nobody is overwritten unseen. When
the store moved on without us, the widget is set to what stands there. When the browser holds something that the store
never got (the server died in between), the person is asked: that is a `Clash` like one with another person.
"""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import streamlit as st
from streamlit.runtime.state import SessionStateProxy

from assessment import wiring
from assessment.desk.errors import WishRefused
from models.assessment import FIELDS, Conflict, Field, NotSaved, Outcome, Rated, StoredAnswer
from models.message import Message, say
from models.people import Actor
from screens.frame.here import desk

TAKEN_IN_AFTER = datetime.timedelta(seconds=2)
"""Whoever clicks sooner after another's value appeared clicked on what stood there before: a click travels, and so do
eyes. They are asked, as if the value had not appeared yet."""

_NOT_TAKEN = say("Not stored: the database could not take it just now. Please try once more.")

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
    """What the person wanted, as the desk takes it, and the store has not."""

    mine: Any


def rates(spot: Spot, rated: Rated | None) -> Write:
    """Sends a rating of the city to the desk; None takes it back."""

    def write(seen: int) -> Outcome:
        answering = desk().answering
        if rated is None:
            return answering.clear(spot.actor, spot.assessment, spot.indicator, "rating", seen=seen)
        return answering.rate(spot.actor, spot.assessment, spot.indicator, rated, seen=seen)

    return write


def begin_showing(spot: Spot, answer: StoredAnswer, widget: str, shown: Any, *, unfinished: bool = False) -> bool:
    """Before the widget is drawn: brings it to what the store has, if the store moved on since the person last saw it.

    Args:
        spot: the field.
        answer: the question as the store has it now.
        widget: the widget's key.
        shown: the widget's value for what the store has.
        unfinished: whether the person is about to say something that cannot be stored yet; then nothing moves.

    Returns:
        Whether this session shows the field for the first time.
    """
    session = _session()
    version, before = answer.version(spot.field), session.get(_seen(spot))
    mine = session.pop(_again(spot), False)
    if before is not None and (mine or before != version):
        if unfinished and not mine:
            return False
        session[widget] = shown
        if not mine:
            session[_before(spot)] = (_fresh(spot, before), wiring.now())
    session[_seen(spot)] = version
    return before is None


def moved_on(assessment: str, answer: StoredAnswer) -> bool:
    """Whether a question stands otherwise than this session has shown it."""
    seen = ((field, _session().get(f"seen:{assessment}:{answer.indicator}:{field}")) for field in FIELDS)
    return any(version is not None and version != answer.version(field) for field, version in seen)


def version_shown(spot: Spot) -> int:
    """The version of the field that this session showed or stored last."""
    return int(_session().get(_seen(spot), 0))


def compare(
    spot: Spot, answer: StoredAnswer, *, first: bool, value: Any, shown: Any, write: Write, mine: Any = None
) -> None:
    """After the widget was drawn: what it holds and the store has not is saved, or asked about after a reconnect.

    Each difference is tried once: a value that the store keeps in another form must not be sent for ever. `mine` is
    the value as the desk takes it, where that is another form than the widget's.
    """
    attempt = (answer.version(spot.field), value)
    if value == shown or clash_at(spot) is not None or _session().get(_attempt(spot)) == attempt:
        return
    _session()[_attempt(spot)] = attempt
    wish = value if mine is None else mine
    if first:
        _session()[_clash(spot)] = Clash(wish)
    else:
        save(spot, wish, write)
    st.rerun()


def save(spot: Spot, mine: Any, write: Write) -> bool:
    """Sends a wish, with the version that the person saw. What became of it is remembered for drawing.

    Returns:
        True where it is stored.
    """
    session = _session()
    forget_trouble(spot)
    try:
        outcome = write(_seen_by_the_person(spot))
    except (WishRefused, NotSaved) as refused:
        failed(spot, refused)
        return False
    if isinstance(outcome, Conflict):
        session[_clash(spot)] = Clash(mine)
        return False
    session[_seen(spot)] = outcome.now.version
    session.pop(_before(spot), None)
    session.pop(_clash(spot), None)
    return True


def clash_at(spot: Spot) -> Clash | None:
    """What is to be decided here, if anything."""
    found: Clash | None = _session().get(_clash(spot))
    return found


def forget_clash(spot: Spot) -> None:
    """Leaves things as they stand, where the other wish was one's own."""
    _session().pop(_clash(spot), None)


def insist(spot: Spot, answer: StoredAnswer, widget: str, both: tuple[Any, Any], write: Write) -> None:
    """Decides a clash: one's own value is saved over what stands there now. `both`: theirs and mine."""
    clash = _decided(spot, answer)
    _session()[widget] = both[save(spot, clash.mine, write)]


def give_way(spot: Spot, answer: StoredAnswer, widget: str, shown: Any, value: Any) -> None:
    """Decides a clash: what stands there stays, and one's own value is kept in the history."""
    try:
        desk().answering.decline(spot.actor, spot.assessment, spot.indicator, spot.field, value)
    except (WishRefused, NotSaved) as refused:
        failed(spot, refused)
    else:
        _decided(spot, answer)
        _session()[widget] = shown


def _decided(spot: Spot, answer: StoredAnswer) -> Clash:
    session = _session()
    session[_seen(spot)] = answer.version(spot.field)
    session.pop(_before(spot), None)
    clash: Clash = session.pop(_clash(spot))
    return clash


def failed(spot: Spot, why: WishRefused | NotSaved) -> None:
    """Remembers why a wish was not carried out. What is not stored must not look as if it were."""
    _session()[_trouble(spot)] = why.message if isinstance(why, WishRefused) else _NOT_TAKEN
    look_again(spot)


def trouble_at(spot: Spot) -> Message | None:
    """Why the last wish was not carried out, if it was not."""
    found: Message | None = _session().get(_trouble(spot))
    return found


def forget_trouble(spot: Spot) -> None:
    """The next wish begins with a clean slate."""
    _session().pop(_trouble(spot), None)


def look_again(spot: Spot) -> None:
    """Makes the next drawing bring the widget to what the store has."""
    _session()[_again(spot)] = True


def _seen_by_the_person(spot: Spot) -> int:
    """The version that a click was made on. What appeared a moment ago nobody has taken in yet."""
    return _fresh(spot, _session().get(_seen(spot), 0))


def _fresh(spot: Spot, otherwise: int) -> int:
    before, since = _session().get(_before(spot), (otherwise, None))
    return int(before) if since is not None and wiring.now() - since < TAKEN_IN_AFTER else otherwise


def _seen(spot: Spot) -> str:
    return f"seen:{spot.key}"


def _before(spot: Spot) -> str:
    return f"before:{spot.key}"


def _again(spot: Spot) -> str:
    return f"again:{spot.key}"


def _clash(spot: Spot) -> str:
    return f"clash:{spot.key}"


def _attempt(spot: Spot) -> str:
    return f"attempt:{spot.key}"


def _trouble(spot: Spot) -> str:
    return f"trouble:{spot.key}"


def _session() -> SessionStateProxy:
    return st.session_state
