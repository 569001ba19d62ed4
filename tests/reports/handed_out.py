"""What cities are handed: the reports on all example cities, on cities that said almost nothing, and the paper."""

import datetime
from functools import cache

from assessment.loading import QUESTIONNAIRES, load_library, parse_answers
from locales.words import words
from models.answers import Answers
from models.authored import Language
from models.facts import ReportVersion
from models.questionnaire import Library
from reports import pdf
from reports.document import Report
from reports.handout import Occasion, report_on
from reports.paper import questionnaire_paper

EXAMPLES = ("birkenfurt", "musterstadt", "brueckenhafen", "talbrueck-quick-scan")
SPARSE: dict[str, str] = {
    "three-ratings": "questionnaire: urban-diplomacy\nratings: {GOV.1.O1: L, GOV.1.O2: P, PAR.1.O1: F}",
    "only-dont-know": "questionnaire: urban-diplomacy\nscope: basic\nratings: {GOV.1.O1: dont_know}",
    "nothing": "questionnaire: urban-diplomacy\nratings: {}",
    "level-one": "questionnaire: urban-diplomacy\nscope: basic\nhighest_level: 1\nratings: {GOV.1.O1: L, GOV.3.O1: F}",
    "one-question": "questionnaire: quick-scan\nratings: {QS01: 3, QS02: dont_know}",
    "no-question": "questionnaire: quick-scan\nratings: {}",
}
"""Answers files of cities that have hardly begun."""

_LONG_NAME = "Samtgemeinde Oberschwarzenbach-Niederweißenfels an der Großen Aa"
_DAY = datetime.date(2026, 1, 1)


@cache
def library() -> Library:
    """The questionnaires that cities use."""
    return load_library(QUESTIONNAIRES)


def answers(name: str) -> Answers:
    """The answers of an example city, or of one that has hardly begun and has a long name."""
    if name in SPARSE:
        text = f'{SPARSE[name]}\nversion: "1.0.0"\ncity: {_LONG_NAME}\n'
        return parse_answers(text.encode(), name, library())
    path = QUESTIONNAIRES / "examples" / f"{name}.yaml"
    return parse_answers(path.read_bytes(), path.name, library())


@cache
def report(name: str, language: Language, version: ReportVersion = "internal") -> Report:
    """The report on a city."""
    given = answers(name)
    occasion = Occasion(_DAY, version=version)
    return report_on(library().questionnaire(given.questionnaire), given, words(language), occasion)


@cache
def paper(questionnaire: str, language: Language, processes: tuple[str, ...] | None = None, level: int = 3) -> Report:
    """A questionnaire to print."""
    return questionnaire_paper(library().questionnaire(questionnaire), words(language), processes, highest_level=level)


@cache
def written(name: str, language: Language, version: ReportVersion = "internal") -> bytes:
    """The report on a city as a file."""
    return pdf.write(report(name, language, version))
