"""Figures of public surveys, to read beside a result and never inside it: they measure no process capability."""

from collections.abc import Sequence

from locales.words import Words
from models.library import Figure, Trust
from reports.content.case import Case
from reports.document import Heading, Paragraph, Section, Span, Table, cell, line


def context_figures(case: Case) -> Section | None:
    """The part of a full report; None where a cohort gives better company, or where there are no figures to use."""
    shelf, words = case.model.shelf, case.words
    usable = [each for each in shelf.figures if each.usable_directly]
    if case.context.edition is not None or not usable:
        return None
    return Section(
        "context-figures",
        (
            Heading(1, words("Public figures for context"), "context-figures", in_contents=True),
            *(() if shelf.figures_notice is None else (Paragraph(line(words.text(shelf.figures_notice))),)),
            figures_table(usable, words),
        ),
        new_page=False,
    )


def figures_table(figures: Sequence[Figure], words: Words) -> Table:
    """Figures with their year, how many were asked, the source, how sure it is, and what the source leaves open."""
    head = (words("What was asked"), words("Figure"), words("Asked, year"), words("Source, and how sure it is"))
    return Table(
        head=tuple(cell(each) for each in head),
        rows=tuple(
            (
                cell(words.text(each.indicator)),
                cell(words.text(each.value)),
                cell(", ".join(part for part in (words.text(each.n) if each.n else "", each.year or "") if part)),
                cell(Span(each.source, href=each.url), *_behind(each, words)),
            )
            for each in figures
        ),
        widths=(3, 1.6, 1.6, 4),
        caption=words("Figures of public surveys with their sources"),
        dense=True,
    )


def _behind(each: Figure, words: Words) -> tuple[str, ...]:
    caution = f" {words.text(each.caution)}" if each.caution else ""
    return (f" ({trust_words(each.confidence, words)}).{caution}",)


def trust_words(trust: Trust, words: Words) -> str:
    """Where a figure was read."""
    return {
        "A": words("original publisher"),
        "A/B": words("original publisher, in part a secondary source"),
        "B": words("reliable secondary source"),
        "C": words("press or council paper"),
    }[trust]
