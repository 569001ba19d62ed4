"""Measures in the report: by quarter, and what they take together; and what the first steps would reach."""

from collections.abc import Sequence

from assessment.planning.measures import by_quarter, still_to_do, total
from assessment.planning.quarters import Quarter
from assessment.recommending import Milestone, roadmap
from locales.words import Words
from models.measures import Measure
from models.profile import Profile
from reports.content.case import Case
from reports.content.decisions import decimal, due, euros, funding, money, posts
from reports.content.measure_words import quarter_words, state_words
from reports.content.naming import interval, process_name
from reports.document import Block, Cell, Heading, Paragraph, Section, Span, Table, Together, cell, line

_REACHES = (3, 5, 10)


def measures(case: Case) -> Section | None:
    """What is planned, by quarter; None where nothing is."""
    planned = still_to_do(case.context.measures)
    if not planned:
        return None
    heading = Heading(1, case.words("Measures"), "measures", in_contents=True)
    return Section("measures", (heading, *_planned(planned, case)))


def reach(case: Case) -> Section | None:
    """What the first steps would reach; None where nothing is left to recommend.

    A public version that hides processes is silent, because they would show in it.
    """
    wishes, words = case.wishes, case.words
    if case.hidden:
        return None
    steps = roadmap(case.model, case.answers, case.profile, wishes.target, wishes.importance, most=_REACHES[-1])
    if not steps:
        return None
    heading = Heading(2, words("What the first steps would reach"), "reach")
    explained = words(
        "Computed with the rules of the model: one step brings one process to its next level by the fewest better "
        "ratings; the order is that of “What to do first”, worked out anew after each step."
    )
    counted = words(
        "The columns of levels count the processes of this assessment that are at least there, whatever the open "
        "answers turn out to be; nobody has to take more than three to five steps at a time."
    )
    table = _reached(steps, case.profile, words)
    blocks = (heading, Paragraph(line(explained)), table, Paragraph(line(counted), "small"))
    return Section("reach", (Together(blocks),), new_page=False)


def _planned(planned: Sequence[Measure], case: Case) -> list[Block]:
    words = case.words
    return [
        Paragraph(line(_lead(planned, words)), "lead"),
        *(_quarter(quarter, due_then, case) for quarter, due_then in by_quarter(planned).items()),
        Paragraph(line(sums(planned, words)), "small"),
    ]


def _lead(planned: Sequence[Measure], words: Words) -> str:
    decided = sum(each.state != "proposed" for each in planned)
    return words("{count} measures are to be done, {decided} of them decided.", count=len(planned), decided=decided)


def _quarter(quarter: Quarter | None, planned: Sequence[Measure], case: Case) -> Block:
    words = case.words
    name = words("Due in {quarter}", quarter=quarter_words(quarter, words)) if quarter else words("Without a day")
    table = Table(
        head=(
            cell(words("Measure")),
            cell(words("In charge")),
            cell(words("Due")),
            cell(words("State")),
            cell(words("Euros")),
            cell(words("Posts")),
            cell(words("Funded by")),
        ),
        rows=tuple(_row(each, case) for each in planned),
        widths=(4.4, 2, 1.7, 1.6, 2, 1, 2),
        caption=name,
        dense=True,
    )
    return Together((Heading(2, name), table), firmly=False)


def _row(measure: Measure, case: Case) -> tuple[Cell, ...]:
    words = case.words
    about = "" if measure.process is None else f" ({process_name(case.model, measure.process, words)})"
    return (
        cell(Span(measure.title), about),
        cell(measure.owner or "–"),
        cell(due(measure, words)),
        cell(state_words(measure.state, words)),
        cell(euros(measure, words)),
        cell(posts(measure, words)),
        cell(funding(measure, words)),
    )


def sums(planned: Sequence[Measure], words: Words) -> str:
    """What these measures take together, as far as they say so."""
    found = total(planned)
    told = words(
        "Together, as far as stated: {days} working days, {once} once, {yearly} a year, {posts} posts; own funds "
        "{own}, third-party funds {third}.",
        days=decimal(found.days, words),
        once=money(found.euros_once, words),
        yearly=money(found.euros_yearly, words),
        posts=decimal(found.posts, words),
        own=money(found.own_funds, words),
        third=money(found.third_party_funds, words),
    )
    if not found.open_ones:
        return told
    missing = words("{count} measures state nothing of this.", count=found.open_ones)
    return f"{told} {missing}"


def _reached(steps: Sequence[Milestone], today: Profile, words: Words) -> Table:
    return Table(
        head=(
            cell(words("Steps")),
            cell(words("Processes")),
            cell(words("Ratings raised"), align="center"),
            cell(words("Level 1 or more"), align="center"),
            cell(words("Level 2 or more"), align="center"),
            cell(words("Maturity level"), align="center"),
        ),
        rows=(_stand(words("today"), "–", "–", today, words), *_rows(steps, words)),
        widths=(2, 4.6, 1.6, 1.6, 1.6, 1.6),
        caption=words("What the first steps would reach"),
        dense=True,
    )


def _rows(steps: Sequence[Milestone], words: Words) -> list[tuple[Cell, ...]]:
    counts = dict.fromkeys(min(count, len(steps)) for count in _REACHES)
    return [_row_after(steps[:count], words) for count in counts]


def _row_after(taken: Sequence[Milestone], words: Words) -> tuple[Cell, ...]:
    processes = ", ".join(dict.fromkeys(each.priority.process for each in taken))
    raised = str(sum(each.raised for each in taken))
    return _stand(words("after {count} steps", count=len(taken)), processes, raised, taken[-1].after, words)


def _stand(name: str, processes: str, raised: str, profile: Profile, words: Words) -> tuple[Cell, ...]:
    lows = [each.level.low for each in profile.processes.values() if each.level is not None]
    return (
        cell(name),
        cell(processes),
        cell(raised, align="center"),
        *(cell(str(sum(low >= level for low in lows)), align="center") for level in (1, 2)),
        cell(interval(profile.maturity, words), align="center"),
    )
