"""What a file says, as plain values, and where each of them stands."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from assessment.loading.speech import TEXT_FILE, Speech
from models.problem import Place, Problem

Path = tuple[str | int, ...]
Plain = None | bool | int | Decimal | str | dict[str, "Plain"] | tuple["Plain", ...]
Mark = tuple[int, int]
"""Line and column, both from 1."""

EACH = object()
"""In a pattern for `Tree.each`: every item of a list, every value of a mapping."""


@dataclass(frozen=True)
class Tree:
    """What a file says, as plain values, and where each of them stands.

    Mappings are dicts, sequences tuples. `problems` are those that did not stop the reading (keys given twice).
    """

    file: str
    root: Plain
    values: Mapping[Path, Mark]
    keys: Mapping[Path, Mark]
    problems: tuple[Problem, ...] = ()

    def place(self, path: Path) -> Place:
        """Where the value at `path` stands; for one that does not exist, where its nearest surroundings stand."""
        while path and path not in self.values:
            path = path[:-1]
        return Place(self.file, *self.values.get(path, (1, 1)))

    def key_place(self, path: Path) -> Place:
        """Where the key at `path` stands, or the value where it has no key."""
        return Place(self.file, *self.keys[path]) if path in self.keys else self.place(path)

    @property
    def speech(self) -> Speech:
        """How people speak of this file."""
        return TEXT_FILE

    def as_written(self, path: Path, value: Plain) -> Plain:  # noqa: ARG002 - a workbook was written otherwise
        """The value at `path` as the person wrote it."""
        return value

    def at(self, path: Path) -> Plain:
        """The value at `path`, or None."""
        node = self.root
        for part in path:
            node = _child(node, part)
        return node

    def each(self, *pattern: object) -> Iterator[tuple[Path, Plain]]:
        """Every path and value that fits the pattern of keys, indices and `EACH`; other shapes are passed by."""
        found: list[tuple[Path, Plain]] = [((), self.root)]
        for step in pattern:
            found = [((*path, part), child) for path, node in found for part, child in _children(node, step)]
        return iter(found)


def _child(node: Plain, part: str | int) -> Plain:
    if isinstance(node, dict) and isinstance(part, str):
        return node.get(part)
    if isinstance(node, tuple) and isinstance(part, int) and part < len(node):
        return node[part]
    return None


def _children(node: Plain, step: object) -> Iterator[tuple[str | int, Plain]]:
    if isinstance(node, dict):
        yield from ((key, value) for key, value in node.items() if step is EACH or key == step)
    elif isinstance(node, tuple):
        yield from ((index, value) for index, value in enumerate(node) if step is EACH or index == step)
