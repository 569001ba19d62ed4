"""The contents page: set with everything else, its page numbers filled in while drawing, when all pages are known."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

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
_TITLE = 55.0
_TIGHTEST = 0.68


def contents(entries: Sequence[Entry], place: Place, pages: Mapping[str, Spot]) -> Stack:
    """One line for each entry. `pages` is read when drawing, so it may still be empty here."""
    shown = [entry for entry in entries if entry.in_contents]
    tightness = _tightness(shown)
    return replace(pile([_entry(entry, place, pages, tightness) for entry in shown]), after=look.HEADINGS[1].before)


def _tightness(entries: Sequence[Entry]) -> float:
    """How much closer the lines move so that the contents fit on one page; no closer than can be read with ease."""
    styles = [look.CONTENTS[entry.level] for entry in entries]
    needed = sum(style.leading + style.before for style in styles)
    room: float = look.TEXT_HEIGHT - _TITLE
    return max(_TIGHTEST, min(1.0, room / max(needed, 1.0)))


@dataclass(frozen=True, slots=True)
class _EntryLine:
    """A line of an entry; the last one carries the page number at the right edge."""

    line: TextLine
    style: Style
    indent: float
    right: float
    link: Element
    target: Target

    def draw(self, pen: Pen, x: float, y: float) -> None:
        base = base_line(y, self.style)
        left = x + self.indent
        write(pen, left, base, self.line, self.link)
        pen.link((left, base - 3, x + self.right, base + self.style.size), self.target, self.link)


@dataclass(frozen=True, slots=True)
class _LastLine:
    entry: _EntryLine
    anchor: str
    pages: Mapping[str, Spot]

    def draw(self, pen: Pen, x: float, y: float) -> None:
        entry = self.entry
        entry.draw(pen, x, y)
        base = base_line(y, entry.style)
        ink = Ink(entry.style.face, entry.style.size, entry.style.colour)
        page = str(self.pages[self.anchor].page + 1)
        start = x + entry.right - width(page, ink.face, ink.size)
        pen.text(start, base, page, ink)
        end = x + entry.indent + entry.line.width
        pen.mark(None)
        pen.rule(end + 6, base + 1, max(0.0, start - end - 12), PAPER.line, 0.5)


def _entry(entry: Entry, place: Place, pages: Mapping[str, Spot], tightness: float) -> Stack:
    usual = look.CONTENTS[entry.level]
    style = replace(usual, leading=usual.leading * tightness, before=usual.before * tightness)
    indent = _INDENT * (entry.level - 1)
    lines = set_text((Span(entry.text),), style, place.width - indent - _NUMBER, place.language)
    link = place.parent.add("TOCI").add("Reference").add("Link")
    target = Target(entry.text, anchor=entry.anchor)
    drawn = [_EntryLine(line, style, indent, place.width, link, target) for line in lines]
    strips = [Strip(style.leading, each.draw) for each in drawn]
    strips[-1:] = [Strip(style.leading, _LastLine(each, entry.anchor, pages).draw) for each in drawn[-1:]]
    return Stack(kept(strips), style.before, 0)
