"""Why a number is what it is: from its subject to its trace, anywhere in a result, and from there up and down."""

from collections.abc import Iterable, Iterator, Mapping

from assessment.counting import counts
from models.profile import Profile, Result, Trace


def traces(result: Result) -> Mapping[str, Trace]:
    """The trace of every number of a result, by its subject.

    Subjects are maturity, GOV, GOV.1, GOV.1/PA2.1, GOV.1.O1, QS01, and the counts: completeness, evidence/GOV.1.
    """
    found: dict[str, Trace] = {}
    for trace in _walk([*_roots(result), *counts(result)]):
        found.setdefault(trace.subject, trace)
    return found


def subject_named(written: str, known: Iterable[str]) -> str | None:
    """The subject that somebody means: as it is, or an attribute with a full stop before it (GOV.1.PA2.1)."""
    subjects = frozenset(known)
    meant = written.strip()
    with_slash = meant.replace(".PA", "/PA", 1)
    return meant if meant in subjects else with_slash if with_slash in subjects else None


def above(result: Result, subject: str) -> tuple[str, ...]:
    """The subjects of the numbers that rest on this one, the nearest way up."""
    resting = (trace for trace in _walk(_roots(result)) if any(each.subject == subject for each in trace.inputs))
    return tuple(dict.fromkeys(trace.subject for trace in resting))


def _roots(result: Result) -> Iterator[Trace]:
    yield from (each.trace for each in result.dimensions.values())
    if isinstance(result, Profile):
        yield result.maturity_trace
        yield from (each.trace for each in result.processes.values() if each.trace is not None)
    else:
        yield from (each.trace for each in result.questions.values())


def _walk(roots: Iterable[Trace]) -> Iterator[Trace]:
    waiting = list(roots)
    while waiting:
        trace = waiting.pop(0)
        yield trace
        waiting.extend(trace.inputs)
