"""The form of a workbook, as promised to the people who fill it in: column names, keys, and the names of its sheets."""

from typing import Literal, get_args

from models.authored import Text

Column = Literal["id", "text", "rating", "reason", "note", "evidence", "confidence"]
COLUMNS: tuple[Column, ...] = get_args(Column)

HEAD_KEYS = (
    "questionnaire",
    "version",
    "city",
    "date",
    "scope",
    "highest_level",
    "framework",
    "method",
    "scale",
    "chosen",
    "language",
    "invented",
)

GUIDE_SHEET = Text(en="Guide", de="Anleitung")
HEAD_SHEET = Text(en="Details", de="Angaben")
ANSWERS_SHEET = Text(en="Answers", de="Antworten")
