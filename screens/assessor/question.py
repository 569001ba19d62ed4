"""One question as an assessor judges it: the choice, reason and evidence, the city's answer, and what is stored."""

from dataclasses import dataclass
from functools import partial
from types import MappingProxyType

import streamlit as st

from assessment import wiring
from assessment.desk.assessing import AssessorQuestion
from locales.words import Words
from models.assessment import TEXT_LIMIT, Conflict, Outcome, Saved, StoredAnswer, StoredField
from models.assessor import Judgement
from models.people import Actor
from models.raters import Asked
from screens.answers import drafts, keeping
from screens.answers.keeping import Spot, Write
from screens.answers.naming import code_of, saved_words
from screens.browser.parts import Written
from screens.frame.here import desk
from screens.raters.choosing import choice, offered, short_text, title
from screens.show.plain import plain


@dataclass(frozen=True, slots=True)
class Own:
    """A question as the page asks it. `fixed` once the assessment is closed."""

    actor: Actor
    assessment: str
    asked: Asked
    number: int
    fixed: bool

    @property
    def indicator(self) -> str:
        """The id of the question."""
        return self.asked.indicator.id

    def spot(self, field: str) -> Spot:
        """Where the session remembers what was shown; apart from the city's answer."""
        return Spot(self.actor, f"beside:{self.assessment}:{field}", self.indicator, "rating")


def question(words: Words, own: Own) -> None:
    """Draws the question."""
    found = desk().assessing.question(own.actor, own.assessment, own.indicator)
    now = found.judgement
    with st.container(border=True, key=f"card:{own.indicator}"):
        title(own.asked, own.number, words)
        _choice(words, own, now)
        _city(words, found)
        _texts(words, own, now)
        _footline(words, now)


def _choice(words: Words, own: Own, now: Judgement) -> None:
    shown, widget = code_of(now.rated), f"beside:{own.assessment}:{own.indicator}:{words.language}"
    spot, answer = own.spot("rating"), _as_answer(now)
    first = keeping.begin_showing(spot, answer, widget, shown)
    value = choice(words, own.asked, widget, shown, changed=_chosen, args=(own, widget), fixed=own.fixed)
    if not own.fixed and (value is None or value in offered(own.asked)):
        keeping.compare(spot, answer, first=first and value is None, value=value, shown=shown, write=_write(own, value))
    _trouble(words, spot)
    if keeping.clash_at(spot) is not None:
        st.warning(words("You changed this in another window meanwhile. What stands there is shown; choose once more."))
        st.button(words("I have seen it"), key=f"seen:{widget}", on_click=_look, args=(own, now, widget))


def _look(own: Own, now: Judgement, widget: str) -> None:
    keeping.forget_clash(own.spot("rating"))
    st.session_state[widget] = code_of(now.rated)


def _chosen(own: Own, widget: str) -> None:
    code = st.session_state.get(widget)
    if code is None or code in offered(own.asked):
        keeping.save(own.spot("rating"), code, _write(own, code))


def _write(own: Own, code: str | None) -> Write:
    def send(seen: int) -> Outcome:
        now = _now(own)
        return _outcome(own, code, now.note, now.evidence, seen)

    return send


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
        _field(words, own, "note", (words("Reason"), reason), now.note or "")
        shows = words("What shows it: one piece of evidence a line.")
        _field(words, own, "evidence", (words("Evidence"), shows), "\n".join(now.evidence))


def _field(words: Words, own: Own, field: str, told: tuple[str, str], stored: str) -> None:
    spot, (label, hint) = own.spot(field), told
    take = partial(_written, own, field)
    drafts.field(words, spot, label, hint=hint, stored=stored, limit=TEXT_LIMIT, take=take)
    _trouble(words, spot)


def _written(own: Own, field: str, written: Written) -> None:
    """Stores a draft. It shares its version with the rating, so it builds on what stands there now."""
    now, spot = _now(own), own.spot(field)
    note = written.text if field == "note" else now.note
    evidence = tuple(written.text.splitlines()) if field == "evidence" else now.evidence
    code = code_of(now.rated)
    if keeping.save(spot, written.text, lambda _: _outcome(own, code, note, evidence, now.version)):
        drafts.settled(spot, written.id)
    else:
        keeping.forget_clash(spot)
        if keeping.trouble_at(spot) is not None:
            drafts.stop(spot, written)


def _trouble(words: Words, spot: Spot) -> None:
    trouble = keeping.trouble_at(spot)
    if trouble is not None:
        st.error(plain(words.say(trouble)))


def _outcome(own: Own, code: str | None, note: str | None, evidence: tuple[str, ...], seen: int) -> Outcome:
    """Sends a judgement; what became of it in the form in which fields remember it."""
    outcome = desk().assessing.judge(
        own.actor, own.assessment, own.indicator, code, note=note, evidence=evidence, seen=seen
    )
    stored = _as_field(outcome.now)
    if outcome.kind == "conflict":
        return Conflict(own.indicator, "rating", stored, None)
    return Saved(own.indicator, "rating", stored)


def _now(own: Own) -> Judgement:
    return desk().assessing.question(own.actor, own.assessment, own.indicator).judgement


def _footline(words: Words, now: Judgement) -> None:
    if now.at is None or now.rated is None:
        st.caption(words("not rated yet"))
    else:
        st.caption(plain(saved_words(_as_field(now), wiring.now(), words)))


def _as_field(now: Judgement) -> StoredField:
    return StoredField(now.rated, now.version, None, now.at or wiring.now())


def _as_answer(now: Judgement) -> StoredAnswer:
    fields = {"rating": _as_field(now)} if now.version else {}
    return StoredAnswer(now.indicator, MappingProxyType(fields))  # type: ignore[arg-type]
