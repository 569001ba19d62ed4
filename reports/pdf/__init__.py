"""Reports on paper: tagged PDF that a screen reader can read and an archive can keep."""

from reports.pdf.finishing import read_attachment
from reports.pdf.writing import write

__all__ = ["read_attachment", "write"]
