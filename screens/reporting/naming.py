"""What versions, states and looks of a report are called."""

from locales.words import Words
from models.facts import ReportVersion
from models.reporting import ReportState
from reports.wish import Look


def version_name(version: ReportVersion, words: Words) -> str:
    """For whom a report is made."""
    return {
        "internal": words("we ourselves"),
        "public": words("everybody"),
        "consultant": words("our consultant"),
    }[version]


def state_name(state: ReportState, words: Words) -> str:
    """How far a report is."""
    return {
        "draft": words("Draft"),
        "fact check": words("The city checks the facts"),
        "confirmed": words("Facts confirmed, not released yet"),
        "released": words("Released"),
    }[state]


def look_name(look: Look, words: Words) -> str:
    """Whose look a report has."""
    return {"city": words("the city's"), "own": words("my own"), "none": words("plain")}[look]
