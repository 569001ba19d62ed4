"""What is printed in a tagged PDF, in reading order: the figures with the page and the heading they stand under.

Running heads and feet, which belong to no element, are left aside; so are page numbers, which change with the layout.
"""

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

import pikepdf
import pypdfium2
from pikepdf import Pdf
from pypdfium2 import raw

_FIGURE = re.compile(r"\d|^[NPLF][+-]?$")
_EDGES = "()[]{},.;:!?\u201e\u201c\u201d\"'"
_HEADINGS = ("/H1", "/H2", "/H3")
_DEEPEST = 60
_MOST = 400_000
"""Elements that are looked at: a full report has some twenty thousand."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure or letter as it is printed: the page, counted from 1, and the heading above it."""

    page: int
    heading: str
    text: str


class NotTagged(Exception):  # noqa: N818 - named for what was found
    """The file has no structure that could be read."""


def figures(data: bytes) -> tuple[Figure, ...]:
    """Every figure and every letter of a rating, in reading order.

    Raises:
        NotTagged: where the file is no tagged PDF, or damaged.
    """
    try:
        with Pdf.open(BytesIO(data)) as pdf:
            texts = _texts(data)
            numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
            return tuple(_walked(pdf.Root.StructTreeRoot.K, _Reader(texts, numbers)))
    except (pikepdf.PdfError, pypdfium2.PdfiumError, AttributeError, KeyError, TypeError, ValueError) as error:
        raise NotTagged from error


@dataclass(slots=True)
class _Reader:
    """The texts of all marks, and what was passed while reading."""

    texts: dict[tuple[int, int], str]
    numbers: dict[tuple[int, int], int]
    heading: str = ""
    seen: int = 0

    def text(self, page: int | None, mark: int) -> str:
        return self.texts.get((page, mark), "") if page is not None else ""

    def page(self, element: pikepdf.Object, inherited: int | None) -> int | None:
        return self.numbers.get(element.Pg.objgen) if "/Pg" in element else inherited


def _walked(element: object, reader: _Reader, page: int | None = None, depth: int = 0) -> Iterator[Figure]:
    if depth > _DEEPEST or reader.seen > _MOST:
        raise ValueError("more than any report")
    reader.seen += 1
    if isinstance(element, pikepdf.Array):
        for kid in element:
            yield from _walked(kid, reader, page, depth + 1)
    elif isinstance(element, pikepdf.Dictionary) and "/S" in element and str(element.S) != "/TOC":
        here = reader.page(element, page)
        yield from _own(element, reader, here)
        for inside in _kids(element):
            yield from _walked(inside, reader, here, depth + 1)


def _own(element: pikepdf.Object, reader: _Reader, page: int | None) -> Iterator[Figure]:
    """The figures in an element itself, and in its text alternative."""
    runs = list(_runs(element, reader, page))
    if str(element.S) in _HEADINGS:
        reader.heading = " ".join("".join(text for _, text in runs).split())
    if "/Alt" in element and page is not None:
        runs.append((page, str(element.Alt)))
    for number, text in runs:
        yield from (Figure(number + 1, reader.heading, token) for token in tokens(text))


def _runs(element: pikepdf.Object, reader: _Reader, page: int | None) -> Iterator[tuple[int, str]]:
    """The text that belongs to an element itself, page by page: lines of one paragraph are read as one text."""
    parts: dict[int, list[str]] = {}
    for kid in _kids(element):
        if isinstance(kid, int):
            at, mark = page, kid
        elif isinstance(kid, pikepdf.Dictionary) and "/MCID" in kid:
            at, mark = reader.page(kid, page), int(kid.MCID)
        else:
            continue
        if at is not None:
            parts.setdefault(at, []).append(reader.text(at, mark))
    return ((number, " ".join(texts)) for number, texts in parts.items())


def _kids(element: pikepdf.Object) -> list[object]:
    """What an element holds: elements, and marks as numbers."""
    kids: object = element.get("/K", [])
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def tokens(text: str) -> Iterator[str]:
    """The figures and letters in a text."""
    for word in text.split():
        bare = word.strip(_EDGES)
        if _FIGURE.search(bare):
            yield bare


def _texts(data: bytes) -> dict[tuple[int, int], str]:
    """The text of every mark, by page and number."""
    found: dict[tuple[int, int], list[str]] = {}
    document = pypdfium2.PdfDocument(data)
    try:
        for number in range(len(document)):
            page = document[number]
            text_page = page.get_textpage()
            for index in range(raw.FPDFPage_CountObjects(page.raw)):
                thing = raw.FPDFPage_GetObject(page.raw, index)
                mark = raw.FPDFPageObj_GetMarkedContentID(thing)
                if mark >= 0 and raw.FPDFPageObj_GetType(thing) == raw.FPDF_PAGEOBJ_TEXT:
                    found.setdefault((number, mark), []).append(_text(thing, text_page))
            text_page.close()
            page.close()
    finally:
        document.close()
    return {key: " ".join(texts) for key, texts in found.items()}


def _text(thing: object, text_page: pypdfium2.PdfTextPage) -> str:
    size = raw.FPDFTextObj_GetText(thing, text_page.raw, None, 0)
    if size <= 2:
        return ""
    buffer = ctypes.create_string_buffer(size)
    raw.FPDFTextObj_GetText(thing, text_page.raw, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size)
    return buffer.raw[: size - 2].decode("utf-16-le", errors="replace")
