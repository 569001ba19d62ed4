"""The tables of a process: its outcomes with what people wrote about them, and its attributes with the reason for each.

How a single answer looks in any table is decided here too.
"""

from collections import Counter
from collections.abc import Sequence

from locales.words import Words
from models.answers import Answer
from models.framework import Attribute
from models.profile import AttributeResult, ProcessResult, Trace
from models.questionnaire import Indicator
from reports.content.case import Case
from reports.content.naming import CONFIDENCE, DOUBTS, attribute_id, attribute_letter, counts_as, is_blank, is_enough
from reports.document import Block, Cell, Line, Span, Table, cell, line


def outcomes(result: ProcessResult, case: Case) -> list[Block]:
    """The outcomes, those that are achieved first."""
    found = [each for each in case.indicators(result.process) if by_outcomes(each, case)]
    achieved = [each for each in found if is_enough(case.framework, case.answer(each.id).rating)]
    others = [each for each in found if each not in achieved]
    words = case.words
    tables = ((words("What is achieved"), achieved), (words("What is missing or open"), others))
    remarked = not case.public and any(written(case.answer(each.id), case) for each in found)
    return [_outcome_table(title, rows, case, remarked=remarked) for title, rows in tables if rows]


def by_outcomes(indicator: Indicator, case: Case) -> bool:
    """True for an outcome, false for a way of working."""
    return any(each.id == indicator.attribute and each.rated_by == "outcomes" for each in case.attributes)


def _outcome_table(title: str, rows: Sequence[Indicator], case: Case, *, remarked: bool) -> Table:
    """Outcomes with their ratings; a column of remarks only where there are any."""
    words = case.words
    head = (cell(title), cell(words("Rating"), align="center"), cell(words("Note and evidence")))
    columns = len(head) if remarked else len(head) - 1
    return Table(
        head=head[:columns],
        rows=tuple(_outcome_row(each, case)[:columns] for each in rows),
        widths=(4.6, 1.4, 5.8) if remarked else (10.4, 1.4),
        caption=words("{process}: {title}", process=rows[0].process, title=title),
    )


def _outcome_row(indicator: Indicator, case: Case) -> tuple[Cell, ...]:
    answer = case.answer(indicator.id)
    text = cell(Span(indicator.id.rpartition(".")[2], strong=True), f" {case.words.text(indicator.text)}")
    return (text, answer_cell(answer, case), Cell(written(answer, case)))


def answer_cell(answer: Answer, case: Case) -> Cell:
    """An answer in a table, a rating in its colour."""
    letter = counts_as(case.framework, answer.rating) if answer.state == "rated" else None
    return cell(answer_words(answer, case), align="center", letter=letter)


def answer_words(answer: Answer, case: Case) -> str:
    """An answer as it stands in a table: the letter, or which of the other states it is in."""
    words = case.words
    if answer.state == "rated" and answer.rating is not None:
        return answer.rating
    if answer.state == "dont_know":
        return words("don't know")
    return words("not applicable") if answer.state == "not_applicable" else words("open")


def written(answer: Answer, case: Case) -> Line:
    """Note, reason, evidence and doubt of an answer, each only where there is one."""
    words = case.words
    parts: list[tuple[str | Span, ...]] = [(part,) for part in (answer.note, answer.reason) if part]
    if answer.evidence:
        evidence = Span(words("Evidence:"), strong=True)
        parts.append((evidence, f" {'; '.join(answer.evidence)}"))
    if answer.confidence in DOUBTS:
        parts.append((f"({words.say(CONFIDENCE[answer.confidence])})",))
    spaced = [part for number, each in enumerate(parts) for part in ((" ",) * bool(number) + each)]
    return line(*spaced)


def attributes(result: ProcessResult, case: Case) -> Table:
    """The attributes with their letters and the reason for each; those not rated yet share a row."""
    words = case.words
    rated = [each for each in case.attributes if not is_blank(result.attributes[each.id])]
    blank = [attribute_id(each.id) for each in case.attributes if each not in rated]
    rows = [_attribute_row(attribute, result, case) for attribute in rated]
    if blank:
        names = cell(Span(", ".join(blank), strong=True))
        rows.append((names, cell(words("open"), align="center"), cell(words("nothing rated yet"))))
    return Table(
        head=(cell(words("Attribute")), cell(words("Rating"), align="center"), cell(words("Reason"))),
        rows=tuple(rows),
        widths=(4.6, 1.4, 5.8),
        caption=words("Attributes of {process}", process=result.process),
        dense=True,
    )


def _attribute_row(attribute: Attribute, result: ProcessResult, case: Case) -> tuple[Cell, ...]:
    rated, words = result.attributes[attribute.id], case.words
    letter = counts_as(case.framework, rated.low) if rated.final else None
    return (
        cell(Span(attribute_id(attribute.id), strong=True), f" {words.text(attribute.name)}"),
        cell(attribute_letter(rated, words), align="center", letter=letter),
        cell(_reason(rated, words)),
    )


def _reason(rated: AttributeResult, words: Words) -> str:
    """Why an attribute has its letter: how often each rating was given, and the figure that they make."""
    counts = Counter(words.say(leaf.value) for leaf in sorted(rated.trace.inputs, key=_rating_first))
    given = ", ".join(words("{count} × {rating}", count=count, rating=rating) for rating, count in counts.items())
    if rated.mean_low is None or rated.mean_high is None:
        return given
    if rated.mean_low == rated.mean_high:
        return words("{ratings}: gives {figure}", ratings=given, figure=rated.mean_low)
    return words(
        "{ratings}: gives {low} to {high}, since answers are open",
        ratings=given,
        low=rated.mean_low,
        high=rated.mean_high,
    )


def _rating_first(leaf: Trace) -> tuple[bool, str]:
    """Ratings in the order of the alphabet, then whatever is no rating."""
    rated = leaf.answer is not None and leaf.answer.state == "rated"
    return not rated, str(leaf.value)
