"""Carries answers over, question by question, along their ways. What is not certain is asked again, never guessed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from assessment.moving.framing import framed, process_answers
from assessment.moving.resolving import ways
from assessment.scoring.letters import letters
from assessment.scoring.scope import in_scope
from models.answers import Answer, Answers
from models.assessment import EVIDENCE_LIMIT, TEXT_LIMIT
from models.mapping import MappingFile
from models.moving import Again, Away, Carried, Move, Reason, Way
from models.questionnaire import CapabilityModel, Questionnaire

_KEEP = frozenset({"same", "renamed", "rescaled", "merged"})


def move(before: Questionnaire, after: Questionnaire, answers: Answers, mapping: MappingFile | None) -> Move:
    """The answers as answers to another version, and what became of each.

    Args:
        before: the version that was answered.
        after: the version to move to.
        answers: what was answered; it stays as it is.
        mapping: the way as its authors wrote it; without it only questions in the same words carry over.
    """
    found = ways(before, after, mapping)
    new, settings = framed(after, answers, found.processes)
    mover = _Mover(answers.ratings, _reading(after, new))
    for way in found.ways:
        mover.follow(way)
    whole, gone = process_answers(answers, before, found.processes)
    mover.ratings |= whole
    asked = {each for way in found.ways for each in way.before}
    strays = (each for each in answers.ratings if each not in asked and each not in _ids(before))
    away = (*mover.away, *(Away(each) for each in (*gone, *strays)))
    ordered = _in_order(after, mover.ratings)
    asking = _asked(after, new)
    again = tuple(each for each in mover.again if each.after in asking)
    return Move(replace(new, ratings=ordered), tuple(mover.carried), again, away, settings)


class _Mover:
    """Follows one way after the other."""

    def __init__(self, former: Mapping[str, Answer], reading: Mapping[str, str] | None) -> None:
        self._former = former
        self._reading = reading
        self.ratings: dict[str, Answer] = {}
        self.carried: list[Carried] = []
        self.again: list[Again] = []
        self.away: list[Away] = []

    def follow(self, way: Way) -> None:
        """Takes along what was answered to the questions that the way begins with."""
        answered = [self._former[each] for each in way.before if each in self._former]
        if way.kind == "new":
            self.again.append(Again(way.after[0], (), "new", way.why))
        elif not way.after:
            self.away.extend(Away(each, way.why) for each in way.before if each in self._former)
        elif answered:
            for each in way.after:
                self._arrive(each, way, answered)
        elif way.kind == "split":
            self.again.extend(Again(each, way.before, "split", way.why) for each in way.after)

    def _arrive(self, after: str, way: Way, answered: Sequence[Answer]) -> None:
        told = _together(answered)
        rated, reason = self._rated(way, answered)
        if rated is None and reason is None:
            self.ratings[after] = told  # Only noted so far.
        elif rated is None or reason is not None:
            self.ratings |= {} if told == _NOTHING else {after: replace(told, confidence=None)}
            self.again.append(Again(after, way.before, reason or "review", way.why))
        else:
            self.ratings[after] = replace(told, state=rated.state, rating=rated.rating, reason=rated.reason)
            self.carried.append(Carried(after, way.before, way.kind))

    def _rated(self, way: Way, answered: Sequence[Answer]) -> tuple[Answer | None, Reason | None]:
        """What is certain about the rating; else why it is not. Neither where nothing was rated."""
        said = {(each.state, each.rating) for each in answered}
        if said == {(None, None)}:
            return None, None
        if way.kind == "split" or way.kind not in _KEEP:
            return None, "split" if way.kind == "split" else "review"
        if len(said) > 1 or len(answered) < len(way.before):
            return None, "merged"
        reasons = "; ".join(dict.fromkeys(filter(None, (each.reason for each in answered))))
        return self._read(way, replace(answered[0], reason=reasons[:TEXT_LIMIT] or None))

    def _read(self, way: Way, rated: Answer) -> tuple[Answer | None, Reason | None]:
        """The rating in the letters of the new version."""
        if rated.state != "rated" or rated.rating is None:
            return rated, None
        if way.kind == "rescaled":
            letter = way.ratings.get(rated.rating)
            return (None, "rescaled") if letter is None else (replace(rated, rating=letter), None)
        letter = rated.rating if self._reading is None else self._reading.get(rated.rating)
        return (None, "letter") if letter is None else (replace(rated, rating=letter), None)


_NOTHING = Answer(None)


def _together(answered: Sequence[Answer]) -> Answer:
    """Notes and evidence of several answers in one, as far as there is room; how sure it is where all were as sure."""
    notes = tuple(dict.fromkeys(filter(None, (each.note for each in answered))))
    evidence = tuple(dict.fromkeys(each for one in answered for each in one.evidence))
    sure = {each.confidence for each in answered}
    return Answer(
        None,
        note="\n".join(_that_fit(notes)) or None,
        evidence=evidence[:EVIDENCE_LIMIT],
        confidence=sure.pop() if len(sure) == 1 else None,
    )


def _that_fit(notes: Sequence[str]) -> Iterator[str]:
    room = TEXT_LIMIT
    for each in notes:
        room -= len(each) + 1
        if room >= -1:
            yield each


def _reading(after: Questionnaire, answers: Answers) -> Mapping[str, str] | None:
    """How letters are read in the new version; None for a quick scan, whose statements have numbers."""
    if not isinstance(after, CapabilityModel):
        stages = {str(each.stage) for each in after.framework.stages}
        return {each: each for each in stages}
    framework = after.framework(answers.framework)
    return letters(framework, answers.scale or framework.default_scale).reading


def _asked(after: Questionnaire, answers: Answers) -> frozenset[str]:
    """Every question that the assessment asks from now on."""
    if not isinstance(after, CapabilityModel):
        return frozenset(each.id for each in after.file.questions)
    framework = after.framework(answers.framework)
    highest = framework.highest_level if answers.highest_level is None else answers.highest_level
    within = {each.id for each in framework.attributes_up_to(highest)}
    every = (each for process in in_scope(after, answers) for each in after.indicators(process, framework))
    return frozenset(each.id for each in every if each.attribute in within)


def _ids(before: Questionnaire) -> frozenset[str]:
    """The ids of whole processes, which have no way of their own."""
    return frozenset(each.id for each in before.processes) if isinstance(before, CapabilityModel) else frozenset()


def _in_order(after: Questionnaire, ratings: Mapping[str, Answer]) -> Mapping[str, Answer]:
    """The answers in the order in which the new version asks."""
    if not isinstance(after, CapabilityModel):
        order = [each.id for each in after.file.questions]
    else:
        order = [
            name
            for process in after.processes
            for framework in after.frameworks
            for name in (process.id, *(each.id for each in after.indicators(process.id, framework)))
        ]
    return MappingProxyType({each: ratings[each] for each in dict.fromkeys(order) if each in ratings})
