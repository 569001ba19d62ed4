"""The appendix: every answer, the reasons, the words used, and where everything comes from."""

from collections.abc import Sequence

from locales.words import Words
from models.message import Message, say
from reports.content.appendix_answers import all_answers, remarks_on_practices
from reports.content.appendix_reasons import reasons
from reports.content.case import Case
from reports.content.naming import attribute_id
from reports.document import Block, Heading, Paragraph, Section, Table, Together, cell, line

GLOSSARY: tuple[tuple[Message, Message], ...] = (
    (say("Process"), say("A task of the city's international work, with a purpose and outcomes.")),
    (say("Outcome"), say("What can be seen when a process fulfils its purpose; people rate how far it is achieved.")),
    (say("Generic practice"), say("A way of working, the same for every process, that makes a task dependable.")),
    (say("Attribute"), say("A property of a process, rated with a letter; it belongs to one capability level.")),
    (say("Capability level"), say("How dependably a single process works, from 0 to 5.")),
    (say("Maturity level"), say("A statement about the whole city, by this model's own rule over sets of processes.")),
    (say("Process set"), say("Processes that belong together for one maturity level, such as the basic set.")),
    (say("Evidence"), say("What shows a rating: a paper, a record, a link.")),
    (say("Not applicable"), say("Cannot be rated in this city; left out of the figures, with a reason.")),
    (say("Don't know"), say("Nobody asked could judge it; it keeps a result open.")),
)
"""The words of the report; the technical terms of the attributes come from the framework."""


def appendix(case: Case) -> tuple[Section, ...]:
    """The parts of the appendix."""
    parts = (
        all_answers(case),
        remarks_on_practices(case),
        reasons(case),
        _glossary(case),
        _provenance(case),
    )
    return tuple(part for part in parts if part is not None)


def _glossary(case: Case) -> Section:
    words = case.words
    terms = (
        (each.name, words("{attribute}; technical term: {term}", attribute=attribute_id(each.id), term=each.term))
        for each in case.attributes
    )
    named = ((words.text(name), meaning) for name, meaning in terms)
    own = ((words.say(word), words.say(meaning)) for word, meaning in GLOSSARY)
    table = Table(
        head=(cell(words("Word")), cell(words("Meaning here"))),
        rows=tuple((cell(word), cell(meaning)) for word, meaning in (*own, *named)),
        widths=(2.4, 8),
        caption=words("Glossary"),
    )
    return Section(
        "glossary", (Heading(1, words("Appendix: glossary"), "glossary", in_contents=True), table), new_page=False
    )


def _provenance(case: Case) -> Section:
    words, profile, facts = case.words, case.profile, case.facts
    rows = (
        (words("Questionnaire"), f"{profile.questionnaire} {profile.version}"),
        (words("Digest of the questionnaire with its texts"), profile.digest),
        (words("Digest of its rules"), profile.rules_digest),
        (words("Framework"), f"{case.framework.id} {case.framework.version}"),
        (words("Digest of the answers"), facts.answers_digest),
        (words("Software"), facts.software),
    )
    blocks: tuple[Block, ...] = (
        Heading(1, words("Appendix: provenance"), "provenance", in_contents=True),
        provenance_table(rows, words),
        Paragraph(line(words.text(case.model.head.notice)), "small"),
        Paragraph(line(words.text(case.framework.notice)), "small"),
        *(Paragraph(line(words.text(each)), "small") for each in case.framework.unchecked),
        Paragraph(line(words("The answers and settings travel inside this PDF as the file inputs.json.")), "small"),
    )
    return Section("provenance", (Together(blocks),), new_page=False)


def provenance_table(rows: Sequence[tuple[str, str]], words: Words) -> Table:
    """Where a report comes from: what was asked, what was answered, what worked it out."""
    return Table(
        head=(cell(words("Item")), cell(words("Entry"))),
        rows=tuple((cell(name), cell(value)) for name, value in rows),
        widths=(3, 8),
        caption=words("Provenance"),
        dense=True,
    )
