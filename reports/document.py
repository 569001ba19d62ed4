"""A report as data: sections of headings, paragraphs, lists, tables, tiles and charts. It knows no page and no screen.

Every text in here is plain: painters escape it in one place each. Words are already in the report's language.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from models.authored import Language
from models.branding import PLAIN, Branding
from reports.charts import Chart


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text. `anchor` links to a heading of the same report, `href` to a web address.

    `of` is the subject of the trace behind a figure: a screen leads from the figure to its reason.
    """

    text: str
    strong: bool = False
    anchor: str | None = None
    href: str | None = None
    of: str | None = None


Line = tuple[Span, ...]


def line(*parts: str | Span) -> Line:
    """A line from plain strings and spans."""
    return tuple(Span(part) if isinstance(part, str) else part for part in parts)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading. Level 1 begins a section and stands in the contents; `anchor` makes it a target of links."""

    level: Literal[1, 2, 3]
    text: str
    anchor: str | None = None
    in_contents: bool = False


ParagraphRole = Literal["body", "lead", "small", "kicker"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `lead` is the sentence that carries the finding, `kicker` the small line above a heading."""

    content: Line
    role: ParagraphRole = "body"


@dataclass(frozen=True, slots=True)
class Items:
    """A list, numbered or not. `depths` says how far each item is indented (0 first); without it the list is flat."""

    items: tuple[Line, ...]
    numbered: bool = False
    depths: tuple[int, ...] = ()


Align = Literal["start", "center", "end"]


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell. `letter` (N, P, L, F) gives it the colour of that rating; the letter itself stays in the text."""

    content: Line
    align: Align = "start"
    letter: str | None = None


def cell(*parts: str | Span, align: Align = "start", letter: str | None = None) -> Cell:
    """A cell from plain strings and spans."""
    return Cell(line(*parts), align, letter)


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a header row that repeats on every page. `widths` are relative; `row_headers` marks column one.

    The rows of a `dense` table stand closer: for many rows of letters and figures. `anchor` makes it a target of links.
    """

    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...]
    caption: str
    row_headers: bool = True
    show_caption: bool = False
    dense: bool = False
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Tile:
    """One figure with the words that say what it is; `of` is the subject of its trace, where it has one."""

    value: str
    label: str
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Tiles:
    """Up to four figures side by side."""

    tiles: tuple[Tile, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart with its caption; the chart itself carries title and text alternative. It takes `share` of the width."""

    chart: Chart
    caption: str | None = None
    share: float = 1


@dataclass(frozen=True, slots=True)
class Beside:
    """Two columns, the left one taking `share` of the width."""

    left: tuple["Block", ...]
    right: tuple["Block", ...]
    share: float = 0.5


@dataclass(frozen=True, slots=True)
class Together:
    """Blocks that must not be torn apart by a page end where they fit on one page.

    With `firmly` off they may be torn, between two blocks, where the page before would stay mostly empty otherwise.
    """

    blocks: tuple["Block", ...]
    firmly: bool = True


@dataclass(frozen=True, slots=True)
class PageBreak:
    """The next block begins a new page, on paper."""


@dataclass(frozen=True, slots=True)
class FillIn:
    """Something to fill in on paper: boxes to tick with their labels, or empty lines to write on."""

    boxes: tuple[str, ...] = ()
    lines: int = 0
    label: str | None = None


Block = Heading | Paragraph | Items | Table | Tiles | Picture | Beside | Together | PageBreak | FillIn


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a report that can be chosen, shown or left out as a whole.

    One that is not `usual` is only there where somebody asks for it.
    """

    id: str
    blocks: tuple[Block, ...]
    new_page: bool = True
    usual: bool = True


@dataclass(frozen=True, slots=True)
class Cover:
    """The first page: the city's own radar as the picture, a name, one line, and what identifies the report."""

    kicker: str
    title: str
    subtitle: str
    lines: tuple[str, ...]
    picture: Chart | None = None


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that travels inside the PDF: the inputs, so that every figure can be computed again."""

    name: str
    description: str
    media_type: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report. `date` is the date of the assessment (ISO 8601): the same inputs give the same bytes.

    A `plain` one is meant to be pasted into somebody else's template: a document draws it without colours of its own.
    """

    language: Language
    title: str
    subject: str
    date: str
    cover: Cover | None
    contents_title: str | None
    sections: tuple[Section, ...]
    running_head: str
    running_foot: str
    draft_mark: str | None = None
    attachments: tuple[Attachment, ...] = ()
    branding: Branding = PLAIN
    facts: Mapping[str, str] = field(default_factory=dict)
    plain: bool = False
