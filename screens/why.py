"""Why a figure is what it is."""

import streamlit as st

from screens.outcome.why import why

asked = st.query_params
why(asked.get("assessment", ""), asked.get("of", ""), asked.get("revision"), asked.get("view"))
