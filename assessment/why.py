"""Why a number is what it is: from its subject to its trace, anywhere in a result."""

from collections.abc import Iterator, Mapping

from models.profile import Profile, Result, Trace


def traces(result: Result) -> Mapping[str, Trace]:
    """The trace of every number of a result, by its subject: maturity, GOV, GOV.1, GOV.1/PA2.1, GOV.1.O1, QS01."""
    found: dict[str, Trace] = {}
    for trace in _walk(_roots(result)):
        found.setdefault(trace.subject, trace)
    return found


def _roots(result: Result) -> Iterator[Trace]:
    yield from (each.trace for each in result.dimensions.values())
    if isinstance(result, Profile):
        yield result.maturity_trace
        yield from (each.trace for each in result.processes.values() if each.trace is not None)
    else:
        yield from (each.trace for each in result.questions.values())


def _walk(roots: Iterator[Trace]) -> Iterator[Trace]:
    waiting = list(roots)
    while waiting:
        trace = waiting.pop(0)
        yield trace
        waiting.extend(trace.inputs)
