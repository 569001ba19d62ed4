"""Half a page for the committee: how far the measures are, what is due, what has to be decided, what it takes."""

import datetime
from collections.abc import Sequence

from assessment.planning.measures import due_by, still_to_do
from locales.words import Words
from models.measures import Measure, MeasureState
from reports.content.case import Case
from reports.content.decisions import due
from reports.content.frame import frame_of
from reports.content.measure_table import Column, in_charge, measure_table
from reports.content.measure_words import state_words
from reports.content.measures import sums
from reports.document import Block, Heading, Paragraph, Report, Section, Table, cell, line

_MOST_ROWS = 8
_ORDER: tuple[MeasureState, ...] = ("done", "under way", "decided", "proposed", "dropped")
_AHEAD = datetime.timedelta(days=90)


def status_report(case: Case) -> Report:
    """The report as data. Its day is that of the facts."""
    words = case.words
    one_line = words("How far the measures are")
    frame = frame_of(case, words("Status report on measures"), one_line)
    return frame.report([Section("status", tuple(_blocks(case)))], plain=True)


def _blocks(case: Case) -> list[Block]:
    words, every, day = case.words, case.context.measures, case.facts.date
    blocks: list[Block] = [
        Heading(1, words("Measures of international work in {city}: status", city=case.facts.city), "status"),
        Paragraph(line(_lead(every, words)), "lead"),
        _table(_first(every, day), case),
    ]
    waiting = [each for each in still_to_do(every) if each.state == "proposed" and each.decision]
    if waiting:
        told = "; ".join(_decision(each) for each in waiting)
        blocks.append(Paragraph(line(words("To be decided: {decisions}.", decisions=told))))
    blocks.append(Paragraph(line(sums(still_to_do(every), words)), "small"))
    return blocks


def _lead(every: Sequence[Measure], words: Words) -> str:
    """How many there are in each state, those that are done first."""
    counts = {state: sum(each.state == state for each in every) for state in _ORDER}
    parts = [f"{counts[state]} {state_words(state, words)}" for state in _ORDER if counts[state]]
    return words.many(
        len(every),
        "One measure: {state}.",
        "Of {count} measures: {states}.",
        state="".join(state_words(each.state, words) for each in every[:1]),
        states=", ".join(parts),
    )


def _first(every: Sequence[Measure], day: datetime.date) -> Sequence[Measure]:
    """What is due first; then what else is to be done, and what is done, as far as half a page holds it."""
    soon = due_by(every, day + _AHEAD)
    left = [each for each in still_to_do(every) if each not in soon]
    left.sort(key=lambda each: (each.due is None, each.due or day))
    done = [each for each in every if each.state == "done"]
    return [*soon, *left, *done][:_MOST_ROWS]


def _table(shown: Sequence[Measure], case: Case) -> Table:
    words = case.words
    columns: list[Column] = [
        (cell(words("Measure")), 5.2, [cell(each.title) for each in shown]),
        *in_charge(shown, case, 2.4),
        (cell(words("Due")), 2.1, [cell(due(each, words)) for each in shown]),
        (cell(words("State")), 2.7, [cell(_state(each, case)) for each in shown]),
    ]
    return measure_table(columns, words("The measures that are due first"))


def _state(measure: Measure, case: Case) -> str:
    words = case.words
    if measure.state == "done" and measure.done:
        return words("done on {date}", date=words.short_date(measure.done))
    state = state_words(measure.state, words)
    return words("{state}, overdue", state=state) if measure in due_by([measure], case.facts.date) else state


def _decision(measure: Measure) -> str:
    return f"{measure.decision} ({measure.decision_reference})" if measure.decision_reference else measure.decision
