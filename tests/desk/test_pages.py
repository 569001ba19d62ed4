"""The legal pages stand there from the first day, say what is open, and keep what the operator writes."""

import pytest

from assessment.desk import Desk
from assessment.desk.errors import ChangedMeanwhile, NotAccepted
from models.authored import LANGUAGES, Language
from models.pages import PAGE_LIMIT, PAGE_NAMES, PageName
from models.people import VISITOR
from tests.desk.conftest import ADMINISTRATOR


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAGE_NAMES)
def test_each_page_stands_there_as_a_template_that_names_its_open_fields(
    desk: Desk, name: PageName, language: Language
) -> None:
    page = desk.pages.read(VISITOR, name, language)
    assert (page.version, page.at) == (0, None)
    assert page.text.startswith("# ")
    assert {"de": "Vorlage", "en": "template"}[language] in page.text
    assert page.to_fill_in


@pytest.mark.parametrize("name", PAGE_NAMES)
def test_both_languages_ask_for_the_same_number_of_fields(desk: Desk, name: PageName) -> None:
    german, english = (desk.pages.read(VISITOR, name, language) for language in LANGUAGES)
    assert len(german.to_fill_in) == len(english.to_fill_in)


def test_what_the_administrator_writes_everybody_reads(desk: Desk) -> None:
    written = desk.pages.write(ADMINISTRATOR, "imprint", "de", "# Impressum\n\nStadt Musterstadt\n", seen=0)
    assert desk.pages.read(VISITOR, "imprint", "de") == written
    assert (written.version, written.author, written.to_fill_in) == (1, "Ada", ())
    assert desk.pages.read(VISITOR, "imprint", "en").version == 0


def test_earlier_versions_stay(desk: Desk) -> None:
    for seen, text in enumerate(("eins", "zwei")):
        desk.pages.write(ADMINISTRATOR, "contact", "en", text, seen=seen)
    assert [each.text for each in desk.pages.versions(ADMINISTRATOR, "contact", "en")] == ["zwei", "eins"]


def test_whoever_saw_an_older_version_does_not_overwrite_it(desk: Desk) -> None:
    desk.pages.write(ADMINISTRATOR, "contact", "en", "eins", seen=0)
    with pytest.raises(ChangedMeanwhile):
        desk.pages.write(ADMINISTRATOR, "contact", "en", "anders", seen=0)
    with pytest.raises(ChangedMeanwhile):
        desk.pages.write(ADMINISTRATOR, "contact", "en", "anders", seen=5)


@pytest.mark.parametrize("text", ["", " \n", "x" * (PAGE_LIMIT + 1), "a\x00"])
def test_empty_and_overlong_pages_are_refused(desk: Desk, text: str) -> None:
    with pytest.raises(NotAccepted):
        desk.pages.write(ADMINISTRATOR, "contact", "en", text, seen=0)
