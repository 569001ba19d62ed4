"""One question as somebody rates it alone: the choice, a note for oneself, and the line that says what is stored."""

from dataclasses import dataclass
from functools import partial
from types import MappingProxyType

import streamlit as st

from assessment import wiring
from assessment.desk.errors import NotAccepted
from assessment.desk.rating import NOTE_LIMIT
from locales.words import Words
from models.assessment import Conflict, Outcome, Saved, StoredAnswer, StoredField
from models.message import say
from models.people import Actor
from models.raters import Asked, PrivateRating
from screens.answers import drafts, keeping
from screens.answers.keeping import Spot, Write
from screens.answers.naming import code_of, saved_words
from screens.browser.parts import Written
from screens.frame.here import desk
from screens.raters.choosing import choice, offered, title
from screens.show.plain import plain


@dataclass(frozen=True, slots=True)
class Own:
    """A question as the page asks it. `fixed` once the spread is open."""

    actor: Actor
    assessment: str
    asked: Asked
    number: int
    fixed: bool

    @property
    def indicator(self) -> str:
        """The id of the question."""
        return self.asked.indicator.id

    @property
    def spot(self) -> Spot:
        """Where the session remembers what was shown of it; apart from the answer that all see."""
        return Spot(self.actor, f"alone:{self.assessment}", self.indicator, "rating")

    @property
    def note(self) -> Spot:
        """The same for the note."""
        return Spot(self.actor, f"alone:{self.assessment}", self.indicator, "note")


def question(words: Words, own: Own) -> None:
    """Draws the question."""
    _, now = desk().rating.question(own.actor, own.assessment, own.indicator)
    with st.container(border=True, key=f"card:{own.indicator}"):
        title(own.asked, own.number, words)
        _choice(words, own, now)
        _note(words, own, now)
        _footline(words, now)


def _choice(words: Words, own: Own, now: PrivateRating) -> None:
    shown, widget = code_of(now.rated), f"alone:{own.assessment}:{own.indicator}:{words.language}"
    answer = _as_answer(now)
    first = keeping.begin_showing(own.spot, answer, widget, shown)
    value = choice(words, own.asked, widget, shown, changed=_chosen, args=(own, widget), fixed=own.fixed)
    if not own.fixed and (value is None or value in offered(own.asked)):
        # There is nobody else here to ask about: what the browser held over a restart is what the person chose last.
        keeping.compare(
            own.spot, answer, first=first and value is None, value=value, shown=shown, write=_write(own, value)
        )
    _trouble(words, own, now, widget)


def _chosen(own: Own, widget: str) -> None:
    code = st.session_state.get(widget)
    if code is None or code in offered(own.asked):
        keeping.save(own.spot, code, _write(own, code))


def _trouble(words: Words, own: Own, now: PrivateRating, widget: str) -> None:
    trouble = keeping.trouble_at(own.spot)
    if trouble is not None:
        st.error(plain(words.say(trouble)))
    if keeping.clash_at(own.spot) is not None:
        st.warning(words("You changed this in another window meanwhile. What stands there is shown; choose once more."))
        st.button(words("I have seen it"), key=f"seen:{widget}", on_click=_look, args=(own, now, widget))


def _look(own: Own, now: PrivateRating, widget: str) -> None:
    keeping.forget_clash(own.spot)
    st.session_state[widget] = code_of(now.rated)


def _write(own: Own, code: str | None) -> Write:
    def send(seen: int) -> Outcome:
        _, now = desk().rating.question(own.actor, own.assessment, own.indicator)
        return _outcome(own, code, now.note, seen)

    return send


def _outcome(own: Own, code: str | None, note: str | None, seen: int) -> Outcome:
    """Sends a rating; what became of it in the form in which fields remember it. Raises `NotAccepted` where frozen."""
    outcome = desk().rating.rate(own.actor, own.assessment, own.indicator, code, note, seen=seen)
    stored = _as_field(outcome.now)
    if outcome.kind == "frozen":
        raise NotAccepted(say("The ratings of all were laid side by side meanwhile; yours stays as it was."))
    if outcome.kind == "conflict":
        return Conflict(own.indicator, "rating", stored, None)
    return Saved(own.indicator, "rating", stored)


def _note(words: Words, own: Own, now: PrivateRating) -> None:
    label, there = words("Note for myself"), words("there is one")
    with st.expander(f"{label}: {there}" if now.note else label, key=f"note-of:{own.indicator}"):
        if own.fixed:
            st.markdown(plain(now.note or words("nothing")))
            return
        hint, stored = words("Nobody else ever reads it."), now.note or ""
        take = partial(_noted, own)
        drafts.field(words, own.note, label, hint=hint, stored=stored, limit=NOTE_LIMIT, take=take)
        trouble = keeping.trouble_at(own.note)
        if trouble is not None:
            st.error(plain(words.say(trouble)))


def _noted(own: Own, written: Written) -> None:
    """Stores a draft of the note. It shares its version with the rating, so it builds on what stands there now."""
    _, now = desk().rating.question(own.actor, own.assessment, own.indicator)
    code = code_of(now.rated)
    if keeping.save(own.note, written.text, lambda _: _outcome(own, code, written.text, now.version)):
        drafts.settled(own.note, written.id)
    else:
        keeping.forget_clash(own.note)
        if keeping.trouble_at(own.note) is not None:
            drafts.stop(own.note, written)


def _footline(words: Words, now: PrivateRating) -> None:
    if now.at is None or now.rated is None:
        st.caption(words("not rated yet"))
    else:
        said, only = plain(saved_words(_as_field(now), wiring.now(), words)), words("only you see this")
        st.caption(f":material/lock: {said} · {only}")


def _as_field(now: PrivateRating) -> StoredField:
    return StoredField(now.rated, now.version, None, now.at or wiring.now())


def _as_answer(now: PrivateRating) -> StoredAnswer:
    fields = {"rating": _as_field(now)} if now.version else {}
    return StoredAnswer(now.indicator, MappingProxyType(fields))  # type: ignore[arg-type]
