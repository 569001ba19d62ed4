"""Every run begins here: who is here, language, look and the way around, then the page that was asked for."""

from pathlib import Path

import streamlit as st

from assessment.desk.errors import WishRefused
from locales.product import NAME
from models.assessment import NotSaved
from models.people import VISITOR
from screens.browser.parts import drawn, heard, keyboard, place
from screens.browser.parts import page as tell_browser
from screens.frame.column import READING, column
from screens.frame.here import current_actor, forget_others
from screens.frame.incident import tell
from screens.frame.language import speak, switch
from screens.frame.look import STYLE
from screens.frame.visitor import way_in, who_is_here
from screens.frame.ways import OPEN, foot, pages

_ICON = Path(__file__).parent.parent / "static" / "icon.svg"

actor = current_actor()
forget_others(actor)
known = pages(speak(), actor)
current = st.navigation(known, position="top")
st.set_page_config(page_title=f"{current.title} · {NAME}", layout="wide")
st.logo(str(_ICON), size="large")
with st.container(key="frame", width="content", gap="small", horizontal=True, vertical_alignment="center"):
    st.html(STYLE)
    who_is_here(actor)
    switch()
    keyboard()
    heard(speak())
    taken = tell_browser(speak(), [page.url_path for page in known])
    if taken is not None:
        st.switch_page(next(page for page in known if page.url_path == taken.page), query_params=taken.query)
try:
    if actor == VISITOR and current.url_path not in OPEN:
        way_in(current.url_path)
    else:
        current.run()
except (WishRefused, NotSaved) as refused:
    # Expected: the person gets the reason. Mistakes of ours go on to `tell` too, through Streamlit (see app.py).
    with column(READING):
        tell(refused)
        on = "rating" if actor.guest_of is not None else "assessments"
        st.page_link(next(page for page in known if page.url_path == on), icon=":material/arrow_back:")
foot(known)
place("page", current.url_path)
drawn()
