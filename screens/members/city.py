"""The people of one city, each with their role, and the invitation of new ones."""

import streamlit as st

from assessment.desk.door import may, to_account
from locales.words import Words
from models.assessment import City
from models.people import CITY_ROLES, Account, Actor, Grant
from screens.frame.here import desk
from screens.members.links import draw_link, inviting, keep_link
from screens.members.naming import role_words
from screens.show.plain import plain

_WISHED_LEADS = 2


def city_people(words: Words, actor: Actor, city: City) -> None:
    """Draws them."""
    people = desk().people.of_city(actor, city.id)
    st.header(plain(city.name), anchor=False)
    leads = [each for each in people if "lead" in each.roles_in(city.id) and each.disabled is None]
    if len(leads) < _WISHED_LEADS:
        st.info(words("A city should have two leads, so that nobody is missed. Invite a second one, or give the role."))
    draw_link(words, f"city-{city.id}")
    for each in people:
        _person(words, actor, city, each, needed=[each] == leads)
    inviting(words, actor, city, CITY_ROLES)


def _person(words: Words, actor: Actor, city: City, person: Account, *, needed: bool) -> None:
    with st.container(border=True, key=f"person-{city.id}-{person.id}"):
        left, right = st.columns([2, 3], vertical_alignment="center")
        left.markdown(f"**{plain(person.name)}**")
        roles = ", ".join(role_words(role, words) for role in person.roles_in(city.id))
        closed = " · " + words("closed") if person.disabled else ""
        login = "" if person.name == person.login else f"{plain(person.login)} · "
        left.caption(f"{login}{roles}{closed}")
        with right, st.container(horizontal=True, horizontal_alignment="right"):
            _role_buttons(words, actor, city, person, needed=needed)
            _account_menu(words, actor, city, person)


def _role_buttons(words: Words, actor: Actor, city: City, person: Account, *, needed: bool) -> None:
    held = person.roles_in(city.id)
    lead, contributor = Grant("lead", city.id), Grant("contributor", city.id)
    if "lead" not in held:
        if st.button(words("Make lead"), key=f"lead-{city.id}-{person.id}"):
            desk().people.give(actor, person.id, lead)
            st.rerun()
        if "lead" in {grant.role for grant in actor.grants if grant.city == city.id}:
            _hand_over(words, actor, city, person)
    elif not needed and st.button(words("Make contributor"), key=f"contributor-{city.id}-{person.id}"):
        desk().people.give(actor, person.id, contributor)
        desk().people.take(actor, person.id, lead)
        st.rerun()


def _hand_over(words: Words, actor: Actor, city: City, person: Account) -> None:
    if st.button(words("Hand over to"), key=f"over-{city.id}-{person.id}", help=words("You go on as a contributor.")):
        desk().people.hand_over(actor, city.id, actor.id, person.id)
        st.rerun()


def _account_menu(words: Words, actor: Actor, city: City, person: Account) -> None:
    with st.popover(words("More"), key=f"more-{city.id}-{person.id}"):
        if may(tuple(to_account(actor, person)), "reset password"):
            _password(words, actor, city.id, person)
        if may(tuple(to_account(actor, person)), "close account"):
            _closing(words, actor, city.id, person)
        if st.button(words("Take out of the city"), key=f"out-{city.id}-{person.id}"):
            for role in person.roles_in(city.id):
                desk().people.take(actor, person.id, Grant(role, city.id))
            st.rerun()


def _password(words: Words, actor: Actor, city: str, person: Account) -> None:
    if st.button(words("Link for a new password"), key=f"reset-{city}-{person.id}"):
        keep_link(f"city-{city}", "reset", desk().people.reset_link(actor, person.id), person.name)
        st.rerun()
    if st.button(words("Ask for a new password"), key=f"must-{city}-{person.id}"):
        desk().people.require_new_password(actor, person.id)
        st.rerun()


def _closing(words: Words, actor: Actor, place: str, person: Account) -> None:
    if person.disabled is None:
        if st.button(words("Close the account"), key=f"close-{place}-{person.id}"):
            desk().people.close(actor, person.id)
            st.rerun()
    elif st.button(words("Open the account again"), key=f"reopen-{place}-{person.id}"):
        desk().people.reopen(actor, person.id)
        st.rerun()
