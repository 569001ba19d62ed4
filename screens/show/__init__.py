"""Reports on a screen: the same data that paper gets, drawn with Streamlit."""
