"""Backups, for whoever administers the house."""

import streamlit as st

from screens.frame.column import WORKING, column
from screens.frame.here import current_actor, desk
from screens.frame.language import speak
from screens.house.copies import copies

words, actor = speak(), current_actor()
possible = desk().backups.possible(actor)

with column(WORKING):
    st.title(words("Backups"), anchor=False)
    if possible:
        copies(words, actor)
    else:
        st.info(words("The database is a PostgreSQL server. Copy it with pg_dump and put it back with pg_restore."))
        st.code("pg_dump --format=custom --file=hanse.dump <HANSE_DATABASE_URL>", language=None)
