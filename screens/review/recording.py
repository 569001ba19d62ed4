"""The record beside the ratings: filled in at any time, complete before somebody signs."""

import datetime
from collections.abc import Mapping
from typing import Any

import streamlit as st

from assessment.desk.errors import WishRefused
from locales.words import Words
from models.assessment import Assessment
from models.people import Actor
from models.record import INDEPENDENCE, RECORD_LIMIT, THOROUGHNESS, Record, StoredRecord
from reports.content.record_words import independence_words, thoroughness_words
from screens.frame.began import began_with, begin_anew, overtaken
from screens.frame.here import desk
from screens.review.naming import field_words, hints
from screens.show.plain import plain


def recording(words: Words, actor: Actor, assessment: Assessment, *, writes: bool) -> int | None:
    """Draws the record, to be written or read.

    Returns:
        The version that can be signed: complete, stored, and the one that is shown. None where there is none.
    """
    stored = desk().closing.record(actor, assessment.id)
    if not writes:
        told(words, stored.record)
        return None
    place = _place(assessment)
    shown = began_with(place, lambda each: f"sponsor-{_key(words, assessment, each)}", stored)
    late = shown.version != stored.version
    st.markdown(
        words("So that others can judge the result later. How it was scored is recorded by itself. * is required.")
    )
    wished = _form(words, shown.record, _key(words, assessment, shown), late=late)
    if wished is not None and not late:
        _keep(words, actor, assessment, wished, shown)
    if late:
        # Below the form: whoever presses the button at its end looks there.
        overtaken(words, place, shown.version, stored.version)
        with st.container(border=True, key="record-changed"):
            st.caption(words("What is stored now:"))
            told(words, stored.record)
        return None
    gaps = [field_words(words)[each] for each in stored.record.missing] if stored.version else []
    if gaps:
        st.info(words("Still missing: {fields}", fields=plain("; ".join(gaps))))
    elif stored.version:
        st.caption(words("The record is stored and complete."))
    return stored.version if stored.version and not gaps else None


def _key(words: Words, assessment: Assessment, shown: StoredRecord) -> str:
    return f"{assessment.id}-{shown.version}-{words.language}"


def _place(assessment: Assessment) -> str:
    return f"record-shown-{assessment.id}"


def told(words: Words, record: Record) -> None:
    """The record, to be read."""
    labels, lines = field_words(words), []
    for name, label in labels.items():
        value = getattr(record, name)
        if value:
            lines.append(f"- {plain(label)}: {plain(_value(words, name, value))}")
    st.markdown("\n".join(lines) or words("Nothing was recorded yet."))


def _value(words: Words, name: str, value: str | datetime.date) -> str:
    if isinstance(value, datetime.date):
        return words.date(value)
    choices: dict[str, Mapping[Any, str]] = {
        "thoroughness": thoroughness_words(words),
        "independence": independence_words(words),
    }
    return choices.get(name, {}).get(value, value)


def _form(words: Words, record: Record, key: str, *, late: bool) -> Record | None:
    """The form; what was written, in the run after somebody stored it."""
    labels, tips = field_words(words), hints(words)
    with st.form(f"record-{key}"):
        sponsor = _line("sponsor", record, labels, tips, key)
        purpose = _line("purpose", record, labels, tips, key)
        unit = _line("unit", record, labels, tips, key)
        thoroughness = st.radio(
            f"{labels['thoroughness']} *",
            THOROUGHNESS,
            index=THOROUGHNESS.index(record.thoroughness) if record.thoroughness else None,
            format_func=lambda each: thoroughness_words(words)[each],
            help=tips["thoroughness"],
            key=f"thoroughness-{key}",
        )
        independence = st.radio(
            f"{labels['independence']} *",
            INDEPENDENCE,
            index=INDEPENDENCE.index(record.independence) if record.independence else None,
            format_func=lambda each: independence_words(words)[each],
            help=tips["independence"],
            key=f"independence-{key}",
        )
        left, right = st.columns(2)
        first = left.date_input(f"{labels['first_day']} *", record.first_day, format="DD.MM.YYYY", key=f"first-{key}")
        last = right.date_input(f"{labels['last_day']} *", record.last_day, format="DD.MM.YYYY", key=f"last-{key}")
        assessors = _area("assessors", record, labels, tips, key)
        participants = _area("participants", record, labels, tips, key)
        evidence_basis = _area("evidence_basis", record, labels, tips, key)
        constraints = _area("constraints", record, labels, tips, key)
        if not st.form_submit_button(words("Store the record"), disabled=late):
            return None
    return Record(
        sponsor=sponsor,
        purpose=purpose,
        unit=unit,
        thoroughness=thoroughness,
        independence=independence,
        first_day=_day(first),
        last_day=_day(last),
        assessors=assessors,
        participants=participants,
        evidence_basis=evidence_basis,
        constraints=constraints,
    )


def _line(name: str, record: Record, labels: dict[str, str], tips: dict[str, str], key: str) -> str:
    return st.text_input(
        f"{labels[name]} *", _written(name, record), max_chars=200, help=tips.get(name), key=f"{name}-{key}"
    )


def _area(name: str, record: Record, labels: dict[str, str], tips: dict[str, str], key: str) -> str:
    label = labels[name] if name == "constraints" else f"{labels[name]} *"
    return st.text_area(
        label,
        _written(name, record),
        max_chars=RECORD_LIMIT,
        height=90,
        help=tips.get(name),
        key=f"{name}-{key}",
    )


def _written(name: str, record: Record) -> str:
    return str(getattr(record, name))


def _day(chosen: object) -> datetime.date | None:
    return chosen if isinstance(chosen, datetime.date) else None


def _keep(words: Words, actor: Actor, assessment: Assessment, wished: Record, shown: StoredRecord) -> None:
    try:
        desk().closing.keep_record(actor, assessment.id, wished, seen=shown.version)
    except WishRefused as refused:
        st.error(plain(words.say(refused.message)))
        return
    begin_anew(_place(assessment))
    st.rerun()
