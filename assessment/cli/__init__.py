"""The command line: `python -m assessment COMMAND`. Reads files, writes files, keeps nothing."""

from assessment.cli.main import main
from assessment.cli.surroundings import Surroundings

__all__ = ["Surroundings", "main"]
