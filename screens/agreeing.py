"""The ratings of all side by side, and what people agree on."""

import streamlit as st

from screens.frame.here import current_actor
from screens.raters.together import together

together(st.query_params.get("assessment") or current_actor().guest_of or "")
