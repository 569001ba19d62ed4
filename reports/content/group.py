"""The pictures and tables of a group of cities: what was published of it, distribution first, average second.

Nothing in here computes a figure of a group: all of them come from a published edition. The reader's own city, where
there is one, is laid beside them on the reader's side only.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from assessment.benchmark.gathering import layout_of
from locales.words import Words
from models.benchmark import Cell, Figures, KeptEdition, Layout
from models.profile import LevelInterval, Profile
from models.questionnaire import CapabilityModel
from reports.charts import Classes, ClassRow, HeatCell, HeatRow, HeatStrip, Radar, Series
from reports.content.figures import dimension_figure
from reports.content.group_naming import cell_name, class_names
from reports.content.naming import interval
from reports.document import Span, Table, cell

_MOST_DIVIDED = 8
_COLOURS = "NPLF"


@dataclass(frozen=True)
class GroupCase:
    """A published edition to show.

    Args:
        model: the questionnaire.
        kept: the edition.
        name: what the group is called.
        words: the language.
        before: the edition of the same cities at an earlier time, where there is one.
        wider: an edition of a larger group, for what this one is too small for.
        wider_name: what that one is called.
        own: the result of the reader's own city.
    """

    model: CapabilityModel
    kept: KeptEdition
    name: str
    words: Words
    before: KeptEdition | None = None
    wider: KeptEdition | None = None
    wider_name: str = ""
    own: Profile | None = None

    @cached_property
    def layout(self) -> Layout:
        """The cells there are."""
        return layout_of(self.model, self.kept.depth)

    @cached_property
    def figures(self) -> Mapping[Cell, Figures]:
        """What is shown, by cell."""
        return figures_of(self.kept)

    @property
    def count(self) -> int:
        """How many cities stand behind it."""
        return len(self.kept.edition.members)


def figures_of(kept: KeptEdition | None) -> Mapping[Cell, Figures]:
    """What an edition shows, by cell; nothing without one."""
    return {} if kept is None else {each.cell: each.figures for each in kept.edition.shown}


def group_radar(case: GroupCase) -> Radar:
    """The means of the group per dimension, in front of the middle half of it, or of a larger group."""
    words, banded = case.words, _banded(case)
    series = [Series(words("mean of {group}", group=case.name), "median", _means(case, case.kept))]
    if case.before is not None:
        series.append(Series(words("the same cities before"), "previous", _means(case, case.before)))
    if case.own is not None:
        series.append(Series(words("your city"), "city", _own_means(case)))
    band = _band(case, banded)
    highest = case.kept.depth.highest_level
    return Radar(
        title=words("{count} cities: means per dimension", count=case.count),
        alt=_radar_alt(case),
        axes=tuple(words.text(each.name) for each in case.model.head.dimensions),
        series=tuple(series),
        minimum=0,
        maximum=highest,
        ticks=tuple(str(level) for level in range(highest + 1)),
        band=band,
        band_name=None if band is None else _band_name(case, banded),
    )


def group_classes(case: GroupCase) -> Classes | None:
    """How the cities are spread over the classes of levels, process by process; None where no share is shown."""
    words = case.words
    rows = tuple(_class_row(case, key, found) for key, found in _processes(case) if found.shares is not None)
    if not rows:
        return None
    names = class_names(case.layout, words)
    told = "; ".join(f"{row.id} {' / '.join(f'{share} %' for share in row.shares)}" for row in rows)
    return Classes(
        title=_classes_title(rows, names, words),
        alt=words("Shares of the cities per process ({classes}). {figures}.", classes=" / ".join(names), figures=told),
        rows=rows,
        names=names,
        own_name=words("your city") if case.own is not None else None,
    )


def figures_table(case: GroupCase, of: Collection[Cell] | None = None, caption: str | None = None) -> Table:
    """Every dimension and process that is shown, or those of them in `of`: cities, median, middle half, mean.

    Where both stand below each other, a dimension is told from its processes by strong letters.
    """
    words = case.words
    rows = [
        (
            cell(Span(cell_name(key, case.model, words), strong=of is None and key in case.layout.parts)),
            cell(str(found.count), align="center"),
            cell("–" if found.median is None else words.number(found.median), align="center"),
            cell(_half(found, words), align="center"),
            cell(words.number(found.mean), align="center"),
            *([cell(_own_figure(case, key), align="center")] if case.own is not None else []),
        )
        for key in case.layout.cells
        if (of is None or key in of) and (found := case.figures.get(key)) is not None
    ]
    own = [cell(words("Your city"), align="center")] if case.own is not None else []
    return Table(
        head=(
            cell(words("Dimension or process")),
            cell(words("Cities"), align="center"),
            cell(words("Median"), align="center"),
            cell(words("Middle half"), align="center"),
            cell(words("Mean"), align="center"),
            *own,
        ),
        rows=tuple(rows),
        widths=(5, 1, 1.1, 1.7, 1.35, *(1 for _ in own)),
        caption=caption or words("The figures that were published"),
        dense=True,
    )


def divided_table(case: GroupCase) -> Table | None:
    """What divided the cities most: the cells with the widest middle half; None where no middle half is shown."""
    words = case.words
    spread = [
        (found.quartiles[1] - found.quartiles[0], key, found)
        for key, found in case.figures.items()
        if found.quartiles is not None and key not in case.layout.parts
    ]
    widest = sorted(spread, key=lambda each: -each[0])[:_MOST_DIVIDED]
    rows = tuple(
        (
            cell(cell_name(key, case.model, words)),
            cell(_half(found, words), align="center"),
            cell(words.number(found.mean), align="center"),
        )
        for width, key, found in widest
        if width > 0
    )
    if not rows:
        return None
    return Table(
        head=(cell(words("Question")), cell(words("Middle half"), align="center"), cell(words("Mean"), align="center")),
        rows=rows,
        widths=(5.6, 1.7, 1.3),
        caption=words("What divided the cities most"),
        dense=True,
    )


def named_map(
    model: CapabilityModel, cities: Mapping[str, Mapping[str, LevelInterval]], words: Words
) -> HeatStrip | None:
    """Process by city, of cities that show their levels under their name; None where there is none.

    Args:
        model: the questionnaire.
        cities: the levels by process, by the name of the city.
        words: the language.
    """
    assessed = [each.id for each in model.processes if any(each.id in levels for levels in cities.values())]
    if not (cities and assessed):
        return None
    rows = tuple(
        HeatRow(
            id=key,
            name=words.text(model.process(key).name),
            cells=tuple(_level_cell(levels.get(key)) for levels in cities.values()),
            badge=str(sum(key in levels for levels in cities.values())),
        )
        for key in assessed
    )
    told = "; ".join(f"{row.id} {', '.join(each.text for each in row.cells)}" for row in rows)
    return HeatStrip(
        title=words.many(
            len(cities),
            "Levels of 1 city that shows them under its name",
            "Levels of {count} cities that show them under their name",
        ),
        alt=words("Levels per process and city ({cities}). {figures}.", cities=", ".join(cities), figures=told),
        columns=tuple(cities),
        rows=rows,
        badge_name=words("Cities"),
    )


def _level_cell(level: LevelInterval | None) -> HeatCell:
    if level is None:
        return HeatCell(None, "–")
    return HeatCell(_COLOURS[min(level.low, len(_COLOURS) - 1)], _short(level))


def _short(level: LevelInterval) -> str:
    """A level as it fits into a small field: 2, 0–2 while answers are open, 3+ where the scope ends."""
    if level.final:
        return f"{level.low}+" if level.at_least else str(level.low)
    return f"{level.low}–{level.high}"


def _means(case: GroupCase, kept: KeptEdition) -> tuple[float | None, ...]:
    shown = figures_of(kept)
    return tuple(float(shown[each.id].mean) if each.id in shown else None for each in case.model.head.dimensions)


def _own_means(case: GroupCase) -> tuple[float | None, ...]:
    found = (case.own.dimensions[each.id].low if case.own else None for each in case.model.head.dimensions)
    return tuple(None if low is None else float(low) for low in found)


def _banded(case: GroupCase) -> KeptEdition | None:
    """The edition that has a middle half for every dimension: this one, or that of a larger group."""
    wanted = [each.id for each in case.model.head.dimensions]
    for kept in (case.kept, case.wider):
        shown = figures_of(kept)
        if all(key in shown and shown[key].quartiles is not None for key in wanted):
            return kept
    return None


def _band(case: GroupCase, banded: KeptEdition | None) -> tuple[tuple[float, float], ...] | None:
    if banded is None:
        return None
    shown = figures_of(banded)
    halves = (shown[each.id].quartiles for each in case.model.head.dimensions)
    return tuple((float(half[0]), float(half[1])) for half in halves if half is not None)


def _band_name(case: GroupCase, banded: KeptEdition | None) -> str:
    if banded is case.kept:
        return case.words("middle half of the cities")
    return case.words("middle half of {group}", group=case.wider_name)


def _radar_alt(case: GroupCase) -> str:
    words, shown = case.words, case.figures
    missing = words("not shown")
    figures = ((each, shown.get(each.id)) for each in case.model.head.dimensions)
    told = (f"{words.text(each.name)}: {words.number(found.mean) if found else missing}" for each, found in figures)
    return words("Radar, means of {count} cities. {figures}.", count=case.count, figures="; ".join(told))


def _processes(case: GroupCase) -> Iterator[tuple[Cell, Figures]]:
    shown = case.figures
    return ((key, shown[key]) for parts in case.layout.parts.values() for key in parts if key in shown)


def _class_row(case: GroupCase, key: Cell, found: Figures) -> ClassRow:
    level = _own_level(case, key)
    bounds = case.layout.classes
    own = None if level is None or not level.final else sum(level.low > bound for bound in bounds)
    label = "" if level is None else case.words("level {level}", level=interval(level, case.words))
    of = key if label else None
    return ClassRow(key, case.words.text(case.model.process(key).name), found.shares or (), own, label, of)


def _own_level(case: GroupCase, key: Cell) -> LevelInterval | None:
    found = case.own.processes.get(key) if case.own else None
    return None if found is None else found.level


def _own_figure(case: GroupCase, key: Cell) -> Span:
    """The figure of the reader's own city, which leads to its reason; a dash where it has none."""
    if case.own is not None and key in case.layout.parts:
        own = case.own.dimensions[key]
        return Span("–") if own.low is None else Span(dimension_figure(own.low, own.high, case.words), of=key)
    level = _own_level(case, key)
    return Span("–") if level is None else Span(interval(level, case.words), of=key)


def _classes_title(rows: tuple[ClassRow, ...], names: tuple[str, ...], words: Words) -> str:
    """Where most cities are furthest, and how far."""
    best = max(rows, key=lambda row: row.shares[-1])
    return words(
        "Most cities are at {classes} in {process}: {share} %",
        classes=names[-1],
        process=f"{best.id} {best.name}",
        share=best.shares[-1],
    )


def _half(found: Figures, words: Words) -> str:
    return "–" if found.quartiles is None else "–".join(map(words.number, found.quartiles))
