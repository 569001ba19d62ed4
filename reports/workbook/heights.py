"""How high a line has to be so that all of its text is seen when the workbook is first opened.

Spreadsheet programs fit the height themselves only once somebody types. Estimated, rather a little too high.
"""

from collections.abc import Iterable
from math import ceil

from openpyxl.worksheet.dimensions import RowDimension
from openpyxl.worksheet.worksheet import Worksheet

_USUAL_SIZE = 11
_POINTS_A_LINE = 15.0
_MOST_POINTS = 400.0
# Column widths count figures; running text needs a little less, bold type and long words a little more.
_LETTERS_PER_WIDTH = 1.1
_LETTERS_OF_A_WORD = 0.9


class _Fitting(RowDimension):
    """A height that the program may change as soon as somebody types a longer text."""

    @property
    def customHeight(self) -> bool:  # noqa: N802 - openpyxl's own name
        return False


def fit(sheet: Worksheet, row: int, texts: Iterable[tuple[str, float]], size: int = _USUAL_SIZE) -> RowDimension:
    """Gives a row the height of its highest text; each text comes with the width of its column.

    Args:
        sheet: the sheet.
        row: the row's number, from 1.
        texts: the texts in the row.
        size: the size of their type in points.
    """
    lines = max((_lines(text, width) for text, width in texts), default=1)
    height = lines * _POINTS_A_LINE * size / _USUAL_SIZE + 3
    sheet.row_dimensions[row] = _Fitting(sheet, index=row, ht=min(height, _MOST_POINTS))
    return sheet.row_dimensions[row]


def _lines(text: str, width: float) -> int:
    return sum(_wrapped(part, width) for part in text.split("\n"))


def _wrapped(text: str, width: float) -> int:
    """Lines of one paragraph; a long word without a break, such as a check sum, runs wider than text does."""
    longest = max(map(len, text.split()), default=0)
    return max(1, ceil(len(text) / (width * _LETTERS_PER_WIDTH)), ceil(longest / (width * _LETTERS_OF_A_WORD)))
