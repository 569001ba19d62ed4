"""Where a block is set, and which headings have been set so far."""

from dataclasses import dataclass, field, replace

from models.authored import Language
from reports.pdf.structure import Element


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading for bookmarks and contents; `anchor` is unique in the document."""

    level: int
    text: str
    anchor: str
    in_contents: bool


@dataclass(slots=True)
class Register:
    """The headings in the order of the document. `name` keeps the anchors of several registers apart."""

    name: str
    entries: list[Entry] = field(default_factory=list)

    def enter(self, level: int, text: str, *, in_contents: bool) -> Entry:
        """Registers a heading. A level that skips one is drawn to the next allowed one, as PDF/UA wants."""
        deepest = self.entries[-1].level + 1 if self.entries else 1
        entry = Entry(min(level, deepest), text, f"{self.name} {len(self.entries)}", in_contents)
        self.entries.append(entry)
        return entry


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block is set: how wide, in which language, and to which element of the structure it belongs."""

    width: float
    language: Language
    parent: Element
    register: Register

    def inside(self, tag: str) -> "Place":
        """The same place, in a new element."""
        return replace(self, parent=self.parent.add(tag))
