"""The knowledge library, at the process that the address names."""

import streamlit as st

from screens.library.page import library

library(st.query_params.get("process", ""))
