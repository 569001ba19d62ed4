"""Answering: processes on the left, one process on the right, one attribute of it at a time."""

import streamlit as st

from assessment.desk.errors import VersionGone
from screens.answers.bare import bare
from screens.answers.page import answering
from screens.frame.here import current_actor
from screens.frame.language import speak
from screens.raters.scan import is_scan, scan

asked = st.query_params.get("assessment", "")
try:
    if is_scan(asked):
        scan(asked)
    else:
        answering(asked, st.query_params.get("process"))
except VersionGone as gone:
    bare(speak(), current_actor(), asked, gone)
