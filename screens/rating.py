"""Rating alone, before others are heard."""

import streamlit as st

from screens.frame.here import current_actor
from screens.raters.alone import alone

alone(st.query_params.get("assessment") or current_actor().guest_of or "")
