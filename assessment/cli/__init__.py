"""The command line: `python -m assessment COMMAND`. Reads and writes files; copies what the app keeps, puts it back."""

from assessment.cli.main import main
from assessment.cli.surroundings import Surroundings

__all__ = ["Surroundings", "main"]
