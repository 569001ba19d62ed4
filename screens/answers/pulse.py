"""How a process stands while it is being answered: the part of the page that moves with every rating.

A rating may open the next level or close it again. Then the whole page is drawn anew; otherwise this part alone.
"""

import streamlit as st

from locales.words import Words
from models.assessment import Actor
from models.sheet import Sheet
from reports.content.naming import level_words
from screens.frame.here import desk
from screens.frame.language import speak

Openness = tuple[bool, ...]


def pulse(actor: Actor, assessment: str, process: str) -> None:
    """Draws how the process stands."""
    st.fragment(_pulse, key=_key(assessment, process))(actor, assessment, process)


def _pulse(actor: Actor, assessment: str, process: str) -> None:
    words = speak()
    sheet = desk().answering.sheet(actor, assessment, process)
    st.session_state[_drawn(assessment, process)] = openness(sheet)
    st.markdown(_standing(words, sheet))


def _standing(words: Words, sheet: Sheet) -> str:
    opened = [part for part in sheet.parts if part.open]
    done = sum(part.answered for part in opened)
    asked = sum(len(part.questions) for part in opened)
    progress = words("{done} of {asked} answered", done=done, asked=asked)
    if sheet.level is None:
        return progress
    return f":primary-badge[{level_words(sheet.level, sheet.framework, words)}] {progress}"


def openness(sheet: Sheet) -> Openness:
    """Which parts are open."""
    return tuple(part.open for part in sheet.parts)


def after_rating(actor: Actor, assessment: str, indicator: str) -> None:
    """Brings up to date what a rating moved. Ends the callback that it is called from."""
    process = ".".join(indicator.split(".")[:2])
    now = openness(desk().answering.sheet(actor, assessment, process))
    if st.session_state.get(_drawn(assessment, process)) != now:
        st.rerun()
    st.rerun([_key(assessment, process), f"question:{assessment}:{indicator}"])


def _key(assessment: str, process: str) -> str:
    return f"pulse:{assessment}:{process}"


def _drawn(assessment: str, process: str) -> str:
    return f"open:{assessment}:{process}"
