"""Answering: processes on the left, one process on the right, one attribute of it at a time."""

import streamlit as st

from screens.answers.page import answering
from screens.raters.scan import is_scan, scan

asked = st.query_params.get("assessment", "")
if is_scan(asked):
    scan(asked)
else:
    answering(asked, st.query_params.get("process"))
