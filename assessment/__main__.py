"""`python -m assessment`: the command line with what it finds around it."""

import sys
from typing import TextIO

from assessment import wiring
from assessment.cli import Surroundings, main


def _never_stumble_over_a_letter(stream: TextIO) -> None:
    # A terminal that cannot show an umlaut gets a question mark, not a traceback.
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(errors="replace")


if __name__ == "__main__":
    for each in (sys.stdout, sys.stderr):
        _never_stumble_over_a_letter(each)
    chosen = wiring.settings()
    around = Surroundings(
        chosen.questionnaires, wiring.terminal_language(), wiring.now(), chosen.data, chosen.database_url
    )
    sys.exit(main(sys.argv[1:], around))
