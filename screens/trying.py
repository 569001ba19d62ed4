"""What if: ratings tried out beside the real ones."""

import streamlit as st

from screens.aims.trying import trying

trying(st.query_params.get("assessment", ""))
