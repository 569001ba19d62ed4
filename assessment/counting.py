"""The figures about an assessment itself, each with its trace: how much was answered, shown, and how much is certain.

None of them is a grade for a city. They are worked out from the traces of the numbers, so that they cannot disagree.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from models.message import Message, say, say_many
from models.profile import ProcessResult, Profile, Result, StageProfile, Trace

COMPLETENESS, ASSESSED, CERTAIN, EVIDENCE, DONT_KNOW = "completeness", "assessed", "certain", "evidence", "dont-know"
HEARD, MEANS = "answered", "means"
COUNTS: Mapping[str, Message] = {
    COMPLETENESS: say("Completeness"),
    ASSESSED: say("Processes assessed"),
    CERTAIN: say("Levels that no open answer can move"),
    EVIDENCE: say("Ratings with evidence"),
    DONT_KNOW: say("Answers “don't know”"),
    HEARD: say("Questions answered"),
    MEANS: say("Dimensions with a figure"),
}
"""Their subjects, and what they are called. With a process behind it (evidence/GOV.1) one counts there alone."""


@dataclass(frozen=True)
class _Count:
    """How many answers count, among which, and the rule in words."""

    subject: str
    counts: Callable[[Trace], bool]
    among: Callable[[Trace], bool]
    rule: Message

    def over(self, leaves: Sequence[Trace]) -> Message:
        """The count as it is shown."""
        among = [leaf for leaf in leaves if self.among(leaf)]
        return say("{part} of {total}", part=sum(map(self.counts, among)), total=len(among))


def _is(*states: str) -> Callable[[Trace], bool]:
    return lambda leaf: leaf.answer is not None and leaf.answer.state in states


_OF_ANSWERS = (
    _Count(
        COMPLETENESS,
        _is("rated", "not_applicable"),
        lambda _: True,
        say("Whatever is rated or left out as not applicable counts as answered; a “don't know” does not."),
    ),
    _Count(
        EVIDENCE,
        lambda leaf: leaf.answer is not None and bool(leaf.answer.evidence),
        _is("rated"),
        say("Of the ratings, those with at least one piece of evidence."),
    ),
    _Count(DONT_KNOW, _is("dont_know"), lambda _: True, say("Of all questions, those answered with “don't know”.")),
)


def counts(result: Result) -> Iterator[Trace]:
    """The traces of all of them; a quick scan has others than an assessment."""
    yield from _of_assessment(result) if isinstance(result, Profile) else _of_scan(result)


def _of_assessment(result: Profile) -> Iterator[Trace]:
    assessed = [each for each in result.processes.values() if each.level is not None and each.trace is not None]
    for each in _OF_ANSWERS:
        leaves = {process.process: _leaves(process) for process in assessed}
        parts = (Trace(f"{each.subject}/{key}", each.over(mine), each.rule, mine) for key, mine in leaves.items())
        every = [leaf for mine in leaves.values() for leaf in mine]
        yield Trace(each.subject, each.over(every), each.rule, tuple(parts))
    yield _assessed(result, assessed)
    yield _certain(assessed)


def _of_scan(result: StageProfile) -> Iterator[Trace]:
    questions = tuple(each.trace for each in result.questions.values())
    unsure = sum(each.dont_know for each in result.questions.values())
    heard = say("{part} of {total}", part=result.completeness.rated, total=result.completeness.asked)
    rule = say("Of the core questions, and of the others that were answered, those with a stage.")
    yield Trace(HEARD, heard, rule, questions)
    yield Trace(DONT_KNOW, say("{value}", value=unsure), say("Questions answered with “don't know”."), questions)
    dimensions = tuple(each.trace for each in result.dimensions.values())
    shown = sum(each.mean is not None for each in result.dimensions.values())
    value = say("{part} of {total}", part=shown, total=len(dimensions))
    yield Trace(MEANS, value, say("Dimensions with enough answers for a mean of the answered ones."), dimensions)


def _leaves(process: ProcessResult) -> tuple[Trace, ...]:
    return tuple(leaf for each in process.attributes.values() for leaf in each.trace.inputs)


def _assessed(result: Profile, assessed: Sequence[ProcessResult]) -> Trace:
    left_out = sum(each.state == "removed" for each in result.processes.values())
    rule = say_many(
        left_out,
        "The processes in the scope of this assessment; 1 more is left out as not applicable.",
        "The processes in the scope of this assessment; {count} more are left out as not applicable.",
    )
    return Trace(ASSESSED, say("{value}", value=len(assessed)), rule, _of_processes(assessed))


def _certain(assessed: Sequence[ProcessResult]) -> Trace:
    final = sum(each.level is not None and each.level.final for each in assessed)
    value = say("{part} of {total}", part=final, total=len(assessed))
    return Trace(CERTAIN, value, say("Levels whose two ends are the same."), _of_processes(assessed))


def _of_processes(assessed: Sequence[ProcessResult]) -> tuple[Trace, ...]:
    return tuple(each.trace for each in assessed if each.trace is not None)
