"""Half a page for the committee: how far the measures are, what is due, what has to be decided, what it takes."""

import datetime
from collections.abc import Sequence

from assessment.planning.measures import due_by, still_to_do
from locales.words import Words
from models.measures import Measure, MeasureState
from reports.content.case import Case
from reports.content.decisions import due
from reports.content.frame import Frame
from reports.content.inputs import inputs
from reports.content.measure_words import state_words
from reports.content.measures import sums
from reports.document import Block, Cell, Heading, Paragraph, Report, Section, Table, cell, line

_MOST_ROWS = 8
_ORDER: tuple[MeasureState, ...] = ("done", "under way", "decided", "proposed", "dropped")
_AHEAD = datetime.timedelta(days=90)


def status_report(case: Case) -> Report:
    """The report as data. Its day is that of the facts."""
    words = case.words
    one_line = words("How far the measures are")
    frame = Frame(case.model, words("Status report on measures"), one_line, case.facts, words)
    return Report(
        language=words.language,
        title=frame.title,
        subject=one_line,
        date=case.facts.date.isoformat(),
        cover=None,
        contents_title=None,
        sections=(Section("status", tuple(_blocks(case))),),
        running_head=frame.title,
        running_foot=frame.running_foot,
        draft_mark=frame.mark,
        attachments=(inputs(case.answers, case.profile, case.facts, words),),
        plain=True,
    )


def _blocks(case: Case) -> list[Block]:
    words, every, day = case.words, case.context.measures, case.facts.date
    blocks: list[Block] = [
        Heading(1, words("Measures of international work in {city}: status", city=case.facts.city), "status"),
        Paragraph(line(_lead(every, words)), "lead"),
        _table(_first(every, day), day, words),
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
    return words("Of {count} measures: {states}.", count=len(every), states=", ".join(parts))


def _first(every: Sequence[Measure], day: datetime.date) -> Sequence[Measure]:
    """What is due first; then what else is to be done, and what is done, as far as half a page holds it."""
    soon = due_by(every, day + _AHEAD)
    left = [each for each in still_to_do(every) if each not in soon]
    done = [each for each in every if each.state == "done"]
    return [*soon, *left, *done][:_MOST_ROWS]


def _table(shown: Sequence[Measure], day: datetime.date, words: Words) -> Table:
    return Table(
        head=(
            cell(words("Measure")),
            cell(words("In charge")),
            cell(words("Due")),
            cell(words("State")),
        ),
        rows=tuple(_row(each, day, words) for each in shown),
        widths=(5.6, 2.6, 2, 2.2),
        caption=words("The measures that are due first"),
        dense=True,
    )


def _row(measure: Measure, day: datetime.date, words: Words) -> tuple[Cell, ...]:
    state = state_words(measure.state, words)
    if measure in due_by([measure], day):
        state = words("{state}, overdue", state=state)
    return cell(measure.title), cell(measure.owner or "–"), cell(due(measure, words)), cell(state)


def _decision(measure: Measure) -> str:
    return f"{measure.decision} ({measure.decision_reference})" if measure.decision_reference else measure.decision
