"""Whether what a report prints is what its inputs give: every figure is held against the report made anew from them.

Two things are compared. The figures and letters of the tagged text, in reading order, wherever a newer version of the
program would break the pages. And, where the same version wrote the file, how each page looks: so a figure that was
painted over, or a chart that was moved, is found too.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from io import BytesIO
from itertools import zip_longest

import pypdfium2

from locales.product import SOFTWARE
from models.message import Message, say, say_many
from models.problem import InputRefused, Place, Problem
from models.questionnaire import Library
from reports import pdf
from reports.content.cohort import PUBLISHED
from reports.provenance.inputs import INPUTS
from reports.provenance.printed import Figure, NotTagged, figures
from reports.provenance.rebuilding import Rebuilt, rebuilt

_SCALE = 0.6
_LIGHTEST_CHANGE = 24
"""How far one dot may differ, of 255: nothing that anybody could see."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a check found.

    Args:
        figures: how many figures and letters were compared.
        problems: what is not as the inputs give it; empty for a report that can be trusted.
        software: the program that wrote the file.
        looks: whether the look of the pages was compared too; another version of the program may break them elsewhere.
        version: for whom the report was made.
        kind: the id of its kind.
    """

    figures: int
    problems: tuple[Problem, ...]
    software: str
    looks: bool
    version: str
    kind: str


def check(data: bytes, file: str, library: Library) -> Verdict:
    """Holds a report against its inputs.

    Args:
        data: the file, from anywhere.
        file: what it is called.
        library: the questionnaires there are.

    Raises:
        InputRefused: where it is no report of this program with its inputs inside.
    """
    anew = rebuilt(_inputs(data, file), file, library)
    expected = pdf.write(anew.report)
    try:
        printed = figures(data)
    except NotTagged as error:
        raise _refused(
            file, say("The text of the file cannot be read any more: it is damaged, or was rewritten")
        ) from error
    wanted = figures(expected)
    problems = [*_inputs_changed(anew, file), *_differing(printed, wanted, file)]
    looks = anew.software == SOFTWARE
    if looks and not problems:
        problems = list(_looking_different(data, expected, anew, file))
    return Verdict(len(wanted), tuple(problems), anew.software, looks, anew.version, anew.kind)


def _inputs(data: bytes, file: str) -> bytes:
    if data.startswith(b"PK"):
        raise _refused(
            file,
            say("An office document can be edited, so nobody can vouch for its figures"),
            say("Expected is the PDF of the same report, which holds its inputs"),
        )
    if not data.lstrip()[:5].startswith(b"%PDF-"):
        raise _refused(file, say("This is no PDF"))
    try:
        return pdf.read_attachment(data, INPUTS)
    except InputRefused as refused:
        if _holds(data, PUBLISHED):
            raise _refused(file, _ON_A_GROUP, _ITS_FIGURES) from refused
        raise _refused(
            file,
            say(
                "The file holds no inputs that could be read: it is damaged, it was rewritten or never written by this "
                "program, or it is an empty questionnaire"
            ),
        ) from refused


def _holds(data: bytes, name: str) -> bool:
    try:
        pdf.read_attachment(data, name)
    except InputRefused:
        return False
    return True


def _inputs_changed(anew: Rebuilt, file: str) -> Iterator[Problem]:
    if anew.untouched is False:
        found = say("The answers inside the file do not fit their own digest: they were changed")
        yield Problem(Place(file), say("Inputs"), found, _ORIGINAL)


def _differing(found: Sequence[Figure], wanted: Sequence[Figure], file: str) -> Iterator[Problem]:
    """Each stretch of figures that is not as it should be."""
    one, other = [each.text for each in found], [each.text for each in wanted]
    for tag, start, end, from_, to in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        for is_there, should_be in zip_longest(found[start:end], wanted[from_:to]):
            yield _differs(is_there, should_be, file)


def _differs(found: Figure | None, wanted: Figure | None, file: str) -> Problem:
    place = found or wanted
    trail = say("Page {page}, {heading}", page=place.page, heading=place.heading or "–") if place else ""
    there = say("Printed is {figure}", figure=found.text) if found else say("A figure is missing")
    expected = say("The inputs give {figure}", figure=wanted.text) if wanted else say("The inputs give no figure here")
    return Problem(Place(file), trail, there, expected)


def _looking_different(data: bytes, expected: bytes, anew: Rebuilt, file: str) -> Iterator[Problem]:
    """Pages with the right text that look different. A logo is no input: the cover that has one is not compared."""
    first = 1 if anew.logo else 0
    one, other = pypdfium2.PdfDocument(BytesIO(data)), pypdfium2.PdfDocument(BytesIO(expected))
    try:
        if len(one) != len(other):
            yield Problem(
                Place(file),
                "",
                say_many(len(one), "The file has 1 page", "The file has {count} pages"),
                say_many(len(other), "The inputs give 1 page", "The inputs give {count} pages"),
            )
            return
        for number in range(first, len(one)):
            if not _alike(one[number], other[number]):
                yield Problem(
                    Place(file),
                    say("Page {page}", page=number + 1),
                    say("The page looks different: something was painted on it, or a chart was changed"),
                    _ORIGINAL,
                )
    finally:
        one.close()
        other.close()


def _alike(one: pypdfium2.PdfPage, other: pypdfium2.PdfPage) -> bool:
    if one.get_size() != other.get_size():
        return False
    drawn, wanted = (page.render(scale=_SCALE, grayscale=True).to_numpy().astype("int16") for page in (one, other))
    return bool(abs(drawn - wanted).max(initial=0) < _LIGHTEST_CHANGE)


def _refused(file: str, found: Message, expected: Message | None = None) -> InputRefused:
    return InputRefused((Problem(Place(file), "", found, expected or _ORIGINAL),))


_ON_A_GROUP = say(
    "This is a report on a group: the answers of its cities are not in it, so its figures cannot be computed again "
    "from the file"
)
_ITS_FIGURES = say(
    "Its figures stand in published.json inside the PDF; compare them with the edition in the app, or with the "
    "register of editions"
)
_ORIGINAL = say("Expected is a report that this program wrote, unchanged")
