"""What is planned already of a step: a mark with state, owner and day beside a recommendation or a part of a path."""

from collections.abc import Sequence

from assessment.planning.covering import leading_on
from assessment.planning.measures import STANDING
from models.measures import Measure
from reports.content.case import Case
from reports.content.measure_words import state_words
from reports.document import Line, Span, line

MEASURE = "measure/"
"""Stands before the id of a measure where a run of text is about one: a screen leads from there to the measure."""

_MOST = 2


def planned(process: str, above: int, case: Case) -> tuple[Measure, ...]:
    """The measures of this case that lead a process above a level."""
    return leading_on(case.context.measures, process, above)


def marked(found: Sequence[Measure], case: Case, said: str = "") -> Line:
    """How far these measures are, as a sentence in which each leads to its measure; nothing where nothing is planned.

    Args:
        found: the measures.
        case: what the page looks at.
        said: what is said already; a measure of the same words is not named again.
    """
    if not found:
        return ()
    return line(Span(case.words("Planned already:"), strong=True), " ", *_marks(found, case, said), ".")


def _marks(found: Sequence[Measure], case: Case, said: str = "") -> Line:
    words, spans = case.words, list[Span]()
    for each in found[:_MOST]:
        spans += [Span("; ")] if spans else []
        spans.append(Span(_mark(each, case, said), anchor=_place(each), of=f"{MEASURE}{each.id}"))
    if len(found) > _MOST:
        spans.append(Span("; " + words("{count} more", count=len(found) - _MOST)))
    return tuple(spans)


def _mark(measure: Measure, case: Case, said: str) -> str:
    told = _state(measure, case)
    if measure.title.rstrip(".") == said.rstrip("."):
        return told
    return case.words("{state}: “{title}”", title=measure.title.rstrip("."), state=told)


def _state(measure: Measure, case: Case) -> str:
    words = case.words
    if measure.state == "done" and measure.done is not None:
        return words("done on {day}", day=words.date(measure.done))
    parts = [state_words(measure.state, words), measure.owner or _nobody(case)]
    if measure.state in STANDING:
        parts.append(words("without a day") if measure.due is None else words("due {day}", day=words.date(measure.due)))
    return ", ".join(filter(None, parts))


def _nobody(case: Case) -> str:
    return case.words("nobody in charge yet") if case.names_people else ""


def _place(measure: Measure) -> str | None:
    """The part of the same report that tells more; it lists what is still to do."""
    return "measures" if measure.state in STANDING else None
