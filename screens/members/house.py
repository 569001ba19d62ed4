"""Cities and accounts of the whole house. What cities answer is not to be seen from here."""

from collections.abc import Sequence

import streamlit as st

from locales.words import Words
from models.people import HOUSE_ROLES, Account, Actor, Grant, Role
from screens.frame.began import sent
from screens.frame.here import desk
from screens.members.closing import closing, require_new_password
from screens.members.links import keep_link
from screens.members.naming import role_meaning, role_words, roles_held
from screens.show.asking import asked_first
from screens.show.one_field import one_field
from screens.show.plain import plain
from screens.show.pressing import pressed

_ADDED = "cities-added"


def cities(words: Words, actor: Actor) -> None:
    """Draws the cities, and the form for a new one."""
    st.header(words("Cities"), anchor=False)
    known = desk().people.cities(actor)
    st.markdown("\n".join(f"- {plain(city.name)}" for city in known) or words("There is no city yet."))
    name = one_field(words, words("New city"), words("Add the city"), "add-city", afresh=_ADDED)
    if name is not None:
        desk().people.found(actor, name)
        sent(_ADDED)
        st.rerun()
    if known:
        st.page_link("people.py", label=words("People of the cities: invite, give roles"), icon=":material/group:")


def accounts(words: Words, actor: Actor, people: Sequence[Account]) -> None:
    """Draws every account with what can be done."""
    names = {city.id: city.name for city in desk().people.cities(actor)}
    for each in people:
        with st.container(border=True, key=f"account-{each.id}"):
            left, right = st.columns([3, 1], vertical_alignment="center")
            closed = " · " + words("closed") if each.disabled else ""
            login = "" if each.name == each.login else f" · {plain(each.login)}"
            left.markdown(f"**{plain(each.name)}**{login}{closed}")
            left.caption(" · ".join(map(plain, roles_held(each.grants, names, words))))
            at_the_end = right.container(horizontal=True, horizontal_alignment="right")
            with at_the_end.popover(words("Change"), key=f"change-{each.id}"):
                _roles(words, actor, each)
                _password(words, actor, each)


def _roles(words: Words, actor: Actor, account: Account) -> None:
    for role in HOUSE_ROLES:
        name, key = role_words(role, words), f"{role}-{account.id}"
        if Grant(role) in account.grants:
            label, button = words("Take away: {role}", role=name), words("Take the role away")
            if asked_first(label, _without(words, account, role), button, key, in_menu=True):
                desk().people.take(actor, account.id, Grant(role))
                st.rerun()
        elif st.button(words("Give: {role}", role=name), key=key):
            desk().people.give(actor, account.id, Grant(role))
            st.rerun()


def _without(words: Words, account: Account, role: Role) -> str:
    """What somebody can do no more without a role."""
    return words(
        "This ends for {name}: {meaning} What {name} did so far stays as it is. Whoever administers the house can "
        "give the role back.",
        name=plain(account.name),
        meaning=plain(role_meaning(role, words)),
    )


def _password(words: Words, actor: Actor, account: Account) -> None:
    if st.button(words("Link for a new password"), key=f"house-reset-{account.id}"):
        keep_link("house", "reset", desk().people.reset_link(actor, account.id), account.name)
        st.rerun()
    if st.button(words("Ask for a new password"), key=f"house-must-{account.id}"):
        require_new_password(words, actor, account)
    if account.id != actor.id:
        closing(words, actor, f"house-{account.id}", account)
    _erase(words, actor, account)


def _erase(words: Words, actor: Actor, account: Account) -> None:
    with st.expander(words("Erase the person's data"), key=f"erasing-{account.id}"):
        st.markdown(
            words(
                "Login name, name, password, sessions, roles and private ratings of {name} are erased at once. What "
                "was answered for a city stays with the city, without the name. Nothing brings the account back.",
                name=plain(account.name),
            )
        )
        sentence = words("This person asked to be erased.")
        sure = st.checkbox(sentence, key=f"sure-{account.id}")
        lacks = None if sure else words("Tick this first: {what}", what=sentence)
        if pressed(words("Erase for good"), f"erase-{account.id}", lacks=lacks):
            desk().own_data.erase(actor, account.id)
            st.rerun()
