"""All that is kept about oneself, to be read; as a file, to be taken along; and the wish to be erased."""

import pandas as pd
import streamlit as st

from assessment.desk.errors import WishRefused
from locales.words import Words
from models.people import Actor
from models.personal import AREAS, Area, Item, PersonalData
from screens.browser import parts
from screens.frame.column import WORKING, column
from screens.frame.here import current_actor, desk
from screens.frame.language import speak
from screens.members.naming import grant_words
from screens.show.plain import plain

_AT_ONCE = 100


def own_data() -> None:
    """Draws the page."""
    words, actor = speak(), current_actor()
    data = desk().own_data.export(actor)
    with column(WORKING):
        st.title(words("My data"), anchor=False)
        st.markdown(
            words(
                "Everything that this installation keeps about you, with exact times. Only you see this page. Your "
                "password and the secrets of sessions are kept as fingerprints alone; nobody can read them back."
            )
        )
        download = parts.Download(words("Take along as a file (JSON)"), "my-data.json", url="/files/own-data.json")
        parts.saver(words, download, key="own-data")
        _account(words, actor, data)
        for area in AREAS:
            _area(words, area, data.of(area))
        _erase(words, actor)


def _account(words: Words, actor: Actor, data: PersonalData) -> None:
    st.header(words("Account"), anchor=False)
    me = data.account
    names = {city.id: city.name for city in desk().people.my_cities(actor)}
    lines = [
        words("Login name: {login}", login=plain(me.login)),
        words("Name that others see: {name}", name=plain(me.name)),
        words("Made on {day}, {time} UTC", day=words.date(me.created.date()), time=f"{me.created:%H:%M:%S}"),
        *sorted(plain(grant_words(each, names, words)) for each in me.grants),
    ]
    st.markdown("\n".join(f"- {line}" for line in lines))


def _area(words: Words, area: Area, items: tuple[Item, ...]) -> None:
    if not items:
        return
    with st.expander(words("{name}: {count}", name=_name(words, area), count=len(items))):
        if len(items) > _AT_ONCE:
            st.caption(words("The newest {count} are shown; the file holds all of them.", count=_AT_ONCE))
        rows = [[_time(words, each), plain(_told(each))] for each in reversed(items[-_AT_ONCE:])]
        head = [words("Time (UTC)"), words("What is kept")]
        st.table(pd.DataFrame(rows, columns=head), border="horizontal", hide_index=True, alt=_name(words, area))


def _name(words: Words, area: Area) -> str:
    return {
        "session": words("Sessions"),
        "identity": words("Sign-in elsewhere"),
        "answer": words("Answers, with their history"),
        "private rating": words("Private ratings"),
        "judgement": words("Ratings beside a city"),
        "finished": words("Processes you have finished"),
        "agreement": words("Agreements you kept"),
        "file": words("Files you added as evidence"),
        "task": words("What waits for you"),
        "page": words("Pages of the operator you wrote"),
        "closing": words("Closings you signed"),
        "offer": words("What you let your city show in the exchange finder"),
        "request": words("Requests you sent to other cities"),
        "event": words("Events you announced"),
        "material": words("Files you put to events"),
        "contribution": words("Good practices you wrote down"),
        "resources": words("What you entered about costs"),
        "report look": words("How reports look, as you set it"),
        "report comment": words("Comments you wrote in reports"),
        "report step": words("Steps of reports you took"),
        "report choice": words("What you chose for reports"),
        "room": words("Rooms you opened"),
        "deed": words("Entries of the audit trail"),
    }[area]


def _time(words: Words, item: Item) -> str:
    return "" if item.at is None else f"{words.date(item.at.date())}, {item.at:%H:%M:%S}"


def _told(item: Item) -> str:
    return " · ".join(str(value) for value in item.about.values() if value not in (None, ""))


def _erase(words: Words, actor: Actor) -> None:
    st.header(words("Have yourself erased"), anchor=False)
    st.markdown(
        words(
            "Login name, name, password, sessions, roles and private ratings are erased at once. What you answered for "
            "your city stays with the city, without your name. Ask the lead to take out texts in which you name "
            "yourself. Nothing brings the account back."
        )
    )
    with st.container(horizontal=True, vertical_alignment="bottom"):
        login = st.text_input(words("Your login name, to confirm"), max_chars=64, key="erase-login")
        if st.button(words("Erase me"), disabled=not login.strip(), key="erase-me"):
            try:
                desk().own_data.erase_me(actor, login)
            except WishRefused as refused:
                st.error(plain(words.say(refused.message)))
                return
            st.rerun()
