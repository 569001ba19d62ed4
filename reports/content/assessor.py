"""An assessor's view beside the city's, as a section of a report and on the screen. Neither view is called right."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from assessment.comparing import compared
from locales.words import Words
from models.answers import Answer
from models.assessor import View
from models.comparison import Apart, Comparison, ProcessApart
from models.profile import Profile, StageProfile
from models.questionnaire import CapabilityModel, QuickScan
from reports.charts import Radar, Series
from reports.content.case import Case, ScanCase
from reports.content.figures import dimension_figure
from reports.content.naming import interval, process_name
from reports.document import Block, Heading, Paragraph, Picture, Section, Span, Table, cell, line

_NONE = "–"
_RADAR = 0.7
"""The share of the width with which the radar stands below its heading where half a page is left."""
CITY, ASSESSOR = "city:", "assessor:"
"""What stands before the subject of a reason: in which of the two views it is to be found."""


def assessor_sections(case: Case | ScanCase) -> tuple[Section, ...]:
    """A part of a report for each view from outside; none without one."""
    asked = case.model if isinstance(case, Case) else case.scan
    sections = []
    for number, each in enumerate(case.context.outside, 1):
        theirs = replace(case.answers, ratings=each.ratings)
        found = compared(asked, View("", each.name, None), case.answers, theirs)
        name = "assessor" if number == 1 else f"assessor-{number}"
        sections.append(Section(name, tuple(assessor_blocks(replace(found, city=case.profile), case.words))))
    return tuple(sections)


def assessor_blocks(comparison: Comparison, words: Words) -> Iterator[Block]:
    """What both say alike first, then the differences with both reasons, then both profiles."""
    name = comparison.view.name
    title = words("The view of {name}", name=name) if name else words("A view from outside")
    yield Heading(1, title, in_contents=True)
    yield Paragraph(line(_finding(comparison, words)), "lead")
    yield Paragraph(
        line(words("Two views of the same questions. Both are kept; the city's result is made from its own answers.")),
        "small",
    )
    yield Picture(radar(comparison, words), share=_RADAR)
    yield _dimensions(comparison, words)
    levels = _levels(comparison, words)
    if levels is not None:
        yield Heading(2, words("Levels side by side"))
        yield levels
    for each in comparison.apart:
        yield Heading(2, _title(comparison, each, words))
        yield _differences(comparison, each, words)


def radar(comparison: Comparison, words: Words) -> Radar:
    """Both profiles in one radar."""
    questionnaire = comparison.questionnaire
    dimensions = _model(comparison).head.dimensions
    city, other = (
        [_figure(result, each.id, comparison) for each in dimensions]
        for result in (comparison.city, comparison.assessor)
    )
    figures = (
        words(
            "{name}: the city {city}, the assessor {assessor}",
            name=dimension.name,
            city=dimension_figure(own, own, words),
            assessor=dimension_figure(theirs, theirs, words),
        )
        for dimension, own, theirs in zip(dimensions, city, other, strict=True)
    )
    highest = _highest(comparison)
    is_scan = isinstance(questionnaire, QuickScan)
    return Radar(
        title=words("The city and the assessor side by side"),
        alt=words("Radar of both views. {figures}.", figures="; ".join(figures)),
        axes=tuple(words.text(each.name) for each in dimensions),
        series=(
            Series(words("the city"), "city", tuple(map(_float, city))),
            Series(words("the assessor"), "previous", tuple(map(_float, other))),
        ),
        minimum=0,
        maximum=highest,
        ticks=tuple("" if is_scan and number == 0 else str(number) for number in range(highest + 1)),
    )


def _finding(comparison: Comparison, words: Words) -> str:
    differing = sum(len(each.differences) for each in comparison.apart)
    if not differing:
        return words.many(
            comparison.judged,
            "Both say the same to the one question that was judged.",
            "Both say the same to all {count} questions that were judged.",
        )
    return words(
        "Both say the same to {alike} of {judged} questions; they differ in {differing}.",
        alike=comparison.alike,
        judged=comparison.judged,
        differing=differing,
    )


def _dimensions(comparison: Comparison, words: Words) -> Table:
    """The figures behind the radar."""
    rows = tuple(
        (
            cell(words.text(each.name)),
            *(cell(_mean(comparison, result, each.id, words)) for result in (comparison.city, comparison.assessor)),
        )
        for each in _model(comparison).head.dimensions
    )
    heads = (words("Dimension"), words("the city"), words("the assessor"))
    caption = words("Dimensions in both views")
    return Table(tuple(map(cell, heads)), rows, (4.0, 1.4, 1.4), caption, dense=True)


def _mean(comparison: Comparison, result: Profile | StageProfile, dimension: str, words: Words) -> Span:
    """The figure that the radar draws, with what open answers may add; it leads to its reason, in its own view."""
    low = high = _figure(result, dimension, comparison)
    if low is None:
        return Span(_NONE)
    if isinstance(result, Profile):
        high = result.dimensions[dimension].high
    view = CITY if result is comparison.city else ASSESSOR
    return Span(dimension_figure(low, high, words), of=f"{view}{dimension}")


def _levels(comparison: Comparison, words: Words) -> Table | None:
    """The levels of both, for processes that the assessor judged; none for a quick scan."""
    city, other = comparison.city, comparison.assessor
    if not isinstance(city, Profile) or not isinstance(other, Profile):
        return None
    model = _model(comparison)
    rows = []
    for process in model.processes:
        own, theirs = city.processes[process.id].level, other.processes[process.id].level
        if theirs is None or _untouched(other, process.id):
            continue
        said = Span(words("not assessed")) if own is None else Span(interval(own, words), of=f"{CITY}{process.id}")
        seen = Span(interval(theirs, words), of=f"{ASSESSOR}{process.id}")
        rows.append((cell(process_name(model, process.id, words)), cell(said), cell(seen)))
    heads = (words("Process"), words("the city"), words("the assessor"))
    return Table(tuple(map(cell, heads)), tuple(rows), (4.0, 1.4, 1.4), words("Levels of both views")) if rows else None


def _untouched(result: Profile, process: str) -> bool:
    found = result.processes[process]
    leaves = (leaf for attribute in found.attributes.values() for leaf in attribute.trace.inputs)
    return all(leaf.answer is None or leaf.answer.state is None for leaf in leaves)


def _title(comparison: Comparison, of: ProcessApart, words: Words) -> str:
    name = process_name(_model(comparison), of.process, words)
    if not of.widest:
        return name
    return words.many(of.widest, "{process}: one step apart", "{process}: up to {count} steps apart", process=name)


def _differences(comparison: Comparison, of: ProcessApart, words: Words) -> Table:
    heads = (words("Question"), words("the city"), words("the assessor"))
    rows = tuple(
        (cell(_asked(each, words)), cell(_said(each.city, words)), cell(_said(each.assessor, words)))
        for each in of.differences
    )
    caption = words("Differences in {process}", process=process_name(_model(comparison), of.process, words))
    return Table(tuple(map(cell, heads)), rows, (2.2, 2.0, 2.0), caption)


def _asked(each: Apart, words: Words) -> str:
    return f"{each.indicator.id} {words.text(each.indicator.text)}"


def _said(answer: Answer | None, words: Words) -> str:
    """The rating, then why, then what shows it."""
    if answer is None or answer.state is None:
        return words("not rated")
    states = {"dont_know": words("don't know"), "not_applicable": words("not applicable")}
    told = [states.get(answer.state, answer.rating or _NONE)]
    told += filter(None, (answer.reason, answer.note))
    if answer.evidence:
        told.append(words("Evidence: {evidence}", evidence="; ".join(answer.evidence)))
    return " · ".join(told)


def _figure(result: Profile | StageProfile, dimension: str, comparison: Comparison) -> Fraction | None:
    """The figure of a dimension; none where nothing in it was judged at all."""
    if isinstance(result, StageProfile):
        return result.dimensions[dimension].mean
    processes = [each.id for each in _model(comparison).processes_of(dimension)]
    return None if all(_untouched(result, each) for each in processes) else result.dimensions[dimension].low


def _float(value: Fraction | None) -> float | None:
    return None if value is None else float(value)


def _highest(comparison: Comparison) -> int:
    if isinstance(comparison.questionnaire, QuickScan):
        return comparison.questionnaire.framework.highest
    used = comparison.city.settings.framework if isinstance(comparison.city, Profile) else None
    return comparison.questionnaire.framework(used).highest_level


def _model(comparison: Comparison) -> CapabilityModel:
    found = comparison.questionnaire
    return found if isinstance(found, CapabilityModel) else found.model
