"""What changed since an earlier assessment of the same city: what rose comes first."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from locales.words import Words
from models.profile import DimensionResult, LevelInterval
from reports.charts import Dumbbell, GapRow
from reports.content.case import Case, Earlier
from reports.content.figures import dimension_figure
from reports.content.naming import anchor, interval, listed, process_name
from reports.document import Block, Cell, Heading, Items, Paragraph, Picture, Section, Span, Table, cell, line


@dataclass(frozen=True, slots=True)
class Change:
    """A process that has a level at both dates."""

    process: str
    before: LevelInterval
    now: LevelInterval

    @property
    def direction(self) -> int:
        """1 where it rose and -1 where it fell, whatever the missing answers turn out to be; else 0."""
        rose = self.now.low > self.before.high and not self.before.at_least
        fell = self.now.high < self.before.low and not self.now.at_least
        return int(rose) - int(fell)

    @property
    def steps(self) -> int | None:
        """Levels gained (or lost, below nought); None while one of the two is a range."""
        return self.now.low - self.before.low if self.before.final and self.now.final else None


def changes(case: Case) -> tuple[Change, ...]:
    """Every process with a level at both dates, in the order of the model."""
    earlier = case.context.earlier
    if earlier is None:
        return ()
    return tuple(
        Change(result.process, before, now)
        for result, now in case.assessed
        if (before := _level(result.process, earlier)) is not None
    )


def _level(process: str, earlier: Earlier) -> LevelInterval | None:
    result = earlier.profile.processes.get(process)
    return None if result is None else result.level


def change_section(case: Case) -> Section | None:
    """The part about the last time; None without an earlier assessment with the same processes."""
    words, earlier, found = case.words, case.context.earlier, changes(case)
    if earlier is None or not found:
        return None
    blocks: list[Block] = [
        Heading(1, words("Change since {date}", date=words.date(earlier.date)), "changes", in_contents=True),
        *told(found, case),
    ]
    drawn, moved = dumbbell(found, case), [each for each in found if each.steps != 0]
    if drawn is not None:
        blocks.append(Picture(drawn))
    if moved:
        blocks.append(change_table(moved, case))
    return Section("changes", tuple(blocks), new_page=False)


def told(found: Sequence[Change], case: Case) -> list[Block]:
    """What rose, what stayed and what fell, in sentences; where the rules changed, that first."""
    words, earlier = case.words, case.context.earlier
    rose = [each.process for each in found if each.direction > 0]
    fell = [each.process for each in found if each.direction < 0]
    same = sum(each.steps == 0 for each in found)
    still_open = [each.process for each in found if each.direction == 0 and each.steps != 0]
    items = [words("Risen: {processes}.", processes=_names(rose, case))] if rose else []
    items += [words("Unchanged: {count}.", count=same)] if same else []
    items += [words("Fallen: {processes}.", processes=_names(fell, case))] if fell else []
    if still_open:
        names = _names(still_open, case)
        items.append(words("Cannot be said yet, because answers or levels are open: {processes}.", processes=names))
    warning: list[Block] = []
    if earlier is not None and not earlier.comparable:
        warning = [Paragraph(line(_not_comparable(words)))]
    return [*warning, Items(tuple(line(each) for each in items))]


def _not_comparable(words: Words) -> str:
    return words(
        "The questionnaire has changed its rules between the two dates. A difference may come from the rules and not "
        "from the city, so read the two results beside each other rather than as a change."
    )


def _names(processes: Sequence[str], case: Case) -> str:
    return listed([process_name(case.model, each, case.words) for each in processes], case.words)


def dumbbell(found: Sequence[Change], case: Case) -> Dumbbell | None:
    """From the earlier level to the one now, for each process that moved; None where none did."""
    words, earlier = case.words, case.context.earlier
    moved = [each for each in found if each.direction]
    if not moved or earlier is None:
        return None
    rows = tuple(
        GapRow(
            each.process,
            words.text(case.model.process(each.process).name),
            float(each.before.low),
            float(each.before.low),
            float(each.now.low),
            words("{before} → {now}", before=interval(each.before, words), now=interval(each.now, words)),
            told=interval(each.before, words),
        )
        for each in moved
    )
    highest = case.framework.highest_level
    told_as = "; ".join(f"{row.id} {row.label}" for row in rows)
    return Dumbbell(
        title=_headline(moved, len(found), words),
        alt=words("Levels at both dates. {figures}.", figures=told_as),
        rows=rows,
        minimum=0,
        maximum=highest,
        ticks=tuple(str(level) for level in range(highest + 1)),
        now_name=earlier.name,
        possible_name="",
        target_name=words("now"),
    )


def _headline(moved: Sequence[Change], total: int, words: Words) -> str:
    rose = sum(each.direction > 0 for each in moved)
    if rose:
        return words.many(
            rose,
            "One of {total} processes has risen",
            "{count} of {total} processes have risen",
            total=total,
        )
    return words.many(
        len(moved),
        "One of {total} processes has fallen",
        "{count} of {total} processes have fallen",
        total=total,
    )


def change_table(found: Sequence[Change], case: Case) -> Table:
    """Every process with its level at both dates."""
    words = case.words
    return Table(
        head=(
            cell(words("Process")),
            cell(words("Then"), align="center"),
            cell(words("Now"), align="center"),
            cell(words("Difference"), align="center"),
        ),
        rows=tuple(_row(each, case) for each in found),
        widths=(6, 2, 2, 1.6),
        caption=words("Levels at both dates"),
        dense=True,
    )


def _row(each: Change, case: Case) -> tuple[Cell, ...]:
    words = case.words
    return (
        cell(Span(process_name(case.model, each.process, words), anchor=anchor(each.process))),
        cell(interval(each.before, words), align="center"),
        cell(interval(each.now, words), align="center"),
        cell("–" if each.steps is None else signed(Fraction(each.steps), words, 0), align="center"),
    )


def signed(value: Fraction, words: Words, decimals: int = 1) -> str:
    """A difference with its sign; nought has none."""
    size = words.number(abs(value), decimals)
    return size if value == 0 else f"{'+' if value > 0 else '−'}{size}"


def dimension_table(case: Case, earlier: Earlier) -> Table:
    """The mean of each dimension at both dates."""
    words = case.words
    rows = []
    for dimension in case.model.head.dimensions:
        now, before = case.profile.dimensions[dimension.id], earlier.profile.dimensions.get(dimension.id)
        rows.append(
            (
                cell(words.text(dimension.name)),
                cell(_figure(before, words), align="center"),
                cell(dimension_figure(now.low, now.high, words), align="center"),
                cell(_difference(before, now, words), align="center"),
            )
        )
    return Table(
        head=(
            cell(words("Dimension")),
            cell(words("Then"), align="center"),
            cell(words("Now"), align="center"),
            cell(words("Difference"), align="center"),
        ),
        rows=tuple(rows),
        widths=(6, 2, 2, 1.6),
        caption=words("Mean of the levels at both dates"),
        dense=True,
    )


def _figure(result: DimensionResult | None, words: Words) -> str:
    return "–" if result is None else dimension_figure(result.low, result.high, words)


def _difference(before: DimensionResult | None, now: DimensionResult, words: Words) -> str:
    """Only between two sure figures; the means are of different processes where the scope changed."""
    if before is None or before.low is None or now.low is None:
        return "–"
    if before.low != before.high or now.low != now.high:
        return "–"
    return signed(now.low - before.low, words)
