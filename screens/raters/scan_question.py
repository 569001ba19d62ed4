"""One question of a quick scan that a city keeps: its statements, what explains the choice, and what is stored."""

from dataclasses import dataclass

import streamlit as st

from assessment import wiring
from locales.words import Words
from models.assessment import Rated, StoredAnswer
from models.people import Actor
from models.raters import Asked
from screens.answers import clash, keeping
from screens.answers.clash import Press
from screens.answers.details import details
from screens.answers.keeping import Spot
from screens.answers.naming import DONT_KNOW, code_of, rated_as, saved_words, value_words
from screens.answers.past import past
from screens.frame.here import desk
from screens.frame.language import speak
from screens.raters.agreed import agreed
from screens.raters.choosing import choice, code_text, offered, short_text, title
from screens.show.plain import plain


@dataclass(frozen=True, slots=True)
class Ask:
    """A question as the page asks it. `agreed_on` where only an agreement sets the answer."""

    actor: Actor
    assessment: str
    asked: Asked
    number: int
    agreed_on: bool

    @property
    def indicator(self) -> str:
        """The id of the question."""
        return self.asked.indicator.id

    @property
    def spot(self) -> Spot:
        """Its rating."""
        return Spot(self.actor, self.assessment, self.indicator, "rating")


def question(ask: Ask) -> None:
    """Draws the question."""
    words = speak()
    answer = desk().answering.question(ask.actor, ask.assessment, ask.indicator).answer
    with st.container(border=True, key=f"card:{ask.indicator}"):
        title(ask.asked, ask.number, words)
        if ask.agreed_on:
            # Nobody chooses here; what was shown is noted all the same, so that a new agreement appears by itself.
            keeping.begin_showing(ask.spot, answer, f"agreed:{ask.spot.key}", None)
            agreed(words, ask.actor, ask.assessment, ask.indicator, _agreed_value(ask, answer, words))
        else:
            _rating(words, ask, answer)
        details(words, ask.actor, ask.assessment, answer)
        _footline(words, ask, answer)


def _agreed_value(ask: Ask, answer: StoredAnswer, words: Words) -> str | None:
    code = code_of(answer.rated)
    return None if code is None else code_text(code, ask.asked, words)


def _rating(words: Words, ask: Ask, answer: StoredAnswer) -> None:
    shown, widget = code_of(answer.rated), f"rating:{ask.assessment}:{ask.indicator}:{words.language}"
    first = keeping.begin_showing(ask.spot, answer, widget, shown)
    value = choice(words, ask.asked, widget, shown, changed=_chosen, args=(ask, widget))
    if value is None or value in offered(ask.asked):
        rated = rated_as(value) if value else None
        keeping.compare(
            ask.spot, answer, first=first, value=value, shown=shown, write=keeping.rates(ask.spot, rated), mine=rated
        )
    _clash(words, ask, answer, widget)
    trouble = keeping.trouble_at(ask.spot)
    if trouble is not None:
        st.error(plain(words.say(trouble)))


def _chosen(ask: Ask, widget: str) -> None:
    code = st.session_state.get(widget)
    if code in {*offered(ask.asked), DONT_KNOW}:
        rated = rated_as(str(code))
        keeping.save(ask.spot, rated, keeping.rates(ask.spot, rated))


def _clash(words: Words, ask: Ask, answer: StoredAnswer, widget: str) -> None:
    met = keeping.clash_at(ask.spot)
    if met is None:
        return
    mine: Rated | None = met.mine
    theirs, wished = (_words_of(each, ask, words) for each in (answer.rated, mine))
    with st.container(border=True):
        st.warning(clash.values(words, answer.fields.get("rating"), theirs, wished))
        insist = Press(
            keeping.insist,
            (ask.spot, answer, widget, (code_of(answer.rated), code_of(mine)), keeping.rates(ask.spot, mine)),
        )
        give_way = Press(keeping.give_way, (ask.spot, answer, widget, code_of(answer.rated), mine))
        clash.choice(words, ask.spot, insist, give_way)


def _words_of(rated: Rated | None, ask: Ask, words: Words) -> str:
    code = code_of(rated)
    return value_words(None, words) if code is None else short_text(code, ask.asked, words)


def _footline(words: Words, ask: Ask, answer: StoredAnswer) -> None:
    last = answer.saved_last
    with st.container(
        horizontal=True,
        vertical_alignment="center",
        horizontal_alignment="distribute",
        key=f"standing:{ask.indicator}",
    ):
        if last is None:
            st.caption(words("not answered yet"))
        else:
            st.caption(f":material/check: {plain(saved_words(last, wiring.now(), words))}")
            past(words, ask.actor, ask.assessment, None, answer)
