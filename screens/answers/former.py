"""What the earlier assessment said, beside what is said now, until somebody has looked at it again."""

import streamlit as st

from locales.words import Words
from models.framework import Scale
from models.people import Actor
from models.sheet import Sheet
from screens.answers.naming import value_words
from screens.answers.pulse import after_rating
from screens.frame.here import desk
from screens.show.plain import plain


def former(words: Words, actor: Actor, assessment: str, indicator: str, scale: Scale) -> None:
    """Draws last time's answer and reason, and the button that confirms it."""
    found = desk().following.former(actor, assessment, indicator)
    if found is None:
        return
    told = plain(value_words(found.rated, words, scale))
    reason = f" – {plain(found.note)}" if found.note else ""
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.caption(words("Last time: {answer}", answer=told) + reason)
        if found.unchecked:
            with st.container(horizontal=True, width="content", vertical_alignment="center"):
                st.badge(words("not yet checked again"), color="orange")
                st.button(
                    words("Still holds"),
                    key=f"holds:{assessment}:{indicator}",
                    type="tertiary",
                    icon=":material/done:",
                    on_click=_confirm,
                    args=(actor, assessment, indicator),
                )


def unchanged(words: Words, actor: Actor, sheet: Sheet) -> None:
    """Draws what of a process is not checked again yet, and the button that confirms all of it."""
    link = desk().following.link(actor, sheet.assessment.id) if sheet.assessment.follows else None
    if link is None:
        return
    if link.change is not None:
        st.warning(
            words(
                "The questionnaire changed from version {before} to {now}: {dropped} questions are gone, {new} are "
                "new. Compare the two years with care.",
                before=link.change.before,
                now=link.change.now,
                dropped=link.change.dropped,
                new=link.change.new,
            )
        )
    left = dict(link.unchecked).get(sheet.process.id, 0)
    if left and sheet.assessment.state == "draft":
        with st.container(border=True, horizontal=True, vertical_alignment="center", key="unchanged"):
            st.markdown(
                words.many(
                    left,
                    "1 answer comes from last time and is not yet checked again.",
                    "{count} answers come from last time and are not yet checked again.",
                )
            )
            if st.button(words("All unchanged"), key=f"unchanged:{sheet.process.id}"):
                desk().following.confirm(actor, sheet.assessment.id, sheet.process.id)
                st.rerun()


def _confirm(actor: Actor, assessment: str, indicator: str) -> None:
    desk().following.confirm(actor, assessment, indicator)
    after_rating(actor, assessment, indicator)
