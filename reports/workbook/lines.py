"""What stands in the answers sheet, line by line, as data: no cell, no colour, no library."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby
from typing import Literal

from assessment.loading.spoken import STATES
from assessment.scoring.scope import in_scope
from locales.words import Words
from models.answers import Answer, Answers
from models.framework import Attribute, Framework, Level
from models.questionnaire import CapabilityModel, Dimension, Indicator, Process, Question, Questionnaire, QuickScan

Kind = Literal["dimension", "process", "level", "attribute", "answer"]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the sheet.

    `strong` is the part of the text that stands out, `text` what follows it. `choices` are the codes that may be
    chosen as rating, none where nothing is asked. `depth` is how deep the line lies in the outline; a `folded`
    line waits behind the plus sign of the line above its group.
    """

    kind: Kind
    id: str | None
    strong: str
    text: str = ""
    choices: tuple[str, ...] = ()
    depth: int = 0
    folded: bool = False
    answer: Answer | None = None


def lines(questionnaire: Questionnaire, answers: Answers, words: Words) -> Iterator[Line]:
    """All lines for these answers: what is in scope up to the highest level, and whatever else was answered."""
    if isinstance(questionnaire, QuickScan):
        return _scan_lines(questionnaire, answers, words)
    return _ModelLines(questionnaire, answers, words).lines()


def _scan_lines(scan: QuickScan, answers: Answers, words: Words) -> Iterator[Line]:
    choices = (*(str(stage.stage) for stage in scan.framework.stages), "dont_know")
    for dimension in scan.dimensions:
        yield _dimension(dimension, words)
        for question in scan.questions_of(dimension.id):
            strong = _question(question, words)
            answer = answers.ratings.get(question.id)
            yield Line("answer", question.id, strong, _anchors(question, words), choices, answer=answer)


def _question(question: Question, words: Words) -> str:
    if question.core:
        return words.text(question.question)
    return words("{question} (optional)", question=question.question)


def _anchors(question: Question, words: Words) -> str:
    return "\n".join(f"{anchor.stage} – {words.text(anchor)}" for anchor in question.anchors)


def _dimension(dimension: Dimension, words: Words) -> Line:
    return Line("dimension", None, words.text(dimension.name), words.text(dimension.guiding_question))


@dataclass(frozen=True)
class _ModelLines:
    """The lines of a capability model: process after process, the levels above 1 folded until they are answered."""

    model: CapabilityModel
    answers: Answers
    words: Words

    def lines(self) -> Iterator[Line]:
        for dimension in self.model.head.dimensions:
            processes = [each for each in self.model.processes_of(dimension.id) if each.id in self._shown]
            if processes:
                yield _dimension(dimension, self.words)
            for process in processes:
                yield self._process(process)
                yield from self._levels(process)
                yield from self._of_other_frameworks(process)

    @cached_property
    def _framework(self) -> Framework:
        return self.model.framework(self.answers.framework)

    @cached_property
    def _shown(self) -> frozenset[str]:
        # What was answered outside the scope is shown all the same: nothing that somebody wrote is lost.
        answered = {".".join(answered_id.split(".")[:2]) for answered_id in self.answers.ratings}
        return in_scope(self.model, self.answers) | answered

    @cached_property
    def _attributes(self) -> dict[str, Attribute]:
        return {attribute.id: attribute for attribute in self._framework.attributes}

    @cached_property
    def _choices(self) -> tuple[str, ...]:
        scale = self._framework.scale(self.answers.scale or self._framework.default_scale)
        return (*scale.letters, *STATES)

    @cached_property
    def _never_left_out(self) -> frozenset[str]:
        sets = self.model.head.tailoring.never_in_sets
        return frozenset(member for set_id in sets for member in self.model.set_members(set_id))

    def _process(self, process: Process) -> Line:
        products = ", ".join(self.words.text(product) for product in process.work_products)
        evidence = [self.words("Usual evidence: {products}", products=products)] if products else []
        return Line(
            "process",
            process.id,
            self.words.text(process.name),
            "\n".join([self.words.text(process.purpose), *evidence]),
            choices=() if process.id in self._never_left_out else ("not_applicable",),
            answer=self.answers.ratings.get(process.id),
        )

    def _levels(self, process: Process) -> Iterator[Line]:
        indicators = tuple(self.model.indicators(process.id, self._framework))
        highest = self.answers.highest_level or self._framework.highest_level
        for level in self._framework.levels:
            asked = [each for each in indicators if self._attributes[each.attribute].level == level.level]
            answered = any(each.id in self.answers.ratings for each in asked)
            if asked and (level.level <= highest or answered):
                yield from self._level(level, asked, folded=not answered)

    def _level(self, level: Level, asked: Sequence[Indicator], *, folded: bool) -> Iterator[Line]:
        if level.level == 1:
            yield from map(self._indicator, asked)
            return
        strong = self.words("Level {level}: {name}", level=level.level, name=level.name)
        yield Line("level", None, strong, self.words.text(level.meaning), depth=1)
        for attribute_id, practices in groupby(asked, key=lambda each: each.attribute):
            yield replace(self._attribute(attribute_id), folded=folded)
            for practice in practices:
                yield replace(self._indicator(practice), depth=2, folded=folded)

    def _of_other_frameworks(self, process: Process) -> Iterator[Line]:
        """What was answered although the framework in use does not ask it."""
        own = {each.id for each in self.model.indicators(process.id, self._framework)}
        others = (each for other in self.model.frameworks for each in self.model.indicators(process.id, other))
        strays = {each.id: each for each in others if each.id in self.answers.ratings and each.id not in own}
        yield from map(self._indicator, strays.values())

    def _attribute(self, attribute_id: str) -> Line:
        attribute = self._attributes[attribute_id]
        return Line(
            "attribute", None, self.words.text(attribute.name), self.words.text(attribute.key_question), depth=2
        )

    def _indicator(self, indicator: Indicator) -> Line:
        text = self.words.text(indicator.text)
        answer = self.answers.ratings.get(indicator.id)
        return Line("answer", indicator.id, "", text, self._choices, depth=1, answer=answer)
