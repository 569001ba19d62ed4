"""`python -m assessment`: the command line with what it finds around it."""

import sys
from typing import TextIO

from assessment import wiring
from assessment.cli import Surroundings, main
from assessment.cli.manual import EXIT_INPUT_WRONG
from assessment.cli.printing import print_problems
from locales.words import words
from models.problem import InputRefused


def _never_stumble_over_a_letter(stream: TextIO) -> None:
    # A terminal that cannot show an umlaut gets a question mark, not a traceback.
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(errors="replace")


if __name__ == "__main__":
    for each in (sys.stdout, sys.stderr):
        _never_stumble_over_a_letter(each)
    language = wiring.terminal_language()
    try:
        chosen = wiring.settings()
    except InputRefused as refused:
        print_problems(refused.problems, words(language), as_json=False)
        sys.exit(EXIT_INPUT_WRONG)
    around = Surroundings(chosen.questionnaires, language, wiring.now(), chosen.data, chosen.database_url)
    sys.exit(main(sys.argv[1:], around))
