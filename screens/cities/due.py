"""The measures of a city that are due soon or overdue, and the way to all of them."""

import datetime

import streamlit as st

from assessment import wiring
from assessment.desk.door import may, to_city
from assessment.planning.measures import due_by, still_to_do
from locales.words import Words
from models.assessment import City
from models.people import Actor
from reports.content.measure_words import due_words
from screens.frame.here import desk
from screens.show.plain import plain

_SOON = datetime.timedelta(days=60)
_SHOWN = 5


def measures_due(words: Words, actor: Actor, city: City) -> None:
    """Draws them; nothing where nothing is planned."""
    if not may(tuple(to_city(actor, city.id)), "read measures"):
        return
    planned = desk().measuring.of_city(actor, city.id)
    if not planned:
        return
    today = wiring.now().date()
    due = due_by(planned, today + _SOON)
    with st.container(border=True, key="measures-due"):
        title = words("Measures due")
        st.markdown(f"**{title}**")
        if not due:
            left = len(still_to_do(planned))
            st.markdown(words("Nothing is due within 60 days. Measures to be done: {count}.", count=left))
        for each in due[:_SHOWN]:
            late = words("overdue") if each.due and each.due < today else ""
            about = [plain(due_words(each, words)), late, plain(each.title), plain(each.owner)]
            st.markdown("- " + " · ".join(filter(None, about)))
        if len(due) > _SHOWN:
            st.caption(words("… and {number} more.", number=len(due) - _SHOWN))
        st.page_link(
            "planned.py", label=words("All measures"), icon=":material/checklist:", query_params={"city": city.id}
        )
