"""Rating alone: topics on the left, the questions of one on the right; nobody else ever sees what is chosen here."""

import streamlit as st

from locales.words import Words
from models.people import Actor
from models.raters import PrivateOverview, PrivateSheet, TopicProgress
from screens.browser import parts
from screens.frame.column import WORKING, column
from screens.frame.here import current_actor, desk
from screens.frame.language import speak
from screens.raters.choosing import Own
from screens.raters.following import follow
from screens.raters.mine import question
from screens.raters.returning import returning
from screens.raters.topics import Entry, current_topic, onward, part_of, topic_name, topics
from screens.show.plain import plain


def alone(assessment: str) -> None:
    """Draws the page for the assessment with this id."""
    words, actor = speak(), current_actor()
    overview = desk().rating.overview(actor, assessment)
    entries = [_entry(words, each) for each in overview.topics]
    current = current_topic(entries)
    topics(words, entries, current)
    sheet = desk().rating.sheet(actor, assessment, current)
    with column(WORKING):
        _head(words, actor, overview, sheet)
        _body(words, actor, sheet)
        onward(words, entries, current)
    parts.place(f"alone-{assessment}", f"{current} {_part_key(sheet)}")
    follow(f"alone-{assessment}", _others(overview), lambda: _others(desk().rating.overview(actor, assessment)))


def _others(overview: PrivateOverview) -> frozenset[tuple[str, bool, bool]]:
    """What of this page others decide: the topics that are open, and those that are left out."""
    return frozenset((each.topic.id, each.opened, each.left_out) for each in overview.topics)


def _entry(words: Words, each: TopicProgress) -> Entry:
    if each.left_out:
        return Entry(each.topic, words("left out"), True)
    icon = ":material/groups:" if each.opened else None
    return Entry(each.topic, f"{each.answered}/{each.asked}", each.finished or each.opened, icon)


def _head(words: Words, actor: Actor, overview: PrivateOverview, sheet: PrivateSheet) -> None:
    found = overview.assessment
    st.caption(f"{plain(found.city.name)} · {plain(found.title)}")
    st.title(plain(topic_name(sheet.topic, words)), anchor=False)
    st.markdown(plain(words.text(sheet.topic.purpose)))
    st.info(
        words(
            "**Only you see this.** Rate as you yourself see it. Later all ratings are laid side by side without "
            "names, and you talk about what differs."
        ),
        icon=":material/lock:",
    )
    returning(words, actor)


def _body(words: Words, actor: Actor, sheet: PrivateSheet) -> None:
    if sheet.left_out:
        st.markdown(words("Your city leaves this out of the assessment; there is nothing to rate."))
        return
    if sheet.opened:
        _to_spread(words, sheet)
    shown = part_of(words, sheet.parts, _part_key(sheet))
    for number, asked in enumerate(shown.asked, 1):
        question(words, Own(actor, sheet.assessment.id, asked, number, fixed=sheet.opened))
    closed = [plain(words.text(part.attribute.name)) for part in sheet.parts if part.attribute and not part.open]
    if closed:
        names = ", ".join(closed)
        st.caption(words("Opens when the level before is reached: {names}", names=names))
    if not sheet.opened:
        _finish(words, actor, sheet)


def _to_spread(words: Words, sheet: PrivateSheet) -> None:
    st.success(words("The ratings of this topic are laid side by side now. Yours stays as it is."))
    if st.button(words("Look at them together"), key="to-spread", type="primary"):
        query = {"assessment": sheet.assessment.id, "topic": sheet.topic.id}
        st.switch_page("agreeing.py", query_params=query)


def _part_key(sheet: PrivateSheet) -> str:
    return f"alone-part:{sheet.assessment.id}:{sheet.topic.id}"


def _finish(words: Words, actor: Actor, sheet: PrivateSheet) -> None:
    key = f"finished:{sheet.assessment.id}:{sheet.topic.id}:{sheet.finished}"
    st.checkbox(
        words("I have finished this topic"),
        value=sheet.finished,
        key=key,
        help=words("The lead sees by your name that you have finished, and never what you chose."),
        on_change=_finished,
        args=(actor, sheet),
    )


def _finished(actor: Actor, sheet: PrivateSheet) -> None:
    desk().rating.finish(actor, sheet.assessment.id, sheet.topic.id, done=not sheet.finished)
