"""All that is kept about oneself, to be read; as a file, to be taken along; and the wish to be erased."""

import streamlit as st

from assessment.desk.errors import WishRefused
from locales.words import Words
from models.message import say
from models.people import Actor
from models.personal import AREAS, Area, Item, PersonalData
from screens.browser import parts
from screens.frame.column import WORKING, column
from screens.frame.here import current_actor, desk
from screens.frame.language import speak
from screens.frame.parting import part
from screens.members.naming import roles_held
from screens.show.one_field import one_field
from screens.show.plain import plain
from screens.show.tables import tabulate

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
                "password and the secrets of sessions are kept as fingerprints alone; nobody can read them back. "
                "Failed tries to sign in are kept for 24 hours, unless the operator chose another time, each with the "
                "name and the address that it came with; they are not shown, since they may be somebody else's."
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
        *map(plain, roles_held(me.grants, names, words)),
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
        tabulate(head, rows, alt=_name(words, area))


def _name(words: Words, area: Area) -> str:
    return {
        "session": words("Sessions"),
        "identity": words("Sign-in elsewhere"),
        "answer": words("Answers, with their history"),
        "private rating": words("Private ratings"),
        "judgement": words("Ratings beside a city"),
        "signed judgement": words("Ratings beside a city, as they were signed"),
        "shown view": words("Views that you showed to a city"),
        "finished": words("Processes you have finished"),
        "opened spread": words("Ratings that you laid side by side"),
        "agreement": words("Agreements you kept"),
        "file": words("Files you added as evidence"),
        "task": words("What waits for you"),
        "city profile": words("City profiles that you wrote last"),
        "target": words("Targets that you set last"),
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
        "led room": words("Rooms that you lead"),
        "invitation": words("Links and codes that you made, until they expire"),
        "own link": words("Links for your own account, until they expire"),
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
    login = one_field(words, words("Your login name, to confirm"), words("Erase me"), "erase-me", most=64)
    if login is not None:
        try:
            desk().own_data.erase_me(actor, login)
        except WishRefused as refused:
            st.error(plain(words.say(refused.message)))
            return
        part(say("Your data were erased. What you answered for your city stays there, without your name."))
