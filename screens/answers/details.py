"""What explains a rating: a note, the evidence, and how sure people are. Folded away until somebody wants it."""

import streamlit as st

from locales.words import Words
from models.assessment import Outcome, StoredAnswer
from models.people import Actor
from screens.answers import clash, keeping
from screens.answers.clash import Press
from screens.answers.keeping import Spot, Write
from screens.answers.naming import CONFIDENCES, confidence_words
from screens.answers.texts import texts
from screens.frame.here import desk
from screens.show.plain import plain


def details(words: Words, actor: Actor, assessment: str, answer: StoredAnswer) -> None:
    """Draws the three fields behind a line that says what is there already."""
    with st.expander(_summary(words, answer), key=f"details:{answer.indicator}"):
        texts(words, actor, assessment, answer)
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


def _confidence(words: Words, actor: Actor, assessment: str, answer: StoredAnswer) -> None:
    spot, shown = Spot(actor, assessment, answer.indicator, "confidence"), answer.confidence
    widget = f"confidence:{spot.key}:{words.language}"
    first = keeping.begin_showing(spot, answer, widget, shown)
    held = st.segmented_control(
        words("How sure are you?"),
        CONFIDENCES,
        default=None if widget in st.session_state else shown,
        format_func=lambda code: confidence_words(code, words),
        key=widget,
        on_change=_sure,
        args=(spot, widget),
    )
    if held is None or held in CONFIDENCES:
        keeping.compare(spot, answer, first=first, value=held, shown=shown, write=_write(spot, held))
    _after(words, spot, answer, widget)


def _sure(spot: Spot, widget: str) -> None:
    held = st.session_state.get(widget)
    if held is None or held in CONFIDENCES:
        keeping.save(spot, held, _write(spot, held))


def _write(spot: Spot, held: str | None) -> Write:
    def send(seen: int) -> Outcome:
        annotate = desk().answering.annotate
        return annotate(spot.actor, spot.assessment, spot.indicator, "confidence", held, seen=seen)

    return send


def _after(words: Words, spot: Spot, answer: StoredAnswer, widget: str) -> None:
    trouble, met = keeping.trouble_at(spot), keeping.clash_at(spot)
    if trouble is not None:
        st.error(plain(words.say(trouble)))
    if met is None:
        return
    shown, mine = answer.confidence, met.mine
    theirs, wished = (confidence_words(code, words) if code else words("nothing") for code in (shown, mine))
    st.warning(clash.values(words, answer.fields.get("confidence"), theirs, wished))
    insist = Press(keeping.insist, (spot, answer, widget, (shown, mine), _write(spot, mine)))
    clash.choice(words, spot, insist, Press(keeping.give_way, (spot, answer, widget, shown, mine)))
