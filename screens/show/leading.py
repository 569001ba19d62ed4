"""Where a figure on a screen leads: to the page that says why it is what it is; a mark leads to its measure."""

from collections.abc import Callable
from urllib.parse import urlencode

from reports.content.planned import MEASURE

Leading = Callable[[str | None], str | None]
"""From the subject of a figure to the address of its reason; None where there is nowhere to go."""


def nowhere(subject: str | None) -> str | None:  # noqa: ARG001 - it leads nowhere, whatever it is about
    """For pages whose figures have no reasons of their own."""
    return None


def reasons_of(assessment: str, revision: int | None = None, view: int | None = None) -> Leading:
    """Leads to the reasons of the figures of an assessment, or of what was signed as one of its revisions.

    `view` is the number of a view from outside, from 1, whose figures are meant instead of the city's.
    """

    def lead(subject: str | None) -> str | None:
        if subject is not None and subject.startswith(MEASURE):
            return f"measures?{urlencode({'assessment': assessment, 'measure': subject.removeprefix(MEASURE)})}"
        return None if subject is None else address(assessment, subject, revision, view)

    return lead


def address(assessment: str, subject: str, revision: int | None = None, view: int | None = None) -> str:
    """The address of the reason of one figure. An attribute is written with a full stop: GOV.1.PA2.1."""
    of = subject.replace("/PA", ".PA") if subject.count("/") == 1 else subject
    query: dict[str, str | int] = {"assessment": assessment, "of": of}
    query |= ({"revision": revision} if revision else {}) | ({"view": view} if view else {})
    return f"why?{urlencode(query, safe='/')}"
