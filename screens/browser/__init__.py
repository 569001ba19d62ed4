"""The parts that run in the browser, where Streamlit has none: each a small script beside its Python face.

They are served as files of our own origin, so the page needs no permission for code that is not ours.
"""
