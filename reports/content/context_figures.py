"""Figures of public surveys, to read beside a result and never inside it: they measure no process capability."""

from collections.abc import Sequence

from locales.words import Words
from models.library import Figure, Trust
from models.questionnaire import CapabilityModel
from reports.content.case import Case
from reports.document import Heading, Paragraph, Section, Span, Table, cell, line


def context_figures(case: Case) -> Section | None:
    """A page of a full report; None where a cohort gives better company, or where there are no figures to use."""
    return None if case.context.edition is not None else public_figures(case.model, case.words)


def public_figures(model: CapabilityModel, words: Words) -> Section | None:
    """What the model's shelf holds that can be shown without a further check; None where that is nothing."""
    shelf = model.shelf
    usable = [each for each in shelf.figures if each.usable_directly]
    if not usable:
        return None
    return Section(
        "context-figures",
        (
            Heading(1, words("Public figures for context"), "context-figures", in_contents=True),
            *(() if shelf.figures_notice is None else (Paragraph(line(words.text(shelf.figures_notice)), "small"),)),
            figures_table(usable, words),
        ),
        new_page=False,
    )


def figures_table(figures: Sequence[Figure], words: Words) -> Table:
    """Figures with their year, how many were asked, the source, how sure it is, and what the source leaves open."""
    head = (
        words("What was asked"),
        words("What came out"),
        words("Asked, year"),
        words("Source (the publisher itself, where nothing is added)"),
    )
    return Table(
        head=tuple(cell(each) for each in head),
        rows=tuple(
            (
                cell(words.text(each.indicator)),
                cell(words.text(each.value)),
                cell(", ".join(part for part in (words.text(each.n) if each.n else "", each.year or "") if part)),
                cell(Span(words.text(each.source), href=each.url), *_behind(each, words)),
            )
            for each in figures
        ),
        widths=(4.2, 3.6, 2.6, 4.8),
        caption=words("Figures of public surveys with their sources"),
        dense=True,
    )


def _behind(each: Figure, words: Words) -> tuple[str, ...]:
    """How sure a figure is, where it was not read at its publisher, and what its source leaves open."""
    trust = "" if each.confidence == "A" else f" ({trust_words(each.confidence, words)})"
    caution = f". {words.text(each.caution)}" if each.caution else ""
    return (trust + caution,) if trust or caution else ()


def trust_words(trust: Trust, words: Words) -> str:
    """Where a figure was read."""
    return {
        "A": words("original publisher"),
        "A/B": words("original publisher, in part a secondary source"),
        "B": words("reliable secondary source"),
        "C": words("press or council paper"),
    }[trust]
