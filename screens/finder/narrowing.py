"""The choices that make a long list of cities shorter: only what at least one of them has is offered."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from assessment.desk.matching import Found
from assessment.matching import HELPS, Narrowing
from locales.words import Words
from reports.content.naming import process_name
from screens.finder.naming import help_words, language_name, topic_words
from screens.frame.here import desk

_Choice = TypeVar("_Choice", bound=str)

_FEW = 2
"""So many cities need no choices."""


def narrowing(words: Words, city: str, every: Sequence[Found]) -> Narrowing:
    """Draws the choices, folded; nothing for a short list."""
    if len(every) <= _FEW:
        return Narrowing()
    model, key = desk().library.models[0], f"{city}-{words.language}"
    named = {name for each in every for name in (*each.match.theirs, *each.match.ours)}
    spoken = list(dict.fromkeys(name for each in every for name in each.match.languages))
    topics = list(dict.fromkeys(name for each in every for name in each.match.topics))
    with st.expander(words("Choose by process, language, topic or size"), icon=":material/filter_list:"):
        processes = {each.id: process_name(model, each.id, words) for each in model.processes if each.id in named}
        process = _one_of(words, st.container(), words("Process"), processes, f"by-process-{key}")
        left, right = st.columns(2)
        languages = {each: language_name(each, words) for each in spoken}
        language = _one_of(words, left, words("Language in common"), languages, f"by-language-{key}")
        shared = {each: topic_words(each, words) for each in topics}
        topic = _one_of(words, right, words("Topic in common"), shared, f"by-topic-{key}")
        helps = {each: help_words(each, words) for each in HELPS}
        helping = _one_of(words, left, words("Who could help"), helps, f"by-help-{key}")
        similar = right.checkbox(words("Only cities of a similar size"), key=f"by-size-{key}")
    return Narrowing(process, language, topic, similar=similar, help=helping)


def _one_of(words: Words, place: DeltaGenerator, label: str, names: Mapping[_Choice, str], key: str) -> _Choice | None:
    """A choice among what is named so; None for all of it."""
    return place.selectbox(
        label, list(names), index=None, format_func=lambda each: names[each], placeholder=words("all"), key=key
    )
