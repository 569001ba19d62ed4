"""The program behind `reports.printing.press`: orders on standard input, one a line; what became of each, one a line.

Standard output is kept for these lines alone: whatever a library prints goes to standard error.
"""

import errno
import json
import os
import resource
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from assessment.loading import load_library
from models.problem import InputRefused
from models.questionnaire import Library
from reports.order import printed, read_order
from reports.printing.pages import draw_pages
from reports.printing.trouble import as_plain, place_of, said_by

_MEMORY = 1_500_000_000
_FULL = (errno.ENOSPC, errno.EDQUOT)


def main() -> int:
    """Prints until nothing more is ordered."""
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8", buffering=1)
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    for line in sys.stdin.buffer:
        answers.write(json.dumps(answered(json.loads(line))) + "\n")
    return 0


def answered(wish: Mapping[str, Any]) -> dict[str, Any]:
    """Prints what is wished for, and says what became of it."""
    try:
        data = printed(read_order(wish["order"]), _library(wish["questionnaires"]))
        if wish.get("look"):
            return {"result": "done", "pages": str(draw_pages(data, Path(wish["to"]), *wish["look"]))}
        Path(wish["to"]).write_bytes(data)
    except InputRefused as refused:
        return {"result": "refused", "said": [as_plain(each) for each in said_by(refused)]}
    except MemoryError:
        return {"result": "too large"}
    except Exception as error:  # noqa: BLE001 - one bad report must not end a batch
        full = isinstance(error, OSError) and error.errno in _FULL
        return {"result": "no room"} if full else {"result": "broken", "why": place_of(error)}
    return {"result": "done"}


@cache
def _library(folder: str) -> Library:
    return load_library(Path(folder))


if __name__ == "__main__":
    sys.exit(main())
