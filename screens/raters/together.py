"""Agreeing together: who has finished, the ratings side by side without names, and the value that people agree on."""

from collections.abc import Hashable
from typing import Literal

import streamlit as st

from assessment.desk.door import may, to_assessment
from locales.words import Words
from models.people import Actor
from models.raters import SPREAD_FROM, PrivateOverview, RatersAt, Spread, Topic, TopicProgress
from screens.browser import parts
from screens.frame.column import WORKING, column
from screens.frame.here import current_actor, desk
from screens.frame.language import speak
from screens.raters.following import follow
from screens.raters.guests import guests
from screens.raters.inviting import inviting_guests
from screens.raters.side_by_side import side_by_side
from screens.raters.topics import Entry, current_topic, onward, topic_name, topics
from screens.show.plain import plain


def together(assessment: str) -> None:
    """Draws the page for the assessment with this id: for its lead with everything, for those who rate to look at."""
    words, actor = speak(), current_actor()
    overview = desk().rating.overview(actor, assessment)
    if may(tuple(to_assessment(actor, overview.assessment)), "moderate"):
        _for_lead(words, actor, assessment)
    else:
        _for_raters(words, actor, overview)


def _for_lead(words: Words, actor: Actor, assessment: str) -> None:
    progress = desk().consensus.progress(actor, assessment)
    entries = [_lead_entry(words, each) for each in progress]
    current = current_topic(entries)
    topics(words, entries, current)
    here = next(each for each in progress if each.topic.id == current)
    spread = desk().consensus.spread(actor, assessment, current)
    with column(WORKING):
        _head(words, spread)
        _who(words, here)
        _opening(words, actor, spread, early=len(here.finished) < SPREAD_FROM)
        side_by_side(words, actor, spread, moderates=True)
        onward(words, entries, current, first=spread.opened)
        inviting_guests(words, actor, spread.assessment)
        guests(words, actor, spread.assessment)
    parts.place(f"together-{assessment}", current)
    follow(f"moderating-{assessment}", _stand(progress), lambda: _stand(desk().consensus.progress(actor, assessment)))


def _stand(progress: tuple[RatersAt, ...]) -> tuple[Hashable, ...]:
    """What of the lead's page the others move: who has finished, what is open, how much is agreed."""
    return tuple((each.topic.id, each.finished, each.opened, each.agreed) for each in progress)


def _for_raters(words: Words, actor: Actor, overview: PrivateOverview) -> None:
    assessment = overview.assessment.id
    entries = [_rater_entry(words, each) for each in overview.topics if not each.left_out]
    current = current_topic(entries)
    topics(words, entries, current)
    spread = desk().consensus.spread(actor, assessment, current)
    with column(WORKING):
        _head(words, spread)
        if not spread.opened:
            st.info(words("The lead has not opened this topic yet. Until then nobody sees how the ratings lie."))
        side_by_side(words, actor, spread, moderates=False)
        onward(words, entries, current)
    parts.place(f"together-{assessment}", current)
    place = f"looking-{assessment}-{current}"
    follow(place, _seen(spread), lambda: _seen(desk().consensus.spread(actor, assessment, current)))


def _seen(spread: Spread) -> tuple[Hashable, ...]:
    """What of a rater's page the lead moves: whether the topic is open, and what is agreed in it."""
    agreed = (each.agreed and (each.agreed.rated, each.agreed.reason) for each in spread.questions)
    return (spread.opened, *agreed)


def _rater_entry(words: Words, each: TopicProgress) -> Entry:
    # What is not open is nothing to look at: the page begins with the first topic that is.
    if each.opened:
        return Entry(each.topic, words("open"), False, ":material/groups:")
    return Entry(each.topic, words("not open yet"), True, ":material/radio_button_unchecked:")


def _lead_entry(words: Words, each: RatersAt) -> Entry:
    if each.opened:
        state = words("{agreed} of {asked} agreed", agreed=each.agreed, asked=each.asked)
        return Entry(
            each.topic, state, each.agreed >= each.asked, ":material/groups:" if each.agreed < each.asked else None
        )
    return Entry(each.topic, words("{count} finished", count=len(each.finished)), False)


def _head(words: Words, spread: Spread) -> None:
    st.caption(f"{plain(spread.assessment.city.name)} · {plain(spread.assessment.title)}")
    st.title(plain(topic_name(spread.topic, words)), anchor=False)
    st.markdown(plain(words.text(spread.topic.purpose)))


def _who(words: Words, here: RatersAt) -> None:
    if here.finished:
        names = ", ".join(plain(name) for name in here.finished)
        st.markdown(words("**Finished:** {names}", names=names))
    else:
        st.markdown(words("Nobody has said yet that they have finished this topic."))
    st.caption(words("You see who has finished, never what somebody chose."))


def _opening(words: Words, actor: Actor, spread: Spread, *, early: bool) -> None:
    place = (actor, spread.assessment.id, spread.topic)
    if not spread.opened:
        st.markdown(
            words(
                "When you open this topic, all who rate see the ratings side by side, without names, where at least "
                "three people rated. From then on nobody can change their own rating, until you close it again."
            )
        )
        if early:
            st.caption(
                words(
                    "Fewer than {count} people have finished. What fewer have rated stays hidden, and nobody could "
                    "rate any more; better wait.",
                    count=SPREAD_FROM,
                )
            )
        kind: Literal["primary", "secondary"] = "secondary" if early else "primary"
        st.button(words("Open it for all"), key="open-spread", type=kind, on_click=_open, args=place)
        return
    with st.popover(words("Close it again"), type="tertiary", key="close-spread-menu"):
        st.markdown(
            words(
                "Then people may change their ratings once more. A question that only one or two people change is not "
                "shown a second time: the difference would give them away. Agreed values stay."
            )
        )
        st.button(words("Close it"), key="close-spread", on_click=_close, args=place)


def _open(actor: Actor, assessment: str, topic: Topic) -> None:
    desk().consensus.open(actor, assessment, topic.id)


def _close(actor: Actor, assessment: str, topic: Topic) -> None:
    desk().consensus.take_back(actor, assessment, topic.id)
