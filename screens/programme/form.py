"""Announcing an event, and changing one: its dates, its material, and afterwards what came of it."""

import datetime
from collections.abc import Sequence

import streamlit as st

from assessment import wiring
from assessment.desk import filetypes
from assessment.desk.errors import NotAccepted
from locales.words import Words
from models.cohort import Cohort
from models.evidence import FILE_LIMIT
from models.people import Actor
from models.programme import EVENT_KINDS, ZONES, Event, KeptEvent, Link, MaterialFile
from screens.browser import parts
from screens.frame.began import began_with, begin_anew, overtaken, sent, times_sent
from screens.frame.here import desk
from screens.programme.naming import kind_words
from screens.show.asking import asked_first
from screens.show.plain import plain
from screens.show.stored import say_stored
from screens.show.told_apart import told_apart

_AHEAD = datetime.timedelta(days=28)
_EVERYBODY = ""
_ANNOUNCED = "events-announced"


def announcing(words: Words, actor: Actor, led: Sequence[Cohort], *, in_the_house: bool) -> None:
    """The form for a new event."""
    made = times_sent(_ANNOUNCED)
    with st.expander(words("Announce an event"), icon=":material/add:", key=f"announcing-{made}"):
        names = told_apart({each.id: each.name for each in led})
        places = [*names, *([_EVERYBODY] if in_the_house else [])]
        place = st.selectbox(
            words("For whom"),
            places,
            format_func=lambda key: names.get(key) or words("everybody here"),
            key=f"for-whom-{made}",
        )
        first = wiring.now().date() + _AHEAD
        event = _fields(words, Event(title="", kind="training", first_day=first, last_day=first), f"new-{made}")
        if st.button(words("Announce it"), type="primary", key=f"announce-{made}"):
            _told_if_refused(words, lambda: desk().programme.announce(actor, place or None, event))
            sent(_ANNOUNCED)
            st.rerun()


def changing(words: Words, actor: Actor, kept: KeptEvent, files: tuple[MaterialFile, ...]) -> None:
    """The form for an event that stands."""
    place = f"event-began-{kept.id}"
    begun = began_with(place, lambda each: f"title-{_key(each)}-{words.language}", kept)
    key = _key(begun)
    with st.expander(words("Change it, add material, say what came of it"), key=f"changing-{key}"):
        late = overtaken(words, place, begun.event, kept.event)
        event = _fields(words, begun.event, key)
        with st.container(horizontal=True):
            if st.button(words("Keep the event"), type="primary", key=f"keep-{key}", disabled=late) and not late:
                _told_if_refused(words, lambda: desk().programme.change(actor, kept.id, event, seen=kept.version))
                begin_anew(place)
                say_stored(words)
                st.rerun()
            label, told = (
                words("Take it out of the programme"),
                words("The event goes with its files; nobody sees it any more."),
            )
            if asked_first(label, told, words("Take it out"), f"cancel-{key}"):
                desk().programme.cancel(actor, kept.id)
                st.rerun()
        parts.uploader(
            words,
            f"/programme/{kept.id}/material",
            ",".join(filetypes.KINDS),
            key=f"material-of-{key}",
            limit=FILE_LIMIT,
        )
        for file in files:
            label = words("Take away: {name}", name=plain(file.name))
            told = words("The file is erased from the event. Nothing brings it back.")
            if asked_first(label, told, words("Take it away"), f"detach-{file.id}", kind="tertiary"):
                desk().programme.detach(actor, kept.id, file.id)
                st.rerun()


def _key(kept: KeptEvent) -> str:
    return f"{kept.id}-{kept.version}"


def _told_if_refused(words: Words, wish: object) -> None:
    try:
        wish()  # type: ignore[operator]
    except NotAccepted as refused:
        st.error(plain(words.say(refused.message)))
        st.stop()


def _fields(words: Words, standing: Event, key: str) -> Event:
    key = f"{key}-{words.language}"
    title = st.text_input(words("What it is called"), standing.title, max_chars=200, key=f"title-{key}")
    left, middle, right = st.columns(3)
    kind = left.selectbox(
        words("Kind"),
        EVENT_KINDS,
        index=EVENT_KINDS.index(standing.kind),
        format_func=lambda code: kind_words(code, words),
        key=f"kind-{key}",
    )
    first = middle.date_input(words("First day"), standing.first_day, format="DD.MM.YYYY", key=f"first-{key}")
    last = right.date_input(words("Last day"), standing.last_day, format="DD.MM.YYYY", key=f"last-{key}")
    begins = left.time_input(words("Begins at"), standing.begins, key=f"begins-{key}")
    ends = middle.time_input(words("Ends at"), standing.ends, key=f"ends-{key}")
    zone = right.selectbox(words("Time zone"), ZONES, index=ZONES.index(standing.zone), key=f"zone-{key}")
    place = left.text_input(words("Place"), standing.place, max_chars=200, key=f"place-{key}")
    link = middle.text_input(
        words("Link to take part"), standing.link, placeholder="https://", max_chars=1000, key=f"link-{key}"
    )
    about = st.text_area(words("What it is for"), standing.about, max_chars=4000, key=f"about-{key}")
    links = st.text_area(
        words("Material elsewhere: one address a line, a title before it"),
        "\n".join(f"{each.title} {each.address}" for each in standing.links),
        key=f"links-{key}",
    )
    result = st.text_area(words("What came of it"), standing.result, max_chars=4000, key=f"result-{key}")
    return Event(
        title=title,
        kind=kind,
        first_day=first,
        last_day=last,
        begins=begins,
        ends=ends,
        zone=zone,
        place=place,
        link=link,
        about=about,
        links=_links(links),
        result=result,
    )


def _links(written: str) -> tuple[Link, ...]:
    """Each line as title and address; a line without a title is its own."""
    lines = (line.split() for line in written.splitlines() if line.strip())
    return tuple(Link(title=" ".join(line[:-1]) or line[-1], address=line[-1]) for line in lines)
