"""What one maturity level asks for: what is missing, in words, and whether the scope of the assessment can show it.

Removed processes leave the conditions over sets but never satisfy one that names them (docs/method/scoring.md).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from assessment.scoring.choices import Choice
from assessment.scoring.grounds import Grounds, Levels
from assessment.scoring.traces import listed
from models.message import Message, say
from models.questionnaire import ChosenRule, MaturityLevel, Requirement


@dataclass(frozen=True)
class Conditions:
    """The conditions of one maturity level; `below` is the level beneath it, which a condition may build on."""

    level: MaturityLevel
    below: MaturityLevel | None
    grounds: Grounds

    def shortfalls(self, lows: Levels, highs: Levels) -> Iterator[Message]:
        """What is missing at the low end, and how far open answers may still bring it; nothing where they hold."""
        for process, wanted in self.asked():
            if lows.get(process, -1) < wanted:
                yield say(
                    "{process} must be at level {wanted}; now: {level}.",
                    process=self.grounds.named([process]),
                    wanted=wanted,
                    level=self.grounds.standing[process],
                )
        for choice in self.choices:
            yield from choice.shortfalls(lows, highs)

    def hold(self, levels: Levels) -> bool:
        """Whether nothing is missing at these levels."""
        return next(self.shortfalls(levels, levels), None) is None

    def asked(self) -> Iterator[tuple[str, int]]:
        """Every process that must be at some level, alone or as a member of a set, with that level."""
        for requirement in self.level.all_of:
            excused = self.grounds.removed.difference(requirement.processes)
            for process in self._members(requirement):
                if process not in excused:
                    yield process, requirement.capability

    def beyond_scope(self) -> bool:
        """Whether they ask for levels or processes that the assessment is not about, so that they cannot be judged."""
        if max(self.level.level, self._highest_asked) > self.grounds.highest_level:
            return True
        members = {process for requirement in self.level.all_of for process in self._members(requirement)}
        rules = (each.rule for each in self.choices)
        return not members <= self.grounds.scope or any(map(self._choice_beyond_scope, rules))

    def open_beyond_scope(self) -> bool:
        """Whether what the assessment does not look at might fulfil them, with open answers at their best."""
        if self.never:
            return False
        highs, best = self.grounds.highs, self.grounds.highest_level
        if self.beyond_scope():
            return True
        return not self.hold(highs) and self.hold({**highs, **dict.fromkeys(self.grounds.outside, best)})

    def may_hold_beyond_scope(self) -> bool:
        """Whether they may hold with all at its best that is open, out of scope or above the highest level."""
        grounds, best = self.grounds, self._highest_asked
        outside = {key: best for key in grounds.processes if key not in grounds.scope}
        inside = {key: best if level == grounds.highest_level else level for key, level in grounds.highs.items()}
        return self.hold({**outside, **inside})

    @cached_property
    def never(self) -> tuple[Message, ...]:
        """What is missing for good, whatever the answers, the scope and the highest level; mostly nothing.

        A process that was left out never satisfies a condition that names it, nor do too few chosen ones.
        """
        there = [key for key in self.grounds.processes if key not in self.grounds.removed]
        best = dict.fromkeys(there, self._highest_asked)
        return tuple(self.shortfalls(best, best))

    def in_words(self) -> Message:
        """The conditions as one sentence."""
        parts = [part for each in self.level.all_of for part in _in_words(each, self.grounds)]
        parts += [choice.in_words() for choice in self.choices]
        return listed(parts) if parts else say("no conditions")

    @cached_property
    def choices(self) -> tuple[Choice, ...]:
        """The rules that leave a choice to the city."""
        return tuple(self._choices())

    def _choices(self) -> Iterator[Choice]:
        free = say("of the processes in scope")
        whose = free if self.grounds.chosen is None else say("of the processes the city chose")
        if self.level.chosen is not None:
            yield Choice("chosen", self.level.chosen, whose, self.level.chosen.capability, self.grounds)
        if self.level.chosen_from_below is not None:
            yield self._from_below(self.level.chosen_from_below, whose)

    def _from_below(self, rule: ChosenRule, whose: Message) -> Choice:
        """Counts those that fulfil the rule over chosen processes of the level beneath too."""
        floor = rule.capability
        if self.below is not None and self.below.chosen is not None:
            floor = max(floor, self.below.chosen.capability)
            whose = say("of those that count for maturity level {level}", level=self.below.level)
        return Choice("chosen-from-below", rule, whose, floor, self.grounds)

    @property
    def _highest_asked(self) -> int:
        of_all = [each.capability for each in self.level.all_of]
        return max(of_all + [each.floor for each in self.choices], default=0)

    def _choice_beyond_scope(self, rule: ChosenRule) -> bool:
        """Whether a choice that the city left open needs a wider scope."""
        if self.grounds.chosen is not None:
            return False
        scope = self.grounds.scope
        few = len(scope) < rule.at_least
        return few or not scope.issuperset(rule.named) or bool(rule.one_of and scope.isdisjoint(rule.one_of))

    def _members(self, requirement: Requirement) -> Iterable[str]:
        of_sets = (process for each in requirement.sets for process in self.grounds.model.set_members(each))
        return dict.fromkeys((*of_sets, *requirement.processes))


def _in_words(requirement: Requirement, grounds: Grounds) -> Iterator[Message]:
    level = requirement.capability
    if requirement.sets:
        yield say("all processes at level {level} of: {sets}", sets=grounds.sets(requirement), level=level)
    if requirement.processes:
        yield say("{processes} at level {level}", processes=grounds.named(requirement.processes), level=level)
