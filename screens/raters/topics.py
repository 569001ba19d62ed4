"""The topics of an assessment in the side bar, by dimension, each with how it stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

import streamlit as st

from locales.words import Words
from models.raters import Topic
from screens.show.plain import plain

PARAMETER = "topic"
"""What the address calls the topic that is open."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One topic in the list: how it stands in words, and whether it is done."""

    topic: Topic
    state: str
    done: bool
    icon: str | None = None


def topics(words: Words, entries: Sequence[Entry], current: str) -> None:
    """Draws the list."""
    with st.sidebar:
        for _, members in groupby(entries, key=lambda each: each.topic.dimension.id):
            group = tuple(members)
            if group[0].topic.process is not None:
                st.markdown(f"**{plain(words.text(group[0].topic.dimension.name))}**")
            with st.container(gap=None, key=f"processes-{group[0].topic.dimension.id}"):
                for each in group:
                    _entry(words, each, chosen=each.topic.id == current)


def current_topic(entries: Sequence[Entry]) -> str:
    """The topic that the address names, else the first that is not done."""
    named = st.query_params.get(PARAMETER)
    if named not in {each.topic.id for each in entries}:
        named = next((each.topic.id for each in entries if not each.done), entries[0].topic.id)
    # The page stays with this topic, also once it is done.
    st.query_params[PARAMETER] = named
    return str(named)


def topic_name(topic: Topic, words: Words) -> str:
    """What a topic is called; a process with its number."""
    name = words.text(topic.name)
    return f"{topic.id} {name}" if topic.process is not None else name


def onward(words: Words, entries: Sequence[Entry], current: str) -> None:
    """Draws the buttons to the topics before and behind."""
    ids = [each.topic.id for each in entries]
    at = ids.index(current)
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        if at > 0:
            st.button(words("Back"), key="topic-before", on_click=go_to, args=(ids[at - 1],))
        if at + 1 < len(ids):
            st.button(words("Next"), key="topic-next", type="primary", on_click=go_to, args=(ids[at + 1],))


def go_to(topic: str) -> None:
    """Opens another topic."""
    st.query_params[PARAMETER] = topic


def _entry(words: Words, each: Entry, *, chosen: bool) -> None:
    usual = ":material/check_circle:" if each.done else ":material/radio_button_unchecked:"
    st.button(
        f"{plain(topic_name(each.topic, words))} · {each.state}",
        key=f"topic-{each.topic.id}",
        type="secondary" if chosen else "tertiary",
        icon=each.icon or usual,
        width="stretch",
        on_click=go_to,
        args=(each.topic.id,),
    )
