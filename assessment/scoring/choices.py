"""A rule over processes of which the city may choose some: which ones count, and what is missing, in words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assessment.scoring.grounds import Grounds, Levels
from assessment.scoring.traces import between
from models.message import Message, say
from models.profile import Trace
from models.questionnaire import ChosenRule


@dataclass(frozen=True)
class Choice:
    """One such rule of one maturity level.

    `kind` tells it from the other one of the level, `whose` says in words which processes may count, and `floor` is
    the capability level at which one of them does.
    """

    kind: str
    rule: ChosenRule
    whose: Message
    floor: int
    grounds: Grounds

    def counted(self, levels: Levels) -> tuple[str, ...]:
        """The candidates that count at these levels. A choice that was left open takes every process with a level."""
        may_count = levels if self.grounds.chosen is None else self.grounds.candidates
        return tuple(each for each in may_count if levels.get(each, -1) >= self.floor)

    def shortfalls(self, lows: Levels, highs: Levels) -> Iterator[Message]:
        """What is missing at the low end, and how far open answers may still bring it; nothing where nothing is."""
        rule, counted = self.rule, self.counted(lows)
        still_open = [each for each in self.counted(highs) if each not in counted]
        if len(counted) < rule.at_least:
            yield self._too_few(len(counted), len(still_open))
        for process in rule.named:
            if process not in counted:
                yield say(
                    "{process} must be among those at level {level}; now: {standing}.",
                    process=self.grounds.named([process]),
                    level=rule.capability,
                    standing=self._standing(process),
                )
        if rule.one_of and set(rule.one_of).isdisjoint(counted):
            yield self._none_of([each for each in rule.one_of if each in still_open])

    def _too_few(self, reached: int, still_open: int) -> Message:
        told = {"level": self.rule.capability, "reached": reached, "count": self.rule.at_least}
        if not still_open:
            return say("At level {level}: {reached} {whose}; needed: {count}.", whose=self.whose, **told)
        return say(
            "At level {level}: {reached} {whose}, {open} more may still reach it; needed: {count}.",
            whose=self.whose,
            open=still_open,
            **told,
        )

    def _none_of(self, still_open: Sequence[str]) -> Message:
        level, processes = self.rule.capability, self.grounds.named(self.rule.one_of)
        if not still_open:
            return say(
                "One of these must be among those at level {level}: {processes}.", level=level, processes=processes
            )
        return say(
            "One of these must be among those at level {level}: {processes}; still open: {open}.",
            level=level,
            processes=processes,
            open=", ".join(still_open),
        )

    def in_words(self) -> Message:
        """The rule as one sentence."""
        rule, grounds = self.rule, self.grounds
        text = say(
            "at level {level} at least {count} {whose}", count=rule.at_least, whose=self.whose, level=rule.capability
        )
        if rule.named:
            text = say("{text}; among them {processes}", text=text, processes=grounds.named(rule.named))
        if rule.one_of:
            text = say("{text}; among them one of: {processes}", text=text, processes=grounds.named(rule.one_of))
        return text

    def trace(self, subject: str) -> Trace:
        """How many candidates count, and which."""
        lows, highs = self.counted(self.grounds.lows), self.counted(self.grounds.highs)
        return Trace(f"{subject}/{self.kind}", between(len(lows), len(highs)), self._candidates(lows, highs))

    def _candidates(self, lows: Sequence[str], highs: Sequence[str]) -> Message:
        told = {
            "candidates": _ids(self.grounds.candidates),
            "reached": _ids(lows),
            "open": _ids([each for each in highs if each not in lows]),
        }
        if not self.grounds.outside:
            return say(
                "Candidates: {candidates}. Of these at level {level}: {reached}; still open: {open}.",
                level=self.floor,
                **told,
            )
        return say(
            "Candidates: {candidates}. Of these at level {level}: {reached}; still open: {open}; not in scope: "
            "{outside}.",
            level=self.floor,
            outside=_ids(self.grounds.outside),
            **told,
        )

    def _standing(self, process: str) -> Message:
        if process not in self.grounds.candidates:
            return say("no candidate")
        return self.grounds.standing.get(process, say("not in scope"))


def _ids(processes: Sequence[str]) -> Message | str:
    return ", ".join(processes) or say("no process")
