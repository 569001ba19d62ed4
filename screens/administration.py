"""The house: its cities and its accounts, for whoever administers it."""

import streamlit as st

from screens.cities.demonstration import demonstration
from screens.frame.column import WORKING, column
from screens.frame.here import current_actor, desk
from screens.frame.language import speak
from screens.house.papers import papers
from screens.members.house import accounts, cities
from screens.members.links import draw_link, inviting
from screens.members.standing import standing

words, actor = speak(), current_actor()
people = desk().people.everyone(actor)

with column(WORKING):
    st.title(words("Administration"), anchor=False)
    with st.container(horizontal=True):
        st.page_link("audit.py", label=words("Audit trail"), icon=":material/history:")
        st.page_link("backups.py", label=words("Backups"), icon=":material/backup:")
    cities(words, actor)
    st.header(words("Accounts"), anchor=False)
    draw_link(words, "house")
    accounts(words, actor, people)
    inviting(words, actor, None, ("administrator", "trainer", "consultant"))
    standing(words, actor, None)
    st.page_link("cohorts.py", label=words("Cohorts that you lead"), icon=":material/groups:")
    demonstration(words, actor)
    papers(words)
