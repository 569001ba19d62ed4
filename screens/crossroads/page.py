"""The page that leads to what cities do together, each with the sentence that says what it is good for."""

from dataclasses import dataclass

import streamlit as st

from locales.words import Words
from screens.crossroads.choosing import own_cities
from screens.frame.column import WORKING, column
from screens.frame.here import current_actor
from screens.frame.language import speak


@dataclass(frozen=True)
class _Door:
    page: str
    icon: str
    title: str
    says: str
    go: str


_OF_A_CITY = ("exchange.py", "costs.py")


def network() -> None:
    """Draws the page."""
    words, actor = speak(), current_actor()
    with column(WORKING):
        st.title(words("Network"), anchor=False)
        st.markdown(words("Urban diplomacy is learned from other cities. Here is where you find them."))
        in_a_city = bool(own_cities(actor, "find partners"))
        doors = [each for each in _doors(words) if in_a_city or each.page not in _OF_A_CITY]
        grid = st.grid(2, min_column_width=300)
        for each in doors:
            with grid.container(border=True, height="stretch"):
                st.header(f":material/{each.icon}: {each.title}", anchor=False)
                st.markdown(each.says)
                st.space("stretch")
                if st.button(each.go, key=f"go-{each.page}"):
                    st.switch_page(each.page)


def _doors(words: Words) -> tuple[_Door, ...]:
    return (
        _Door(
            "exchange.py",
            "handshake",
            words("Exchange finder"),
            words(
                "Who is strong where you want to grow, and the other way round. Only cities that agreed to it appear."
            ),
            words("Find cities"),
        ),
        _Door(
            "events.py",
            "event",
            words("Programme"),
            words("Trainings, summits and round tables, with their material and what came of them."),
            words("See the programme"),
        ),
        _Door(
            "knowledge.py",
            "local_library",
            words("Knowledge library"),
            words("Good practices of other cities with their source, words of the field, literature, public figures."),
            words("Open the library"),
        ),
        _Door(
            "costs.py",
            "payments",
            words("Resources"),
            words("What your international work costs in a year, process by process, and what your plans would add."),
            words("See the resources"),
        ),
    )
