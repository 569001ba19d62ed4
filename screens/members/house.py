"""Cities and accounts of the whole house. What cities answer is not to be seen from here."""

from collections.abc import Sequence

import streamlit as st

from locales.words import Words
from models.people import HOUSE_ROLES, Account, Actor, Grant
from screens.frame.here import desk
from screens.members.links import keep_link
from screens.members.naming import grant_words, role_words
from screens.show.plain import plain


def cities(words: Words, actor: Actor) -> None:
    """Draws the cities, and the form for a new one."""
    st.header(words("Cities"), anchor=False)
    known = desk().people.cities(actor)
    st.markdown("\n".join(f"- {plain(city.name)}" for city in known) or words("There is no city yet."))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        name = st.text_input(words("New city"), max_chars=200, key=f"new-city-{len(known)}")
        if st.button(words("Add the city"), key="add-city", disabled=not name.strip()):
            desk().people.found(actor, name)
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
            left.caption(" · ".join(plain(grant_words(held, names, words)) for held in _sorted(each)))
            with right.popover(words("Change"), key=f"change-{each.id}"):
                _roles(words, actor, each)
                _password(words, actor, each)


def _sorted(account: Account) -> list[Grant]:
    return sorted(account.grants, key=lambda held: (held.role, held.city or "", held.assessment or ""))


def _roles(words: Words, actor: Actor, account: Account) -> None:
    for role in HOUSE_ROLES:
        held, name = Grant(role) in account.grants, role_words(role, words)
        label = words("Take away: {role}", role=name) if held else words("Give: {role}", role=name)
        if st.button(label, key=f"{role}-{account.id}"):
            (desk().people.take if held else desk().people.give)(actor, account.id, Grant(role))
            st.rerun()


def _password(words: Words, actor: Actor, account: Account) -> None:
    if st.button(words("Link for a new password"), key=f"house-reset-{account.id}"):
        keep_link("house", "reset", desk().people.reset_link(actor, account.id), account.name)
        st.rerun()
    if st.button(words("Ask for a new password"), key=f"house-must-{account.id}"):
        desk().people.require_new_password(actor, account.id)
        st.rerun()
    _erase(words, actor, account)
    if account.disabled is None:
        if st.button(words("Close the account"), key=f"house-close-{account.id}"):
            desk().people.close(actor, account.id)
            st.rerun()
    elif st.button(words("Open the account again"), key=f"house-reopen-{account.id}"):
        desk().people.reopen(actor, account.id)
        st.rerun()


def _erase(words: Words, actor: Actor, account: Account) -> None:
    sure = st.checkbox(words("This person asked to be erased."), key=f"sure-{account.id}")
    if st.button(words("Erase the person's data"), disabled=not sure, key=f"erase-{account.id}"):
        desk().own_data.erase(actor, account.id)
        st.rerun()
