"""The cities of a cohort, how far they are where they agreed to show it, and the ways in."""

import segno
import streamlit as st

from assessment.desk.entrance import show_code
from assessment.desk.people import INVITATION_MOST_DAYS, INVITATION_MOST_USES, Link
from locales.words import Words
from models.cohort import AssessmentStanding, Cohort, CohortCity
from models.people import Actor
from screens.frame.address import link, reaches_others
from screens.frame.here import desk
from screens.members.standing import withdrawable
from screens.programme.of_cohort import events_of
from screens.show.one_field import one_field
from screens.show.plain import plain
from screens.show.tables import tabulate


def cities(words: Words, actor: Actor, cohort: Cohort) -> None:
    """Draws them."""
    view = desk().cohorts.show(actor, cohort.id)
    if view.cities:
        rows = [_row(words, each) for each in view.cities]
        head = [words("City"), words("Assessment"), words("State"), words("Answers due")]
        tabulate(head, rows, alt=words("Cities of the cohort"))
    else:
        st.markdown(words("No city has joined yet. Make a code and pass it on to the leads of cities."))
    _code(words, actor, cohort, first=not view.cities)
    events_of(words, actor, cohort)
    _appointing(words, actor, cohort)


def _row(words: Words, city: CohortCity) -> list[str]:
    """A city with its newest assessment, and how many came before."""
    name = plain(city.membership.city.name)
    if city.standings is None:
        return [name, words("not shown: the city did not agree"), "", ""]
    if not city.standings:
        return [name, words("none yet"), "", ""]
    newest, earlier = max(city.standings, key=lambda each: each.begun), len(city.standings) - 1
    what = _what(words, newest)
    if earlier:
        what = words("{newest}; earlier ones: {count}", newest=what, count=earlier)
    return [name, what, _state(words, newest), _due(words, newest)]


def _what(words: Words, standing: AssessmentStanding) -> str:
    depth = {"basic": words("Basic set"), "full": words("All processes")}
    named = depth[standing.scope] if isinstance(standing.scope, str) else words("Chosen processes")
    return f"{named}, {words('begun on {day}', day=words.date(standing.begun))}"


def _state(words: Words, standing: AssessmentStanding) -> str:
    return words("closed") if standing.state == "closed" else words("being worked on")


def _due(words: Words, standing: AssessmentStanding) -> str:
    return plain(words.date(standing.answers_due)) if standing.answers_due else ""


def _code(words: Words, actor: Actor, cohort: Cohort, *, first: bool) -> None:
    """The way in for cities; open where it is what comes next."""
    remembered = f"cohort-link-{cohort.id}"
    with st.expander(words("Code for cities"), icon=":material/key:", expanded=first, key=f"code-{cohort.id}-{first}"):
        left, right = st.columns(2)
        uses = left.number_input(words("For how many cities"), 1, INVITATION_MOST_USES, 10, key=f"uses-{cohort.id}")
        days = right.number_input(words("For how many days"), 1, INVITATION_MOST_DAYS, 30, key=f"days-{cohort.id}")
        if st.button(words("Make the code"), type="primary", key=f"make-{cohort.id}"):
            st.session_state[remembered] = desk().cohorts.invite(actor, cohort.id, uses=int(uses), days=int(days))
        made: Link | None = st.session_state.get(remembered)
        if made is not None:
            _made(words, made)
    _standing(words, actor, cohort)


def _standing(words: Words, actor: Actor, cohort: Cohort) -> None:
    """The codes that still let cities in."""
    found = desk().cohorts.invitations(actor, cohort.id)
    if not found:
        return
    label = words("Open codes: {count}", count=len(found))
    with st.expander(label, icon=":material/key:", key=f"codes-{cohort.id}"):
        lines = ((each, f"**{_more(words, each.uses)}**") for each in found)
        withdrawable(words, lines, lambda code: _withdraw(actor, cohort, code), key="code")
        st.caption(words("Cities that came with a code stay when it is withdrawn."))


def _more(words: Words, count: int) -> str:
    return words.many(count, "for 1 more city", "for {count} more cities")


def _withdraw(actor: Actor, cohort: Cohort, code: str) -> None:
    desk().cohorts.withdraw(actor, cohort.id, code)
    made: Link | None = st.session_state.get(f"cohort-link-{cohort.id}")
    if made is not None and made.id == code:
        del st.session_state[f"cohort-link-{cohort.id}"]


def _made(words: Words, made: Link) -> None:
    """The code as a link that leads straight to joining, and as a drawing of it for phones."""
    code = show_code(made.code)
    whole = link(f"/join-cohort#{code}")
    with st.container(horizontal=True, vertical_alignment="center", gap="large", key="cohort-code"):
        # The drawing travels inside the page: no address hands it out, and nobody else is asked for it.
        st.image(segno.make(whole, micro=False).svg_inline(scale=5, border=3, light="#FFFFFF"))
        with st.container(width="stretch"):
            st.code(whole, language=None, wrap_lines=True)
            st.code(code, language=None)
    if not reaches_others():
        st.warning(
            words(
                "The address by which other machines reach this app is not known here: you opened it on this machine "
                "alone. The link and the QR code lead others nowhere; pass the code on, or open this page by its name."
            )
        )
    st.caption(
        words.many(
            made.uses,
            "Copy it and pass it on yourself; it is not shown again. It serves one city until {day}. The link and "
            "the QR code lead straight to joining; the code alone is entered on the city's page.",
            "Copy it and pass it on yourself; it is not shown again. It serves {count} cities until {day}. The link "
            "and the QR code lead straight to joining; the code alone is entered on the city's page.",
            day=words.date(made.expires.date()),
        )
    )


def _appointing(words: Words, actor: Actor, cohort: Cohort) -> None:
    with st.expander(words("Lead it together with another trainer"), key=f"together-{cohort.id}"):
        button = words("Let them lead it too")
        login = one_field(words, words("Login name"), button, f"appoint-{cohort.id}", most=64)
        if login is not None:
            desk().cohorts.appoint(actor, cohort.id, login)
            st.success(words("Done. Whoever it is sees this cohort from now on."))
