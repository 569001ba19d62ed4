"""The copies of the database: make one, take one away, put one back."""

import streamlit as st

from assessment.desk.errors import WishRefused
from locales.words import Words
from models.copies import Copy
from models.message import say
from models.people import Actor
from screens.answers.naming import here
from screens.browser import parts
from screens.frame.here import desk
from screens.frame.parting import part
from screens.show.plain import plain
from screens.show.pressing import pressed

_MEGABYTE = 1_000_000


def copies(words: Words, actor: Actor) -> None:
    """Draws them, newest first."""
    st.markdown(
        words(
            "A copy holds everything that people entered. It is made while everybody goes on working, and checked "
            "before it gets its name. Keep copies on another machine too: take them away here, or let the command line "
            "make one each night."
        )
    )
    if st.button(words("Make a copy now"), type="primary", key="make-copy"):
        _make(words, actor)
    every = desk().backups.all(actor)
    if not every:
        st.info(words("There is no copy yet."))
    for each in every:
        _copy(words, actor, each)


def _make(words: Words, actor: Actor) -> None:
    try:
        desk().backups.make(actor)
    except WishRefused as refused:
        st.error(plain(words.say(refused.message)))


def _copy(words: Words, actor: Actor, of: Copy) -> None:
    with st.container(border=True, key=f"copy-{of.name}"):
        left, right = st.columns([3, 2], vertical_alignment="center")
        left.markdown(f"**{words.date(here(of.made).date())}, {words.time(here(of.made))}** · {_kind(words, of)}")
        size = words("{size} MB", size=words.number(of.size / _MEGABYTE))
        left.caption(f"{size} · {_state(words, of)}")
        with right, st.container(horizontal=True, horizontal_alignment="right", vertical_alignment="center"):
            download = parts.Download(words("Take away"), of.name, url=f"/files/backups/{of.name}")
            parts.saver(words, download, key=f"take-{of.name}")
            if of.sound:
                _put_back(words, actor, of)


def _kind(words: Words, of: Copy) -> str:
    return {
        "made": words("made by hand or by night"),
        "before update": words("made before an update"),
        "before restore": words("what was there before a copy was put back"),
    }[of.kind]


def _state(words: Words, of: Copy) -> str:
    if not of.sound:
        return words("damaged: it cannot be put back")
    return words(
        "Checked. Assessments: {assessments}; saved changes: {changes}", assessments=of.assessments, changes=of.changes
    )


def _put_back(words: Words, actor: Actor, of: Copy) -> None:
    with st.popover(words("Put back …"), key=f"back-{of.name}"):
        st.markdown(
            words(
                "Everything that was saved after this copy disappears from the app. What is there now is kept as a "
                "copy of its own, so this can be undone. Everybody has to sign in again, you too."
            )
        )
        moment = here(of.made)
        day, time = words.date(moment.date()), words.time(moment)
        sentence = words("Yes, everything after {day}, {time} may go.", day=day, time=time)
        lacks = None if st.checkbox(sentence, key=of.name) else words("Tick this first: {what}", what=sentence)
        if pressed(words("Put this copy back"), f"put-{of.name}", lacks=lacks):
            _exchange(words, actor, of)


def _exchange(words: Words, actor: Actor, of: Copy) -> None:
    try:
        desk().backups.put_back(actor, of.name)
    except WishRefused as refused:
        st.error(plain(words.say(refused.message)))
        return
    part(
        say(
            "Done: the copy of {day}, {time} was put back. Everything in the app is as it was then.",
            day=words.date(here(of.made).date()),
            time=words.time(here(of.made)),
        ),
        say("Everybody has to sign in again, you too, with the password of that day."),
        say("Invitations and links for a new password do not serve any more. Make those anew that are still needed."),
        say("Who was erased since then, and texts that were taken out, were erased again."),
        say(
            "What was there before stands among the backups, as “{kind}”. Put that copy back to undo this.",
            kind=say("what was there before a copy was put back"),
        ),
    )
