"""Names the object that a place in a file belongs to, in words: "process PAR.2, outcome 3"."""

from collections.abc import Iterator, Mapping
from functools import reduce

from assessment.loading.tree import Path, Plain, Tree
from models.message import Message, say

_ITEMS: Mapping[str, Message] = {
    "anchors": say("anchor"),
    "attributes": say("attribute"),
    "base_practices": say("base practice"),
    "dimensions": say("dimension"),
    "entries": say("entry"),
    "founding_documents": say("founding document"),
    "levels": say("level"),
    "maturity": say("maturity level"),
    "outcomes": say("outcome"),
    "practices": say("practice"),
    "process_sets": say("process set"),
    "questions": say("question"),
    "ratings": say("rating"),
    "scales": say("scale"),
    "sources": say("source"),
    "stages": say("stage"),
    "statements": say("statement"),
    "steps": say("step"),
    "targets": say("target"),
    "warnings": say("warning"),
    "work_products": say("work product"),
}
_NAMES = ("id", "attribute", "letter", "level", "stage", "points")

Part = Message | str
"""One object on the way; a text where it is a key of the file, which no language changes."""


def trail(tree: Tree, path: Path, noun: Message | None) -> Part:
    """The objects on the way to `path`, from the outside in.

    Args:
        tree: the file.
        path: the place in it.
        noun: what the file itself is about ("process"); None where that goes without saying.
    """
    name = _name(tree.root)
    parts = [
        _titled(noun, name),
        *(part for depth in range(1, len(path) + 1) for part in _step(tree, path[:depth], name)),
    ]
    told = [part for part in parts if part]
    return reduce(_then, told) if told else ""


def _then(before: Part, part: Part) -> Part:
    return say("{before}, {part}", before=before, part=part)


def _titled(noun: Message | None, name: str | None) -> Part:
    if noun is None or name is None:
        return noun or name or ""
    return say("{noun} {name}", noun=noun, name=name)


def _step(tree: Tree, path: Path, owner: str | None) -> Iterator[Part]:
    part, before = path[-1], str(path[-2]) if len(path) > 1 else ""
    node = tree.at(path)
    if isinstance(part, int):
        yield _item(before, part, node, owner)
    # A collection goes without saying once one of its items is named; in a mapping the item's key is its name.
    elif not (isinstance(node, tuple | dict) and part in _ITEMS):
        yield part


def _item(collection: str, index: int, node: Plain, owner: str | None) -> Part:
    noun, number = _ITEMS.get(collection), str(index + 1)
    if noun is None:
        # A list of plain values has been named by its key already.
        return number if collection else _titled(say("item"), number)
    name = _name(node)
    # Ids that begin with their owner's (PAR.2.O3) would say the same twice.
    return _titled(noun, name if name and not (owner and name.startswith(owner)) else number)


def _name(node: Plain) -> str | None:
    if not isinstance(node, dict):
        return None
    names = (node.get(key) for key in _NAMES)
    return next((str(name) for name in names if isinstance(name, str | int) and name != ""), None)
