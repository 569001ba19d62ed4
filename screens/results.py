"""Results of an assessment."""

import streamlit as st

from screens.outcome.page import results

results(st.query_params.get("assessment", ""), st.query_params.get("revision"))
