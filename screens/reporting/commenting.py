"""What a consultant or the city's lead says to a part of the report; it is printed there as theirs."""

import streamlit as st

from assessment.desk.errors import WishRefused
from locales.words import Words
from models.reporting import COMMENT_LIMIT, Comment
from reports.choosing import Part
from reports.wish import Makings, Wish
from screens.frame.here import current_actor, desk
from screens.frame.language import speak
from screens.reporting.sections import parts_of
from screens.show.people import called
from screens.show.plain import plain


def comments(words: Words, wish: Wish, makings: Makings) -> None:
    """Draws the comments there are, and the field for one more. They are worked out when somebody unfolds them."""
    opened = st.expander(
        words("Comments in the report: {count}", count=len(makings.comments)),
        icon=":material/comment:",
        key="report-comments",
        on_change="rerun",
    )
    with opened:
        if not opened.open:
            return
        actor, of = current_actor(), makings.assessment
        known = parts_of(makings, wish)
        for each in makings.comments:
            _shown(words, each, known)
        if of.city.id in actor.cities("lead") or of.id in actor.opened:
            _writing(words, makings, known)


def _shown(words: Words, comment: Comment, known: tuple[Part, ...]) -> None:
    name = next((part.name for part in known if part.id == comment.section), comment.section)
    who = plain(called(words, comment.author)) if comment.author else words("somebody")
    st.markdown(f"**{plain(name)}** · {who}, {words.date(comment.at.date())}  \n{plain(comment.text)}")


def _writing(words: Words, makings: Makings, known: tuple[Part, ...]) -> None:
    if not known:
        return
    section = st.selectbox(
        words("Part of the report"),
        [each.id for each in known],
        format_func=lambda each: plain(next(part.name for part in known if part.id == each)),
        key="comment-section",
    )
    standing = next((each for each in makings.comments if each.section == section), None)
    with st.form(f"comment-{section}", border=False):
        text = st.text_area(
            words("Comment"),
            value=standing.text if standing else "",
            max_chars=COMMENT_LIMIT,
            key=f"comment-{section}-t",
        )
        if st.form_submit_button(words("Keep the comment")):
            _keep(makings.assessment.id, section, text, standing.version if standing else 0)
    st.caption(words("An empty comment is taken away. Answers may change; the comment stays."))


def _keep(assessment: str, section: str, text: str, seen: int) -> None:
    try:
        desk().reporting.comment(current_actor(), assessment, section, text, seen=seen)
    except WishRefused as refused:
        st.warning(plain(speak().say(refused.message)))
        return
    st.rerun()
