"""Measures in the report: by quarter, and what they take together; and what the first steps would reach."""

from collections.abc import Sequence
from decimal import Decimal

from assessment.planning.measures import by_quarter, still_to_do, total
from assessment.planning.quarters import Quarter
from assessment.recommending import Milestone, roadmap
from locales.words import Words
from models.measures import Measure
from models.profile import Profile
from reports.content.case import Case
from reports.content.decisions import decimal, due, euros, funding, money, posts
from reports.content.measure_table import Column, in_charge, measure_table
from reports.content.measure_words import posts_words, quarter_words, state_words
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
    return words.many(
        len(planned),
        "One measure is to be done; it is {state}.",
        "{count} measures are to be done, {decided}.",
        state="".join(state_words(each.state, words) for each in planned[:1]),
        decided=_decided(planned, words),
    )


def _decided(planned: Sequence[Measure], words: Words) -> str:
    decided = sum(each.state != "proposed" for each in planned)
    if not decided:
        return words("none of them decided yet")
    return words("all of them decided") if decided == len(planned) else words("{part} of them decided", part=decided)


def _quarter(quarter: Quarter | None, planned: Sequence[Measure], case: Case) -> Block:
    words = case.words
    name = words("Due in {quarter}", quarter=quarter_words(quarter, words)) if quarter else words("Without a day")
    table = measure_table(_columns(planned, case), name)
    return Together((Heading(2, name), table), firmly=False)


def _columns(planned: Sequence[Measure], case: Case) -> list[Column]:
    words = case.words
    return [
        (cell(words("Measure")), 3.2, [_measure(each, case) for each in planned]),
        *in_charge(planned, case, 1.7),
        (cell(words("Due")), 1.95, [cell(due(each, words)) for each in planned]),
        (cell(words("State")), 2.2, [cell(state_words(each.state, words)) for each in planned]),
        (cell(words("Euros")), 2, [cell(euros(each, words)) for each in planned]),
        (cell(words("Posts")), 1.25, [cell(posts(each, words)) for each in planned]),
        (cell(words("Funded by")), 2.7, [cell(funding(each, words)) for each in planned]),
    ]


def _measure(measure: Measure, case: Case) -> Cell:
    about = "" if measure.process is None else f" ({process_name(case.model, measure.process, case.words)})"
    return cell(Span(measure.title), about)


def _days(days: Decimal, words: Words) -> str:
    return words.many(days, "1 working day", "{days} working days", days=decimal(days, words))


def sums(planned: Sequence[Measure], words: Words) -> str:
    """What these measures take together, as far as they say so."""
    found, means = total(planned), [each.means for each in planned]
    stated: dict[str, list[object]] = {
        _days(found.days, words): [each.days for each in means],
        words("{sum} once", sum=money(found.euros_once, words)): [each.euros_once for each in means],
        words("{sum} a year", sum=money(found.euros_yearly, words)): [each.euros_yearly for each in means],
        posts_words(found.posts, words): [each.posts for each in means],
        words("own funds {sum}", sum=money(found.own_funds, words)): [each.own_funds for each in means],
        words("third parties {sum}", sum=money(found.third_party_funds, words)): [
            each.third_party_funds for each in means
        ],
    }
    parts = [part for part, values in stated.items() if any(each is not None for each in values)]
    told = [words("Together, as far as stated: {means}.", means=", ".join(parts))] if parts else []
    if found.open_ones:
        told.append(
            words.many(
                found.open_ones, "One measure states nothing of this.", "{count} measures state nothing of this."
            )
        )
    return " ".join(told)


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
        widths=(2.3, 4.6, 2, 1.5, 1.5, 1.9),
        caption=words("What the first steps would reach"),
        dense=True,
    )


def _rows(steps: Sequence[Milestone], words: Words) -> list[tuple[Cell, ...]]:
    counts = dict.fromkeys(min(count, len(steps)) for count in _REACHES)
    return [_row_after(steps[:count], words) for count in counts]


def _row_after(taken: Sequence[Milestone], words: Words) -> tuple[Cell, ...]:
    processes = ", ".join(dict.fromkeys(each.priority.process for each in taken))
    raised = str(sum(each.raised for each in taken))
    return _stand(
        words.many(len(taken), "after 1 step", "after {count} steps"), processes, raised, taken[-1].after, words
    )


def _stand(name: str, processes: str, raised: str, profile: Profile, words: Words) -> tuple[Cell, ...]:
    lows = [each.level.low for each in profile.processes.values() if each.level is not None]
    return (
        cell(name),
        cell(processes),
        cell(raised, align="center"),
        *(cell(str(sum(low >= level for low in lows)), align="center") for level in (1, 2)),
        cell(interval(profile.maturity, words), align="center"),
    )
