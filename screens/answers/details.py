"""What explains a rating: a note, the evidence, and how sure people are. Folded away until somebody wants it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from locales.words import Words
from models.assessment import EVIDENCE_LIMIT, TEXT_LIMIT, Outcome, StoredAnswer
from models.people import Actor
from screens.answers import keeping
from screens.answers.keeping import Spot, Write
from screens.answers.naming import CONFIDENCES, confidence_words, value_words
from screens.frame.here import desk
from screens.show.plain import plain


@dataclass(frozen=True, slots=True)
class Box:
    """A field with its widget: where it is, what it is called, what the store has, and how text becomes a value.

    `tidy` brings what the widget holds into the form in which the store has it, so that the two can be compared.
    """

    spot: Spot
    widget: str
    label: str
    shown: Any
    value_of: Callable[[Any], str | Sequence[str] | None]
    tidy: Callable[[Any], Any]

    def write(self, held: Any) -> Write:
        """Sends what the widget holds to the desk."""

        def send(seen: int) -> Outcome:
            spot, value = self.spot, self.value_of(held)
            annotate = desk().answering.annotate
            match spot.field:
                case "note" | "evidence" | "confidence" as field:
                    return annotate(spot.actor, spot.assessment, spot.indicator, field, value, seen=seen)
                case "rating":
                    raise TypeError("a rating is no annotation")

        return send


def details(words: Words, actor: Actor, assessment: str, answer: StoredAnswer) -> None:
    """Draws the three fields behind a line that says what is there already."""
    with st.expander(_summary(words, answer), key=f"details:{answer.indicator}"):
        _text(words, _note(words, actor, assessment, answer), answer, help_text=None)
        hint = words("One document, decision or link on each line, {count} at most.", count=EVIDENCE_LIMIT)
        _text(words, _evidence(words, actor, assessment, answer), answer, help_text=hint)
        _confidence(words, actor, assessment, answer)


def _summary(words: Words, answer: StoredAnswer) -> str:
    there = []
    if answer.note:
        there.append(words("note"))
    if answer.evidence:
        there.append(words("{count} × evidence", count=len(answer.evidence)))
    if answer.confidence:
        there.append(confidence_words(answer.confidence, words))
    title = words("Note, evidence, how sure")
    return f"{title}: {', '.join(there)}" if there else title


def _note(words: Words, actor: Actor, assessment: str, answer: StoredAnswer) -> Box:
    spot = Spot(actor, assessment, answer.indicator, "note")
    return Box(spot, f"note:{spot.key}:{words.language}", words("Note"), answer.note or "", str, _stripped)


def _evidence(words: Words, actor: Actor, assessment: str, answer: StoredAnswer) -> Box:
    spot = Spot(actor, assessment, answer.indicator, "evidence")
    label = words("Evidence")
    shown = "\n".join(answer.evidence)
    return Box(
        spot, f"evidence:{spot.key}:{words.language}", label, shown, _lines, lambda held: "\n".join(_lines(held))
    )


def _lines(held: object) -> list[str]:
    return [line.strip() for line in _stripped(held).splitlines() if line.strip()]


def _stripped(held: object) -> str:
    return str(held or "").strip()


def _text(words: Words, box: Box, answer: StoredAnswer, help_text: str | None) -> None:
    first = keeping.begin_showing(box.spot, answer, box.widget, box.shown)
    held = st.text_area(
        box.label,
        value=None if box.widget in st.session_state else box.shown,
        max_chars=TEXT_LIMIT,
        help=help_text,
        key=box.widget,
        on_change=_typed,
        args=(box,),
    )
    tidy = box.tidy(held)
    keeping.compare(box.spot, answer, first=first, value=tidy, shown=box.shown, write=box.write(tidy))
    _after(words, box, answer)


def _typed(box: Box) -> None:
    held = box.tidy(st.session_state.get(box.widget))
    keeping.save(box.spot, held, box.write(held))


def _confidence(words: Words, actor: Actor, assessment: str, answer: StoredAnswer) -> None:
    spot = Spot(actor, assessment, answer.indicator, "confidence")
    label = words("How sure are you?")
    box = Box(spot, f"confidence:{spot.key}:{words.language}", label, answer.confidence, _same, _same)
    first = keeping.begin_showing(spot, answer, box.widget, box.shown)
    held = st.segmented_control(
        label,
        CONFIDENCES,
        default=None if box.widget in st.session_state else box.shown,
        format_func=lambda code: confidence_words(code, words),
        key=box.widget,
        on_change=_sure,
        args=(box,),
    )
    keeping.compare(spot, answer, first=first, value=held, shown=box.shown, write=box.write(held))
    _after(words, box, answer)


def _same(held: Any) -> Any:
    return held


def _sure(box: Box) -> None:
    held = st.session_state.get(box.widget)
    if held is None or held in CONFIDENCES:
        keeping.save(box.spot, held, box.write(held))


def _after(words: Words, box: Box, answer: StoredAnswer) -> None:
    trouble = keeping.trouble_at(box.spot)
    if trouble is not None:
        st.error(plain(words.say(trouble)))
    clash = keeping.clash_at(box.spot)
    if clash is None:
        return
    stored = answer.fields.get(box.spot.field)
    theirs = value_words(stored.value if stored else None, words)
    mine = value_words(str(clash.mine) if clash.mine else None, words)
    st.warning(
        words("Stored is “{theirs}”; yours is “{mine}”, which is not stored.", theirs=plain(theirs), mine=plain(mine))
    )
    with st.container(horizontal=True):
        args = (box.spot, answer, box.widget, box.shown)
        write = box.write(clash.mine)
        st.button(words("Store mine"), key=f"mine:{box.spot.key}", on_click=keeping.settle, args=(*args, write))
        st.button(words("Keep what is stored"), key=f"keep:{box.spot.key}", on_click=keeping.settle, args=(*args, None))
