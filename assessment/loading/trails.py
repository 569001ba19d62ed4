"""Names the object that a place in a file belongs to, in words: "process PAR.2, outcome 3"."""

from assessment.loading.tree import Path, Plain, Tree

_ITEMS = {
    "anchors": "anchor",
    "attributes": "attribute",
    "base_practices": "base practice",
    "dimensions": "dimension",
    "founding_documents": "founding document",
    "levels": "level",
    "maturity": "maturity level",
    "outcomes": "outcome",
    "practices": "practice",
    "process_sets": "process set",
    "questions": "question",
    "ratings": "rating",
    "scales": "scale",
    "sources": "source",
    "stages": "stage",
    "statements": "statement",
    "steps": "step",
    "work_products": "work product",
}
_NAMES = ("id", "attribute", "letter", "level", "stage", "points")


def trail(tree: Tree, path: Path, noun: str) -> str:
    """The objects on the way to `path`, from the outside in.

    Args:
        tree: the file.
        path: the place in it.
        noun: what the file itself is about ("process"); empty where that goes without saying.
    """
    name = _name(tree.root)
    parts = [" ".join(filter(None, (noun, name)))]
    for depth in range(1, len(path) + 1):
        parts.extend(_step(tree, path[:depth], name or ""))
    return ", ".join(part for part in parts if part)


def _step(tree: Tree, path: Path, owner: str) -> list[str]:
    part, before = path[-1], path[-2] if len(path) > 1 else ""
    node = tree.at(path)
    if isinstance(part, int):
        return [_item(_ITEMS.get(str(before), ""), part, node, owner, str(before))]
    # A collection goes without saying once one of its items is named; in a mapping the item's key is its name.
    return [] if isinstance(node, tuple | dict) and part in _ITEMS else [part]


def _item(noun: str, index: int, node: Plain, owner: str, collection: str) -> str:
    if not noun:
        # A list of plain values has been named by its key already.
        return f"{index + 1}" if collection else f"item {index + 1}"
    name = _name(node)
    # Ids that begin with their owner's (PAR.2.O3) would say the same twice.
    return f"{noun} {name}" if name and not (owner and name.startswith(owner)) else f"{noun} {index + 1}"


def _name(node: Plain) -> str | None:
    if not isinstance(node, dict):
        return None
    names = (node.get(key) for key in _NAMES)
    return next((str(name) for name in names if isinstance(name, str | int) and name != ""), None)
