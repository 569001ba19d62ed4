"""A file that somebody opened becomes answers, whether it is YAML or a filled workbook."""

from assessment.loading import Reading, read_answers
from models.questionnaire import Library
from reports import workbook
from screens.browser.parts import OpenedFile

ANSWER_FILES = ".yaml,.yml,.xlsx"
"""What the file dialog offers."""


def answers_in(file: OpenedFile, library: Library) -> Reading:
    """The answers in a file, and what a person should be warned of. Raises `InputRefused` with all problems."""
    read = workbook.read if workbook.is_workbook(file.content) else read_answers
    return read(file.content, file.name, library)
