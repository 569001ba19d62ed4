"""The program behind `reports.printing.press`: orders on standard input, one a line; what became of each, one a line.

Standard output is kept for these lines alone: whatever a library prints goes to standard error.
"""

import json
import os
import resource
import sys
import traceback
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from assessment.loading import load_library
from models.problem import InputRefused
from models.questionnaire import Library
from reports.order import printed, read_order
from reports.printing.pages import draw_pages

_MEMORY = 1_500_000_000


def main() -> int:
    """Prints until nothing more is ordered."""
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8", buffering=1)
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    for line in sys.stdin.buffer:
        answers.write(json.dumps(_done(json.loads(line))) + "\n")
    return 0


def _done(wish: Mapping[str, Any]) -> dict[str, str]:
    try:
        data = printed(read_order(wish["order"]), _library(wish["questionnaires"]))
        if wish.get("look"):
            return {"result": "done", "pages": str(draw_pages(data, Path(wish["to"]), *wish["look"]))}
        Path(wish["to"]).write_bytes(data)
    except InputRefused as refused:
        return {"result": "refused", "why": str(refused)}
    except Exception as error:  # noqa: BLE001 - one bad report must not end a batch; the log gets the place, no texts
        where = "".join(traceback.format_tb(error.__traceback__))
        return {"result": "broken", "why": f"{type(error).__name__}\n{where}"}
    return {"result": "done"}


@cache
def _library(folder: str) -> Library:
    return load_library(Path(folder))


if __name__ == "__main__":
    sys.exit(main())
