"""The programme of trainings, summits and round tables."""

from screens.programme.page import programme

programme()
