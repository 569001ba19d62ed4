"""The charts of a live room: the room on one radar, two ratings of it side by side, and one city within its room."""

from collections.abc import Sequence
from fractions import Fraction

from locales.words import Words
from models.benchmark import Figures
from models.profile import StageProfile
from models.questionnaire import QuickScan
from models.room import RoomEdition
from reports.charts import Radar, Series
from reports.content.scan_figures import stage_radar, stage_ticks

NO_FIGURE = "–"
"""Stands where a room of this size sees no such figure."""


def group_radar(edition: RoomEdition, scan: QuickScan, words: Words) -> Radar:
    """What a reveal showed of the dimensions; of two ratings the first is the dotted line. Hidden axes stay open."""
    last = len(edition.ratings) - 1
    names = rating_names(edition, words)
    series = [Series(names[last], "city", _means(edition, scan, last))]
    if last:
        series.insert(0, Series(names[0], "previous", _means(edition, scan, 0)))
    band = _band(edition, scan, last)
    told = (
        words("{name}: {figure}", name=dimension.name, figure=figures_words(edition, dimension.id, words))
        for dimension in scan.dimensions
    )
    return Radar(
        title=words("The room, mean stage per dimension"),
        alt=words(
            "Radar of the room, mean of {count} cities. {figures}.", count=edition.count, figures="; ".join(told)
        ),
        axes=tuple(words.text(dimension.name) for dimension in scan.dimensions),
        series=tuple(series),
        minimum=0,
        maximum=scan.framework.highest,
        ticks=stage_ticks(scan),
        band=band,
        band_name=words("middle half of the cities") if band else None,
    )


def own_radar(
    profile: StageProfile, earlier: StageProfile | None, edition: RoomEdition | None, scan: QuickScan, words: Words
) -> Radar:
    """One city's own result, with its first rating of the day and the mean of the room where there are any."""
    own = stage_radar(profile, scan, words)
    series = [Series(words("your city"), "city", own.series[0].values)]
    if earlier is not None:
        first = stage_radar(earlier, scan, words).series[0].values
        series.append(Series(words("your first rating today"), "previous", first))
    if edition is not None and any(each.figures for each in edition.cells):
        series.append(Series(words("mean of the room"), "median", _means(edition, scan, len(edition.ratings) - 1)))
    return Radar(own.title, own.alt, own.axes, tuple(series), own.minimum, own.maximum, own.ticks)


def rating_names(edition: RoomEdition, words: Words) -> tuple[str, ...]:
    """What the ratings of an edition are called."""
    if len(edition.ratings) == 1:
        return (words("mean of {count} cities", count=edition.count),)
    return words("first rating today"), words("second rating today")


def figures_words(edition: RoomEdition, cell: str, words: Words) -> str:
    """What was shown of a dimension or a question in words, or that nothing was."""
    found = edition.of(cell)
    if found is None or not found.figures:
        return words("not shown")
    return words.number(found.figures[0].mean) + "".join(f" → {words.number(each.mean)}" for each in found.figures[1:])


def median_words(of: Figures, words: Words) -> str:
    """The median, or a dash."""
    return NO_FIGURE if of.median is None else words.number(of.median)


def band_words(of: Figures, words: Words) -> str:
    """Between which values the middle half of the cities is, or a dash."""
    return NO_FIGURE if of.quartiles is None else " – ".join(words.number(each) for each in of.quartiles)


def change_words(figures: Sequence[Figures], words: Words) -> str:
    """How far the mean moved, from what was shown, with its sign."""
    moved = figures[-1].mean - figures[0].mean
    return f"{'+' if moved > 0 else '−' if moved < 0 else '±'}{words.number(abs(moved))}"


def class_names(count: int, words: Words) -> tuple[str, ...]:
    """The classes of stages in which cities are counted, two or three."""
    if count == 2:
        return words("stages 1–2"), words("stages 3–5")
    return words("stages 1–2"), words("stage 3"), words("stages 4–5")


def _means(edition: RoomEdition, scan: QuickScan, at: int) -> tuple[float | None, ...]:
    return tuple(_mean(edition, dimension.id, at) for dimension in scan.dimensions)


def _mean(edition: RoomEdition, cell: str, at: int) -> float | None:
    found = edition.of(cell)
    return None if found is None or not found.figures else float(found.figures[at].mean)


def _band(edition: RoomEdition, scan: QuickScan, at: int) -> tuple[tuple[float, float], ...] | None:
    bands: list[tuple[Fraction, Fraction]] = []
    for dimension in scan.dimensions:
        found = edition.of(dimension.id)
        quartiles = found.figures[at].quartiles if found is not None and found.figures else None
        if quartiles is None:
            return None
        bands.append(quartiles)
    return tuple((float(low), float(high)) for low, high in bands)
