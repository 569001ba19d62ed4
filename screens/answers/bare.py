"""Answers whose questions are gone: what was said, by its number, and a sentence that says why there is no more."""

import streamlit as st

from assessment.desk.errors import VersionGone
from locales.words import Words
from models.assessment import StoredAnswer
from models.people import Actor
from screens.answers.naming import code_of
from screens.frame.column import WORKING, column
from screens.frame.here import desk
from screens.show.plain import plain
from screens.show.tables import tabulate


def bare(words: Words, actor: Actor, assessment: str, gone: VersionGone) -> None:
    """Draws what there is."""
    found, stored = desk().answering.kept(actor, assessment)
    with column(WORKING):
        st.caption(plain(found.city.name))
        st.title(plain(found.title), anchor=False)
        st.warning(plain(words.say(gone.message)))
        for closing in desk().closing.closings(actor, assessment):
            day = words.date(closing.at.date())
            st.markdown(words("Signed on {day}, revision {number}.", day=day, number=closing.revision))
        st.header(words("What was answered"), anchor=False)
        rows = [_row(words, each) for each in stored.values() if each.answer is not None]
        if not rows:
            st.markdown(words("No question is answered yet."))
            return
        st.markdown(words("Nothing is lost: every answer is kept, and its result comes back with that version."))
        columns = [words("Identifier"), words("Rating"), words("Reason"), words("Note"), words("Evidence")]
        tabulate(columns, rows)


def _row(words: Words, each: StoredAnswer) -> list[str]:
    rated = each.rated
    code = code_of(rated) or ""
    said = {"dont_know": words("don't know"), "not_applicable": words("not applicable")}.get(code, code)
    texts = (each.indicator, said, (rated.reason if rated else None) or "", each.note or "", "; ".join(each.evidence))
    return [plain(text) for text in texts]
