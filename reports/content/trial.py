"""What a trial moves: the profile before and after, levels that change, the maturity, and the way to the target."""

from collections.abc import Iterator
from dataclasses import replace

from assessment.path import shortest
from locales.words import Words
from models.path import MaturityTarget, ProfileTarget, Target
from models.profile import LevelInterval
from reports.charts import Radar, Series
from reports.content.case import Case
from reports.content.figures import radar
from reports.content.naming import interval, process_name
from reports.document import Block, Paragraph, Table, Tile, Tiles, cell, line


def trial_figures(before: Case, after: Case, target: ProfileTarget | None) -> Tiles:
    """The maturity and the cost of the way, today and in the trial.

    Args:
        before: the assessment as it is.
        after: the same with the letters that are tried.
        target: the target of the city, where it has one; else the way to the next maturity level of today is shown.
    """
    return Tiles((_maturity(before, after), _way(before, after, target)))


def _maturity(before: Case, after: Case) -> Tile:
    words = before.words
    return Tile(_from_to(_maturity_words(before), _maturity_words(after), words), words("Maturity"))


def _maturity_words(case: Case) -> str:
    level = case.profile.maturity
    return case.words("no statement") if level.low == 0 and level.at_least else interval(level, case.words)


def _from_to(before: str, after: str, words: Words) -> str:
    return before if before == after else words("{before} → {after}", before=before, after=after)


def _way(before: Case, after: Case, target: ProfileTarget | None) -> Tile:
    """What the way costs, today and in the trial."""
    words, aimed = before.words, target or _next(before)
    name = words("Rating steps to the target") if target else words("Rating steps to the next maturity level")
    if aimed is None:
        return Tile("–", name)
    return Tile(_from_to(_cost(before, aimed), _cost(after, aimed), words), name)


def _next(case: Case) -> Target | None:
    levels = sorted(each.level for each in case.model.head.maturity)
    return next((MaturityTarget(level) for level in levels if level > case.profile.maturity.low), None)


def _cost(case: Case, target: Target) -> str:
    path = shortest(case.model, case.answers, target, case.profile.settings)
    return "–" if path.hindrances and not path.steps else str(path.cost)


def trial_radar(before: Case, after: Case) -> Radar:
    """The radar of the trial, with today's line behind it."""
    words = before.words
    drawn, today = radar(after.profile, after.model, words), radar(before.profile, before.model, words)
    tried = tuple(replace(each, name=words("tried")) if each.role == "city" else each for each in drawn.series)
    certain = next(each.values for each in today.series if each.role == "city")
    return replace(drawn, series=(*tried, Series(words("today"), "previous", certain)))


def trial_levels(before: Case, after: Case) -> Block:
    """The levels that move."""
    words, now = before.words, dict(_standing(before))
    moved = [(process, level) for process, level in _standing(after) if level != now[process]]
    if not moved:
        return Paragraph(line(words("No level has moved yet.")))
    rows = (
        (
            cell(process_name(before.model, process, words)),
            cell(interval(now[process], words)),
            cell(interval(level, words)),
        )
        for process, level in moved
    )
    return Table(
        head=(cell(words("Process")), cell(words("Today")), cell(words("Tried"))),
        rows=tuple(rows),
        widths=(6, 2, 2),
        caption=words("Levels that move"),
        dense=True,
    )


def _standing(case: Case) -> Iterator[tuple[str, LevelInterval]]:
    return ((result.process, level) for result, level in case.assessed)
