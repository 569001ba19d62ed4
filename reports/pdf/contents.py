"""The contents page: set with everything else, its page numbers filled in while drawing, when all pages are known."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from reports.document import Span
from reports.palette import PAPER
from reports.pdf import look
from reports.pdf.filling import Spot
from reports.pdf.lines import TextLine, set_text
from reports.pdf.look import Style
from reports.pdf.pen import Ink, Pen, Target
from reports.pdf.places import Entry, Place
from reports.pdf.strips import Stack, Strip, kept, pile
from reports.pdf.structure import Element
from reports.pdf.texts import base_line, write
from reports.typeface import width

_NUMBER = 34.0
_INDENT = 14.0


def contents(entries: Sequence[Entry], place: Place, pages: Mapping[str, Spot]) -> Stack:
    """One line for each entry. `pages` is read when drawing, so it may still be empty here."""
    shown = [entry for entry in entries if entry.in_contents]
    return replace(pile([_entry(entry, place, pages) for entry in shown]), after=look.HEADINGS[1].before)


def _entry(entry: Entry, place: Place, pages: Mapping[str, Spot]) -> Stack:
    style = look.CONTENTS[entry.level]
    indent = _INDENT * (entry.level - 1)
    lines = set_text((Span(entry.text),), style, place.width - indent - _NUMBER, place.language)
    link = place.parent.add("TOCI").add("Reference").add("Link")
    target = Target(entry.text, anchor=entry.anchor, element=link)
    number = partial(_page_of, entry, pages)
    strips = [Strip(style.leading, partial(_draw, line, style, indent, target, None)) for line in lines]
    if strips:
        strips[-1] = replace(strips[-1], draw=partial(_draw, lines[-1], style, indent, target, (number, place.width)))
    return Stack(kept(strips), style.before, 0)


def _page_of(entry: Entry, pages: Mapping[str, Spot]) -> str:
    return str(pages[entry.anchor].page + 1)


def _draw(
    line: TextLine,
    style: Style,
    indent: float,
    target: Target,
    number: "tuple[partial[str], float] | None",
    pen: Pen,
    x: float,
    y: float,
) -> None:
    link = target.element or Element("Link")
    base = base_line(y, style)
    left, right = x + indent, x + indent + line.width
    write(pen, left, base, line, link)
    if number is not None:
        page, room = number
        right = x + room
        _leader(page(), left + line.width, right, base, style, link, pen)
    pen.link((left, base - 3, right, base + style.size), target, link)


def _leader(page: str, left: float, right: float, base: float, style: Style, link: Element, pen: Pen) -> None:
    ink = Ink(style.face, style.size, style.colour)
    start = right - width(page, ink.face, ink.size)
    pen.text(start, base, page, ink)
    pen.mark(None)
    pen.rule(left + 6, base + 1, max(0.0, start - left - 12), PAPER.line, 0.5)
    pen.mark(link)
