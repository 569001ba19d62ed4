"""The questionnaire as a workbook that people fill in with a spreadsheet, and back again.

`write` makes the workbook, empty or with answers; `read` takes a filled one, from whomever it came.
The form is a promise to users and described in docs/command-line.md.
"""

from reports.workbook.reading import is_workbook, read
from reports.workbook.writing import write

__all__ = ["is_workbook", "read", "write"]
