"""The papers that an installation needs before it is used: for staff council, data protection and operation."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from assessment.desk.door import Door
from assessment.desk.errors import NotFound
from models.people import Actor

PaperName = Literal["personalrat", "datenschutz", "it-betriebskonzept"]
PAPERS: tuple[PaperName, ...] = get_args(PaperName)

_FOLDER = Path(__file__).parents[2] / "docs" / "papers"


@dataclass(frozen=True)
class HousePapers:
    """The use case around them. They are in German: they are for German administrations."""

    door: Door

    def read(self, actor: Actor, name: str) -> str:
        """A paper, as Markdown. Raises `NotAllowed`, `NotFound`."""
        self.door.house(actor, "read papers")
        if name not in PAPERS:
            raise NotFound
        return (_FOLDER / f"{name}.md").read_text(encoding="utf-8")
