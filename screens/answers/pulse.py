"""How a process stands while it is being answered: the few places of the page that move with every rating.

Each of them is a small fragment. A rating that opens or closes a level, or completes a part, moves more than these:
then the whole page is drawn anew.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import streamlit as st

from locales.words import Words
from models.people import Actor
from models.sheet import Sheet, SheetPart
from reports.content.naming import level_words
from screens.frame.here import desk
from screens.frame.language import speak


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a process is: what is answered of what is asked now, its level in words, and the shape of its page."""

    answered: int
    asked: int
    level: str
    shape: tuple[tuple[bool, bool], ...]

    @property
    def complete(self) -> bool:
        """Whether everything that is asked now is answered."""
        return self.answered == self.asked


def note(sheet: Sheet, words: Words) -> Standing:
    """Remembers how a process stands, so that every moving place of the page says the same."""
    standing = _standing(sheet, words)
    st.session_state[_key("standing", sheet.assessment.id, sheet.process.id)] = standing
    return standing


def _standing(sheet: Sheet, words: Words) -> Standing:
    opened = [part for part in sheet.parts if part.open]
    return Standing(
        answered=sum(part.answered for part in opened),
        asked=sum(len(part.questions) for part in opened),
        level=level_words(sheet.level, sheet.framework, words) if sheet.level else "",
        shape=tuple((part.open, is_complete(part)) for part in sheet.parts),
    )


def is_complete(part: SheetPart) -> bool:
    """Whether every question of a part is answered."""
    return part.answered == len(part.questions)


def moving(place: str, assessment: str, process: str, draw: Callable[[Words, Standing], None]) -> None:
    """Draws something that moves with every rating of this process.

    Args:
        place: names the place on the page, one of `PLACES`.
        assessment: the id of the assessment.
        process: the id of the process.
        draw: draws it from how the process stands.
    """

    def body() -> None:
        draw(speak(), st.session_state[_key("standing", assessment, process)])

    st.fragment(body, key=_key(place, assessment, process))()


PLACES = ("head", "entry", "total")


def head(words: Words, standing: Standing) -> None:
    """The line under the title of a process."""
    progress = words("{done} of {asked} answered", done=standing.answered, asked=standing.asked)
    st.markdown(f":primary-badge[{standing.level}] {progress}" if standing.level else progress)


def after_rating(actor: Actor, assessment: str, indicator: str) -> None:
    """Brings up to date what a rating moved. Ends the callback that it is called from."""
    draw_anew(desk().answering.sheet(actor, assessment, ".".join(indicator.split(".")[:2])), [indicator])


def moved_on(sheet: Sheet) -> bool:
    """Whether the process stands otherwise than the page says."""
    return _standing(sheet, speak()) != _shown(sheet)


def draw_anew(sheet: Sheet, questions: Sequence[str]) -> None:
    """Brings these questions up to date, and all that moves with them. Ends the callback that it is called from.

    What is asked for here takes the place of everything that the run was begun for. That is more than this wherever
    clicks and news came faster than the page was drawn: then the whole page is drawn, and nothing is left out.
    """
    assessment, process = sheet.assessment.id, sheet.process.id
    before = _shown(sheet)
    now = note(sheet, speak())
    begun_for = _begun_for()
    if not begun_for:
        return
    if len(begun_for) > 1 or before is None or before.shape != now.shape:
        st.rerun()
    drawn = (f"question:{assessment}:{each}" for each in questions)
    st.rerun([*drawn, *(_key(place, assessment, process) for place in PLACES)])


def _begun_for() -> Sequence[str]:
    """The fragments that this run was begun for; none where it draws the whole page."""
    context = st.runtime.scriptrunner.get_script_run_ctx()
    return (context and context.fragment_ids_this_run) or ()


def _shown(sheet: Sheet) -> Standing | None:
    found: Standing | None = st.session_state.get(_key("standing", sheet.assessment.id, sheet.process.id))
    return found


def _key(what: str, assessment: str, process: str) -> str:
    return f"{what}:{assessment}:{process}"
