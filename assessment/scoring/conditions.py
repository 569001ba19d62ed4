"""What one maturity level asks for: what is missing, in words, and whether the scope of the assessment can show it.

Removed processes leave the conditions over sets but never satisfy one that names them (MEASUREMENT 9.2).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from assessment.scoring.traces import enumerated, listed, named
from models.message import Blank, Message, say
from models.profile import ProcessResult
from models.questionnaire import CapabilityModel, ChosenRule, MaturityLevel, Requirement

Levels = Mapping[str, int]
"""The capability levels of the assessed processes, all at one end of their intervals."""


@dataclass(frozen=True)
class Grounds:
    """What conditions are held against: the model, what became of its processes, and how far the assessment looked.

    `candidates` are the processes that may count where the rule leaves the choice to the city.
    """

    model: CapabilityModel
    processes: Mapping[str, ProcessResult]
    candidates: Sequence[str]
    highest_level: int

    @cached_property
    def scope(self) -> frozenset[str]:
        """The processes that the assessment is about."""
        return frozenset(key for key, each in self.processes.items() if each.state != "out of scope")

    @cached_property
    def removed(self) -> frozenset[str]:
        """The processes among them that the city left out."""
        return frozenset(key for key, each in self.processes.items() if each.state == "removed")

    @cached_property
    def standing(self) -> Mapping[str, Message]:
        """The level of each process in scope, in words."""
        return {key: each.trace.value for key, each in self.processes.items() if each.trace is not None}

    def named(self, processes: Sequence[str]) -> Blank:
        """Processes by their ids and names."""
        return enumerated([named(each, self.model.process(each).name) for each in processes])

    def sets(self, requirement: Requirement) -> Blank:
        """The names of the process sets that a requirement is about."""
        names = {each.id: each.name for each in self.model.head.process_sets}
        return enumerated([names[each] for each in requirement.sets])


@dataclass(frozen=True)
class Conditions:
    """The conditions of one maturity level; `below` is the level beneath it, which a condition may build on."""

    level: MaturityLevel
    below: MaturityLevel | None
    grounds: Grounds

    def shortfalls(self, levels: Levels) -> Iterator[Message]:
        """What is missing at these levels; nothing where the conditions hold."""
        for requirement in self.level.all_of:
            yield from self._of_requirement(requirement, levels)
        if self.level.chosen is not None:
            yield from self._of_chosen(self.level.chosen, self.grounds.candidates, levels)
        if self.level.chosen_from_below is not None:
            yield from self._of_chosen(self.level.chosen_from_below, self._from_below(levels), levels)

    def hold(self, levels: Levels) -> bool:
        """Whether nothing is missing."""
        return next(self.shortfalls(levels), None) is None

    def beyond_scope(self) -> bool:
        """Whether they ask for levels or processes that the assessment is not about, so that they cannot be judged."""
        rules: tuple[Requirement | ChosenRule, ...] = (*self.level.all_of, *self._choices())
        if max((self.level.level, *(each.capability for each in rules))) > self.grounds.highest_level:
            return True
        members = {process for requirement in self.level.all_of for process in self._members(requirement)}
        return not members <= self.grounds.scope or any(map(self._choice_beyond_scope, self._choices()))

    def in_words(self) -> Message:
        """The conditions as one sentence."""
        parts = [part for each in self.level.all_of for part in _requirement_in_words(each, self.grounds)]
        if self.level.chosen is not None:
            parts.append(_choice_in_words(self.level.chosen, self.grounds))
        if self.level.chosen_from_below is not None:
            condition = _choice_in_words(self.level.chosen_from_below, self.grounds)
            parts.append(say("of these: {condition}", condition=condition))
        return listed(parts) if parts else say("no conditions")

    def _choices(self) -> tuple[ChosenRule, ...]:
        both = (self.level.chosen, self.level.chosen_from_below)
        return tuple(rule for rule in both if rule is not None)

    def _choice_beyond_scope(self, rule: ChosenRule) -> bool:
        scope = self.grounds.scope
        few = len(scope.intersection(self.grounds.candidates)) < rule.at_least
        return few or not scope.issuperset(rule.named) or bool(rule.one_of and scope.isdisjoint(rule.one_of))

    def _members(self, requirement: Requirement) -> Iterable[str]:
        of_sets = (process for each in requirement.sets for process in self.grounds.model.set_members(each))
        return dict.fromkeys((*of_sets, *requirement.processes))

    def _of_requirement(self, requirement: Requirement, levels: Levels) -> Iterator[Message]:
        excused = self.grounds.removed.difference(requirement.processes)
        for process in self._members(requirement):
            if process not in excused and levels.get(process, -1) < requirement.capability:
                yield say(
                    "{process} must be at level {wanted}; now: {level}.",
                    process=self.grounds.named([process]),
                    wanted=requirement.capability,
                    level=self.grounds.standing[process],
                )

    def _of_chosen(self, rule: ChosenRule, candidates: Iterable[str], levels: Levels) -> Iterator[Message]:
        qualified = _qualified(rule, candidates, levels)
        if len(qualified) < rule.at_least:
            yield say(
                "Chosen processes at level {wanted}: {reached}; needed: {count}.",
                count=rule.at_least,
                wanted=rule.capability,
                reached=len(qualified),
            )
        for process in rule.named:
            if process not in qualified:
                name = self.grounds.named([process])
                yield say("{process} must be among the chosen at level {wanted}.", process=name, wanted=rule.capability)
        if rule.one_of and not qualified.intersection(rule.one_of):
            yield say(
                "One of these must be among the chosen at level {wanted}: {processes}.",
                processes=self.grounds.named(rule.one_of),
                wanted=rule.capability,
            )

    def _from_below(self, levels: Levels) -> Iterable[str]:
        """The candidates that fulfil the rule over chosen processes of the level beneath."""
        rule = None if self.below is None else self.below.chosen
        return self.grounds.candidates if rule is None else _qualified(rule, self.grounds.candidates, levels)


def _qualified(rule: ChosenRule, candidates: Iterable[str], levels: Levels) -> frozenset[str]:
    return frozenset(each for each in candidates if levels.get(each, -1) >= rule.capability)


def _requirement_in_words(requirement: Requirement, grounds: Grounds) -> Iterator[Message]:
    level = requirement.capability
    if requirement.sets:
        yield say("all processes at level {level} of: {sets}", sets=grounds.sets(requirement), level=level)
    if requirement.processes:
        yield say("{processes} at level {level}", processes=grounds.named(requirement.processes), level=level)


def _choice_in_words(rule: ChosenRule, grounds: Grounds) -> Message:
    text = say("at least {count} of the chosen processes at level {level}", count=rule.at_least, level=rule.capability)
    if rule.named:
        text = say("{text}; among them {processes}", text=text, processes=grounds.named(rule.named))
    if rule.one_of:
        text = say("{text}; among them one of: {processes}", text=text, processes=grounds.named(rule.one_of))
    return text
