"""Sees to it that an id means one thing: within its file, and across the files where it is looked up."""

from collections.abc import Iterable, Iterator

from assessment.loading.binding import Bound
from assessment.loading.folder import Folder, ModelFolder
from assessment.loading.spelling import clipped
from assessment.loading.tree import EACH, Path, Plain
from models.authored import Authored
from models.message import Message, say
from models.problem import Place, Problem

_IN_ONE_FILE: tuple[tuple[object, ...], ...] = (
    ("dimensions", EACH, "id"),
    ("process_order", EACH),
    ("process_sets", EACH, "id"),
    ("targets", EACH, "id"),
    ("warnings", EACH, "id"),
    ("outcomes", EACH, "id"),
    ("base_practices", EACH, "id"),
    ("work_products", EACH, "id"),
    ("sdgs", EACH),
    ("source_refs", EACH),
    ("founding_refs", EACH),
    ("attributes", EACH, "id"),
    ("attributes", EACH, "attribute"),
    ("attributes", EACH, "practices", EACH, "id"),
    ("sources", EACH, "id"),
    ("founding_documents", EACH, "id"),
    ("founding_documents", EACH, "statements", EACH, "id"),
    ("scales", EACH, "points"),
    ("methods", EACH),
    ("questions", EACH, "id"),
    ("steps", EACH, "from_level"),
    ("terms", EACH, "id"),
    ("practices", EACH, "id"),
    ("figures", EACH, "id"),
)
_IN_ONE_ITEM: tuple[tuple[tuple[object, ...], tuple[object, ...]], ...] = (
    (("scales", EACH), ("ratings", EACH, "letter")),
    (("process_sets", EACH), ("processes", EACH)),
    (("questions", EACH), ("anchors", EACH, "stage")),
    (("founding_documents", EACH, "statements", EACH), ("covered_by", EACH)),
)
"""Values that must differ within each of several items, not across them."""


def check_uniqueness(folder: Folder) -> Iterator[Problem]:
    """Every id that stands a second time where it must stand once."""
    for file in folder.files:
        yield from _within(file)
    yield from _repeated(folder.frameworks, ("id",))
    yield from _repeated(folder.stage_frameworks, ("id",))
    scans = (model.scan for model in folder.models if model.scan)
    yield from _repeated([*(model.head for model in folder.models), *scans], ("id",))
    for model in folder.models:
        yield from _across(model)


def _within(file: Bound[Authored]) -> Iterator[Problem]:
    for pattern in _IN_ONE_FILE:
        yield from _repeated((file,), pattern)
    for items, pattern in _IN_ONE_ITEM:
        for path, _item in file.tree.each(*items):
            yield from _repeated((file,), (*path, *pattern))


def _across(model: ModelFolder) -> Iterator[Problem]:
    for path, members in model.head.tree.each("process_sets", EACH, "processes"):
        if isinstance(members, tuple):
            yield from _in_an_earlier_set(model.head, path, members)


def _in_an_earlier_set(head: Bound[Authored], path: Path, members: tuple[Plain, ...]) -> Iterator[Problem]:
    """Sets must not share a process: a maturity level would ask for it twice, at two capability levels."""
    earlier = {
        value: head.tree.at(("process_sets", other[1], "id"))
        for other, value in head.tree.each("process_sets", EACH, "processes", EACH)
        if isinstance(other[1], int) and isinstance(path[1], int) and other[1] < path[1]
    }
    for index, member in enumerate(members):
        if member in earlier:
            yield head.problem(
                (*path, index),
                say("{id} stands here and already in the set {set}", id=str(member), set=str(earlier[member])),
                say("A process belongs to one set at most"),
                say("Keep it in one of the two sets."),
            )


def _repeated(files: Iterable[Bound[Authored]], pattern: tuple[object, ...]) -> Iterator[Problem]:
    first: dict[object, Place] = {}
    for file in files:
        for path, value in file.tree.each(*pattern):
            if not isinstance(value, str | int):
                continue  # of another kind than an id can be; the model says so
            place = file.tree.place(path)
            if value in first:
                found = _twice(clipped(str(value)), place, first[value])
                yield file.problem(
                    path, found, say("Each stands once"), say("Choose another, or remove one of the two.")
                )
            first.setdefault(value, place)


def _twice(value: str, place: Place, first: Place) -> Message:
    if first.file == place.file and first.line != place.line:
        return say("{id} stands here and already on line {line}", id=value, line=first.line or 1)
    if first.file == place.file:
        return say("{id} stands here a second time", id=value)
    return say("{id} stands here and already at {place}", id=value, place=str(first))
