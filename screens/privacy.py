"""The operator's privacy notice."""

from screens.texts.reading import text_page

text_page("privacy")
