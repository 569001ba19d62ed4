"""A report as PDF: set all blocks, fill the pages, draw them, finish the file. One pass, contents page included."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from models.branding import PLAIN
from reports.branded import colours
from reports.document import Heading, Report
from reports.palette import COVER, PAPER, Theme
from reports.pdf import look
from reports.pdf.badge import draw_badge
from reports.pdf.blocks import flow, turned
from reports.pdf.contents import contents
from reports.pdf.cover import draw_cover, draw_ground
from reports.pdf.filling import Page, Spot, fill, spots
from reports.pdf.finishing import Drawing, finish
from reports.pdf.pen import Ink, Pen
from reports.pdf.places import Entry, Place, Register
from reports.pdf.running import Running
from reports.pdf.strips import Stack, Strip, pile
from reports.pdf.structure import Element
from reports.pdf.texts import heading
from reports.typeface import one_line, width

_DRAFT_SIZE = 110.0
_DRAFT_LENGTH = 640.0


def write(report: Report) -> bytes:
    """The report as a tagged PDF that follows PDF/UA-1 and PDF/A-2a. The same report gives the same bytes.

    Raises:
        ValueError: the report's date is not written as YYYY-MM-DD.
        KeyError: a link leads to an anchor that no heading has.
    """
    layout = lay_out(report)
    pen = Pen((look.PAGE_WIDTH, look.PAGE_HEIGHT), colours(report.branding))
    _draw(report, layout.pages, replace(layout.front, parent=_first(layout.front.parent)), pen)
    return finish(Drawing(pen.finish(), layout.root, pen.drawn, layout.entries, layout.spots), report)


@dataclass(frozen=True, slots=True)
class Layout:
    """What stands where, before anything is drawn.

    Attributes:
        pages: the pages behind the cover.
        spots: where each anchor is, the cover counted.
        entries: the headings, for bookmarks.
        root: the structure tree.
        front: the part before the body: cover and contents.
    """

    pages: tuple[Page, ...]
    spots: Mapping[str, Spot]
    entries: tuple[Entry, ...]
    root: Element
    front: Place


def lay_out(report: Report) -> Layout:
    """Sets all blocks and fills the pages with them."""
    root = Element("Document")
    front = Place(look.TEXT_WIDTH, report.language, root.add("Sect"), Register("front"))
    body = replace(front, parent=root, register=Register("heading"))
    where: dict[str, Spot] = {}
    pages = fill(_set(report, front, body, where), look.TEXT_HEIGHT)
    where.update(spots(pages, first=int(report.cover is not None)))
    return Layout(pages, where, (*front.register.entries, *body.register.entries), root, front)


def _first(parent: Element) -> Element:
    """A new element before all others of its parent: the cover comes before the contents."""
    element = Element("Sect")
    parent.kids.insert(0, element)
    return element


def _set(report: Report, front: Place, body: Place, where: Mapping[str, Spot]) -> tuple[Strip, ...]:
    stacks: list[Stack] = []
    for section in report.sections:
        stack = flow(section.blocks, body.inside("Sect"))
        stacks.append(turned(stack) if section.new_page else stack)
    if report.contents_title is not None:
        title = heading(Heading(1, report.contents_title), front)
        inside = front.inside("TOC")
        stacks.insert(0, pile([title, contents(body.register.entries, inside, where)]))
    return pile(stacks).strips


def _draw(report: Report, pages: Sequence[Page], front: Place, pen: Pen) -> None:
    if report.cover is not None:
        draw_ground(pen)
        _draw_draft(report, pen, COVER)
        draw_badge(report.branding, front.parent, pen)
        draw_cover(report.cover, front, pen)
    title, running = "", Running(report)
    for number, page in enumerate(pages):
        if number or report.cover is not None:
            pen.turn_page()
        _draw_draft(report, pen, PAPER)
        begun = [each.strip.heading for each in page.placed if each.strip.heading]
        title = begun[0] if begun else title
        if report.cover is None and number == 0 and report.branding != PLAIN:
            running.draw_marked(pen)
        else:
            running.draw(title, pen)
        for placed in page.placed:
            placed.strip.draw(pen, look.LEFT, look.TOP - placed.down)
        title = begun[-1] if begun else title


def _draw_draft(report: Report, pen: Pen, theme: Theme) -> None:
    """The mark of a draft across the page, faint enough to read on."""
    if report.draft_mark is None:
        return
    pen.mark(None, "Pagination")
    text = one_line(report.draft_mark)
    size = min(_DRAFT_SIZE, _DRAFT_LENGTH / max(0.01, width(text, "bold", 1)))
    pen.slanted(look.PAGE_WIDTH / 2, look.PAGE_HEIGHT / 2, text, Ink("bold", size, theme.watermark))
