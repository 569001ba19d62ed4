"""The cohorts that a city belongs to, seen from the city: joining by code, what it agrees to, leaving."""

import streamlit as st

from assessment.desk.errors import WishRefused
from locales.words import Words
from models.assessment import City
from models.cohort import CONSENTS, Company, Consent
from models.people import Actor
from reports.content.group_naming import consent_words
from screens.finder.taking_part import taking_part
from screens.frame.here import desk
from screens.show.asking import asked_first
from screens.show.plain import plain
from screens.show.pressing import pressed, unchanged
from screens.show.stored import say_stored


def cohorts_of(words: Words, actor: Actor, city: City, *, leads: bool) -> None:
    """Draws them; for leads with the form to join another one."""
    companies = desk().cohorts.of_city(actor, city.id)
    if not (companies or leads):
        return
    with st.expander(_title(words, len(companies)), icon=":material/groups:", key=f"cohorts-{city.id}"):
        for each in companies:
            _company(words, actor, city, each, leads=leads)
        if companies:
            taking_part(words, actor, city)
        if leads:
            _joining(words, actor, city)


def _title(words: Words, count: int) -> str:
    return words("Cohorts: {count}", count=count) if count else words("Join a cohort of cities")


def _company(words: Words, actor: Actor, city: City, company: Company, *, leads: bool) -> None:
    member = company.membership
    st.markdown(f"**{plain(member.cohort.name)}**")
    others = [*company.named, *([words("{count} more", count=company.unnamed)] if company.unnamed else [])]
    st.caption(words("With: {cities}", cities=plain(", ".join(others) or words("nobody else yet"))))
    place = f"{city.id}-{member.cohort.id}-{member.version}"
    agreed = _consents(words, place, member.consents, disabled=not leads)
    if not leads:
        return
    st.caption(
        words(
            "What you take back counts at once for all that is worked out from then on. Grouped figures that were "
            "published before stay as they were published."
        )
    )
    with st.container(horizontal=True):
        lacks = unchanged(words, agreed, member.consents)
        if pressed(words("Keep this agreement"), f"agree-{place}", lacks=lacks):
            desk().cohorts.agree(actor, city.id, member.cohort.id, agreed, seen=member.version)
            say_stored(words)
            st.rerun()
        told = words(
            "The trainer sees nothing of your city here any more, and it counts in no new figures. Your answers stay "
            "with your city. To come back you need a new code."
        )
        if asked_first(words("Leave the cohort …"), told, words("Leave the cohort"), f"leave-{place}"):
            desk().cohorts.leave(actor, city.id, member.cohort.id, seen=member.version)
            st.rerun()


def _consents(words: Words, place: str, standing: frozenset[Consent], *, disabled: bool = False) -> frozenset[Consent]:
    drawn = {
        each: st.checkbox(consent_words(each, words), value=each in standing, key=f"{each}-{place}", disabled=disabled)
        for each in CONSENTS
    }
    return frozenset(each for each, ticked in drawn.items() if ticked)


def _joining(words: Words, actor: Actor, city: City) -> None:
    code = st.text_input(words("Code of a cohort"), max_chars=20, key=f"cohort-code-{city.id}")
    if not (code and code.strip()):
        st.caption(
            words("The trainer of a cohort gives you its code. Nothing is shared before you agree, point by point.")
        )
        return
    try:
        cohort = desk().cohorts.named_by(actor, city.id, code)
    except WishRefused as refused:
        st.warning(plain(words.say(refused.message)))
        return
    st.markdown(words("This code belongs to {cohort}. What do you agree to?", cohort=f"**{plain(cohort.name)}**"))
    agreed = _consents(words, f"joining-{city.id}", frozenset())
    st.caption(
        words(
            "That your city is in, the trainer sees in any case. You can change this and leave at any time; it counts "
            "for all that is worked out from then on. Figures that were published before stay as they were published."
        )
    )
    if st.button(words("Join the cohort"), type="primary", key=f"join-{city.id}"):
        desk().cohorts.join(actor, city.id, code, agreed)
        del st.session_state[f"cohort-code-{city.id}"]
        st.rerun()
