"""Pages of a finished PDF as pictures: what is looked at before a report is taken is the report itself."""

from pathlib import Path

import pypdfium2

_DOTS = 84
_POINTS_PER_INCH = 72


def draw_pages(data: bytes, to: Path, first: int, count: int) -> int:
    """Draws some pages as PNG files beside `to`, and says how many pages there are in all.

    Args:
        data: the PDF.
        to: where they go; the number of the page, from 0, is put behind the name.
        first: the first page, from 0.
        count: how many.
    """
    document = pypdfium2.PdfDocument(data)
    try:
        for number in range(first, min(first + count, len(document))):
            picture = document[number].render(scale=_DOTS / _POINTS_PER_INCH).to_pil()
            picture.quantize(128).save(page_file(to, number), "PNG")
        return len(document)
    finally:
        document.close()


def page_file(to: Path, number: int) -> Path:
    """Where the picture of a page is."""
    return to.with_name(f"{to.name}-{number:04}.png")
