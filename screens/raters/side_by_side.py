"""The ratings of a topic side by side: one dot for each person, no names, what lies far apart first."""

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from assessment import wiring
from assessment.desk.consensus import REASON_LIMIT
from assessment.desk.errors import WishRefused
from locales.words import Words
from models.assessment import Conflict, NotSaved, StoredAnswer
from models.message import Message, say
from models.people import Actor
from models.raters import Asked, Spread, SpreadQuestion
from screens.answers.naming import code_of, here
from screens.frame.began import began_with, begin_anew, overtaken
from screens.frame.here import desk
from screens.raters.choosing import choice, code_text, has_letters, offered, short_text, title
from screens.show.plain import plain
from screens.show.pressing import pressed, unfilled
from screens.show.tables import tabulate

_DOT = "●"


def side_by_side(words: Words, actor: Actor, spread: Spread, *, moderates: bool) -> None:
    """Draws the questions of an open topic. Who moderates keeps the agreed values here."""
    if any(each.far_apart for each in spread.questions):
        st.markdown(words("Questions on which ratings lie two steps or more apart come first: talk about these."))
    for number, each in enumerate(spread.questions, 1):
        with st.container(border=True, key=f"card:{each.asked.indicator.id}"):
            title(each.asked, number, words)
            if each.far_apart:
                st.badge(words("two steps or more apart"), icon=":material/forum:", color="orange")
            _ratings(words, each)
            _agreed(words, each)
            if moderates:
                _agreeing(words, actor, spread, each)


def _ratings(words: Words, each: SpreadQuestion) -> None:
    if each.counts is None:
        st.markdown(
            words("Too few ratings to show them without names. **Talk about it**: how does each of you see it?")
        )
        if each.mine is not None:
            st.caption(
                words(
                    "Your own rating: {rating}", rating=plain(short_text(code_of(each.mine) or "", each.asked, words))
                )
            )
        return
    rows = [_row(words, each, code, each.counts) for code in offered(each.asked) if _is_shown(each, code)]
    columns = [words("Rating"), words("People"), words("Number")]
    tabulate(columns, rows, alt=words("How the ratings of this question lie"))


def _is_shown(each: SpreadQuestion, code: str) -> bool:
    """The whole scale, so that gaps are seen; other states only where somebody chose them."""
    return code in {choice.code for choice in each.asked.choices} or bool(each.counts and each.counts.get(code))


def _row(words: Words, each: SpreadQuestion, code: str, counts: Mapping[str, int]) -> list[str]:
    count, mine = counts.get(code, 0), code_of(each.mine) == code
    name = plain(_label(words, each.asked, code))
    you = words("you")
    dots = _DOT * count + (f" ← {you}" if mine else "")
    return [f"**{name}**" if mine else name, plain(dots), str(count)]


def _label(words: Words, asked: Asked, code: str) -> str:
    if has_letters(asked) or short_text(code, asked, words) == code_text(code, asked, words):
        return code_text(code, asked, words)
    return f"{code} · {code_text(code, asked, words)}"


def _agreed(words: Words, each: SpreadQuestion) -> None:
    if each.agreed is None:
        return
    value = plain(short_text(code_of(each.agreed.rated) or "", each.asked, words))
    st.success(
        words("Agreed: {value}. {reason}", value=value, reason=plain(each.agreed.reason)), icon=":material/handshake:"
    )
    when = words.date(here(each.agreed.at).date())
    st.caption(words("kept {day} by {name}", day=when, name=plain(each.agreed.author or "")))


def _agreeing(words: Words, actor: Actor, spread: Spread, each: SpreadQuestion) -> None:
    key = f"{spread.assessment.id}:{each.asked.indicator.id}"
    trouble: Message | None = st.session_state.get(f"agree-trouble:{key}")
    if trouble is not None:
        st.error(plain(words.say(trouble)))
    label = words("Keep another value") if each.agreed else words("Keep the agreed value")
    with st.expander(label, expanded=each.agreed is None, key=f"agree:{key}"):
        _form(words, actor, spread, each, key)


def _form(words: Words, actor: Actor, spread: Spread, each: SpreadQuestion, key: str) -> None:
    place = _place(key)
    begun = began_with(place, lambda one: _reason(key, _version(one)), each.answer)
    late = overtaken(words, place, _version(begun), _version(each.answer))
    standing, seen = begun.rated if begun else None, _version(begun)
    # The version is part of the keys: after a value was kept the form begins anew with it.
    value = choice(words, each.asked, f"agree-value:{key}:{seen}:{words.language}", code_of(standing))
    label = words("Why this value?")
    reason = st.text_input(
        label,
        max_chars=REASON_LIMIT,
        key=_reason(key, seen),
        placeholder=words("in a few words"),
    )
    lacks = unfilled(words, label, reason) if value in offered(each.asked) else words("Choose a value first.")
    button = words("Keep as agreed")
    if pressed(button, f"agree-keep:{key}", lacks=lacks, kind="primary", told_above=late):
        _keep(actor, spread.assessment.id, Wish(each.asked.indicator.id, str(value), reason, seen), key)
        st.rerun()


def _place(key: str) -> str:
    return f"agree-began:{key}"


def _version(answer: StoredAnswer | None) -> int:
    return answer.version("rating") if answer else 0


def _reason(key: str, seen: int) -> str:
    return f"agree-reason:{key}:{seen}"


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be kept about a question: a code and its reason, against the version that was seen."""

    indicator: str
    code: str
    reason: str
    seen: int


def _keep(actor: Actor, assessment: str, wish: Wish, key: str) -> None:
    """Keeps the value; what went wrong is remembered for the next drawing."""
    trouble: Message | None = None
    try:
        agree = desk().consensus.agree
        outcome = agree(actor, assessment, wish.indicator, wish.code, wish.reason, seen=wish.seen)
        if isinstance(outcome, Conflict):
            name, at = outcome.now.author or "", here(outcome.now.at)
            trouble = say(
                "Meanwhile {name} kept another value ({time}). It is shown now; nothing of yours was stored.",
                name=name,
                time=f"{at:%H:%M}",
            )
        else:
            begin_anew(_place(key))
    except WishRefused as refused:
        trouble = refused.message
    except NotSaved as error:
        wiring.report_bug(error)
        trouble = say("Not stored: the database could not take it just now. Please try once more.")
    st.session_state[f"agree-trouble:{key}"] = trouble
