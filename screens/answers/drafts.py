"""What somebody writes is kept by their browser until the store has it: the session's half of that agreement."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from locales.words import Words
from models.assessment import Outcome
from screens.answers import keeping
from screens.answers.keeping import Spot
from screens.browser import parts
from screens.browser.parts import TextField, Written

Take = Callable[[Written], None]


def field(words: Words, spot: Spot, label: str, *, hint: str, stored: str, limit: int, take: Take) -> None:
    """Draws the field.

    Args:
        words: the language.
        spot: where the text belongs.
        label: what it is called.
        hint: stands below it.
        stored: what the store has.
        limit: characters that fit.
        take: called with each draft.
    """
    session = st.session_state
    parts.writing(
        words,
        TextField(
            # A draft stays in the tab; whoever signs in there next must not find it.
            slot=f"{spot.actor.id}:{spot.key}",
            label=label,
            hint=hint,
            stored=stored,
            version=keeping.version_shown(spot),
            limit=limit,
            taken=session.get(_taken(spot)),
            stopped=session.get(_stopped(spot)),
        ),
        take,
    )


def store(spot: Spot, written: Written, mine: Any, send: Callable[[int], Outcome]) -> bool:
    """Stores a draft, or remembers why it cannot be stored as it is.

    Args:
        spot: where it belongs.
        written: the draft.
        mine: its value as the desk takes it, for the question whose value shall stand.
        send: sends it to the desk, given the version that it builds on.

    Returns:
        True where it is stored.
    """
    session = st.session_state
    goes_on = written.after is not None and session.get(_taken(spot)) == written.after
    seen = session[_made(spot)] if goes_on else written.seen
    done = keeping.save(spot, mine, lambda _: send(seen))
    if done:
        settled(spot, written.id)
    else:
        stop(spot, written)
    return done


def stop(spot: Spot, written: Written) -> None:
    """Tells the browser that this draft cannot be stored as it is, so that it is not sent again and again."""
    st.session_state[_stopped(spot)] = written.id


def settled(spot: Spot, draft: str | None = None) -> None:
    """Tells the browser that a draft has done its duty; without a name the one that was stopped last."""
    session = st.session_state
    session[_taken(spot)] = draft or session.get(_stopped(spot))
    session[_made(spot)] = keeping.version_shown(spot)


def decided(spot: Spot) -> None:
    """After a choice between two texts: the draft has done its duty, unless the choice could not be carried out."""
    if keeping.clash_at(spot) is None and keeping.trouble_at(spot) is None:
        settled(spot)


def no_widget(spot: Spot) -> str:
    """Stands for the widget of a text: the field lives in the browser, and has no value that would have to be set."""
    return f"no-widget:{spot.key}"


def _taken(spot: Spot) -> str:
    return f"taken:{spot.key}"


def _made(spot: Spot) -> str:
    # The version that storing the last draft made.
    return f"made:{spot.key}"


def _stopped(spot: Spot) -> str:
    return f"stopped:{spot.key}"
