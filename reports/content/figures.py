"""The charts of a result. Screen and paper call the same functions, so they cannot draw different pictures.

Every chart carries its finding as title and its figures in words as text alternative.
"""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from locales.words import Words
from models.framework import Framework
from models.profile import AttributeResult, LevelInterval, ProcessResult, Profile
from models.questionnaire import CapabilityModel, Dimension
from reports.charts import Bar, Bars, HeatCell, HeatRow, HeatStrip, Radar, Series
from reports.content.furthest import radar_title
from reports.content.naming import attribute_id, attribute_letter, counts_as, interval, is_blank, is_enough

Processes = Sequence[str] | None
"""Ids of the processes to draw; None draws all that were assessed."""


def radar(profile: Profile, model: CapabilityModel, words: Words) -> Radar:
    """The mean of the levels per dimension: what is certain, and what open answers may still add."""
    rows = [(dimension, profile.dimensions[dimension.id]) for dimension in model.head.dimensions]
    low = tuple(None if row.low is None else float(row.low) for _, row in rows)
    high = tuple(None if row.high is None else float(row.high) for _, row in rows)
    series = [Series(words("certain"), "city", low)]
    if high != low:
        series.append(Series(words("possible while answers are open"), "city-high", high))
    highest = model.framework(profile.settings.framework).highest_level
    return Radar(
        title=_unless_unrated(
            radar_title([(dimension.name, row.low, row.high) for dimension, row in rows], words), profile, words
        ),
        alt=_radar_alt(((dimension, row.low, row.high) for dimension, row in rows), words),
        axes=tuple(words.text(dimension.name) for dimension, _ in rows),
        series=tuple(series),
        minimum=0,
        maximum=highest,
        ticks=tuple(str(level) for level in range(highest + 1)),
    )


def _unless_unrated(title: str, profile: Profile, words: Words) -> str:
    """The title of a chart; while nothing is rated there is nothing else to find in it."""
    return title if profile.completeness.rated else words("Nothing is rated yet")


def _radar_alt(rows: Iterable[tuple[Dimension, Fraction | None, Fraction | None]], words: Words) -> str:
    figures = (
        words("{name}: {figure}", name=dimension.name, figure=dimension_figure(low, high, words))
        for dimension, low, high in rows
    )
    return words("Radar, mean of the levels per dimension. {figures}.", figures="; ".join(figures))


def dimension_figure(low: Fraction | None, high: Fraction | None, words: Words) -> str:
    """The informative figure of a dimension: "1.3", "1.0 to 2.5" while answers are open, or that there is none."""
    if low is None or high is None:
        return words("not assessed")
    if low == high:
        return words.number(low)
    return words("{low} to {high}", low=words.number(low), high=words.number(high))


def capability_bars(profile: Profile, model: CapabilityModel, words: Words, processes: Processes = None) -> Bars:
    """The capability profile: the level of each assessed process, grouped by dimension."""
    results = assessed(profile, model, processes)
    framework = model.framework(profile.settings.framework)
    bars = tuple(_level_bar(result.process, level, model, words) for result, level in results)
    return Bars(
        title=_unless_unrated(_bars_title([level.low for _, level in results], words), profile, words),
        alt=words("Levels per process. {figures}.", figures="; ".join(f"{bar.id} {bar.label}" for bar in bars)),
        bars=bars,
        minimum=0,
        maximum=framework.highest_level,
        ticks=tuple(str(level) for level in range(framework.highest_level + 1)),
        sure_name=words("certain"),
        possible_name=words("possible while answers are open"),
    )


def assessed(
    profile: Profile, model: CapabilityModel, processes: Processes = None
) -> tuple[tuple[ProcessResult, LevelInterval], ...]:
    """The assessed processes with their levels, in the order of the model."""
    ids = [process.id for process in model.processes if processes is None or process.id in processes]
    found = (profile.processes[process_id] for process_id in ids if process_id in profile.processes)
    return tuple((result, result.level) for result in found if result.level is not None)


def _level_bar(process_id: str, level: LevelInterval, model: CapabilityModel, words: Words) -> Bar:
    return Bar(
        id=process_id,
        name=words.text(model.process(process_id).name),
        low=float(level.low),
        high=float(level.high),
        label=interval(level, words),
        group=words.text(model.dimension_of(process_id).name),
        of=process_id,
    )


def level_bar(process_id: str, level: LevelInterval, framework: Framework, words: Words) -> Bars:
    """The level of a single process as a small bar beside its words, which already say everything."""
    figure = interval(level, words)
    return Bars(
        title="",
        alt=words("{id}: level {level} of {highest}", id=process_id, level=figure, highest=framework.highest_level),
        bars=(Bar(id="", name="", low=float(level.low), high=float(level.high), label=""),),
        minimum=0,
        maximum=framework.highest_level,
        ticks=tuple(str(each) for each in range(framework.highest_level + 1)),
        sure_name="",
        possible_name="",
    )


def _bars_title(lows: list[int], words: Words) -> str:
    reached = max(lows, default=0)
    if reached == 0:
        return words("The work is in build-up: no process is certain to have reached level 1 yet")
    many = next((level for level in range(reached, 0, -1) if 2 * sum(low >= level for low in lows) >= len(lows)), 1)
    count = sum(low >= many for low in lows)
    if len(lows) == 1:
        return words("The process shown has reached level {level}", level=many)
    if count == len(lows):
        return words("Every process shown has reached level {level}", level=many)
    return words.many(
        count,
        "1 of {total} processes has reached level {level}",
        "{count} of {total} processes have reached level {level}",
        total=len(lows),
        level=many,
    )


def heat_strip(profile: Profile, model: CapabilityModel, words: Words, processes: Processes = None) -> HeatStrip:
    """The letters per process and attribute, with the level as badge."""
    framework = model.framework(profile.settings.framework)
    columns = [attribute.id for attribute in framework.attributes_up_to(profile.settings.highest_level)]
    results = assessed(profile, model, processes)
    rows = tuple(
        HeatRow(
            id=result.process,
            name=words.text(model.process(result.process).name),
            cells=tuple(_heat_cell(result, column, framework, words) for column in columns),
            badge=interval(level, words),
            of=result.process,
        )
        for result, level in results
    )
    return HeatStrip(
        title=_unless_unrated(
            _heat_title([result for result, _ in results], framework, profile, words), profile, words
        ),
        alt=_heat_alt(rows, columns, words),
        columns=tuple(attribute_id(column) for column in columns),
        rows=rows,
        badge_name=words("Level"),
    )


def _heat_cell(process: ProcessResult, attribute: str, framework: Framework, words: Words) -> HeatCell:
    result = process.attributes[attribute]
    if not result.final:
        return HeatCell(None, _open_cell(result, words), result.trace.subject)
    return HeatCell(counts_as(framework, result.low), attribute_letter(result, words), result.trace.subject)


def _open_cell(result: AttributeResult, words: Words) -> str:
    if result.not_applicable or is_blank(result):
        return attribute_letter(result, words)
    return f"{result.low}–{result.high}"


def _heat_title(results: list[ProcessResult], framework: Framework, profile: Profile, words: Words) -> str:
    previous = None
    for attribute in framework.attributes_up_to(profile.settings.highest_level):
        rated = [result.attributes[attribute.id] for result in results]
        if not _most(is_enough(framework, each.low) for each in rated):
            possible = _most(is_enough(framework, each.high) for each in rated)
            return _stops_at(previous, words.text(attribute.name), words, possible=possible)
        previous = words.text(attribute.name)
    return words("Every attribute is at least largely achieved in most processes")


def _most(there: Iterable[bool]) -> bool:
    """Whether more than half of them are."""
    found = [*there]
    return 2 * sum(found) > len(found)


def _stops_at(previous: str | None, name: str, words: Words, *, possible: bool) -> str:
    if previous is not None:
        return words(
            "Most processes have “{previous}” in hand; the next thing is “{name}”", previous=previous, name=name
        )
    if possible:
        return words("How far most processes are with “{name}” depends on open answers", name=name)
    return words("Most processes are still working on “{name}”", name=name)


def _heat_alt(rows: tuple[HeatRow, ...], columns: list[str], words: Words) -> str:
    lines = (
        words(
            "{id} level {level}: {letters}",
            id=row.id,
            level=row.badge,
            letters=", ".join(f"{attribute_id(c)} {cell.text}" for c, cell in zip(columns, row.cells, strict=True)),
        )
        for row in rows
    )
    return words("Ratings per process and attribute. {figures}.", figures="; ".join(lines))
