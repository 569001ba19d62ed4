"""How to read a report, on one page: letters with their bands, levels, attributes, and what a level does not say."""

from locales.words import Words
from models.framework import Framework, Scale
from models.questionnaire import QuickScan
from reports.content.case import Case
from reports.content.naming import attribute_id, level_name
from reports.document import Block, Cell, Heading, Paragraph, Section, Table, cell, line


def how_to_read(case: Case) -> Section:
    """The page that explains letters, levels and attributes."""
    words = case.words
    blocks: tuple[Block, ...] = (
        Heading(1, words("How to read this report"), "reading", in_contents=True),
        Paragraph(
            line(
                words(
                    "For every process, people rated how far its outcomes are achieved and how dependable the way of "
                    "working is. The letters lead to attributes, the attributes to a level."
                )
            )
        ),
        letters_table(case.framework.scale(case.profile.settings.scale), words),
        _levels(case.framework, words),
        Paragraph(
            line(
                words(
                    "A level is reached when its own attributes are at least {own} and all attributes of the levels "
                    "below are {below}. It is a floor, never an average.",
                    own=case.framework.level_rule.own,
                    below=case.framework.level_rule.below,
                )
            )
        ),
        _attributes(case),
        Paragraph(line(intervals(words)), "small"),
    )
    return Section("reading", blocks)


def dependability(words: Words) -> str:
    """The sentence that keeps a low level from being read as a judgement on people."""
    return words(
        "The level describes dependability, not commitment: good work can sit at level 1. A low level is not bad, "
        "it is a place to start."
    )


def about_stages(words: Words) -> str:
    """The same for the stages of a quick scan."""
    return words(
        "A stage describes how the work is done today, not how committed people are. A low stage is not bad, it is a "
        "place to start."
    )


def intervals(words: Words) -> str:
    """What "0 to 2" means."""
    return words(
        "Where answers are open, a result is a range such as “0 to 2”: the lower figure holds whatever the open "
        "answers turn out to be, the higher one is what they can still add. “At least 3” means that the assessment "
        "did not look any further."
    )


def letters_table(scale: Scale, words: Words) -> Table:
    """The letters of a scale with their meanings and percentages."""
    floor = 0.0
    rows: list[tuple[Cell, ...]] = []
    for rating in scale.ratings:
        band = words("over {low} up to {high} percent", low=_plain(floor, words), high=_plain(rating.up_to, words))
        if not rows:
            band = words("up to {high} percent", high=_plain(rating.up_to, words))
        rows.append(
            (cell(rating.letter, align="center", letter=rating.counts_as), cell(words.text(rating.name)), cell(band))
        )
        floor = float(rating.up_to)
    return Table(
        head=(cell(words("Letter"), align="center"), cell(words("Meaning")), cell(words("How much of it is achieved"))),
        rows=tuple(rows),
        widths=(1.4, 3.8, 3.8),
        caption=words("The letters of the rating scale"),
    )


def _plain(value: object, words: Words) -> str:
    number = float(str(value))
    return words.number(number, 0 if number.is_integer() else 1)


def _levels(framework: Framework, words: Words) -> Table:
    rows = tuple(
        (
            cell(str(level.level), align="center"),
            cell(level_name(framework, level.level, words)),
            cell(words.text(level.meaning)),
        )
        for level in framework.levels
    )
    return Table(
        head=(cell(words("Level"), align="center"), cell(words("Name")), cell(words("What it means"))),
        rows=rows,
        widths=(1, 2.4, 7),
        caption=words("The capability levels of a process"),
    )


def _attributes(case: Case) -> Table:
    words = case.words
    rows = tuple(
        (
            cell(attribute_id(attribute.id)),
            cell(words.text(attribute.name)),
            cell(words.text(attribute.key_question)),
        )
        for attribute in case.attributes
    )
    return Table(
        head=(
            cell(words("Attribute")),
            cell(words("Name")),
            cell(words("Question behind it")),
        ),
        rows=rows,
        widths=(1.2, 3.4, 6),
        caption=words("The attributes rated here"),
        dense=True,
    )


def stages(scan: QuickScan, words: Words) -> Table:
    """The stages of a quick scan with the level that each may indicate."""
    rows = tuple(
        (
            cell(str(stage.stage), align="center"),
            cell(words.text(stage.name)),
            cell(
                words("level {level} or more", level=stage.indicates_level)
                if stage.or_more
                else words("level {level}", level=stage.indicates_level)
            ),
        )
        for stage in scan.framework.stages
    )
    return Table(
        head=(
            cell(words("Stage"), align="center"),
            cell(words("Name")),
            cell(words("May indicate, without being a rating")),
        ),
        rows=rows,
        widths=(1, 4, 4),
        caption=words("The stages of the quick scan"),
        dense=True,
    )
