"""The operator's imprint."""

from screens.texts.reading import text_page

text_page("imprint")
