"""The pages of the report itself, as pictures, before it is taken. They go into the page and nowhere else."""

import base64
import hashlib

import streamlit as st

from assessment import wiring
from locales.words import Words
from reports.order import Order, as_text
from reports.printing.explaining import explained
from reports.printing.once import NotPrinted, Pages, draw_some
from reports.printing.trouble import OURS
from screens.show.plain import plain

_AT_ONCE = 4
_KEPT = "report-pages"


def preview(words: Words, order: Order) -> None:
    """Draws the pages that were asked for, and the ways to the others."""
    st.subheader(words("Preview"), anchor=False)
    digest = hashlib.sha256(as_text(order).encode()).hexdigest()
    kept: tuple[str, Pages] | None = st.session_state.get(_KEPT)
    fresh = kept is not None and kept[0] == digest
    if not fresh:
        st.caption(words("The first pages of the report, exactly as its PDF has them."))
        if st.button(words("Show the pages"), key="show-pages", icon=":material/visibility:"):
            _draw(words, order, digest, 0)
        return
    if kept is not None:
        _pages(words, order, digest, kept[1])


def _draw(words: Words, order: Order, digest: str, first: int) -> None:
    with st.spinner(words("One moment, the pages are being made …")):
        try:
            pages = draw_some(order, wiring.settings().questionnaires, first, _AT_ONCE)
        except NotPrinted as trouble:
            _tell(words, trouble)
            return
    st.session_state[_KEPT] = (digest, pages)
    st.rerun()


def _tell(words: Words, trouble: NotPrinted) -> None:
    """Says why there are no pages, and what to do."""
    outcome = trouble.outcome
    number = wiring.log_incident(outcome.why) if outcome.result in OURS else ""
    (st.error if number else st.warning)(plain(explained(words, outcome.result, outcome.said, number)))


def _pages(words: Words, order: Order, digest: str, pages: Pages) -> None:
    last = pages.first + len(pages.pictures)
    st.caption(words("Pages {first} to {last} of {total}", first=pages.first + 1, last=last, total=pages.total))
    with st.container(border=True, key="preview-pages"):
        images = (_image(words, each, pages.first + at + 1) for at, each in enumerate(pages.pictures))
        st.html(f'<div style="display:flex;flex-wrap:wrap;gap:14px;justify-content:center">{"".join(images)}</div>')
    with st.container(horizontal=True, key="turn-pages"):
        if st.button(words("Earlier pages"), key="pages-back", disabled=pages.first == 0):
            _draw(words, order, digest, max(0, pages.first - _AT_ONCE))
        if st.button(words("Further pages"), key="pages-on", disabled=last >= pages.total):
            _draw(words, order, digest, last)


def _image(words: Words, picture: bytes, number: int) -> str:
    """One page. Nothing in it is a text of users: a picture, and a label of ours."""
    data = base64.b64encode(picture).decode()
    label = words("Page {page}", page=number)
    look = "width:calc(50% - 7px);min-width:240px;border:1px solid #C9D3DC"
    return f'<img src="data:image/png;base64,{data}" alt="{label}" style="{look}">'
