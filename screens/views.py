"""What assessors from outside say beside the city."""

import streamlit as st

from screens.assessor.comparing import comparing

comparing(st.query_params.get("assessment", ""), st.query_params.get("revision"))
