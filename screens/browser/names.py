"""What Streamlit's own controls are called, in the language of the page: Streamlit says it in English alone."""

from collections.abc import Mapping

from locales.words import Words

_ABOUT = "{name}"
"""Stands for the label of the field that a control belongs to."""


def names(words: Words) -> Mapping[str, str]:
    """From Streamlit's English to what is said instead; some are patterns with a name in them."""
    return {
        "Skip to main content": words("Skip to main content"),
        "Navigate to home page": words("To the start page"),
        "App pages": words("Pages"),
        "{name} more": words("{count} more", count=_ABOUT),
        "Sidebar": words("Overview beside the page"),
        "Expand sidebar": words("Open the overview"),
        "Collapse sidebar": words("Close the overview"),
        "progress": words("Progress"),
        "check icon": words("complete"),
        "Help": words("Explanation"),
        "Help for {name}": words("Explanation: {name}", name=_ABOUT),
        "Choose an option": words("Choose"),
        "Choose options": words("Choose"),
        "Open": words("Show what can be chosen"),
        "Selected values": words("What is chosen"),
        "Remove {name}": words("Take out: {name}", name=_ABOUT),
        "Clear all": words("Take out everything"),
        "Clear value": words("Empty the field"),
        "Increment": words("One more"),
        "Decrement": words("One less"),
        "Choose date": words("Choose a day"),
        "Clear date": words("Empty the field"),
        "Clear time": words("Empty the field"),
        "day, {name}": words("day, {name}", name=_ABOUT),
        "month, {name}": words("month, {name}", name=_ABOUT),
        "year, {name}": words("year, {name}", name=_ABOUT),
        "hour, {name}": words("hour, {name}", name=_ABOUT),
        "minute, {name}": words("minute, {name}", name=_ABOUT),
        "Next month": words("Next month"),
        "Previous month": words("Previous month"),
        "Copy to clipboard": words("Copy"),
        "Copied": words("Copied"),
        "Close": words("Close"),
    }
