"""How a city comes to its ratings: chosen when an assessment begins, changed while nothing would be lost."""

import streamlit as st

from locales.words import Words
from models.assessment import Assessment, Way
from models.people import Actor
from screens.frame.here import desk
from screens.show.pressing import pressed, unchanged

WAYS: tuple[Way, ...] = ("together", "privately", "alone")


def name_of(way: Way, words: Words) -> str:
    """What a way is called."""
    return {
        "together": words("Together in one sheet"),
        "privately": words("Each alone first, then together"),
        "alone": words("One person alone"),
    }[way]


def meaning_of(way: Way, words: Words) -> str:
    """What a way means, in plain words."""
    return {
        "together": words("Everybody sees and changes the same answers."),
        "privately": words(
            "Each rates so that nobody else sees it; then the ratings are laid side by side without names, and you "
            "agree on a value with its reason. Worth it from three people on; guests can rate too."
        ),
        "alone": words("For small towns: no ceremony. The report says that one person rated."),
    }[way]


def questions_page(assessment: Assessment) -> str:
    """The page on which somebody who is asked for answers begins: their own where all rate alone first."""
    return "rating" if assessment.way == "privately" else "answering"


def choose_way(words: Words, key: str, standing: Way = "together") -> Way:
    """Draws the choice."""
    return st.radio(
        words("How do you come to your ratings?"),
        WAYS,
        index=WAYS.index(standing),
        format_func=lambda way: name_of(way, words),
        captions=[meaning_of(way, words) for way in WAYS],
        key=f"{key}-{words.language}",
    )


def change_way(words: Words, actor: Actor, assessment: Assessment) -> None:
    """Draws the choice of an assessment that has begun, for its lead."""
    chosen = choose_way(words, f"way-{assessment.id}-{assessment.version}", assessment.way)
    st.caption(
        words(
            "You can change this as long as nothing is lost by it: answers stay in any case, but once somebody has "
            "rated alone it stays at that."
        )
    )
    lacks = unchanged(words, chosen, assessment.way)
    if pressed(words("Change the way"), f"change-way-{assessment.id}", lacks=lacks):
        desk().consensus.choose_way(actor, assessment.id, chosen, seen=assessment.version)
        st.rerun()
