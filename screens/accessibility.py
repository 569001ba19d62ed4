"""What is accessible here and what is not, as the operator states it."""

from screens.texts.reading import text_page

text_page("accessibility")
