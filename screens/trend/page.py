"""The trend of a city: in words first, then the dimensions over time, then each process last time and now."""

import streamlit as st

from assessment.desk.errors import NotFound
from locales.words import Words
from models.questionnaire import CapabilityModel
from models.trend import Trend
from reports.content.trend import trend_blocks
from screens.frame.column import WORKING, column
from screens.frame.here import current_actor, desk
from screens.frame.language import speak
from screens.show.blocks import draw
from screens.show.leading import Leading, address
from screens.show.plain import plain


def trend(city: str | None) -> None:
    """Draws the page for the city with this id; without one for the first of one's own."""
    words, actor = speak(), current_actor()
    if city is None:
        city = next((each.id for each in desk().people.my_cities(actor)), "")
    with column(WORKING):
        head = st.container()
        revisions, drafts = _choices(words)
        found = desk().trends.of_city(actor, city, revisions=revisions, drafts=drafts)
        named = found.city or next((each for each in desk().people.my_cities(actor) if each.id == city), None)
        if named is None:
            raise NotFound
        with head:
            st.caption(plain(named.name))
            st.title(words("Trend"), anchor=False)
        for title in found.unreadable:
            st.warning(
                words(
                    "“{title}” is not shown: the version of the questions that it was answered with is not here any "
                    "more.",
                    title=plain(title),
                )
            )
        if not found.trends:
            _nothing_yet(words)
        for each in found.trends:
            _one(words, each, several=len(found.trends) > 1)


def _reasons(found: Trend) -> Leading:
    """From a figure to its reason, in the result that its subject names by number."""

    def lead(subject: str | None) -> str | None:
        if subject is None:
            return None
        number, _, of = subject.partition(":")
        past = found.pasts[int(number)]
        return address(past.key, of, past.revision)

    return lead


def _choices(words: Words) -> tuple[bool, bool]:
    with st.container(horizontal=True):
        drafts = st.checkbox(words("With what is being worked on"), key=f"trend-drafts-{words.language}")
        revisions = st.checkbox(
            words("With former closings of the same assessment"),
            key=f"trend-revisions-{words.language}",
            help=words("An assessment that was taken up again after closing counts once, with its last closing."),
        )
    return revisions, drafts


def _nothing_yet(words: Words) -> None:
    st.markdown(
        words(
            "Nothing is closed and signed yet. As soon as an assessment is closed it stands here, and with the next "
            "one you see what changed."
        )
    )
    st.page_link("assessments.py", label=words("To the assessments"), icon=":material/arrow_back:")


def _one(words: Words, found: Trend, *, several: bool) -> None:
    if several:
        of = found.last.questionnaire
        name = of.head.name if isinstance(of, CapabilityModel) else of.file.name
        st.badge(plain(words.text(name)), color="gray")
    draw(tuple(trend_blocks(found, words)), words, _reasons(found))
    with st.container(horizontal=True):
        for past in found.pasts[-2:]:
            query = {"assessment": past.key} | ({} if past.revision is None else {"revision": str(past.revision)})
            if st.button(words("Results of “{title}”", title=plain(past.title)), key=f"to-{past.key}-{past.revision}"):
                st.switch_page("results.py", query_params=query)
