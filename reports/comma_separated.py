"""Rows as a file for any spreadsheet program. A text in it never becomes a formula."""

import csv
import re
from collections.abc import Iterable, Sequence
from io import StringIO

from models.authored import Language

MEDIA_TYPE = "text/csv; charset=utf-8"

_UNSAFE = ("=", "+", "-", "@", "|", "%", "\t", "\r", "\n", "＝", "＋", "－", "＠", "｜", "％")
"""What begins a formula, or ends a cell, in one spreadsheet program or another; full-width signs count in some."""


def comma_separated(rows: Iterable[Sequence[str]], language: Language) -> bytes:
    """The rows, apart by what spreadsheets of the language expect, with a mark that tells them its encoding."""
    out = StringIO()
    writer = csv.writer(out, delimiter=";" if language == "de" else ",")
    for row in rows:
        writer.writerow([_text(each) for each in row])
    return out.getvalue().encode("utf-8-sig")


_BEHIND = re.compile(rf"([;,\t\r\n][ \u00a0]*)(?=[{re.escape(''.join(_UNSAFE[:6]))}])")
"""Where a program of the other language, which parts cells elsewhere, would see a cell begin that is a formula."""


def _text(value: str) -> str:
    safe = _BEHIND.sub(r"\1'", value)
    return f"'{safe}" if safe.lstrip(" \u00a0").startswith(_UNSAFE) else safe
