"""In which form a report is written: the ending of the file says it."""

from pathlib import Path

from assessment.cli.command import Misused, keep_ending
from models.message import say
from reports.forms import FORMS, Form
from reports.kinds import Kind


def form_of(output: Path, kind: Kind, usual: Form) -> Form:
    """The form that the ending names; a name without an ending gets the usual one.

    Raises `Misused` for a form that the kind is not written in, and for an ending of something else.
    """
    ending = output.suffix.casefold().removeprefix(".")
    form = next((each for each in FORMS if each == ending), None)
    if form is None:
        keep_ending(output, usual)
        return usual
    if form not in kind.forms:
        raise Misused(
            say("the {kind} report is written as {forms}", kind=kind.id, forms=", ".join(map(str.upper, kind.forms)))
        )
    return form
