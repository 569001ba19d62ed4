"""Both languages say the same: as many things, the same figures, at about the same length.

No count can tell whether two sentences mean the same; people must read them. But a text that was cut short in one
language loses items of a list, or a figure, and a process told in short in one language is shorter as a whole.
"""

import re
from collections.abc import Iterator

import pytest

from models.authored import Text
from tests.questionnaires.content import Content, texts

_JOINTS = {
    "en": re.compile(r"(?<!\d)[,;/]|\band\b|\bor\b"),
    "de": re.compile(r"(?<!\d)[,;/]|\bund\b|\boder\b|\bsowie\b"),
}
_GROUPED = re.compile(r"(?<=\d)[.,](?=\d{3}\b)")

FEWER_JOINTS = {
    "A coordinating post or office with a defined task is in place.": "Stelle is both post and office",
    "Appoint a coordinator or office and define tasks, rank and access to leadership.": "Stelle is person and office",
    "No dedicated staff time or budget.": "weder … noch",
    "Scan trends, risks and opportunities once or twice a year.": "ein- bis zweimal",
    "Enter into partnerships on purpose, with the right form and a written agreement that states goals, "
    "contributions and duration.": "a dash in German",
    "The way of working is renewed on purpose, on the basis of figures, ideas and learning with other "
    "cities.": "a dash in German",
    "They do not, or only for ceremonies.": "no comma in German",
    "The task is not carried out, or its purpose is achieved only by chance.": "no comma in German",
    "Agree at most three joint topics and one work plan for 12 to 36 months, and file it.": "no comma in German",
    "Set limits: below 50 % of the plan fulfilled, talk with the partner; after two years without activity, "
    "the council decides.": "no comma in German",
}
"""English texts whose German names as much with fewer signs and joining words, and how."""

WRITTEN_OUT = {
    "10-year international strategy from 2017 aligning council and city partners, refreshed 2022": "zehn Jahre",
    "climate change, 4th survey in a row": "vierte Umfrage",
}
"""English texts whose German writes a number as a word."""


def _figures(text: str) -> list[str]:
    """The numbers in a text, without regard to which sign separates thousands and decimals."""
    return sorted(re.findall(r"\d+(?:\.\d+)?", _GROUPED.sub("", text).replace(",", ".")))


def _prose(content: Content) -> Iterator[Text]:
    """All texts in sentences or lists; the glossary holds several translations of one word."""
    yield from texts(tuple(part for part in content.everything if part is not content.glossary))


def test_both_languages_name_the_same_figures(content: Content) -> None:
    apart = {text.en for text in _prose(content) if _figures(text.en or "") != _figures(text.de or "")}
    assert apart == set(WRITTEN_OUT)


def test_german_loses_no_item_of_an_english_list(content: Content) -> None:
    shorter = {
        text.en
        for text in _prose(content)
        if len(_JOINTS["en"].findall(text.en or "")) > len(_JOINTS["de"].findall(text.de or ""))
    }
    assert shorter == set(FEWER_JOINTS)


@pytest.mark.parametrize("part", ["processes", "recommendations"])
def test_no_process_is_told_in_short_in_one_language(content: Content, part: str) -> None:
    """German takes about a tenth more letters; less than English, or four tenths more, says less or more."""
    lengths = {
        getattr(each, "id", None) or each.process: (
            sum(len(text.de or "") for text in texts(each)) / sum(len(text.en or "") for text in texts(each))
        )
        for each in getattr(content, part)
    }
    assert {process: round(ratio, 2) for process, ratio in lengths.items() if not 1.0 < ratio < 1.4} == {}
