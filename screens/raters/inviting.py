"""Letting guests in: a code for councillors or volunteers, who rate under a role name and see nothing else."""

import streamlit as st

from assessment.desk.people import INVITATION_MOST_DAYS, INVITATION_MOST_USES
from locales.words import Words
from models.assessment import Assessment
from models.people import Actor
from screens.frame.here import desk
from screens.members.links import draw_link, keep_link
from screens.show.pressing import pressed, unfilled


def inviting_guests(words: Words, actor: Actor, assessment: Assessment) -> None:
    """Draws the form, and the link that was made last."""
    place = f"guests-{assessment.id}"
    with st.expander(words("Invite guests to rate"), icon=":material/person_add:", key=f"invite-{place}"):
        st.markdown(
            words(
                "Guests need no account. They read the questions of this assessment and rate alone; they see no "
                "answers, no results, and no other assessment. Instead of a name you see what you call them here."
            )
        )
        label = words("What are they called?")
        shown = st.text_input(
            label,
            max_chars=200,
            placeholder=words("Member of the council"),
            key=f"shown-{place}",
        )
        left, right = st.columns(2)
        uses = left.number_input(words("For how many people"), 1, INVITATION_MOST_USES, 5, key=f"uses-{place}")
        days = right.number_input(words("For how many days"), 1, INVITATION_MOST_DAYS, 14, key=f"days-{place}")
        if pressed(words("Make the link"), f"make-{place}", lacks=unfilled(words, label, shown), kind="primary"):
            link = desk().guests.invite(actor, assessment.id, shown, uses=int(uses), days=int(days))
            keep_link(place, "guest", link, shown)
            st.rerun()
    draw_link(words, place)
