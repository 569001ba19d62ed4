"""Rating beside the city: topics on the left, the questions of one on the right, the city's answer beside each."""

import streamlit as st

from assessment.desk.assessing import AssessorSheet, Beside
from locales.words import Words
from models.people import Actor
from screens.assessor.question import question
from screens.browser import parts
from screens.frame.column import WORKING, column
from screens.frame.here import current_actor, desk
from screens.frame.language import speak
from screens.raters.choosing import Own
from screens.raters.topics import PARAMETER, Entry, onward, part_of, topic_name, topics
from screens.show.plain import plain


def rating(assessment: str) -> None:
    """Draws the page for the assessment with this id."""
    words, actor = speak(), current_actor()
    sheet = desk().assessing.sheet(actor, assessment, st.query_params.get(PARAMETER))
    st.query_params[PARAMETER] = sheet.topic.id
    entries = [_entry(words, each) for each in sheet.topics]
    topics(words, entries, sheet.topic.id)
    with column(WORKING):
        _head(words, actor, sheet)
        _questions(words, actor, sheet)
        onward(words, entries, sheet.topic.id)
    parts.place(f"beside-{assessment}", sheet.topic.id)


def _entry(words: Words, each: Beside) -> Entry:
    if each.left_out:
        return Entry(each.topic, words("left out"), True)
    return Entry(each.topic, f"{each.answered}/{each.asked}", each.answered == each.asked)


def _head(words: Words, actor: Actor, sheet: AssessorSheet) -> None:
    found = sheet.assessment
    st.caption(f"{plain(found.city.name)} · {plain(found.title)}")
    st.title(plain(topic_name(sheet.topic, words)), anchor=False)
    st.markdown(plain(words.text(sheet.topic.purpose)))
    if found.state != "draft":
        st.info(words("This assessment is closed; your ratings stay as they are."), icon=":material/lock:")
    elif sheet.shown:
        st.success(words("The city sees your view, with every change you make."), icon=":material/visibility:")
    else:
        st.info(
            words("Your view stands beside the city's and changes none of its answers. The city does not see it yet."),
            icon=":material/visibility_off:",
        )
    with st.container(horizontal=True):
        if found.state == "draft":
            label = words("Take my view back") if sheet.shown else words("Show my view to the city")
            st.button(label, key=f"show-{found.id}-{sheet.shown}", on_click=_show, args=(actor, sheet))
        if st.button(words("Both views side by side"), key="to-views", icon=":material/compare:"):
            st.switch_page("views.py", query_params={"assessment": found.id})


def _show(actor: Actor, sheet: AssessorSheet) -> None:
    desk().assessing.show(actor, sheet.assessment.id, shown=not sheet.shown)


def _questions(words: Words, actor: Actor, sheet: AssessorSheet) -> None:
    if next(each.left_out for each in sheet.topics if each.topic.id == sheet.topic.id):
        st.markdown(words("The city leaves this out of the assessment. You may say what you see all the same."))
    shown = part_of(words, sheet.parts, f"beside-part:{sheet.assessment.id}:{sheet.topic.id}")
    for number, asked in enumerate(shown.asked, 1):
        question(words, Own(actor, sheet.assessment.id, asked, number, fixed=sheet.assessment.state != "draft"))
    closed = [plain(words.text(part.attribute.name)) for part in sheet.parts if part.attribute and not part.open]
    if closed:
        st.caption(words("Opens when the level before is reached: {names}", names=", ".join(closed)))
