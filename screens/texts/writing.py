"""Writing the operator's texts: one at a time, in one language at a time, every version kept."""

import streamlit as st

from assessment.desk.door import in_house, may
from assessment.desk.errors import WishRefused
from locales.words import Words
from models.pages import PAGE_LIMIT, PAGE_NAMES, Page, PageName
from models.people import Actor
from screens.frame.began import began_with, begin_anew, overtaken
from screens.frame.column import WORKING, column
from screens.frame.here import current_actor, desk
from screens.frame.language import speak
from screens.show.people import called
from screens.show.plain import plain
from screens.show.pressing import pressed, unchanged
from screens.show.stored import say_stored


def writing(wanted: str | None) -> None:
    """Draws the editor, for those who may write.

    Args:
        wanted: the name of a text; the first one where absent or unknown.
    """
    words, actor = speak(), current_actor()
    with column(WORKING):
        st.title(words("Edit texts"), anchor=False)
        if not may(in_house(actor), "write pages"):
            st.warning(words("Your role does not allow this."))
            return
        name = _choose(words, wanted)
        st.markdown(words("You are writing the version in this language. Switch the language above for the other one."))
        _editor(words, actor, desk().pages.read(actor, name, words.language))


def _choose(words: Words, wanted: str | None) -> PageName:
    names = {
        "privacy": words("Privacy"),
        "imprint": words("Imprint"),
        "accessibility": words("Accessibility"),
        "contact": words("Contact"),
    }
    first = wanted if wanted in PAGE_NAMES else PAGE_NAMES[0]
    return st.segmented_control(
        words("Text"),
        PAGE_NAMES,
        default=first,
        format_func=lambda name: names[name],
        required=True,
        key=f"text-choice-{words.language}",
    )


def _editor(words: Words, actor: Actor, page: Page) -> None:
    left, right = st.columns(2, gap="large")
    with left:
        place = _place(page)
        begun = began_with(place, _key, page, untouched=lambda each: each.text)
        label = words("Text, in Markdown")
        text = st.text_area(label, value=begun.text, height=520, max_chars=PAGE_LIMIT, key=_key(begun))
        late = overtaken(words, place, begun, page)
        lacks = unchanged(words, text, page.text) if page.version else None
        if pressed(words("Publish"), f"publish-{page.name}", lacks=lacks, kind="primary", told_above=late):
            _publish(words, actor, page, text or "")
        _state(words, page)
    with right:
        st.caption(words("Preview"))
        with st.container(border=True):
            st.markdown(text or "", anchors=False)


def _place(page: Page) -> str:
    return f"text-began-{page.name}-{page.language}"


def _key(page: Page) -> str:
    return f"text-{page.name}-{page.language}-{page.version}"


def _publish(words: Words, actor: Actor, page: Page, text: str) -> None:
    try:
        desk().pages.write(actor, page.name, page.language, text, seen=page.version)
    except WishRefused as refused:
        st.error(plain(words.say(refused.message)))
        return
    begin_anew(_place(page))
    say_stored(words)
    st.rerun()


def _state(words: Words, page: Page) -> None:
    if page.at is None:
        st.caption(words("This is still the template. Fill in what stands in double square brackets."))
        return
    who = plain(called(words, page.author)) if page.author else words("the operator")
    day = words.date(page.at.date())
    st.caption(
        words("Version {number}, {day}, by {name}. Earlier versions are kept.", number=page.version, day=day, name=who)
    )
