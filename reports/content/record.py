"""The record of an assessment after ISO/IEC 33002. What is not known is a line to fill in by hand."""

from locales.words import Words
from models.facts import ReportFacts
from reports.content.case import Case
from reports.content.frame import short
from reports.content.naming import METHODS
from reports.content.record_words import independence_words, thoroughness_words
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
    scope = words.many(len(case.assessed), "1 process: {ids}", "{count} processes: {ids}", ids=_ids(case))
    return (
        (words("Organisation"), facts.city),
        (words("Purpose"), facts.purpose or words("Improve the city's own work and learn with others")),
        *([(words("Part of the administration"), facts.unit)] if facts.unit else []),
        (words("Date"), _days(facts, words)),
        (words("Scope"), scope),
        (words("Highest level looked at"), str(profile.settings.highest_level)),
        *([(words("Thoroughness"), thoroughness_words(words)[facts.thoroughness])] if facts.thoroughness else []),
        (words("Kind and independence"), _independence(facts, words)),
        *([(words("What was looked at"), facts.evidence_basis)] if facts.evidence_basis else []),
        *([(words("Raters"), words("one rater"))] if facts.one_rater else []),
        (words("Process model"), f"{words.text(case.model.head.name)} {profile.version} ({short(profile.digest)})"),
        (words("Measurement framework"), words.text(case.framework.name)),
        (words("Rating and aggregation"), words.say(METHODS[profile.settings.method])),
    )


def _days(facts: ReportFacts, words: Words) -> str:
    if facts.first_day is None or facts.first_day == facts.date:
        return words.date(facts.date)
    return words("{first} to {last}", first=words.date(facts.first_day), last=words.date(facts.date))


def _independence(facts: ReportFacts, words: Words) -> str:
    if facts.independence is None:
        return words("Self-assessment by people of the city, without an independent check")
    return f"{words('Self-assessment')}. {independence_words(words)[facts.independence]}"


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
