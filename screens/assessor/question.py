"""One question as an assessor judges it: the choice, reason and evidence, the city's answer, and what is stored."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from assessment import wiring
from assessment.desk.assessing import AssessorQuestion
from locales.words import Words
from models.assessment import TEXT_LIMIT, Field
from models.assessor import Judgement
from screens.answers.keeping import Spot
from screens.answers.naming import code_of, saved_words
from screens.frame.here import desk
from screens.raters.by_oneself import Box, Part, choosing, text
from screens.raters.choosing import Own, short_text, title
from screens.show.plain import plain


def question(words: Words, own: Own) -> None:
    """Draws the question."""
    found = desk().assessing.question(own.actor, own.assessment, own.indicator)
    now = found.judgement
    with st.container(border=True, key=f"card:{own.indicator}"):
        title(own.asked, own.number, words)
        widget = f"beside:{own.assessment}:{own.indicator}:{words.language}"
        choosing(words, own, now, _rating(own), widget)
        _city(words, found)
        _texts(words, own, now)
        _footline(words, own, now)


def _now(own: Own) -> Judgement:
    return desk().assessing.question(own.actor, own.assessment, own.indicator).judgement


def _rating(own: Own) -> Part[Judgement]:
    return Part(
        _spot(own, "rating"),
        partial(_now, own),
        lambda now: code_of(now.rated),
        lambda now, code: _kept(own, now, code, now.note, now.evidence),
    )


def _reason(own: Own) -> Part[Judgement]:
    return Part(
        _spot(own, "note"),
        partial(_now, own),
        lambda now: now.note,
        lambda now, note: _kept(own, now, code_of(now.rated), note, now.evidence),
    )


def _evidence(own: Own) -> Part[Judgement]:
    return Part(
        _spot(own, "evidence"),
        partial(_now, own),
        lambda now: "\n".join(now.evidence),
        lambda now, lines: _kept(own, now, code_of(now.rated), now.note, (lines or "").splitlines()),
    )


def _spot(own: Own, field: Field) -> Spot:
    """Where the session remembers what was shown; apart from the city's answer."""
    return Spot(own.actor, f"beside:{own.assessment}", own.indicator, field)


def _kept(own: Own, now: Judgement, code: str | None, note: str | None, evidence: Sequence[str]) -> Judgement | None:
    """What stands there after keeping this; None where another window was faster."""
    outcome = desk().assessing.judge(
        own.actor, own.assessment, own.indicator, code, note=note, evidence=evidence, seen=now.version
    )
    return outcome.now if outcome.kind == "saved" else None


def _city(words: Words, found: AssessorQuestion) -> None:
    """What the city says, to be read beside the own choice."""
    code = code_of(found.city.rated)
    said = words("nothing yet") if code is None else short_text(code, found.asked, words)
    told = [words("The city: {said}", said=said)]
    if found.city.note:
        told.append(words("Note: {note}", note=found.city.note))
    if found.city.evidence:
        told.append(words("Evidence: {evidence}", evidence="; ".join(found.city.evidence)))
    st.caption(":material/location_city: " + plain(" · ".join(told)))


def _texts(words: Words, own: Own, now: Judgement) -> None:
    label, there = words("Reason and evidence"), words("there is one")
    with st.expander(f"{label}: {there}" if now.note or now.evidence else label, key=f"texts-of:{own.indicator}"):
        if own.fixed:
            st.markdown(plain(now.note or words("nothing")))
            st.markdown("\n".join(f"- {plain(each)}" for each in now.evidence))
            return
        reason = words("Why you see it as you do. The city reads it once you show your view.")
        text(words, now, Box(_reason(own), words("Reason"), reason, TEXT_LIMIT))
        shows = words("What shows it: one piece of evidence a line.")
        text(words, now, Box(_evidence(own), words("Evidence"), shows, TEXT_LIMIT))


def _footline(words: Words, own: Own, now: Judgement) -> None:
    with st.container(key=f"standing:{own.indicator}"):
        if now.at is None or now.rated is None:
            st.caption(words("not rated yet"))
        else:
            st.caption(plain(saved_words(_rating(own).field(now), wiring.now(), words)))
