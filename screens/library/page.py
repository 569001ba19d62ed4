"""The library's page: one shelf at a time, found by dimension, process and words."""

from collections.abc import Callable, Sequence, Sized
from dataclasses import dataclass

import streamlit as st

from assessment.desk.door import in_house, may
from locales.words import Words
from models.people import Actor
from models.questionnaire import CapabilityModel
from reports.content.naming import process_name
from screens.crossroads.choosing import own_cities
from screens.frame.column import WORKING, column
from screens.frame.here import current_actor, desk
from screens.frame.language import speak
from screens.library.contributing import contributing
from screens.library.editing import editing
from screens.library.finding import Holdings, Wanted, look_up
from screens.library.shelves import figures, literature, practices, recommendations, terms

_SHELF = "library-shelf"


@dataclass(frozen=True)
class _Shelf:
    name: str
    draw: Callable[[], None]


def library(process: str = "") -> None:
    """Draws the page.

    Args:
        process: the process that the address asks about; empty for all.
    """
    words, actor, model = speak(), current_actor(), desk().library.models[0]
    with column(WORKING):
        st.page_link("network.py", label=words("Network"), icon=":material/arrow_back:")
        st.title(words("Knowledge library"), anchor=False)
        found = look_up(model, desk().contributing.published(actor), _wanted(words, model, process), words)
        shelves = _shelves(words, actor, model, found)
        shelves[_chosen(words, shelves)].draw()


def _chosen(words: Words, shelves: Sequence[_Shelf]) -> int:
    """The shelf that was chosen last, also when a search has changed how much stands on it."""
    names = [each.name for each in shelves]
    before = st.session_state.get(_SHELF, 0)
    at = st.segmented_control(
        words("Shelf"),
        range(len(shelves)),
        default=before if before < len(shelves) else 0,
        format_func=lambda at: names[at],
        required=True,
        label_visibility="collapsed",
        key=f"shelf-{'|'.join(names)}",
    )
    st.session_state[_SHELF] = at
    return at


def _shelves(words: Words, actor: Actor, model: CapabilityModel, found: Holdings) -> list[_Shelf]:
    told, known = found.told, found.practices
    usable = [each for each in found.figures if each.usable_directly]
    shelves = [
        _Shelf(_counted(words("Good practices"), told + known), lambda: practices(words, model, told, known)),
        _Shelf(
            _counted(words("Recommendations"), found.recommendations),
            lambda: recommendations(words, model, found.recommendations),
        ),
        _Shelf(_counted(words("Words of the field"), found.terms), lambda: terms(words, found.terms)),
        _Shelf(_counted(words("Literature"), found.sources), lambda: literature(words, model, found.sources)),
        _Shelf(_counted(words("Public figures"), usable), lambda: figures(words, model, found.figures)),
    ]
    cities = own_cities(actor, "contribute")
    if cities:
        shelves.append(_Shelf(words("Contribute"), lambda: contributing(words, actor, model, cities)))
    if may(tuple(in_house(actor)), "edit library"):
        waiting = len(desk().contributing.waiting(actor))
        shelves.append(_Shelf(words("To check: {count}", count=waiting), lambda: editing(words, actor, model)))
    return shelves


def _counted(name: str, found: Sized) -> str:
    """A shelf with how much stands on it, so that one sees where to look."""
    return f"{name} ({len(found)})"


def _wanted(words: Words, model: CapabilityModel, process: str) -> Wanted:
    left, right = st.columns([2, 3], vertical_alignment="bottom")
    text = left.text_input(words("Search"), key="library-search", placeholder=words("a word or two"))
    known = [*(each.id for each in model.head.dimensions), *(each.id for each in model.processes)]
    about = right.selectbox(
        words("Dimension or process"),
        known,
        index=known.index(process) if process in known else None,
        format_func=lambda key: _named(model, key, words),
        placeholder=words("all"),
        key=f"library-about-{process}-{words.language}",
    )
    return Wanted(str(text or ""), _processes(model, about))


def _named(model: CapabilityModel, key: str, words: Words) -> str:
    dimension = next((each for each in model.head.dimensions if each.id == key), None)
    return process_name(model, key, words) if dimension is None else words.text(dimension.name)


def _processes(model: CapabilityModel, about: str | None) -> frozenset[str] | None:
    if about is None:
        return None
    return frozenset(each.id for each in model.processes if about in (each.id, each.dimension))
