"""A quick scan that a city keeps, in one sheet for all: dimensions on the left, the questions of one on the right."""

import streamlit as st

from assessment.desk.errors import WishRefused
from locales.words import Words
from models.assessment import Assessment
from models.people import Actor
from models.raters import Asked, Topic
from screens.answers import keeping
from screens.browser import parts
from screens.frame.column import WORKING, column
from screens.frame.here import current_actor, desk
from screens.frame.language import speak
from screens.raters.scan_question import Ask, question
from screens.raters.topics import Entry, current_topic, onward, topics
from screens.show.plain import plain


def is_scan(assessment: str) -> bool:
    """Whether the questionnaire of this assessment is a quick scan. Raises `NotFound`."""
    found = desk().assessments.get(current_actor(), assessment)
    return found.questionnaire in {each.id for each in desk().library.quick_scans}


def scan(assessment: str) -> None:
    """Draws the page for the assessment with this id, whose questionnaire is a quick scan."""
    words, actor = speak(), current_actor()
    sheet = desk().answering.dimensions(actor, assessment)
    mine = desk().delegating.mine(actor, assessment)
    entries = [_entry(each.topic, each.answered, each.asked, mine=each.topic.id in mine) for each in sheet.topics]
    current = current_topic(entries)
    topics(words, entries, current)
    here = next(each for each in sheet.topics if each.topic.id == current)
    with column(WORKING):
        _head(words, sheet.assessment, here.topic)
        _questions(actor, sheet.assessment, here.questions)
        onward(words, entries, current)
        if current == entries[-1].topic.id and st.button(words("To the results"), key="to-results", type="primary"):
            st.switch_page("results.py", query_params={"assessment": assessment})
    parts.place(f"scan-{assessment}", current)
    _listen(actor, assessment, tuple(each.indicator.id for each in here.questions))


def _listen(actor: Actor, assessment: str, shown: tuple[str, ...]) -> None:
    """What colleagues answer to the questions that are shown appears by itself (decision 11)."""

    def look(over: bool) -> None:
        try:
            moved = [each for each in shown if _moved(actor, assessment, each)]
        except WishRefused:
            # The page itself says why.
            over, moved = True, []
        if over or moved:
            st.rerun()

    st.fragment(lambda: parts.live(assessment, shown, look), key=f"listening:{assessment}")()


def _moved(actor: Actor, assessment: str, question_id: str) -> bool:
    return keeping.moved_on(assessment, desk().answering.question(actor, assessment, question_id).answer)


def _entry(topic: Topic, answered: int, asked: int, *, mine: bool) -> Entry:
    done = answered >= asked
    return Entry(topic, f"{answered}/{asked}", done, ":material/assignment_ind:" if mine and not done else None)


def _head(words: Words, found: Assessment, topic: Topic) -> None:
    st.caption(f"{plain(found.city.name)} · {plain(found.title)}")
    st.title(plain(words.text(topic.name)), anchor=False)
    st.markdown(plain(words.text(topic.purpose)))
    if found.way == "privately":
        st.info(words("Here stands what you agreed on together. Each of you rates alone first."))


def _questions(actor: Actor, found: Assessment, asked: tuple[Asked, ...]) -> None:
    for number, each in enumerate(asked, 1):
        question(Ask(actor, found.id, each, number, agreed_on=found.way == "privately"))
