"""The cities of a cohort, how far they are where they agreed to show it, and the ways in."""

from collections.abc import Iterator

import pandas as pd
import segno
import streamlit as st

from assessment.desk.entrance import show_code
from assessment.desk.people import INVITATION_MOST_DAYS, INVITATION_MOST_USES, Link
from locales.words import Words
from models.cohort import AssessmentStanding, Cohort, CohortCity
from models.people import Actor
from screens.frame.here import desk
from screens.show.plain import plain


def cities(words: Words, actor: Actor, cohort: Cohort) -> None:
    """Draws them."""
    view = desk().cohorts.show(actor, cohort.id)
    if view.cities:
        rows = [row for each in view.cities for row in _rows(words, each)]
        head = [words("City"), words("Assessment"), words("State"), words("Answers due")]
        st.table(
            pd.DataFrame(rows, columns=head),
            border="horizontal",
            hide_index=True,
            alt=words("Cities of the cohort"),
        )
    else:
        st.markdown(words("No city has joined yet. Make a code and pass it on to the leads of cities."))
    _code(words, actor, cohort)
    _appointing(words, actor, cohort)


def _rows(words: Words, city: CohortCity) -> Iterator[list[str]]:
    name = plain(city.membership.city.name)
    if city.standings is None:
        yield [name, words("not shown: the city did not agree"), "", ""]
        return
    if not city.standings:
        yield [name, words("none yet"), "", ""]
    for at, each in enumerate(city.standings):
        yield ["" if at else name, _what(words, each), _state(words, each), _due(words, each)]


def _what(words: Words, standing: AssessmentStanding) -> str:
    depth = {"basic": words("Basic set"), "full": words("All processes")}
    named = depth[standing.scope] if isinstance(standing.scope, str) else words("Chosen processes")
    return f"{named}, {words('begun on {day}', day=words.date(standing.begun))}"


def _state(words: Words, standing: AssessmentStanding) -> str:
    return words("closed") if standing.state == "closed" else words("being worked on")


def _due(words: Words, standing: AssessmentStanding) -> str:
    return plain(words.date(standing.answers_due)) if standing.answers_due else ""


def _code(words: Words, actor: Actor, cohort: Cohort) -> None:
    remembered = f"cohort-link-{cohort.id}"
    with st.expander(words("Code for cities"), icon=":material/key:", key=f"code-{cohort.id}"):
        left, right = st.columns(2)
        uses = left.number_input(words("For how many cities"), 1, INVITATION_MOST_USES, 10, key=f"uses-{cohort.id}")
        days = right.number_input(words("For how many days"), 1, INVITATION_MOST_DAYS, 30, key=f"days-{cohort.id}")
        if st.button(words("Make the code"), type="primary", key=f"make-{cohort.id}"):
            st.session_state[remembered] = desk().cohorts.invite(actor, cohort.id, uses=int(uses), days=int(days))
        made: Link | None = st.session_state.get(remembered)
        if made is not None:
            with st.container(horizontal=True, vertical_alignment="center", gap="large"):
                # The drawing travels inside the page: no address hands it out, and nobody else is asked for it.
                st.image(segno.make(show_code(made.code), micro=False).svg_inline(scale=5, border=3, light="#FFFFFF"))
                st.code(show_code(made.code), language=None)
            st.caption(
                words(
                    "Copy it and pass it on yourself; it is not shown again. It serves {uses} cities until {day}. "
                    "Leads enter it on their city's page.",
                    uses=made.uses,
                    day=words.date(made.expires.date()),
                )
            )


def _appointing(words: Words, actor: Actor, cohort: Cohort) -> None:
    with st.expander(words("Lead it together with another trainer"), key=f"together-{cohort.id}"):
        login = st.text_input(words("Login name"), max_chars=64, key=f"login-{cohort.id}")
        if st.button(words("Let them lead it too"), key=f"appoint-{cohort.id}", disabled=not (login and login.strip())):
            desk().cohorts.appoint(actor, cohort.id, str(login))
            st.success(words("Done. Whoever it is sees this cohort from now on."))
