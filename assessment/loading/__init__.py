"""Reading what people wrote: questionnaires and answers become values, or every problem is told with its place."""

from assessment.loading.answering import CommandLine
from assessment.loading.answers import Reading, parse_answers, read_answers, read_rows
from assessment.loading.checking import check
from assessment.loading.library import QUESTIONNAIRES, load_library
from assessment.loading.register_file import dump_register, read_register
from assessment.loading.target_file import read_target
from assessment.loading.writing import dump_answers

__all__ = [
    "QUESTIONNAIRES",
    "CommandLine",
    "Reading",
    "check",
    "dump_answers",
    "dump_register",
    "load_library",
    "parse_answers",
    "read_answers",
    "read_register",
    "read_rows",
    "read_target",
]
