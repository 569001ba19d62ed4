"""Tells a result to people at a terminal: the profile first, then why, and one figure for the city last."""

import textwrap
from collections.abc import Iterable, Iterator

from assessment.cli.answers import Scored
from assessment.cli.tables import aligned
from assessment.scoring.flags import NO_STATEMENT
from locales.words import Words
from models.answers import Answers
from models.message import Message, say
from models.profile import Completeness, Flag, Origin, ProcessResult, Profile, StageProfile
from models.questionnaire import CapabilityModel, Questionnaire, QuickScan
from reports.content.flags import MEANINGS
from reports.content.naming import (
    METHODS,
    attribute_id,
    attribute_letter,
    interval,
    level_name,
    process_name,
    subject_words,
)
from reports.content.scan_figures import mean_words, range_words, stage_words

_WIDTH = 100
_INDENT = "    "
_ORIGINS: dict[Origin, Message] = {
    "command line": say("from the command line"),
    "answers file": say("from the answers"),
    "default": say("default"),
}


def tell(found: Scored) -> Iterator[str]:
    """The lines to print."""
    yield from _head(found.questionnaire, found.answers, found.words)
    if isinstance(found.result, Profile) and isinstance(found.questionnaire, CapabilityModel):
        yield from _ProfileTold(found.result, found.questionnaire, found.words).lines()
    elif isinstance(found.result, StageProfile) and isinstance(found.questionnaire, QuickScan):
        yield from _ScanTold(found.result, found.questionnaire, found.words).lines()


def _head(questionnaire: Questionnaire, answers: Answers, words: Words) -> Iterator[str]:
    name = questionnaire.file.name if isinstance(questionnaire, QuickScan) else questionnaire.head.name
    yield words("{city}: {name}, version {version}", city=answers.city, name=name, version=questionnaire.version)
    if answers.invented:
        yield words("These answers were invented as an example.")


def _completeness(completeness: Completeness, words: Words) -> str:
    return words(
        "Answered: {share} ({rated} rated, {not_applicable} not applicable, {dont_know} don't know, of {asked})",
        share=words.percent(completeness.share),
        rated=completeness.rated,
        not_applicable=completeness.not_applicable,
        dont_know=completeness.dont_know,
        asked=completeness.asked,
    )


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    """A title with its lines; nothing where there are none."""
    told = [f"  {line}" for line in lines]
    yield from ("", title, *told) if told else ()


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH, subsequent_indent=_INDENT)


def _flags(flags: Iterable[Flag], model: CapabilityModel, words: Words) -> Iterator[str]:
    """One paragraph per kind of flag: what it means, and what it is about."""
    about: dict[str, dict[str, None]] = {}
    texts: dict[str, Message] = {}
    for flag in flags:
        about.setdefault(flag.code, {})[subject_words(flag.subject, model, words)] = None
        texts.setdefault(flag.code, MEANINGS.get(flag.code, flag.text))
    for code, subjects in about.items():
        if code not in MEANINGS:
            yield from _wrapped(words.say(texts[code]))
            continue
        yield from _wrapped(
            words("{meaning} This is about: {subjects}.", meaning=texts[code], subjects="; ".join(subjects))
        )


class _ProfileTold:
    """The profile of a capability assessment in lines."""

    def __init__(self, result: Profile, model: CapabilityModel, words: Words) -> None:
        self._result = result
        self._model = model
        self.words = words
        self._framework = model.framework(result.settings.framework)
        self._attributes = self._framework.attributes_up_to(result.settings.highest_level)

    def lines(self) -> Iterator[str]:
        words, result = self.words, self._result
        yield from self._settings()
        yield _completeness(result.completeness, words)
        yield from _section(words("Profile"), aligned([*self._table()]))
        yield from _section(words("Dimensions: mean of the levels, informative"), aligned([*self._dimensions()]))
        yield from _section(words("What keeps each process from its next level"), self._why())
        yield from _section(words("To bear in mind"), _flags(result.flags, self._model, words))
        yield from _section(words("Maturity of the city, by this model's own rule"), self._maturity())

    def _settings(self) -> Iterator[str]:
        words, settings = self.words, self._result.settings
        told: tuple[tuple[str, Message | str], ...] = (
            ("framework", words.text(self._framework.name)),
            ("method", METHODS[settings.method]),
            ("scale", say("{count} letters", count=settings.scale)),
            ("highest_level", say("up to level {level}", level=settings.highest_level)),
        )
        for key, value in told:
            origin = _ORIGINS[settings.origins[key]]
            yield from _wrapped(words("{setting} ({origin})", setting=value, origin=origin))

    def _table(self) -> Iterator[list[str]]:
        yield [self.words("Process"), self.words("Level"), "", *(attribute_id(each.id) for each in self._attributes)]
        for process, result in self._result.processes.items():
            if result.state != "out of scope":
                yield [process_name(self._model, process, self.words), *self._level(result), *self._letters(result)]

    def _level(self, result: ProcessResult) -> tuple[str, str]:
        if result.level is None:
            return self.words("left out"), ""
        name = level_name(self._framework, result.level.low, self.words) if result.level.final else ""
        return interval(result.level, self.words), name

    def _letters(self, result: ProcessResult) -> Iterator[str]:
        for attribute in self._attributes:
            found = result.attributes.get(attribute.id)
            yield "" if found is None else attribute_letter(found, self.words)

    def _dimensions(self) -> Iterator[list[str]]:
        for dimension in self._model.head.dimensions:
            result = self._result.dimensions[dimension.id]
            figure = self.words.say(result.trace.value) if result.low is not None else "–"
            lowest = result.lowest_process
            yield [
                self.words.text(dimension.name),
                figure,
                "" if lowest is None else self.words("lowest: {process}", process=lowest),
            ]

    def _why(self) -> Iterator[str]:
        for process, result in self._result.processes.items():
            if result.reason_removed is not None:
                reason = self.words("left out: {reason}", reason=result.reason_removed)
                yield from _wrapped(f"{process}  {reason}")
            elif result.trace is not None:
                blocks = " ".join(map(self.words.say, result.trace.blocks))
                highest = self.words("Nothing: this is the highest level.")
                yield from _wrapped(f"{process}  {blocks or highest}")

    def _maturity(self) -> Iterator[str]:
        result, words = self._result, self.words
        level = interval(result.maturity, words)
        if NO_STATEMENT not in result.maturity_trace.blocks:
            yield words("Level {level}: {state}", level=level, state=self._maturity_name())
        for block in result.maturity_trace.blocks:
            yield from _wrapped(words.say(block))

    def _maturity_name(self) -> str:
        low, high = self._result.maturity.low, self._result.maturity.high
        names = {each.level: self.words.text(each.name) for each in self._model.head.maturity}
        return names[low] if low == high else self.words("{low} to {high}", low=names[low], high=names[high])


class _ScanTold:
    """The stages of a quick scan in lines. There is no maturity level to tell."""

    def __init__(self, result: StageProfile, scan: QuickScan, words: Words) -> None:
        self._result = result
        self._scan = scan
        self.words = words

    def lines(self) -> Iterator[str]:
        words, result = self.words, self._result
        yield _completeness(result.completeness, words)
        yield from _section(words("Stages"), aligned([*self._table()]))
        yield from _section(words("Dimensions: mean of the stages"), aligned([*self._dimensions()]))
        yield from _section(words("To bear in mind"), _flags(result.flags, self._scan.model, words))
        yield ""
        yield from _wrapped(words.text(self._scan.file.notice))

    def _table(self) -> Iterator[list[str]]:
        stages = {stage.stage: self.words.text(stage.name) for stage in self._scan.framework.stages}
        for question, result in self._result.questions.items():
            name = process_name(self._scan.model, result.process, self.words)
            yield [question, name, stage_words(result, self.words), stages.get(result.stage or 0, "")]

    def _dimensions(self) -> Iterator[list[str]]:
        words = self.words
        yield [words("Dimension"), words("Mean stage"), words("Range with what is open"), words("Answered")]
        for dimension in self._scan.dimensions:
            result = self._result.dimensions[dimension.id]
            answered = words("{part} of {total}", part=result.answered, total=result.asked)
            yield [
                words.text(dimension.name),
                mean_words(result.mean, words),
                range_words(result, words),
                answered,
            ]
