"""Rating beside a city, as an assessor from outside."""

import streamlit as st

from screens.assessor.rating import rating

rating(st.query_params.get("assessment", ""))
