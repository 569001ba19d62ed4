"""Measures of a city, or those that an assessment leads to; both named by the address."""

import streamlit as st

from screens.measures.page import measures

measures(st.query_params.get("city"), st.query_params.get("assessment"))
