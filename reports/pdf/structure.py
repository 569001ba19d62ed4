"""The structure tree of a tagged PDF: what is a heading, a list, a cell, in reading order.

Layout grows the tree, drawing hangs marked content and links on it, and `plant` writes it into the finished file.
Elements that came to hold nothing are left out, since an empty one only confuses who listens.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

_STAY_EMPTY = ("TH", "TD")
"""A row has as many cells as the others, even where nothing stands in one."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch of a page's content that belongs to an element."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class Linked:
    """A link annotation that belongs to an element, by its place among the links of the document."""

    page: int
    number: int


@dataclass(eq=False, slots=True)
class Element:
    """One element of the tree. Attributes are written as they are, for example Scope of a header cell."""

    tag: str
    alt: str | None = None
    attributes: dict[str, object] | None = None
    kids: list["Element | Marked | Linked"] = field(default_factory=list)

    def add(self, tag: str, alt: str | None = None, attributes: dict[str, object] | None = None) -> "Element":
        """A new element at the end of this one."""
        kid = Element(tag, alt, attributes)
        self.kids.append(kid)
        return kid

    def prune(self) -> bool:
        """Leaves out what holds no content; says whether anything is left."""
        self.kids = [kid for kid in self.kids if not isinstance(kid, Element) or kid.prune()]
        return bool(self.kids) or self.tag in _STAY_EMPTY


def plant(
    pdf: Pdf, root: Element, marks: Sequence[Sequence[Element]], links: Sequence[tuple[Element, pikepdf.Object]]
) -> None:
    """Writes the tree into the file.

    Args:
        pdf: the file, its pages already drawn.
        root: the element that holds all others.
        marks: for each page, the element of each marked stretch, by its number.
        links: the element and the annotation of each link, by its number.
    """
    root.prune()
    tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    planter = _Planter(pdf, [page.obj for page in pdf.pages], [annotation for _, annotation in links])
    tree.K = planter.plant(root, tree)
    numbers = Array()
    for page, elements in enumerate(marks):
        if elements:
            pdf.pages[page].obj.StructParents = page
            numbers.append(page)
            numbers.append(pdf.make_indirect(Array([planter.planted[element] for element in elements])))
    for number, (element, annotation) in enumerate(links, start=len(marks)):
        annotation.StructParent = number
        numbers.append(number)
        numbers.append(planter.planted[element])
    tree.ParentTree = pdf.make_indirect(Dictionary(Nums=numbers))
    tree.ParentTreeNextKey = len(marks) + len(links)
    pdf.Root.StructTreeRoot = tree
    pdf.Root.MarkInfo = Dictionary(Marked=True)


class _Planter:
    def __init__(self, pdf: Pdf, pages: list[pikepdf.Object], annotations: list[pikepdf.Object]) -> None:
        self.planted: dict[Element, pikepdf.Object] = {}
        self._pdf = pdf
        self._pages = pages
        self._annotations = annotations

    def plant(self, element: Element, parent: pikepdf.Object) -> pikepdf.Object:
        planted = self._pdf.make_indirect(Dictionary(S=Name("/" + element.tag), P=parent))
        self.planted[element] = planted
        page = next((kid.page for kid in element.kids if isinstance(kid, Marked)), None)
        if page is not None:
            planted.Pg = self._pages[page]
        if element.alt is not None:
            planted.Alt = String(element.alt)
        if element.attributes is not None:
            planted.A = Dictionary({f"/{key}": _value(value) for key, value in element.attributes.items()})
        kids = list(self._kids(element, planted, page))
        if kids:
            planted.K = kids[0] if len(kids) == 1 else Array(kids)
        return planted

    def _kids(self, element: Element, planted: pikepdf.Object, page: int | None) -> Iterator[object]:
        for kid in element.kids:
            if isinstance(kid, Element):
                yield self.plant(kid, planted)
            elif isinstance(kid, Linked):
                yield Dictionary(Type=Name.OBJR, Obj=self._annotations[kid.number], Pg=self._pages[kid.page])
            elif kid.page == page:
                yield kid.number
            else:
                yield Dictionary(Type=Name.MCR, Pg=self._pages[kid.page], MCID=kid.number)


def _value(value: object) -> object:
    """Words become PDF names, sequences arrays, and everything else stays."""
    if isinstance(value, str):
        return Name("/" + value)
    return Array(value) if isinstance(value, tuple) else value
