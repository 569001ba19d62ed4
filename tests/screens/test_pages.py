"""Every page stands, in both languages."""

import pytest
from streamlit.testing.v1 import AppTest

from locales.words import words
from models.assessment import Assessment
from models.people import VISITOR
from screens.frame.ways import pages
from tests.screens.conftest import Open

_PAGES = [
    "start",
    "quick_scan",
    "assessments",
    "answering",
    "results",
    "rating",
    "agreeing",
    "method",
    "privacy",
    "imprint",
    "accessibility",
    "edit_texts",
    "city",
    "planning",
    "cohorts",
    "people",
    "account",
    "administration",
    "audit",
    "backups",
    "own_data",
    "reviewing",
    "network",
    "exchange",
    "events",
    "knowledge",
    "costs",
    "trends",
    "why",
    "trying",
    "assessing",
    "planned",
    "report",
    "reports",
    "rooms",
    "views",
]


def everything_said(app: object) -> str:
    """All texts of a page."""
    kinds = ("title", "header", "subheader", "markdown", "caption", "button", "info", "warning", "error")
    return "\n".join(str(each.value or each.label) for kind in kinds for each in getattr(app, kind))


@pytest.mark.parametrize("locale", ["de-DE", "en-GB"])
@pytest.mark.parametrize("name", _PAGES)
def test_every_page_stands_in_both_languages(page: Open, assessment: Assessment, name: str, locale: str) -> None:
    app = page(name, locale, assessment=assessment.id)
    assert not app.exception
    assert not app.error


def test_no_page_is_forgotten_here() -> None:
    assert len(pages(words("en"), VISITOR)) == len(_PAGES)


@pytest.mark.parametrize(
    ("locale", "title"),
    [("de-AT", "Bewertungen"), ("en-GB", "Assessments"), ("fr-FR", "Assessments")],
)
def test_german_greets_a_german_browser_and_english_everybody_else(page: Open, locale: str, title: str) -> None:
    assert page("assessments", locale).title[0].value == title


def test_the_switch_outweighs_the_browser(page: Open) -> None:
    app = page("assessments", "de-DE")
    app.get_by_key("language").set_value("English").run()
    assert app.title[0].value == "Assessments"


def test_the_language_of_the_address_holds_from_the_first_word_on() -> None:
    script = "import streamlit as st\nfrom screens.frame.language import speak\nst.title(speak().language)"
    app = AppTest.from_string(script)
    app.query_params["language"] = "English"
    assert app.run().title[0].value == "en"


@pytest.mark.parametrize("name", _PAGES)
def test_no_english_sentence_is_left_on_a_german_page(page: Open, assessment: Assessment, name: str) -> None:
    german = words("de")
    said = everything_said(page(name, "de-DE", assessment=assessment.id)).splitlines()
    left = [sentence for sentence in said if len(sentence) > 12 and german(_literal(sentence)) != _literal(sentence)]
    assert left == []


def _literal(sentence: str) -> str:
    return sentence.replace("\\", "").replace("{", "{{").replace("}", "}}")
