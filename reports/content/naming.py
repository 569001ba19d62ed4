"""How things are called for people: processes, levels, letters, intervals, methods. One place for each wording."""

import re

from assessment.scoring.maturity import SUBJECT
from locales.words import Words
from models.answers import Confidence
from models.framework import Framework, Method
from models.message import Message, say
from models.profile import AttributeResult, LevelInterval
from models.questionnaire import CapabilityModel

_PROCESS = re.compile(r"^([A-Z]{3}\.\d{1,2})(?=[./]|$)")

_ATTRIBUTE = re.compile(r"\bPA(\d+\.\d+)")

METHODS: dict[Method, Message] = {
    "mean": say("weighted mean of the numbers behind the letters, a half is rounded up"),
    "median": say("middle value; with an even count the mean of the two middle ones, a half is rounded up"),
    "survey-midpoints": say("mean of the middles of the percentage bands, read back as a band"),
    "lowest": say("the lowest rating counts"),
}
"""The methods of aggregation, in words."""

CONFIDENCE: dict[Confidence, Message] = {
    "high": say("high confidence"),
    "medium": say("medium confidence"),
    "low": say("low confidence"),
}
"""How sure a person was, in words."""

DOUBTS: tuple[Confidence, ...] = ("medium", "low")
"""The degrees that are worth a word beside an answer."""


def anchor(subject: str) -> str:
    """The anchor of the heading about a process, a dimension or a part of a report."""
    return f"about-{subject}"


def process_of(subject: str) -> str | None:
    """The process that a trace, a flag or an indicator is about; None for dimensions and the whole city."""
    found = _PROCESS.match(subject)
    return found.group(1) if found else None


def process_name(model: CapabilityModel, process_id: str, words: Words) -> str:
    """A process as people find it again: id and name; one that only another version of the model knows by its id."""
    try:
        return f"{process_id} {words.text(model.process(process_id).name)}"
    except KeyError:
        return process_id


def subject_words(subject: str, model: CapabilityModel, words: Words) -> str:
    """What a flag is about, for people: "GOV.1 PA 2.1", a dimension by its name, the city's maturity in words."""
    if subject == SUBJECT:
        return words("the maturity of the city")
    names = {each.id: words.text(each.name) for each in model.head.dimensions}
    process, _, attribute = subject.partition("/")
    return names.get(subject) or (f"{process} {attribute_id(attribute)}" if attribute else subject)


def dont_know(count: int, words: Words) -> str:
    """What a number of answers that nobody knew is called."""
    return words.many(count, "answer “don't know”", "answers “don't know”")


def attribute_id(attribute: str) -> str:
    """The id of an attribute, also within a sentence, as it is usually printed: "PA 2.1"."""
    return _ATTRIBUTE.sub(r"PA \1", attribute)


def level_name(framework: Framework, level: int, words: Words) -> str:
    """What a capability level is called: the kind name where there is one."""
    found = next(each for each in framework.levels if each.level == level)
    return words.text(found.kind_name or found.name)


def interval(level: LevelInterval, words: Words) -> str:
    """A level as a figure: "2", "0 to 2" while answers are open, "at least 3" where the scope ends."""
    if level.final:
        return words("at least {level}", level=level.low) if level.at_least else str(level.low)
    return words("{low} to {high}", low=level.low, high=level.high)


def level_words(level: LevelInterval, framework: Framework, words: Words) -> str:
    """A level as figure and name: "level 2 (managed)", "level 0 to 2 (some answers still open)"."""
    if not level.final:
        return words("level {level} (some answers still open)", level=interval(level, words))
    name = level_name(framework, level.low, words)
    if level.at_least:
        return words("level {level} ({name}) or higher", level=level.low, name=name)
    return words("level {level} ({name})", level=level.low, name=name)


def counts_as(framework: Framework, letter: str | None) -> str | None:
    """The letter of the four-point scale behind a letter, which decides its colour; None for no rating at all."""
    ratings = (rating for scale in framework.scales for rating in scale.ratings)
    return next((rating.counts_as for rating in ratings if rating.letter == letter), None)


def step_of(framework: Framework, letter: str | None) -> int:
    """How far up a letter stands among the four, from 0; -1 for no rating at all."""
    counted = counts_as(framework, letter)
    order = list(dict.fromkeys(rating.counts_as for rating in framework.scales[0].ratings))
    return -1 if counted is None else order.index(counted)


def is_enough(framework: Framework, letter: str | None) -> bool:
    """True where a letter is as good as a level needs of its own attributes."""
    return step_of(framework, letter) >= step_of(framework, framework.level_rule.own)


def is_blank(result: AttributeResult) -> bool:
    """True where nothing of an attribute was rated yet, so that it can still become anything."""
    answers = (leaf.answer for leaf in result.trace.inputs)
    return not result.not_applicable and all(answer is None or answer.state != "rated" for answer in answers)


def attribute_letter(result: AttributeResult, words: Words) -> str:
    """The rating of an attribute as it stands in a table: "L", "P to F", "n/a", "open" while nothing was rated."""
    if result.not_applicable:
        return words("n/a")
    if is_blank(result):
        return words("open")
    if result.low is None or result.high is None:
        return "–"
    return result.low if result.final else words("{low} to {high}", low=result.low, high=result.high)


def listed(parts: list[str], words: Words) -> str:
    """Parts of a sentence in a row: "a", "a and b", "a, b and c"."""
    if len(parts) < 2:
        return "".join(parts)
    return words("{first} and {last}", first=", ".join(parts[:-1]), last=parts[-1])
