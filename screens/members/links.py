"""Links that let somebody in. Each is shown once, in full, to be copied: the tool sends no mail."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from assessment.desk.entrance import show_code
from assessment.desk.people import INVITATION_MOST_DAYS, INVITATION_MOST_USES, Link
from locales.words import Words
from models.assessment import City
from models.people import Actor, Grant, Purpose, Role
from screens.answers.naming import here
from screens.frame.address import link
from screens.frame.here import desk
from screens.members.naming import role_meaning, role_words
from screens.show.plain import plain


@dataclass(frozen=True, slots=True)
class Shown:
    """A link that was just made, and whom it is for."""

    purpose: Purpose
    link: Link
    name: str


def keep_link(place: str, purpose: Purpose, link: Link, name: str) -> None:
    """Remembers a link for the next drawing of this place."""
    st.session_state[f"link-{place}"] = Shown(purpose, link, name)


def forget_link(place: str, link: str) -> None:
    """Shows a link no more that serves nobody any more."""
    shown: Shown | None = st.session_state.get(f"link-{place}")
    if shown is not None and shown.link.id == link:
        del st.session_state[f"link-{place}"]


def draw_link(words: Words, place: str) -> None:
    """Draws the link that was made last here, if there is one."""
    shown: Shown | None = st.session_state.get(f"link-{place}")
    if shown is None:
        return
    with st.container(border=True, key=f"new-link-{place}"):
        if shown.purpose == "reset":
            name = plain(shown.name)
            st.markdown(words("**Link for {name}**, with which a new password can be chosen:", name=name))
        elif shown.purpose == "guest":
            name = plain(shown.name)
            st.markdown(
                words.many(
                    shown.link.uses,
                    "**Link for guests: {name}** (serves once):",
                    "**Link for guests: {name}** (serves {count} times):",
                    name=name,
                )
            )
        else:
            st.markdown(
                words.many(
                    shown.link.uses,
                    "**Invitation as {role}** (serves once):",
                    "**Invitation as {role}** (serves {count} times):",
                    role=shown.name,
                )
            )
        st.code(_address(shown), language=None, wrap_lines=True)
        st.caption(
            words(
                "Copy it and pass it on yourself; it is not shown again. It serves until {day}, {time}.",
                day=words.date(here(shown.link.expires).date()),
                time=words.time(here(shown.link.expires)),
            )
        )
        st.caption(words("Code: {code}", code=show_code(shown.link.code)))
        if st.button(words("Done"), key=f"done-{place}"):
            del st.session_state[f"link-{place}"]
            st.rerun()


def inviting(words: Words, actor: Actor, city: City | None, roles: Sequence[Role]) -> None:
    """Draws the form for a new invitation, to a city or to the house."""
    place = f"city-{city.id}" if city else "house"
    with st.expander(words("Invite people"), icon=":material/person_add:", key=f"invite-{place}"):
        role = st.radio(
            words("As"),
            roles,
            format_func=lambda each: role_words(each, words),
            captions=[role_meaning(each, words) for each in roles],
            key=f"role-{place}-{words.language}",
        )
        left, right = st.columns(2)
        uses = left.number_input(words("For how many people"), 1, INVITATION_MOST_USES, 1, key=f"uses-{place}")
        days = right.number_input(words("For how many days"), 1, INVITATION_MOST_DAYS, 14, key=f"days-{place}")
        if st.button(words("Make the link"), type="primary", key=f"make-{place}"):
            wished = Grant(role, city.id if city else None)
            link = desk().people.invite(actor, wished, uses=int(uses), days=int(days))
            keep_link(place, "invite", link, role_words(role, words))
            st.rerun()


def _address(shown: Shown) -> str:
    door = "redeem" if shown.purpose == "invite" else shown.purpose
    return link(f"/{door}#{show_code(shown.link.code)}")
