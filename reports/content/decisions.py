"""What the city's leadership is asked to decide: three measures at most, each with money, posts, funding and date.

Nothing is estimated here. What nobody has stated is shown as not stated, for the administration to fill in.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from locales.words import Words
from models.measures import Measure
from reports.content.case import Case
from reports.content.findings import next_steps
from reports.content.naming import process_name
from reports.document import Table, cell

_MOST = 3


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision that is asked for; None and empty where nothing was stated.

    `process` says what it improves, by id and name; empty where it is about the whole. `measure` is None for what the
    model suggests.
    """

    text: str
    process: str
    measure: Measure | None = None


def decisions(case: Case) -> tuple[Decision, ...]:
    """The decisions to ask for: measures that are proposed, the soonest first; without measures, the model's steps.

    To answer a question is nothing to decide. Where nothing else can be said yet, one decision stands for all of that.
    """
    if case.context.measures:
        proposed = [each for each in case.context.measures if each.state == "proposed"]
        return tuple(_of(each, case) for each in sorted(proposed, key=_urgency)[:_MOST])
    steps = next_steps(case.profile, case.model, case.words, case.wishes, most=len(case.model.processes))
    known = [step for step in steps if step.priority is not None and step.priority.certain]
    if steps and not known:
        return (Decision(case.words("Finish the self-assessment, then decide on the first steps"), ""),)
    return tuple(Decision(step.text.rstrip("."), step.name) for step in known[:_MOST])


def _of(measure: Measure, case: Case) -> Decision:
    name = "" if measure.process is None else process_name(case.model, measure.process, case.words)
    return Decision(measure.decision or measure.title, name, measure)


def _urgency(measure: Measure) -> tuple[bool, bool, str]:
    return not measure.decision, measure.due is None, str(measure.due or "")


def decision_table(asked: Sequence[Decision], words: Words) -> Table:
    """The decisions with what each of them takes."""
    return Table(
        head=(
            cell(words("Decision")),
            cell(words("Euros")),
            cell(words("Posts")),
            cell(words("Funded by")),
            cell(words("By when")),
        ),
        rows=tuple(
            (
                cell(each.text if not each.process else f"{each.text} ({each.process})"),
                cell(euros(each.measure, words)),
                cell(posts(each.measure, words)),
                cell(funding(each.measure, words)),
                cell(due(each.measure, words)),
            )
            for each in asked
        ),
        widths=(4.7, 2.2, 1.5, 2.9, 1.9),
        caption=words("Decisions asked for"),
    )


def money(sum_: int, words: Words) -> str:
    """A sum of money, in whole euros."""
    return words.many(sum_, "1 euro", "{sum} euros", sum=words.number(sum_, 0))


def euros(measure: Measure | None, words: Words) -> str:
    """What a measure costs once and each year."""
    means = measure.means if measure else None
    parts: list[str] = []
    if means is not None and means.euros_once is not None:
        parts.append(words("{sum} once", sum=money(means.euros_once, words)))
    if means is not None and means.euros_yearly is not None:
        parts.append(words("{sum} a year", sum=money(means.euros_yearly, words)))
    return ", ".join(parts) or not_stated(words)


def posts(measure: Measure | None, words: Words) -> str:
    """The posts that a measure takes."""
    if measure is None or measure.means.posts is None:
        return not_stated(words)
    return decimal(measure.means.posts, words)


def decimal(number: Decimal, words: Words) -> str:
    """A number of posts or days with as many decimals as it has, two at most."""
    whole = number == number.to_integral_value()
    return words.number(float(number), 0 if whole else 2)


def funding(measure: Measure | None, words: Words) -> str:
    """Who pays for a measure."""
    if measure is None:
        return not_stated(words)
    means, parts = measure.means, [measure.means.funding_source] if measure.means.funding_source else []
    if means.own_funds is not None:
        parts.append(words("own funds {sum}", sum=money(means.own_funds, words)))
    if means.third_party_funds is not None:
        parts.append(words("third parties {sum}", sum=money(means.third_party_funds, words)))
    return ", ".join(parts) or not_stated(words)


def due(measure: Measure | None, words: Words) -> str:
    """The day by which a measure is to be done, as it stands in a table."""
    return not_stated(words) if measure is None or measure.due is None else words.short_date(measure.due)


def not_stated(words: Words) -> str:
    """For a figure that nobody has given yet."""
    return words("not stated yet")


def total(numbers: Iterable[int | None]) -> int | None:
    """The sum of what was stated; None where nothing was."""
    stated = [each for each in numbers if each is not None]
    return sum(stated) if stated else None
