"""The report on a group of cities: published figures, what is not shown and why, and nothing about a single city."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from locales.product import SOFTWARE
from locales.words import Words
from models.benchmark import Figures
from models.facts import ReportFacts
from reports.content.appendix import provenance_table
from reports.content.case import Context
from reports.content.group import GroupCase, divided_table, figures_table, group_classes, group_radar
from reports.content.group_naming import peers_words
from reports.content.group_report import not_shown, standing
from reports.content.group_rules import how_it_comes_about
from reports.content.naming import listed
from reports.content.summary import words_quoted
from reports.document import Attachment, Block, Heading, Paragraph, Picture, Report, Section, Together, line

PUBLISHED = "published.json"
"""The name of the published figures inside a report on a group."""

_MOST = 3
_RADAR = 0.86


@dataclass(frozen=True, slots=True)
class CohortCase:
    """Published editions of a group to report on, at least one: of all its cities, or of its peer groups."""

    cases: tuple[GroupCase, ...]
    facts: ReportFacts
    context: Context = field(default_factory=Context)

    @property
    def public(self) -> bool:
        """What is published is public, in every version."""
        return True

    @property
    def words(self) -> Words:
        """The language of the report."""
        return self.cases[0].words


def cohort_case(cases: Sequence[GroupCase]) -> CohortCase:
    """What a report on these editions is about; its day is that of the publication."""
    first = cases[0]
    facts = ReportFacts(
        date=first.kept.at.date(),
        city=first.name,
        software=SOFTWARE,
        answers_digest="",
        version="public",
        invented=any(each.kept.invented for each in cases),
    )
    return CohortCase(tuple(cases), facts)


def cohort_report(of: CohortCase) -> Report:
    """The report as data."""
    words = of.words
    title = words("Grouped figures of {group}", group=of.facts.city)
    foot = [words("grouped figures with disclosure control"), words.date(of.facts.date), of.facts.software]
    return Report(
        language=words.language,
        title=title,
        subject=words("What the group has in common, and where its cities can learn from each other"),
        date=of.facts.date.isoformat(),
        cover=None,
        contents_title=None,
        sections=tuple(chain.from_iterable(_sections(each, number) for number, each in enumerate(of.cases, 1))),
        running_head=title,
        running_foot=" · ".join([*([words("Invented example")] if of.facts.invented else []), *foot]),
        attachments=(_published(of),),
    )


def _sections(case: GroupCase, number: int) -> Iterator[Section]:
    """The parts about one edition; those of a further peer group carry its number."""
    words, end = case.words, "" if number == 1 else f"-{number}"
    yield Section(f"overview{end}", tuple(_overview(case, f"overview{end}")))
    yield Section(f"processes{end}", tuple(_processes(case, f"processes{end}")))
    divided = divided_table(case)
    if divided is not None:
        title = Heading(1, words("What divided the cities most"), f"divided{end}")
        yield Section(f"divided{end}", (title, divided), new_page=False)
    hidden = tuple(not_shown(case))
    if hidden:
        title = Heading(1, words("What is not shown, and why"), f"hidden{end}")
        yield Section(f"hidden{end}", (title, *hidden), new_page=False)
    yield Section(f"method{end}", (Together(tuple(_method(case, f"method{end}"))),), new_page=False)


def _overview(case: GroupCase, anchor: str) -> Iterator[Block]:
    words = case.words
    kicker = f"{case.name} · {peers_words(case.kept.peers, words)}" if case.kept.peers else case.name
    yield Paragraph(line(kicker), "kicker")
    yield Heading(1, words("The group in figures"), anchor, in_contents=True)
    yield Paragraph(line(_lead(case)), "lead")
    yield Paragraph(line(_about(words)))
    yield Picture(group_radar(case), share=_RADAR)
    dimensions = figures_table(case, case.layout.parts, words("Dimensions of the group"))
    if dimensions.rows:
        yield dimensions


def _lead(case: GroupCase) -> str:
    words, shown = case.words, case.figures
    known = [each.id for each in case.model.processes if each.id in shown]
    ranked = sorted(known, key=lambda each: -shown[each].mean)[:_MOST]
    if not ranked:
        return words("Too few cities take part for figures about the group.")
    names = [words_quoted(words.text(case.model.process(each).name), words) for each in ranked]
    return words("The group can build on {strengths}.", strengths=listed(names, words))


def _about(words: Words) -> str:
    return words(
        "All figures are published ones over several cities. A mean is the average level; half of the cities lie in "
        "the middle half. Other cities serve for orientation; the yardstick is what each city wants to reach."
    )


def _processes(case: GroupCase, anchor: str) -> Iterator[Block]:
    words, classes = case.words, group_classes(case)
    processes = [key for key in case.layout.cells if key not in case.layout.parts]
    yield Heading(1, words("Level of each process in the group"), anchor)
    if classes is not None:
        yield Picture(classes)
    table = figures_table(case, processes, words("Processes of the group"))
    yield table if table.rows else Paragraph(line(words("Of no process a figure may be shown.")))


def _method(case: GroupCase, anchor: str) -> Iterator[Block]:
    words, kept = case.words, case.kept
    rows = (
        (words("Published"), words.date(kept.at.date())),
        (words("Edition"), kept.edition.id),
        (words("Rules of publication"), kept.edition.rules),
        (words("Questionnaire"), f"{case.model.id} {case.model.version}"),
        (words("Software"), SOFTWARE),
    )
    rule = words(
        "A figure is shown only where no single city can be worked out from it. What was published once stays as it is."
    )
    yield Heading(1, words("Method and provenance"), anchor)
    yield Paragraph(line(standing(case)), "small")
    yield Paragraph(line(rule))
    yield how_it_comes_about(case)
    yield provenance_table(rows, words)


def _published(of: CohortCase) -> Attachment:
    """The published figures as a file, exact; neither cities nor what they brought are in it."""
    model = of.cases[0].model
    content = {
        "questionnaire": {"id": model.id, "version": model.version, "digest": model.digest},
        "editions": [
            {
                "edition": each.kept.edition.id,
                "invented": each.kept.invented,
                "rules": each.kept.edition.rules,
                "published": {key: _as_json(figures) for key, figures in sorted(each.figures.items())},
            }
            for each in of.cases
        ],
    }
    text = json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True)
    return Attachment(PUBLISHED, of.words("Published figures"), "application/json", text.encode())


def _as_json(figures: Figures) -> dict[str, object]:
    return {
        "count": figures.count,
        "mean": str(figures.mean),
        "median": None if figures.median is None else str(figures.median),
        "quartiles": None if figures.quartiles is None else [str(each) for each in figures.quartiles],
        "shares": None if figures.shares is None else list(figures.shares),
    }
