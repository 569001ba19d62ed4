"""The people of a city: who they are, what they may do, and how new ones come in."""

import streamlit as st

from assessment.desk.door import may_somewhere
from screens.frame.column import WORKING, column
from screens.frame.here import current_actor, desk
from screens.frame.language import speak
from screens.members.city import city_people, handed_over

words, actor = speak(), current_actor()
cities = desk().people.cities(actor)

with column(WORKING):
    st.title(words("People"), anchor=False)
    if may_somewhere(actor, "see audit"):
        st.page_link("audit.py", label=words("Audit trail"), icon=":material/history:")
    handed_over(words)
    if not cities:
        st.markdown(words("There is no city yet whose people you could see."))
    elif len(cities) == 1:
        city_people(words, actor, cities[0])
    else:
        chosen = st.selectbox(words("City"), cities, format_func=lambda city: city.name, key="people-city")
        city_people(words, actor, chosen)
