"""Results of an assessment."""

import streamlit as st

from assessment.desk.errors import VersionGone
from screens.answers.bare import bare
from screens.frame.here import current_actor
from screens.frame.language import speak
from screens.outcome.page import results

asked = st.query_params.get("assessment", "")
try:
    results(asked, st.query_params.get("revision"))
except VersionGone as gone:
    bare(speak(), current_actor(), asked, gone)
