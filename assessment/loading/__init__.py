"""Reading what people wrote: questionnaires and answers become values, or every problem is told with its place."""

from pathlib import Path

from assessment.loading.library import load_library

__all__ = ["QUESTIONNAIRES", "load_library"]

QUESTIONNAIRES = Path(__file__).parents[2] / "questionnaires"
"""The questionnaires that come with the program."""
