"""The record of an assessment after ISO/IEC 33002. What is not known is a line to fill in by hand."""

from locales.words import Words
from models.facts import ReportFacts
from reports.content.case import Case
from reports.content.frame import short
from reports.content.naming import METHODS
from reports.document import Block, FillIn, Heading, Paragraph, Section, Table, cell, line


def record(case: Case) -> Section:
    """The record of a full assessment, with room for signatures in the internal version."""
    words, facts = case.words, case.facts
    known, unknown = _persons(facts, words, public=case.public)
    blocks: list[Block] = [
        Heading(1, words("Record of the assessment"), "record", in_contents=True),
        Paragraph(line(words("Kept after the idea of ISO/IEC 33002."))),
        Table(
            head=(cell(words("Item")), cell(words("Entry"))),
            rows=tuple((cell(name), cell(value)) for name, value in (*_facts(case), *known)),
            widths=(3, 8),
            caption=words("Record of the assessment"),
        ),
    ]
    if not case.public:
        blocks += [*(FillIn(lines=1, label=name) for name in unknown), *_signatures(words)]
    return Section("record", tuple(blocks))


def _facts(case: Case) -> tuple[tuple[str, str], ...]:
    words, facts, profile = case.words, case.facts, case.profile
    scope = words("{count} processes: {ids}", count=len(case.assessed), ids=_ids(case))
    if len(case.assessed) == 1:
        scope = words("1 process: {id}", id=_ids(case))
    return (
        (words("Organisation"), facts.city),
        (words("Purpose"), words("Improve the city's own work and learn with others")),
        (words("Date"), words.date(facts.date)),
        (words("Scope"), scope),
        (words("Highest level looked at"), str(profile.settings.highest_level)),
        (words("Kind and independence"), words("Self-assessment by people of the city, without an independent check")),
        *([(words("Raters"), words("one rater"))] if facts.one_rater else []),
        (words("Process model"), f"{words.text(case.model.head.name)} {profile.version} ({short(profile.digest)})"),
        (words("Measurement framework"), words.text(case.framework.name)),
        (words("Rating and aggregation"), words.say(METHODS[profile.settings.method])),
    )


def _ids(case: Case) -> str:
    return ", ".join(result.process for result, _ in case.assessed)


def _persons(facts: ReportFacts, words: Words, *, public: bool) -> tuple[list[tuple[str, str]], list[str]]:
    """What is known about the people, and the names of what is not."""
    entries = (
        (words("Sponsor"), facts.sponsor),
        (words("Lead of the assessment"), facts.lead),
        (words("Participants"), ", ".join(facts.participants) or None),
        (words("Constraints"), facts.constraints),
    )
    if public:
        return [], []
    return [(name, value) for name, value in entries if value], [name for name, value in entries if not value]


def _signatures(words: Words) -> list[Block]:
    return [
        Heading(2, words("Signatures")),
        FillIn(lines=1, label=words("Place, date, sponsor")),
        FillIn(lines=1, label=words("Place, date, lead of the assessment")),
    ]
