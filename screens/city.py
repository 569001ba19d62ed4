"""The profile of one city, named by its address."""

import streamlit as st

from screens.cities.profile import profile

profile(st.query_params.get("city", ""))
