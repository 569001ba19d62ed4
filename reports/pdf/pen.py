"""The only hand that draws on a page. Whatever it draws belongs to an element of the structure or is an artifact.

Artifacts (rules, grounds, running heads) are what a reader who listens can do without. There is no third kind, so
nothing unmarked can reach a page.
"""

import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO

from PIL import Image
from reportlab.lib.colors import HexColor
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from reports.pdf.structure import Element, Linked, Marked
from reports.typeface import Face, Run, font, runs, width
from reports.vectors.shapes import Box, Disc, Label, Path, Scene

_REPLACEMENT = "\ufffd"
_UNSPEAKABLE = ("Co", "Cs")


@dataclass(frozen=True, slots=True)
class Ink:
    """How a stretch of text looks."""

    face: Face
    size: float
    colour: str


@dataclass(eq=False, slots=True)
class Target:
    """Where a link leads, and what it says; `element` is made when the link is first drawn."""

    text: str
    anchor: str | None = None
    href: str | None = None
    element: Element | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A link as it was drawn: the page it stands on, its rectangle (x0, y0, x1, y1) in points, and its target."""

    page: int
    rectangle: tuple[float, float, float, float]
    target: Target
    element: Element


@dataclass(slots=True)
class Drawn:
    """What drawing leaves behind besides the pages: the element of each mark on each page, and the links."""

    marks: list[list[Element]] = field(default_factory=lambda: [[]])
    links: list[Link] = field(default_factory=list)


class Pen:
    """Draws text, shapes and links on the pages of one document, in points from the bottom left corner.

    `instead` names colours that give way to others wherever they are drawn: those of a branding.
    """

    def __init__(self, page_size: tuple[float, float], instead: Mapping[str, str] | None = None) -> None:
        self.drawn = Drawn()
        self._out = BytesIO()
        first = font("Inter-Regular")
        self._canvas = Canvas(
            self._out,
            pagesize=page_size,
            invariant=1,
            pageCompression=1,
            initialFontName=first.fontName,
            initialFontSize=9,
        )
        self._current: Element | str | None = None
        self._colours: dict[str, HexColor] = {}
        self._instead = instead or {}

    @property
    def page(self) -> int:
        """The page being drawn, from 0."""
        return len(self.drawn.marks) - 1

    def mark(self, element: Element | None, kind: str = "Layout") -> None:
        """What is drawn from here on belongs to `element`, or is an artifact of a kind (Layout, Pagination)."""
        wanted = element if element is not None else kind
        if wanted is self._current or wanted == self._current:
            return
        self._close()
        self._current = wanted
        if element is None:
            self._canvas.addLiteral(f"/Artifact <</Type /{kind}>> BDC")
            return
        marks = self.drawn.marks[-1]
        element.kids.append(Marked(self.page, len(marks)))
        self._canvas.addLiteral(f"/{element.tag} <</MCID {len(marks)}>> BDC")
        marks.append(element)

    def turn_page(self) -> None:
        """Ends the page and begins the next one."""
        self._close()
        self._canvas.showPage()
        self.drawn.marks.append([])

    def finish(self) -> bytes:
        """Ends the last page and gives the file."""
        self._close()
        self._canvas.showPage()
        self._canvas.save()
        return self._out.getvalue()

    def text(self, x: float, y: float, text: str, ink: Ink) -> None:
        """Text on the base line `y`, beginning at `x`."""
        self._fill(ink.colour)
        for run in runs(text, ink.face):
            self._run(x, y, run, ink.size)
            if len(run.text) < len(text):
                x += width(run.stands_for or run.text, ink.face, ink.size)

    def soft_hyphen(self, x: float, y: float, ink: Ink) -> None:
        """A hyphen that only shows where a word was divided; who copies or listens gets the undivided word."""
        with self._spoken_as("\u00ad"):
            self.text(x, y, "-", ink)

    def link(self, rectangle: tuple[float, float, float, float], target: Target, element: Element) -> None:
        """Makes a rectangle of the page a link that belongs to `element`."""
        element.kids.append(Linked(self.page, len(self.drawn.links)))
        self.drawn.links.append(Link(self.page, rectangle, target, element))

    def rule(self, x: float, y: float, length: float, colour: str, thickness: float = 0.5) -> None:
        """A horizontal rule."""
        self._stroke(colour, thickness)
        self._canvas.line(x, y, x + length, y)

    def ground(self, x: float, y: float, wide: float, high: float, *, colour: str, radius: float = 0) -> None:
        """A filled rectangle whose lower left corner is (x, y)."""
        self._fill(colour)
        if radius:
            self._canvas.roundRect(x, y, wide, high, radius, stroke=0, fill=1)
        else:
            self._canvas.rect(x, y, wide, high, stroke=0, fill=1)

    def frame(self, x: float, y: float, wide: float, high: float, colour: str) -> None:
        """An empty box, for example one to tick."""
        self._stroke(colour, 0.8)
        self._canvas.roundRect(x, y, wide, high, 1.2, stroke=1, fill=0)

    def slanted(self, x: float, y: float, text: str, ink: Ink) -> None:
        """Text that rises across the page around a middle point."""
        self._canvas.saveState()
        self._canvas.translate(x, y)
        self._canvas.rotate(52)
        self.text(-width(text, ink.face, ink.size) / 2, -ink.size / 3, text, ink)
        self._canvas.restoreState()

    def picture(self, x: float, y: float, size: tuple[float, float], image: Image.Image) -> None:
        """A picture without transparent parts, whose lower left corner is (x, y)."""
        self._canvas.drawImage(ImageReader(image), x, y, *size)

    def scene(self, x: float, y: float, scene: Scene) -> None:
        """A chart whose upper left corner is (x, y)."""
        for shape in scene.shapes:
            if isinstance(shape, Path):
                self._path(x, y, shape)
            elif isinstance(shape, Disc):
                self._disc(x, y, shape)
            elif isinstance(shape, Box):
                bottom = y - shape.y - shape.height
                self.ground(x + shape.x, bottom, shape.width, shape.height, colour=shape.fill, radius=shape.radius)
            else:
                self._label(x, y, shape)

    def _run(self, x: float, y: float, run: Run, size: float) -> None:
        font(run.font)
        self._canvas.setFont(run.font, size)
        if run.stands_for is None:
            self._canvas.drawString(x, y, run.text)
            return
        with self._spoken_as(_speakable(run.stands_for)):
            self._canvas.drawString(x, y, run.text)

    @contextmanager
    def _spoken_as(self, text: str) -> Iterator[None]:
        spoken = f"\ufeff{text}".encode("utf-16-be").hex()
        self._canvas.addLiteral(f"/Span <</ActualText <{spoken}>>> BDC")
        yield
        self._canvas.addLiteral("EMC")

    def _path(self, x: float, y: float, shape: Path) -> None:
        path = self._canvas.beginPath()
        (first_x, first_y), *others = shape.points
        path.moveTo(x + first_x, y - first_y)
        for point_x, point_y in others:
            path.lineTo(x + point_x, y - point_y)
        if shape.closed:
            path.close()
        if shape.fill:
            self._fill(shape.fill)
            self._canvas.setFillAlpha(shape.opacity)
        if shape.stroke:
            self._stroke(shape.stroke, shape.width)
            self._canvas.setDash(list(shape.dash))
        self._canvas.drawPath(path, stroke=int(shape.stroke is not None), fill=int(shape.fill is not None))
        self._reset(shape)

    def _reset(self, shape: Path) -> None:
        if shape.fill:
            self._canvas.setFillAlpha(1)
        if shape.dash:
            self._canvas.setDash([])

    def _disc(self, x: float, y: float, shape: Disc) -> None:
        if shape.fill:
            self._fill(shape.fill)
        if shape.stroke:
            self._stroke(shape.stroke, shape.width)
        centre = (x + shape.x, y - shape.y)
        self._canvas.circle(
            *centre, shape.radius, stroke=int(shape.stroke is not None), fill=int(shape.fill is not None)
        )

    def _label(self, x: float, y: float, shape: Label) -> None:
        share = {"start": 0.0, "middle": 0.5, "end": 1.0}[shape.anchor]
        left = x + shape.x - width(shape.text, shape.face, shape.size) * share
        self.text(left, y - shape.y, shape.text, Ink(shape.face, shape.size, shape.colour))

    def _close(self) -> None:
        if self._current is not None:
            self._canvas.addLiteral("EMC")
        self._current = None

    def _fill(self, colour: str) -> None:
        self._canvas.setFillColor(self._colour(colour))

    def _stroke(self, colour: str, thickness: float) -> None:
        self._canvas.setStrokeColor(self._colour(colour))
        self._canvas.setLineWidth(thickness)

    def _colour(self, colour: str) -> HexColor:
        if colour not in self._colours:
            self._colours[colour] = HexColor(self._instead.get(colour, colour))
        return self._colours[colour]


def _speakable(text: str) -> str:
    """Private characters mean something only to who made them up; nobody else can read them out."""
    return "".join(_REPLACEMENT if unicodedata.category(each) in _UNSPEAKABLE else each for each in text)
