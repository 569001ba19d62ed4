"""Why a figure is what it is."""

import streamlit as st

from screens.outcome.why import why

why(st.query_params.get("assessment", ""), st.query_params.get("of", ""), st.query_params.get("revision"))
