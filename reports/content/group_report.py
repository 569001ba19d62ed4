"""The report on a group of cities: one published edition, with what is not shown and why."""

from collections import Counter
from collections.abc import Iterator, Sequence

from locales.product import SOFTWARE
from reports.content.group import GroupCase, divided_table, figures_table, group_classes, group_radar
from reports.content.group_naming import depth_words, peers_words
from reports.document import Block, Heading, Items, Paragraph, Picture, Report, Section, line


def group_report(case: GroupCase) -> Report:
    """The report on one edition, ready to be written in every form that a report can be written in."""
    return groups_report([case])


def groups_report(cases: Sequence[GroupCase]) -> Report:
    """The report on at least one edition of a group: of all its cities, or of its peer groups."""
    case = cases[0]
    words = case.words
    title = words("Grouped figures of {group}", group=case.name)
    return Report(
        language=words.language,
        title=title,
        subject=words("Published on {day}", day=words.date(case.kept.at.date())),
        date=case.kept.at.date().isoformat(),
        cover=None,
        contents_title=None,
        sections=tuple(section for each in cases for section in sections(each)),
        running_head=title,
        running_foot=" · ".join((SOFTWARE, words("grouped figures with disclosure control"))),
    )


def sections(case: GroupCase) -> Iterator[Section]:
    """The parts, distribution first."""
    words = case.words
    classes, divided = group_classes(case), divided_table(case)
    yield Section(
        "group",
        (
            Heading(1, words("Grouped figures of {group}", group=case.name), "group", in_contents=True),
            Paragraph(line(standing(case)), "small"),
            *((Picture(classes),) if classes is not None else ()),
            Picture(group_radar(case)),
            figures_table(case),
        ),
    )
    if divided is not None:
        yield Section(
            "divided", (Heading(1, words("What divided the cities most"), "divided"), divided), new_page=False
        )
    hidden = tuple(not_shown(case))
    if hidden:
        yield Section("hidden", hidden, new_page=False)


def standing(case: GroupCase) -> str:
    """What the edition is, in one line."""
    words, kept = case.words, case.kept
    parts = [
        words("Published on {day}", day=words.date(kept.at.date())),
        words("{count} cities", count=case.count),
        peers_words(kept.peers, words),
        depth_words(kept.depth, words),
        words("rules version {version}", version=kept.edition.rules),
        words("grouped figures with disclosure control"),
    ]
    if kept.invented:
        parts.append(words("invented cities"))
    return " · ".join(parts)


def not_shown(case: GroupCase) -> Iterator[Block]:
    """What is not shown, reason by reason."""
    words = case.words
    reasons = Counter(words.say(each.why) for each in case.kept.edition.hidden)
    if reasons:
        yield Heading(1, words("What is not shown, and why"), "hidden")
        yield Items(
            tuple(line(words("{count} figures: {why}", count=number, why=why)) for why, number in reasons.items())
        )
