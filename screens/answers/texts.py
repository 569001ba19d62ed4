"""The texts of an answer: note and evidence. The browser keeps each draft until the store has it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

import streamlit as st

from locales.words import Words
from models.assessment import EVIDENCE_LIMIT, TEXT_LIMIT, Outcome, StoredAnswer
from models.people import Actor
from screens.answers import clash, drafts, keeping
from screens.answers.clash import Press
from screens.answers.files import files
from screens.answers.keeping import Spot
from screens.browser.parts import Written
from screens.frame.here import desk
from screens.show.plain import plain


@dataclass(frozen=True, slots=True)
class Box:
    """One text: where it belongs, and how it is called."""

    spot: Spot
    field: Literal["note", "evidence"]
    label: str
    hint: str

    def value(self, text: str) -> str | Sequence[str]:
        """The text as the desk takes it: evidence stands line by line."""
        return text if self.field == "note" else [line for line in text.splitlines() if line.strip()]

    def write(self, text: str, seen: int, op: str | None = None) -> Outcome:
        """Sends the text to the desk. `seen` is the version that its writer saw."""
        where = self.spot.actor, self.spot.assessment, self.spot.indicator
        if self.field == "evidence":
            return desk().evidence.write(*where, self.value(text), seen=seen, op=op)
        return desk().answering.annotate(*where, "note", text, seen=seen, op=op)


def texts(words: Words, actor: Actor, assessment: str, answer: StoredAnswer) -> None:
    """Draws both fields."""
    hint = words("One document, decision or link on each line, {count} at most.", count=EVIDENCE_LIMIT)
    note = Spot(actor, assessment, answer.indicator, "note")
    evidence = Spot(actor, assessment, answer.indicator, "evidence")
    _draw(words, Box(note, "note", words("Note"), ""), answer, answer.note or "", TEXT_LIMIT)
    most = TEXT_LIMIT * EVIDENCE_LIMIT
    kept = desk().evidence.files(actor, assessment, answer.indicator) if answer.evidence else ()
    names = {each.name for each in kept}
    lines = "\n".join(each for each in answer.evidence if each not in names)
    _draw(words, Box(evidence, "evidence", words("Evidence"), hint), answer, lines, most)
    with st.container(gap="small"):
        files(words, evidence, kept)


def _draw(words: Words, box: Box, answer: StoredAnswer, stored: str, limit: int) -> None:
    keeping.begin_showing(box.spot, answer, drafts.no_widget(box.spot), stored)
    # In a place of its own: what comes and goes here would take the keyboard out of the next field.
    with st.container():
        take = partial(_take, box)
        drafts.field(words, box.spot, box.label, hint=box.hint, stored=stored, limit=limit, take=take)
        _trouble(words, box, answer, stored)


def _take(box: Box, written: Written) -> None:
    drafts.store(box.spot, written, written.text, lambda seen: box.write(written.text, seen, written.id))


def _trouble(words: Words, box: Box, answer: StoredAnswer, stored: str) -> None:
    trouble = keeping.trouble_at(box.spot)
    if trouble is not None:
        st.error(plain(words.say(trouble)))
    met = keeping.clash_at(box.spot)
    if met is None:
        return
    clash.texts(words, answer.fields.get(box.field), stored, met.mine)
    clash.choice(words, box.spot, Press(_insist, (box, answer, met.mine)), Press(_give_way, (box, answer, met.mine)))


def _insist(box: Box, answer: StoredAnswer, mine: str) -> None:
    keeping.insist(box.spot, answer, drafts.no_widget(box.spot), (None, None), lambda seen: box.write(mine, seen))
    drafts.decided(box.spot)


def _give_way(box: Box, answer: StoredAnswer, mine: str) -> None:
    keeping.give_way(box.spot, answer, drafts.no_widget(box.spot), None, box.value(mine))
    drafts.decided(box.spot)
