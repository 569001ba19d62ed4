"""What is given to a printing process, and what became of it."""

from dataclasses import dataclass
from pathlib import Path

from models.message import Message
from reports.printing.trouble import Result


@dataclass(frozen=True, slots=True)
class Job:
    """A report to print: its name for whoever waits, the order as JSON, and the file it goes to.

    `look` asks for pictures of some pages instead (the first one from 0, how many): they go beside that file. `known`
    is what became of it where nothing needs to be printed any more, `said` and `why` are as in its outcome.
    """

    name: str
    order: str
    to: Path
    look: tuple[int, int] | None = None
    known: Result | None = None
    said: tuple[Message, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a job.

    `said` is what is known more exactly than the result, sentence by sentence, for people. `why` is for the log, where
    something broke: kinds of errors and places, no texts. `pages` is how many pages there are, where pictures were
    asked for.
    """

    job: Job
    result: Result
    said: tuple[Message, ...] = ()
    why: str = ""
    pages: int = 0
