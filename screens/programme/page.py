"""The programme's page: what is to come first, then what was with its results; whoever announces does so here."""

import streamlit as st

from assessment import wiring
from assessment.desk.door import in_house, may, to_cohort
from locales.words import Words
from models.people import Actor
from models.programme import KeptEvent, MaterialFile, Programme
from screens.browser import parts
from screens.frame.column import WORKING, column
from screens.frame.here import current_actor, desk
from screens.frame.language import speak
from screens.programme.form import announcing, changing
from screens.programme.naming import kind_words, when_words
from screens.show.plain import plain


def programme() -> None:
    """Draws the page."""
    words, actor = speak(), current_actor()
    with column(WORKING):
        st.page_link("network.py", label=words("Network"), icon=":material/arrow_back:")
        st.title(words("Programme"), anchor=False)
        found = desk().programme.mine(actor)
        today = wiring.now().date()
        coming = [each for each in found.events if each.event.last_day >= today]
        past = [each for each in reversed(found.events) if each.event.last_day < today]
        _coming(words, actor, coming, found)
        if past:
            st.header(words("What was, and what came of it"), anchor=False)
            for each in past:
                _event(words, actor, each, found)
        in_the_house = may(tuple(in_house(actor)), "write programme")
        if found.led or in_the_house:
            announcing(words, actor, found.led, in_the_house=in_the_house)


def _coming(words: Words, actor: Actor, coming: list[KeptEvent], found: Programme) -> None:
    st.header(words("What is to come"), anchor=False)
    if not coming:
        st.markdown(
            words(
                "Nothing is announced at the moment. Trainers announce trainings, summits and round tables for their "
                "cohorts; your city sees them once it has joined one."
            )
        )
        return
    download = parts.Download(
        words("Save as a calendar file"), "programme.ics", url="/files/programme.ics", media_type="text/calendar"
    )
    parts.saver(words, download, key="programme-calendar")
    for each in coming:
        _event(words, actor, each, found)


def _event(words: Words, actor: Actor, kept: KeptEvent, found: Programme) -> None:
    event = kept.event
    with st.container(border=True, key=f"event-{kept.id}"):
        st.subheader(plain(event.title), anchor=False)
        about = [kind_words(event.kind, words), when_words(event, words), event.place]
        st.markdown(f"**{plain(' · '.join(part for part in about if part))}**")
        whom = kept.cohort.name if kept.cohort else words("for everybody here")
        st.caption(plain(whom))
        if event.about:
            st.markdown(plain(event.about))
        if event.link:
            shown = words("To take part")
            st.markdown(f":material/link: [{shown}]({_safe(event.link)})")
        if event.result:
            st.info(plain(event.result), icon=":material/flag:")
        _material(words, kept, found.files.get(kept.id, ()))
        if _may_change(actor, kept):
            if kept.cohort is not None:
                st.page_link("cohorts.py", label=words("Cities and figures of the cohort"), icon=":material/groups:")
            changing(words, actor, kept, found.files.get(kept.id, ()))


def _material(words: Words, kept: KeptEvent, files: tuple[MaterialFile, ...]) -> None:
    if kept.event.links:
        st.markdown("\n".join(f"- [{plain(each.title)}]({_safe(each.address)})" for each in kept.event.links))
    if files:
        with st.container(horizontal=True):
            for file in files:
                url = f"/programme/{kept.id}/{file.id}"
                download = parts.Download(file.name, file.name, url=url, media_type=file.media_type)
                parts.saver(words, download, key=f"material-{file.id}")


def _may_change(actor: Actor, kept: KeptEvent) -> bool:
    held = in_house(actor) if kept.cohort is None else to_cohort(actor, kept.cohort.id)
    return may(tuple(held), "write programme")


def _safe(address: str) -> str:
    """An address as Markdown takes it; that it begins with https:// was asked when it was kept."""
    return address.replace("(", "%28").replace(")", "%29").replace("<", "%3C").replace(">", "%3E")
