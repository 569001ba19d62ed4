"""The topics of an assessment in the side bar, by dimension, each with how it stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

import streamlit as st

from locales.words import Words
from models.raters import Part, Topic
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


def onward(words: Words, entries: Sequence[Entry], current: str, *, first: bool = True) -> None:
    """Draws the buttons to the topics before and behind; `first` unless there is something to do here before."""
    ids = [each.topic.id for each in entries]
    at = ids.index(current)
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        if at > 0:
            st.button(words("Back"), key="topic-before", on_click=go_to, args=(ids[at - 1],))
        if at + 1 < len(ids):
            kind: Literal["primary", "secondary"] = "primary" if first else "secondary"
            st.button(words("Next"), key="topic-next", type=kind, on_click=go_to, args=(ids[at + 1],))


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


def part_of(words: Words, parts: Sequence[Part], key: str) -> Part:
    """The part of a topic that is shown: the one chosen last as long as it is open, at first the first that is.

    Args:
        words: the language.
        parts: all parts of the topic, the first of them open.
        key: names the choice in the session.
    """
    opened = {part.attribute.id if part.attribute else "": part for part in parts if part.open}
    if len(opened) < 2:
        return next(iter(opened.values()), parts[0])
    chosen = st.pills(
        words("Part"),
        list(opened),
        default=next(iter(opened)),
        required=True,
        format_func=lambda each: _part_words(words, opened[each]),
        key=f"{key}:{words.language}:{len(opened)}",
        label_visibility="collapsed",
    )
    return opened.get(chosen or "", next(iter(opened.values())))


def _part_words(words: Words, part: Part) -> str:
    return f"{part.attribute.id.removeprefix('PA')} {words.text(part.attribute.name)}" if part.attribute else ""
