"""Every run begins here: language, look and the way around, then the page that was asked for."""

from pathlib import Path

import streamlit as st

from assessment.desk.errors import WishRefused
from locales.product import NAME
from models.assessment import NotSaved
from screens.browser.parts import page as tell_browser
from screens.frame.column import READING, column
from screens.frame.incident import tell
from screens.frame.language import speak, switch
from screens.frame.look import STYLE
from screens.frame.ways import foot, pages

_ICON = Path(__file__).parent.parent / "static" / "icon.svg"

known = pages(speak())
current = st.navigation(known, position="top")
st.set_page_config(page_title=f"{current.title} · {NAME}", layout="wide")
st.logo(str(_ICON), size="large")
with st.container(key="frame", width="content", gap=None):
    st.html(STYLE)
    switch()
    tell_browser(speak())
try:
    current.run()
except (WishRefused, NotSaved) as refused:
    # Expected: the person gets the reason. Mistakes of ours go on to `tell` too, through Streamlit (see app.py).
    with column(READING):
        tell(refused)
foot(known)
