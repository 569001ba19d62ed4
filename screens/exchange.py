"""The exchange finder."""

from screens.finder.page import finder

finder()
