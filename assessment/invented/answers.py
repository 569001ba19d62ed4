"""What an invented city answers: letters that follow from how strong it is, with notes and evidence on a part of them.

A level is answered only for processes that reached the one below, as the tool asks it of everybody.
"""

import hashlib
from collections.abc import Collection, Mapping
from types import MappingProxyType

from assessment.invented.cast import NOTES, RECORDS, Character
from assessment.scoring import profile
from models.answers import Answer, Answers
from models.questionnaire import CapabilityModel, Indicator

_NOTE_SHARE, _EVIDENCE_SHARE, _UNSURE_SHARE = 0.3, 0.25, 0.006
_LETTERS = ((0.95, "F"), (0.45, "L"), (0.1, "P"))


def letters(model: CapabilityModel, of: Character, scope: Collection[str], year: int, gain: float) -> Answers:
    """All answers of a city in one year, each process up to the level that opens.

    Args:
        model: the questionnaire.
        of: the city.
        scope: the processes that it assesses.
        year: names the records that it points to.
        gain: how much stronger it is than in the first year.
    """
    ordered = tuple(each.id for each in model.processes if each.id in scope)
    ratings: dict[str, Answer] = {}
    opened = set(ordered)
    for level in range(1, of.level + 1):
        for indicator in _asked(model, ordered, level):
            if indicator.process in opened:
                letter = _letter(of, indicator, level, gain)
                ratings[indicator.id] = _answer(model, of, indicator, letter, year)
        results = profile(model, _answers(model, of, ordered, ratings)).processes
        opened = {key for key in ordered if (found := results[key].level) is not None and found.low >= level}
    return _answers(model, of, ordered, ratings)


def share(*about: object) -> float:
    """A number from 0 to 1 that depends on nothing but what it is about."""
    digest = hashlib.sha256("|".join(map(str, about)).encode()).digest()
    return int.from_bytes(digest[:6], "big") / 2**48


def _asked(model: CapabilityModel, scope: Collection[str], level: int) -> list[Indicator]:
    framework = model.framework()
    here = {each.id for each in framework.attributes if each.level == level}
    return [each for process in scope for each in model.indicators(process, framework) if each.attribute in here]


def _answers(model: CapabilityModel, of: Character, scope: tuple[str, ...], ratings: Mapping[str, Answer]) -> Answers:
    return Answers(
        model.id,
        model.version,
        of.name,
        ratings=MappingProxyType(dict(ratings)),
        highest_level=of.level,
        scope=scope,
        invented=True,
        language=of.language,
    )


def _answer(model: CapabilityModel, of: Character, indicator: Indicator, letter: str, year: int) -> Answer:
    about = (of.name, indicator.id)
    if share("unsure", *about) < _UNSURE_SHARE:
        return Answer("dont_know")
    evidence = (
        _evidence(model, of, indicator, year) if letter in "LF" and share("proof", *about) < _EVIDENCE_SHARE else ()
    )
    noted = share("note", *about) < _NOTE_SHARE
    choices = NOTES[of.language][letter]
    note = choices[int(share("which", *about) * len(choices))] if noted else None
    return Answer("rated", letter, note=note, evidence=evidence)


def _letter(of: Character, indicator: Indicator, level: int, gain: float) -> str:
    dimension = indicator.process.split(".")[0]
    bent = 0.5 * (dimension in of.strong) - 0.5 * (dimension in of.weak)
    own = 1.1 * (share(of.name, indicator.process) - 0.5) + 0.4 * (share(of.name, indicator.id) - 0.5)
    reached = of.strength + gain + bent + own - (level - 1)
    return next((letter for bound, letter in _LETTERS if reached >= bound), "N")


def _evidence(model: CapabilityModel, of: Character, indicator: Indicator, year: int) -> tuple[str, ...]:
    products = model.process(indicator.process).work_products
    if not products:
        return ()
    chosen = products[int(share("product", of.name, indicator.id) * len(products))]
    number = 1 + int(share("number", of.name, indicator.id) * 400)
    what = chosen.in_language(of.language)
    return (RECORDS[of.language].format(what=what, number=number, year=year),)
