"""The program behind `web.press`: an order on standard input, a PDF on standard output."""

import datetime
import json
import resource
import sys
from pathlib import Path

from assessment.loading import load_library, parse_answers
from locales.words import words
from models.problem import InputRefused
from reports import pdf
from reports.handout import Occasion, report_on
from web.press import Order

_MEMORY = 1_500_000_000
_CPU_SECONDS = 40
_REFUSED = 3


def main() -> int:
    """Prints one report. The exit code is 3 where the answers were refused."""
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_CPU_SECONDS, _CPU_SECONDS))
    wanted = Order(**json.load(sys.stdin.buffer))
    try:
        sys.stdout.buffer.write(_report(wanted))
    except InputRefused:
        return _REFUSED
    return 0


def _report(wanted: Order) -> bytes:
    library = load_library(Path(wanted.questionnaires))
    answers = parse_answers(wanted.answers.encode(), "answers.yaml", library)
    occasion = Occasion(datetime.date.fromisoformat(wanted.today), wanted.title, wanted.version, wanted.one_rater)
    questionnaire = library.questionnaire(answers.questionnaire, answers.version)
    return pdf.write(report_on(questionnaire, answers, words(wanted.language), occasion))


if __name__ == "__main__":
    sys.exit(main())
