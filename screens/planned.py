"""Measures of a city, those that an assessment leads to, or one of them; all named by the address."""

import streamlit as st

from screens.measures.page import measures

measures(st.query_params.get("city"), st.query_params.get("assessment"), st.query_params.get("measure"))
