"""The forms a report can be written in: to read and keep, to edit, to reckon with, to paste."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Literal, get_args

from reports import docx, pdf
from reports.document import Report
from reports.pasting import as_text
from reports.workbook.figures import write_figures

Form = Literal["pdf", "docx", "xlsx", "txt"]
FORMS: tuple[Form, ...] = get_args(Form)

MEDIA_TYPES: Mapping[Form, str] = MappingProxyType(
    {
        "pdf": "application/pdf",
        "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "txt": "text/plain; charset=utf-8",
    }
)


def write(report: Report, form: Form) -> bytes:
    """The report as a file. The same report gives the same bytes.

    Raises `ValueError` where the report's date is not written as YYYY-MM-DD.
    """
    return _WRITERS[form](report)


def _text(report: Report) -> bytes:
    return as_text(report).encode()


_WRITERS: Mapping[Form, Callable[[Report], bytes]] = MappingProxyType(
    {"pdf": pdf.write, "docx": docx.write, "xlsx": write_figures, "txt": _text}
)
