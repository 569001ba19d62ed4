"""Review and close: what is left, the record, the signature, and what was signed before."""

import streamlit as st

from screens.review.page import reviewing

reviewing(st.query_params.get("assessment", ""))
