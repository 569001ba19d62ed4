"""What is wrong with a file, place by place, so that a person can mend it."""

from collections.abc import Sequence

import streamlit as st

from locales.words import Words
from models.problem import Problem
from screens.show.plain import plain

_SHOWN = 30


def show_problems(words: Words, file: str, problems: Sequence[Problem]) -> None:
    """Says that the file was not taken over, and why."""
    st.error(words("{file} was not opened, and nothing was changed. This has to be mended first:", file=plain(file)))
    for problem in problems[:_SHOWN]:
        st.markdown("- " + sentence(words, problem))
    if len(problems) > _SHOWN:
        st.markdown(words("… and {number} more.", number=len(problems) - _SHOWN))


def sentence(words: Words, problem: Problem) -> str:
    """One problem: where, what was found, what was expected, what to do."""
    about = problem.trail if isinstance(problem.trail, str) else words.say(problem.trail)
    trail = f" {plain(about)}:" if about else ""
    parts = [problem.found, problem.expected] + ([problem.suggestion] if problem.suggestion else [])
    told = " ".join(plain(_ended(words.say(part))) for part in parts)
    return f"**{plain(words.say(problem.place.told))}**{trail} {told}"


def _ended(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."
