"""Where the administrator writes the texts that the law asks for."""

import streamlit as st

from screens.texts.writing import writing

writing(st.query_params.get("text"))
