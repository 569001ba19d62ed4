"""Answering: processes on the left, one process on the right, one attribute of it at a time."""

import streamlit as st

from screens.answers.page import answering

answering(st.query_params.get("assessment", ""), st.query_params.get("process"))
