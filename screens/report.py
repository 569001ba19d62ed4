"""A report on an assessment: chosen, looked at, taken away."""

import streamlit as st

from screens.reporting.page import builder

builder(st.query_params.get("assessment", ""), st.query_params.get("revision"))
