"""The page of a city: its name and its profile, written by the lead and read by everybody of the city."""

import streamlit as st

from assessment.desk.door import may, to_city
from assessment.desk.errors import ProfileRefused
from locales.words import Words
from models.assessment import City
from models.city_profile import CityProfile, KeptProfile
from models.message import Message
from models.people import Actor
from screens.cities.form import Form
from screens.cities.naming import size_words
from screens.cities.sections import draw
from screens.frame.began import began_with, begin_anew, overtaken
from screens.frame.column import READING, column
from screens.frame.here import current_actor, desk
from screens.frame.language import speak
from screens.show.plain import plain
from screens.show.pressing import pressed, unchanged, unfilled
from screens.show.stored import say_stored


def profile(city_id: str) -> None:
    """Draws the page.

    Args:
        city_id: the id of a city, as the address names it; one's own where there is only one.
    """
    words, actor = speak(), current_actor()
    own = desk().people.my_cities(actor)
    city = next((each for each in own if each.id == city_id), own[0] if len(own) == 1 and not city_id else None)
    with column(READING):
        if city is None:
            st.title(words("City profile"), anchor=False)
            st.markdown(words("You do not belong to this city."))
            return
        kept = desk().cities.profile(actor, city.id)
        st.title(plain(city.name), anchor=False)
        st.markdown(
            words(
                "The profile says which cities yours can be compared with. It holds nothing about persons. Fields with "
                "a star are needed for comparing."
            )
        )
        _state(words, kept)
        if may(tuple(to_city(actor, city.id)), "change city"):
            _rename(words, actor, city)
            _write(words, actor, city, kept)
        else:
            _read(words, kept)


def _state(words: Words, kept: KeptProfile | None) -> None:
    if kept is None:
        st.caption(words("Nobody has written it yet."))
        return
    size = size_words(kept.profile, words)
    parts = [words("Version {number}, {day}", number=kept.version, day=words.date(kept.at.date())), kept.author, size]
    st.caption(" · ".join(plain(each) for each in parts if each))


def _rename(words: Words, actor: Actor, city: City) -> None:
    place = f"name-began-{city.id}"
    begun = began_with(place, _name_key, city, untouched=lambda each: each.name)
    with st.expander(words("Another name for the city")):
        late = overtaken(words, place, begun.name, city.name)
        name = st.text_input(words("City"), value=begun.name, max_chars=200, key=_name_key(begun))
        lacks = unfilled(words, words("City"), name) or unchanged(words, name, city.name)
        if pressed(words("Rename"), "rename-city", lacks=lacks, told_above=late):
            desk().cities.rename(actor, city.id, str(name), seen=city.name)
            begin_anew(place)
            st.rerun()


def _name_key(city: City) -> str:
    return f"rename-{city.id}-{city.name}"


def _write(words: Words, actor: Actor, city: City, kept: KeptProfile | None) -> None:
    place = f"profile-began-{city.id}"
    begun = began_with(place, lambda each: f"{_key(city, each)}-population-{words.language}", kept)
    key = _key(city, begun)
    problems: dict[str, Message] = st.session_state.get(f"{key}-problems", {})
    if problems:
        count = len(problems)
        st.warning(
            words.many(
                count,
                "Nothing was stored yet: 1 field below needs another look.",
                "Nothing was stored yet: {count} fields below need another look.",
            )
        )
    form = Form(words, begun.profile if begun else CityProfile(), problems, key, {})
    draw(form)
    # Beside the button: whoever presses it at the end of a long form looks there.
    late = overtaken(words, place, _version(begun), _version(kept))
    if pressed(words("Store the profile"), "store-profile", lacks=None, kind="primary", told_above=late):
        _store(actor, city, form, _version(begun))


def _version(of: KeptProfile | None) -> int:
    return of.version if of else 0


def _key(city: City, begun: KeptProfile | None) -> str:
    return f"profile-{city.id}-{_version(begun)}"


def _store(actor: Actor, city: City, form: Form, version: int) -> None:
    remembered = f"{form.key}-problems"
    try:
        desk().cities.write_profile(actor, city.id, form.profile(), seen=version)
    except ProfileRefused as refused:
        st.session_state[remembered] = dict(refused.problems)
    else:
        st.session_state.pop(remembered, None)
        say_stored(form.words)
    st.rerun()


def _read(words: Words, kept: KeptProfile | None) -> None:
    """The same fields, for looking only."""
    if kept is not None:
        with st.container(key="profile-read"):
            draw(Form(words, kept.profile, {}, f"read-{kept.version}", {}))
        st.caption(words("Only the lead of the city can store changes."))
