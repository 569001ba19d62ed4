"""The paper for the council: one page in plain styles, to be pasted into the city's own template."""

from decimal import Decimal

from models.measures import Measure
from reports.content.case import Case
from reports.content.decisions import Decision, decisions, euros, money, total
from reports.content.findings import gaps, strengths
from reports.content.frame import frame_of
from reports.content.measure_words import posts_words
from reports.content.naming import listed
from reports.content.summary import words_quoted
from reports.document import Block, Heading, Items, Line, Paragraph, Report, Section, Table, cell, line


def council_paper(case: Case) -> Report:
    """The paper as data."""
    words = case.words
    one_line = words("Proposed decision, reasons, effects on budget and posts")
    frame = frame_of(case, words("Council paper"), one_line)
    return frame.report([_paper(case)], plain=True)


def _paper(case: Case) -> Section:
    words = case.words
    blocks: list[Block] = [
        Heading(1, words("Developing the international work of {city}", city=case.facts.city), "paper"),
        _committee(case),
        Heading(2, words("Proposed decision")),
        Items(_proposed(case), numbered=True),
        Heading(2, words("Reasons")),
        *(Paragraph(line(each)) for each in _reasons(case)),
        Heading(2, words("Effects on the budget")),
        Paragraph(line(_budget(case))),
        Heading(2, words("Effects on posts")),
        Paragraph(line(_staff(case))),
        Heading(2, words("Annexes")),
        Items(
            (
                line(words("Two pages for the head of the city (public version)")),
                line(words("Report on the self-assessment (public version)")),
            ),
            numbered=True,
        ),
    ]
    return Section("paper", tuple(blocks))


def _committee(case: Case) -> Table:
    words = case.words
    return Table(
        head=(
            cell(words("Paper no.")),
            cell(words("Committee")),
            cell(words("Meeting on")),
            cell(words("Responsible")),
        ),
        rows=((cell("…"), cell(words("Council")), cell("…"), cell("…")),),
        widths=(1, 1, 1, 1),
        caption=words("About this paper"),
        row_headers=False,
    )


def _proposed(case: Case) -> tuple[Line, ...]:
    words = case.words
    noted = words(
        "The council takes note of the result of the self-assessment of the city's international work of {date}.",
        date=words.date(case.facts.date),
    )
    found = decisions(case)
    asked = tuple(line(_decided(each, case)) for each in found)
    about = any(each.process or each.measure for each in found)
    reported = words("The administration is asked to report to the council on the state of these measures in a year.")
    if not about:
        reported = words("The administration is asked to report to the council on the international work in a year.")
    return (line(noted), *asked, line(reported))


def _decided(asked: Decision, case: Case) -> str:
    words, measure = case.words, asked.measure
    if measure is None and not asked.process:
        return words("The administration is asked to finish the self-assessment and then to propose the first steps.")
    if measure is None:
        return words(
            "The administration is asked to prepare: {step} ({process}).", step=asked.text, process=asked.process
        )
    parts = [asked.process] if asked.process else []
    parts += [euros(measure, words)] if measure.means.euros_once or measure.means.euros_yearly else []
    parts += [words("by {date}", date=words.date(measure.due))] if measure.due else []
    if not parts:
        return words("The council decides: {measure}.", measure=asked.text.rstrip("."))
    return words(
        "The council decides: {measure} ({details}).", measure=asked.text.rstrip("."), details="; ".join(parts)
    )


def _reasons(case: Case) -> list[str]:
    words, model = case.words, case.model
    good = [_name(each.process, case) for each in strengths(case.profile, model, words)]
    missing = [_name(each.process, case) for each in gaps(case.profile, model, words)]
    made = words.many(
        len(case.assessed),
        "People of the city administration rated their international work themselves on the basis of “{model}” "
        "(version {version}); 1 process was looked at.",
        "People of the city administration rated their international work themselves on the basis of “{model}” "
        "(version {version}); {count} processes were looked at.",
        model=model.head.name,
        version=case.profile.version,
    )
    found = [words("The city can build on {strengths}.", strengths=listed(good, words))] if good else []
    found += [words("Most is to be gained in {gaps}.", gaps=listed(missing, words))] if missing else []
    meant = words(
        "The result describes how dependably the work is done, not how committed people are. It is no certificate."
    )
    return [f"{made} {' '.join(found)}".strip(), meant]


def _name(process: str, case: Case) -> str:
    return words_quoted(case.words.text(case.model.process(process).name), case.words)


def _asked(case: Case) -> list[Measure]:
    return [each.measure for each in decisions(case) if each.measure is not None]


def _budget(case: Case) -> str:
    words, asked = case.words, _asked(case)
    if not decisions(case):
        return words("None; nothing new is decided.")
    once, yearly = total(each.means.euros_once for each in asked), total(each.means.euros_yearly for each in asked)
    if once is None and yearly is None:
        return words("Costs are not stated yet; the administration adds them before the paper goes to the council.")
    sentences = [
        words(
            "The measures cost {once} once and {yearly} a year.",
            once=money(once or 0, words),
            yearly=money(yearly or 0, words),
        )
    ]
    outside = total(each.means.third_party_funds for each in asked)
    sources = list(dict.fromkeys(each.means.funding_source for each in asked if each.means.funding_source))
    sentences += [words("Third parties pay {sum} of it.", sum=money(outside, words))] if outside else []
    sentences += [words("Funded by: {sources}.", sources=", ".join(sources))] if sources else []
    unstated = sum(each.means.euros_once is None and each.means.euros_yearly is None for each in asked)
    sentences += [words("Measures without stated costs: {count}.", count=unstated)] if unstated else []
    return " ".join(sentences)


def _staff(case: Case) -> str:
    words = case.words
    if not decisions(case):
        return words("None; nothing new is decided.")
    stated = [each.means.posts for each in _asked(case) if each.means.posts is not None]
    if not stated:
        return words("Posts are not stated yet; the administration adds them before the paper goes to the council.")
    if sum(stated) == 0:
        return words("None.")
    return words("The measures take {posts} (full-time equivalents).", posts=posts_words(sum(stated, Decimal()), words))
