"""Planning one assessment, named by its address."""

import streamlit as st

from screens.cases.planning import planning

planning(st.query_params.get("assessment", ""))
