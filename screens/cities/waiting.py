"""What waits for the person who is here: it stands first."""

import streamlit as st

from locales.words import Words
from models.assessment import Assessment
from models.delegation import Share, Waiting
from models.people import Actor
from models.raters import Topic
from screens.cases.delegation import progress_words
from screens.frame.here import desk
from screens.raters.topics import PARAMETER, topic_name
from screens.raters.ways import questions_page
from screens.show.plain import plain

_SHOWN = 6


def waiting(words: Words, actor: Actor) -> None:
    """Draws it; nothing where nothing waits."""
    found = desk().delegating.waiting(actor)
    if not found:
        return
    with st.container(border=True, key="waiting"):
        st.header(words("What waits for you"), anchor=False)
        for each in found:
            _one(words, each)


def _one(words: Words, waits: Waiting) -> None:
    assessment = waits.assessment
    st.markdown(f"**{plain(assessment.title)}** · {plain(assessment.city.name)}{_until(words, waits)}")
    with st.container(gap=None, key=f"processes-waiting-{assessment.id}"):
        for share in waits.shares[:_SHOWN]:
            topic = share.topic
            label = f"{plain(topic_name(topic, words))} · {_how_far(words, assessment, share)}"
            key = f"waits-{assessment.id}-{topic.id}"
            if st.button(label, key=key, type="tertiary", icon=":material/arrow_forward:"):
                _go(assessment, topic)
    if len(waits.shares) > _SHOWN:
        st.caption(words("… and {number} more.", number=len(waits.shares) - _SHOWN))


def _how_far(words: Words, assessment: Assessment, share: Share) -> str:
    told = progress_words(words, share)
    if assessment.way == "privately" and share.answered == share.asked:
        return f"{told} · {words('not reported as finished yet')}"
    return told


def _go(assessment: Assessment, topic: Topic) -> None:
    """To the sheet of everybody; where people rate alone first, to one's own."""
    page = questions_page(assessment)
    place = PARAMETER if page == "rating" or topic.process is None else "process"
    st.switch_page(f"{page}.py", query_params={"assessment": assessment.id, place: topic.id})


def _until(words: Words, waits: Waiting) -> str:
    due = waits.assessment.answers_due
    return "" if due is None else f" · {words('until {day}', day=words.date(due))}"
