"""What stands beside a city's own result in its charts: the target, the last time, and the published middle half."""

from dataclasses import replace
from fractions import Fraction

from models.benchmark import Figures
from models.profile import Profile
from models.questionnaire import Dimension
from reports.charts import Bars, Radar, Series
from reports.content.case import Case
from reports.content.figures import capability_bars, radar


def profile_radar(case: Case) -> Radar:
    """The radar of a case with the target, the last time and the published quartiles, as far as they are there."""
    drawn = radar(case.profile, case.model, case.words)
    series, context, words = list(drawn.series), case.context, case.words
    if context.aim is not None:
        series.append(Series(words("target: {name}", name=context.aim.name), "target", _of_target(case)))
    if context.earlier is not None and context.earlier.comparable:
        series.append(Series(context.earlier.name, "previous", _lows(context.earlier.profile, case)))
    published = published_figures(case)
    median = tuple(_median(published.get(each.id)) for each in _dimensions(case))
    if any(value is not None for value in median):
        series.append(Series(words("median of the group"), "median", median))
    band = _band(case)
    return replace(
        drawn, series=tuple(series), band=band, band_name=None if band is None else words("middle half of the group")
    )


def profile_bars(case: Case) -> Bars:
    """The level of each process with its target."""
    drawn, aim = capability_bars(case.profile, case.model, case.words), case.context.aim
    if aim is None or not any(bar.id in aim.target.levels for bar in drawn.bars):
        return drawn
    bars = (replace(bar, target=_number(aim.target.levels.get(bar.id))) for bar in drawn.bars)
    return replace(drawn, bars=tuple(bars), target_name=case.words("target: {name}", name=aim.name))


def published_figures(case: Case) -> dict[str, Figures]:
    """What a published edition says, by cell; nothing without one."""
    edition = case.context.edition
    return {} if edition is None else {each.cell: each.figures for each in edition.shown}


def target_mean(dimension: str, case: Case) -> Fraction | None:
    """The mean level of a dimension once the target is reached; processes without one stay as they are."""
    aim = case.context.aim
    lows = [
        max(level.low, aim.target.levels.get(result.process, level.low)) if aim else level.low
        for result, level in case.assessed
        if case.model.process(result.process).dimension == dimension
    ]
    return Fraction(sum(lows), len(lows)) if lows else None


def _of_target(case: Case) -> tuple[float | None, ...]:
    return tuple(_number(target_mean(each.id, case)) for each in _dimensions(case))


def _lows(profile: Profile, case: Case) -> tuple[float | None, ...]:
    found = (profile.dimensions.get(each.id) for each in _dimensions(case))
    return tuple(None if each is None else _number(each.low) for each in found)


def _median(figures: Figures | None) -> float | None:
    return None if figures is None else _number(figures.median)


def _band(case: Case) -> tuple[tuple[float, float], ...] | None:
    """The middle half of the group; only where it was published for every dimension, for a band has no gaps."""
    published = published_figures(case)
    ranges: list[tuple[float, float]] = []
    for each in _dimensions(case):
        figures = published.get(each.id)
        if figures is None or figures.quartiles is None:
            return None
        ranges.append((float(figures.quartiles[0]), float(figures.quartiles[1])))
    return tuple(ranges)


def _dimensions(case: Case) -> tuple[Dimension, ...]:
    return tuple(case.model.head.dimensions)


def _number(value: int | Fraction | None) -> float | None:
    return None if value is None else float(value)
