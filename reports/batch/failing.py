"""A report of a batch that was not made: which row asked for it, what happened, and what to do about it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from locales.words import Words
from models.message import Message
from reports.batch.planning import Planned
from reports.printing.explaining import explained
from reports.printing.job import Outcome
from reports.printing.trouble import Result, as_plain, from_plain


@dataclass(frozen=True, slots=True)
class Failure:
    """A report that was not made, and why.

    Args:
        name: the name of the file that it would have got.
        city: whose report it would be.
        row: the row of the workbook that asked for it.
        result: what became of it.
        said: what is known more exactly: first what happened, then what to do.
        incident: the number under which the log tells the rest; empty where there is nothing for us to mend.
    """

    name: str
    city: str
    row: int
    result: Result
    said: tuple[Message, ...] = ()
    incident: str = ""

    def why(self, words: Words) -> str:
        """What happened, and what to do."""
        return explained(words, self.result, self.said, self.incident)

    def told(self, words: Words) -> str:
        """All of it: the row, the city, the file, what happened, and what to do."""
        where = words("Row {row}, {city}, {file}", row=self.row, city=self.city, file=self.name)
        return f"{where}: {self.why(words)}"


def failure(planned: Planned, outcome: Outcome, incident: str) -> Failure:
    """What to say about a report that was not made."""
    return Failure(planned.name, planned.line.city, planned.line.row, outcome.result, outcome.said, incident)


def keep(of: Failure) -> dict[str, Any]:
    """The failure as it is kept, for whoever looks later."""
    return {
        "name": of.name,
        "city": of.city,
        "row": of.row,
        "result": of.result,
        "said": [as_plain(each) for each in of.said],
        "incident": of.incident,
    }


def kept(told: Mapping[str, Any]) -> Failure:
    """The failure that was kept."""
    return Failure(**{**told, "said": tuple(map(from_plain, told["said"]))})
