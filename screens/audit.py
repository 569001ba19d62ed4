"""What was done, by day: for the lead of a city, and for whoever administers the house."""

import streamlit as st

from assessment import wiring
from assessment.desk.door import in_house, may
from screens.frame.column import WORKING, column
from screens.frame.here import current_actor, desk
from screens.frame.language import speak
from screens.review.trail import exact_times, trail, verdict
from screens.show.plain import plain

words, actor = speak(), current_actor()

with column(WORKING):
    st.title(words("Audit trail"), anchor=False)
    st.markdown(
        words(
            "Who did what, on which day: invitations, roles, accounts, assessments, files that were taken out. Answers "
            "are not in here, their history stands beside them; private ratings are nowhere."
        )
    )
    if may(tuple(in_house(actor)), "see audit"):
        verdict(words, actor)
        trail(words, desk().auditing.of_house(actor), "house")
        exact_times(words, actor, wiring.now().date())
    else:
        cities = desk().people.cities(actor)
        if not cities:
            st.info(words("Your role does not allow this."))
        for city in cities:
            st.header(plain(city.name), anchor=False)
            trail(words, desk().auditing.of_city(actor, city.id), city.id)
