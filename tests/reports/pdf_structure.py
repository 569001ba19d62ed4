"""A quick look into a tagged PDF, without Java: what an accessible file must hold, checked on every test PDF."""

from collections.abc import Iterator
from io import BytesIO

import pikepdf
from pikepdf import Name, Pdf, parse_content_stream

_PAINTING = frozenset(["S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Tj", "TJ", "'", '"', "Do", "sh", "BI"])


def faults(data: bytes) -> tuple[str, ...]:
    """Everything that is wrong, in words; nothing for a good file."""
    with Pdf.open(BytesIO(data)) as pdf:
        return tuple(dict.fromkeys((*_in_catalogue(pdf), *_in_tree(pdf), *_on_pages(pdf))))


def elements(pdf: Pdf) -> Iterator[pikepdf.Object]:
    """The elements of the structure tree in reading order."""
    waiting = [pdf.Root.StructTreeRoot.K]
    while waiting:
        current = waiting.pop()
        if isinstance(current, pikepdf.Array):
            waiting.extend(reversed(list(current)))
        elif isinstance(current, pikepdf.Dictionary) and "/S" in current:
            yield current
            if "/K" in current and not isinstance(current.K, int):
                waiting.append(current.K)


def _in_catalogue(pdf: Pdf) -> Iterator[str]:
    root = pdf.Root
    if "/StructTreeRoot" not in root or not bool(root.get("/MarkInfo", pikepdf.Dictionary()).get("/Marked", False)):
        yield "not tagged"
    if "/Lang" not in root:
        yield "no language"
    if b"pdfuaid" not in root.Metadata.read_bytes() or b"pdfaid" not in root.Metadata.read_bytes():
        yield "does not say what it conforms to"
    if not root.get("/ViewerPreferences", pikepdf.Dictionary()).get("/DisplayDocTitle", False):
        yield "does not show its title"
    if "/Outlines" not in root:
        yield "no bookmarks"


def _in_tree(pdf: Pdf) -> Iterator[str]:
    level = 0
    for element in elements(pdf):
        tag = str(element.S)
        if tag == "/Figure" and ("/Alt" not in element or "/BBox" not in element.A):
            yield "figure without text alternative or box"
        if tag == "/TH" and "/Scope" not in element.get("/A", {}):
            yield "header cell without scope"
        if tag in ("/H1", "/H2", "/H3"):
            if int(tag[2]) > level + 1:
                yield f"heading {tag} after level {level}"
            level = int(tag[2])
        if tag == "/Table" and len({_cells(row) for row in _rows(element)}) > 1:
            yield "table with rows of different length"


def _rows(table: pikepdf.Object) -> Iterator[pikepdf.Object]:
    for part in _kids(table):
        if str(part.get("/S")) in ("/THead", "/TBody"):
            yield from _kids(part)


def _cells(row: pikepdf.Object) -> int:
    return len(list(_kids(row)))


def _kids(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
    kids: object = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary):
            yield kid


def _on_pages(pdf: Pdf) -> Iterator[str]:
    for number, page in enumerate(pdf.pages, 1):
        yield from (f"page {number}: {fault}" for fault in (*_marks(page), *_links(page), *_fonts(page)))


def _marks(page: pikepdf.Page) -> Iterator[str]:
    depth = 0
    for instruction in parse_content_stream(page):
        operator = str(instruction.operator)
        depth += (operator in ("BDC", "BMC")) - (operator == "EMC")
        if operator in _PAINTING and depth == 0:
            yield "something is painted without a mark"
    if depth:
        yield "marks do not close"


def _links(page: pikepdf.Page) -> Iterator[str]:
    for annotation in page.get("/Annots", []):
        if "/Contents" not in annotation or "/StructParent" not in annotation:
            yield "link that says nothing"
    if "/Annots" in page and page.get("/Tabs") != Name.S:
        yield "links out of order"


def _fonts(page: pikepdf.Page) -> Iterator[str]:
    for font in page.Resources.get("/Font", {}).values():
        if "/FontFile2" not in font.get("/FontDescriptor", {}):
            yield f"font {font.BaseFont} is not embedded"
        if "/ToUnicode" not in font:
            yield f"font {font.BaseFont} cannot be copied from"
