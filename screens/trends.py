"""How one city changed, named by its address."""

import streamlit as st

from screens.trend.page import trend

trend(st.query_params.get("city"))
