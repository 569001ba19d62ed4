"""The people of one city, each with their role, and the invitation of new ones."""

import streamlit as st

from assessment.desk.door import may, to_account
from locales.words import Words
from models.assessment import City
from models.people import CITY_ROLES, Account, Actor, Grant
from screens.frame.here import desk
from screens.members.closing import closing, require_new_password
from screens.members.links import draw_link, inviting, keep_link
from screens.members.naming import role_words
from screens.members.standing import standing
from screens.show.asking import asked_first
from screens.show.plain import plain

_WISHED_LEADS = 2
_HANDED_OVER = "handed-over"


def city_people(words: Words, actor: Actor, city: City) -> None:
    """Draws them."""
    people = desk().people.of_city(actor, city.id)
    st.header(plain(city.name), anchor=False)
    leads = [each for each in people if "lead" in each.roles_in(city.id) and each.disabled is None]
    if len(leads) < _WISHED_LEADS:
        st.info(
            words(
                "A city should have two leads, so that work goes on when one is away. "
                "Invite a second one, or make a colleague lead."
            )
        )
    draw_link(words, f"city-{city.id}")
    for each in people:
        _person(words, actor, city, each, needed=[each] == leads)
    inviting(words, actor, city, CITY_ROLES)
    standing(words, actor, city)


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
    if "lead" not in held:
        if person.disabled is not None:
            return
        if st.button(words("Make lead"), key=f"lead-{city.id}-{person.id}"):
            desk().people.give(actor, person.id, Grant("lead", city.id))
            st.rerun()
        if "lead" in {grant.role for grant in actor.grants if grant.city == city.id}:
            _hand_over(words, actor, city, person)
    elif not needed:
        _make_contributor(words, actor, city, person)


def _make_contributor(words: Words, actor: Actor, city: City, person: Account) -> None:
    lead, contributor = Grant("lead", city.id), Grant("contributor", city.id)
    told = (
        words("You go on as a contributor, and no longer plan, invite or sign. Another lead can make you one again.")
        if person.id == actor.id
        else words(
            "{name} goes on as a contributor, and no longer plans, invites or signs. Any lead can change that again.",
            name=plain(person.name),
        )
    )
    key = f"contributor-{city.id}-{person.id}"
    if asked_first(words("Make contributor …"), told, words("Make contributor"), key):
        desk().people.give(actor, person.id, contributor)
        desk().people.take(actor, person.id, lead)
        st.rerun()


def _hand_over(words: Words, actor: Actor, city: City, person: Account) -> None:
    name = plain(person.name)
    told = words(
        "{name} leads from then on. You go on as a contributor, and no longer plan, invite or sign.", name=name
    )
    if asked_first(words("Hand over to"), told, words("Hand over"), f"over-{city.id}-{person.id}"):
        desk().people.hand_over(actor, city.id, actor.id, person.id)
        st.session_state[_HANDED_OVER] = (person.name, city.name)
        st.rerun()


def handed_over(words: Words) -> None:
    """Says once who leads a city now."""
    told: tuple[str, str] | None = st.session_state.pop(_HANDED_OVER, None)
    if told is not None:
        name, city = map(plain, told)
        st.success(words("{name} leads {city} now. You go on as a contributor.", name=name, city=city))


def _account_menu(words: Words, actor: Actor, city: City, person: Account) -> None:
    with st.popover(words("More"), key=f"more-{city.id}-{person.id}"):
        if may(tuple(to_account(actor, person)), "reset password"):
            _password(words, actor, city.id, person)
        if person.id != actor.id and may(tuple(to_account(actor, person)), "close account"):
            closing(words, actor, f"{city.id}-{person.id}", person)
        _taking_out(words, actor, city, person)


def _taking_out(words: Words, actor: Actor, city: City, person: Account) -> None:
    name, town = plain(person.name), plain(city.name)
    told = words(
        "{name} sees and changes nothing of {city} any more. What {name} answered stays with the city, with the name "
        "beside it. The account stays open; a new invitation brings {name} back.",
        name=name,
        city=town,
    )
    button = words("Take {name} out", name=name)
    if asked_first(words("Take out of the city"), told, button, f"out-{city.id}-{person.id}", in_menu=True):
        for role in person.roles_in(city.id):
            desk().people.take(actor, person.id, Grant(role, city.id))
        st.rerun()


def _password(words: Words, actor: Actor, city: str, person: Account) -> None:
    if st.button(words("Link for a new password"), key=f"reset-{city}-{person.id}"):
        keep_link(f"city-{city}", "reset", desk().people.reset_link(actor, person.id), person.name)
        st.rerun()
    if st.button(words("Ask for a new password"), key=f"must-{city}-{person.id}"):
        require_new_password(words, actor, person)
