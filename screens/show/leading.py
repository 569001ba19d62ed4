"""Where a figure on a screen leads: to the page that says why it is what it is."""

from collections.abc import Callable
from urllib.parse import urlencode

Leading = Callable[[str | None], str | None]
"""From the subject of a figure to the address of its reason; None where there is nowhere to go."""


def nowhere(subject: str | None) -> str | None:  # noqa: ARG001 - it leads nowhere, whatever it is about
    """For pages whose figures have no reasons of their own."""
    return None


def reasons_of(assessment: str, revision: int | None = None) -> Leading:
    """Leads to the reasons of the figures of an assessment, or of what was signed as one of its revisions."""

    def lead(subject: str | None) -> str | None:
        return None if subject is None else address(assessment, subject, revision)

    return lead


def address(assessment: str, subject: str, revision: int | None = None) -> str:
    """The address of the reason of one figure. An attribute is written with a full stop: GOV.1.PA2.1."""
    of = subject.replace("/PA", ".PA") if subject.count("/") == 1 else subject
    query = {"assessment": assessment, "of": of} | ({"revision": revision} if revision else {})
    return f"why?{urlencode(query, safe='/')}"
