"""Reports to go on writing in: a DOCX with real styles, headings, tables, captions and a contents field."""

from reports.docx.writing import write

__all__ = ["write"]
