"""What one's own city shows, tick by tick, and the way out."""

from collections.abc import Mapping

import streamlit as st

from locales.words import Words
from models.assessment import City
from models.matching import OFFICE_LIMIT, TOPICS, KeptOffer, Offer
from models.people import Actor
from reports.content.naming import process_name
from screens.finder.naming import LANGUAGES, language_name, topic_words
from screens.frame.began import began_with, begin_anew, overtaken
from screens.frame.here import desk
from screens.show.asking import asked_first
from screens.show.stored import say_stored


def offering(words: Words, actor: Actor, city: City, standing: KeptOffer | None) -> None:
    """Draws the form: open for a city that is not in yet, folded for one that is."""
    if standing is None:
        st.header(words("Let your city be found"), anchor=False)
        _form(words, actor, city, None)
        return
    with st.expander(words("What your city shows, and the way out"), icon=":material/visibility:", key="my-offer"):
        _form(words, actor, city, standing)
        st.divider()
        told = words(
            "This takes effect at once: no city finds yours, every request ends, and no city sees your address any "
            "more. What you ticked is erased. You can take part again at any time."
        )
        if asked_first(words("Withdraw from the finder …"), told, words("Withdraw"), f"withdraw-{city.id}"):
            desk().matching.withdraw(actor, city.id)
            begin_anew(_place(city))
            st.rerun()


def _form(words: Words, actor: Actor, city: City, standing: KeptOffer | None) -> None:
    place = _place(city)
    begun = began_with(place, lambda each: f"office-{_key(city, each, words)}", standing)
    late = overtaken(words, place, begun, standing)
    before = begun.offer if begun else desk().matching.suggested(actor, city.id)
    seen, key = _version(begun), _key(city, begun, words)
    if standing is None and not (before.strong or before.wanted):
        st.caption(words("No assessment of your city is closed yet; what you tick counts as soon as one is signed."))
    elif standing is None:
        st.caption(words("Ticked below is what your own result suggests. Change it as you like."))
    offer = _ticks(words, actor, city, before, key)
    st.caption(
        words(
            "Other cities that take part see the name of your city, what is ticked here and fits them, and whether you "
            "are of a similar size. You can change it or withdraw at any time; both take effect at once and stand in "
            "the audit trail."
        )
    )
    label = words("Keep this") if standing else words("Agree and be found")
    if not st.button(label, type="primary", key=f"offer-{key}", disabled=late) or late:
        return
    if not (offer.strong or offer.wanted):
        st.warning(words("Tick at least one process in which your city is strong or wants to grow."))
    elif not offer.office.strip():
        st.warning(words("Write down the address of your office first. Only cities with which you agreed will see it."))
    else:
        desk().matching.offer(actor, city.id, offer, seen=seen)
        begin_anew(place)
        say_stored(words)
        st.rerun()


def _place(city: City) -> str:
    return f"offer-began-{city.id}"


def _version(kept: KeptOffer | None) -> int:
    return kept.version if kept else 0


def _key(city: City, kept: KeptOffer | None, words: Words) -> str:
    return f"{city.id}-{_version(kept)}-{words.language}"


def _ticks(words: Words, actor: Actor, city: City, before: Offer, key: str) -> Offer:
    named = _names(words, desk().matching.my_levels(actor, city.id))
    sensitive = st.checkbox(
        words("Sensitive processes may be named too ({names})", names=", ".join(_sensitive())),
        value=before.sensitive,
        key=f"sensitive-{key}",
        help=words("Only shown to cities that ticked the same."),
    )
    processes = [each.id for each in desk().library.models[0].processes if sensitive or not each.sensitive]
    strong, wanted = (
        st.multiselect(
            label,
            processes,
            default=[each for each in ticked if each in processes],
            format_func=lambda process: named[process],
            placeholder=words("none"),
            key=f"{kind}-{key}-{sensitive}",
        )
        for kind, label, ticked in (
            ("strong", words("Where we may be named as strong"), before.strong),
            ("wanted", words("Where we may be named as wanting to grow"), before.wanted),
        )
    )
    left, right = st.columns(2)
    languages = left.multiselect(
        words("Languages we can work in"),
        sorted(LANGUAGES, key=lambda code: language_name(code, words)),
        default=list(before.languages) or [words.language],
        format_func=lambda code: language_name(code, words),
        placeholder=words("none"),
        key=f"languages-{key}",
    )
    topics = right.multiselect(
        words("Topics that matter to us"),
        TOPICS,
        default=list(before.topics),
        format_func=lambda topic: topic_words(topic, words),
        placeholder=words("none"),
        key=f"topics-{key}",
    )
    office = st.text_area(
        words("Address of our office, for cities with which we agreed"),
        value=before.office,
        max_chars=OFFICE_LIMIT,
        height=90,
        help=words("An office, a telephone number, a shared mailbox. Better no names of persons."),
        key=f"office-{key}",
    )
    return Offer(
        strong=tuple(each for each in processes if each in strong),
        wanted=tuple(each for each in processes if each in wanted),
        sensitive=sensitive,
        languages=tuple(sorted(languages)),
        topics=tuple(each for each in TOPICS if each in topics),
        office=str(office),
    )


def _names(words: Words, levels: Mapping[str, int]) -> dict[str, str]:
    """Every process by name, with the city's own level where it has one."""
    model = desk().library.models[0]
    names = {each.id: process_name(model, each.id, words) for each in model.processes}
    own = {key: words("level {level}", level=level) for key, level in levels.items()}
    return {key: f"{name} ({own[key]})" if key in own else name for key, name in names.items()}


def _sensitive() -> list[str]:
    return [each.id for each in desk().library.models[0].processes if each.sensitive]
