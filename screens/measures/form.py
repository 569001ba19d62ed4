"""The form of one measure: what, who, when, what it takes, what has to be decided, how far it is."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

import streamlit as st

from assessment.desk.errors import MeasureRefused
from locales.words import Words
from models.measures import MEASURE_STATES, Means, Measure
from models.message import Message
from models.people import Actor
from reports.content.measure_words import state_words
from screens.frame.began import began_with, begin_anew, overtaken
from screens.frame.here import desk
from screens.show.asking import asked_first
from screens.show.plain import plain
from screens.show.stored import say_stored

_FORMAT = "DD.MM.YYYY"


@dataclass(frozen=True)
class _Fields:
    """Draws fields with what stands there and what is wrong with it, and collects what people fill in."""

    words: Words
    measure: Measure
    problems: Mapping[str, Message]
    filled: dict[str, Any] = field(default_factory=dict)

    def text(self, name: str, label: str, help: str = "", *, long: bool = False) -> None:  # noqa: A002 - as Streamlit
        draw = st.text_area if long else st.text_input
        limit = 2_000 if long else 200
        value = draw(label, value=self._standing(name), max_chars=limit, help=help or None, key=self._key(name))
        self.filled[name] = value or ""
        self._problem(name)

    def number(self, name: str, label: str, *, half: bool = False) -> None:
        standing = self._standing(name)
        value = None if standing is None else float(standing) if half else int(standing)
        written = st.number_input(
            label, value=value, min_value=0.0 if half else 0, step=0.5 if half else 100, key=self._key(name)
        )
        self.filled[name] = written if written is None or not half else Decimal(str(written)).normalize()
        self._problem(name)

    def day(self, name: str, label: str) -> None:
        chosen = st.date_input(label, value=self._standing(name), format=_FORMAT, key=self._key(name))
        self.filled[name] = chosen if isinstance(chosen, datetime.date) else None
        self._problem(name)

    def _standing(self, name: str) -> Any:
        return getattr(self.measure.means if hasattr(self.measure.means, name) else self.measure, name)

    def _key(self, name: str) -> str:
        return _key(name, self.measure, self.words)

    def _problem(self, name: str) -> None:
        if name in self.problems:
            st.error(plain(self.words.say(self.problems[name])))


def _key(name: str, measure: Measure, words: Words) -> str:
    return f"{name}-{measure.id}-{measure.version}-{words.language}"


def change(words: Words, actor: Actor, standing: Measure) -> None:
    """Draws the form of a measure; what is wrong with it stands beside its field, and nothing is stored then."""
    place = _place(standing)
    measure = began_with(place, lambda each: _key("title", each, words), standing)
    late = overtaken(words, place, measure, standing)
    problems = st.session_state.get(f"problems-{measure.id}", {})
    fields = _Fields(words, measure, problems)
    with st.form(f"form-{measure.id}-{measure.version}", border=False):
        state = _about(words, fields)
        _means(words, fields)
        _decision(words, fields)
        with st.container(horizontal=True):
            keep = st.form_submit_button(words("Save"), type="primary", disabled=late)
            close = st.form_submit_button(words("Close without saving"))
    if keep and not late:
        _keep(words, actor, measure, fields.filled | {"state": state})
    if close:
        _shut(measure)
    _removing(words, actor, standing)


def _about(words: Words, fields: _Fields) -> Any:
    measure = fields.measure
    fields.text("title", words("What is to be done"))
    left, middle, right = st.columns(3)
    with left:
        fields.text("owner", words("In charge"), words("A function or department rather than a person’s name."))
    with middle:
        fields.day("begins", words("Begins"))
    with right:
        fields.day("due", words("Due"))
    left, right = st.columns([2, 1])
    with left:
        state = st.segmented_control(
            words("State"),
            MEASURE_STATES,
            default=measure.state,
            format_func=lambda each: state_words(each, words),
            required=True,
            key=_key("state", measure, words),
        )
    with right:
        fields.day("done", words("Done on"))
    return state


def _means(words: Words, fields: _Fields) -> None:
    first, second, third, fourth = st.columns(4)
    with first:
        fields.number("days", words("Working days"), half=True)
    with second:
        fields.number("posts", words("Posts"), half=True)
    with third:
        fields.number("euros_once", words("Euros once"))
    with fourth:
        fields.number("euros_yearly", words("Euros a year"))
    first, second, third = st.columns([1, 1, 2])
    with first:
        fields.number("own_funds", words("Own funds (euros)"))
    with second:
        fields.number("third_party_funds", words("Third-party funds (euros)"))
    with third:
        fields.text("funding_source", words("Where the funds come from"))


def _decision(words: Words, fields: _Fields) -> None:
    left, right = st.columns([2, 1])
    with left:
        fields.text("decision", words("Decision needed first"))
    with right:
        fields.text(
            "decision_reference", words("Its reference"), words("The number of the council paper, for example.")
        )
    fields.text("evidence", words("What will show that it was done"))
    fields.text("indicator", words("How you will see that it worked"), _offered(words))
    fields.text("note", words("Note"), long=True)


def _offered(words: Words) -> str:
    """The core indicators of the model, to choose from."""
    offered = desk().library.models[0].head.core_indicators
    return "\n".join(f"- {plain(words.text(each.text))}" for each in offered)


def _keep(words: Words, actor: Actor, measure: Measure, filled: dict[str, Any]) -> None:
    names = Means.__dataclass_fields__
    means = replace(measure.means, **{name: value for name, value in filled.items() if name in names})
    others = {name: value for name, value in filled.items() if name not in names}
    try:
        desk().measuring.change(actor, replace(measure, means=means, **others))
    except MeasureRefused as refused:
        st.session_state[f"problems-{measure.id}"] = refused.problems
        st.rerun()
    say_stored(words)
    _shut(measure)


def _place(measure: Measure) -> str:
    return f"measure-began-{measure.id}"


def _shut(measure: Measure) -> None:
    begin_anew(_place(measure))
    st.session_state.pop("measure-open", None)
    st.session_state.pop(f"problems-{measure.id}", None)
    st.rerun()


def _removing(words: Words, actor: Actor, measure: Measure) -> None:
    told = words(
        "“{title}” will be erased. To keep a trace of it, choose “dropped” instead.", title=plain(measure.title)
    )
    label, deed, key = words("Delete"), words("Delete for good"), f"remove-{measure.id}"
    if asked_first(label, told, deed, key, icon=":material/delete:", kind="tertiary"):
        desk().measuring.remove(actor, measure.id, seen=measure.version)
        _shut(measure)
