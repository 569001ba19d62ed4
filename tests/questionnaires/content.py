"""What ships in questionnaires/, for tests that look at what is written there."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from assessment.loading import QUESTIONNAIRES, load_library
from assessment.loading.reader import read
from models.authored import Authored, Text
from models.library import FiguresFile, GlossaryFile, GoodPracticesFile

ROOT = Path(__file__).parents[2]

Kind = TypeVar("Kind", bound=Authored)


class Content:
    """Everything that ships, as it stands in the files."""

    def __init__(self) -> None:
        library = load_library(QUESTIONNAIRES)
        (model,) = library.models
        (scan,) = library.quick_scans
        self.model = model.head
        self.processes = model.processes
        self.practices = model.generic_practices
        self.sources = model.sources
        self.founding_documents = model.founding_documents
        self.recommendations = model.recommendations
        self.edition_2015 = model.framework("iso-33020-2015")
        self.edition_2019 = model.framework("iso-33020-2019")
        self.quick_scan = scan.file
        self.stages = scan.framework
        self.glossary = _matter("glossary.yaml", GlossaryFile)
        self.good_practices = _matter("good-practices.yaml", GoodPracticesFile)
        self.figures = _matter("figures.yaml", FiguresFile)

    @property
    def everything(self) -> tuple[object, ...]:
        """All parts."""
        return tuple(vars(self).values())

    @property
    def process_ids(self) -> set[str]:
        return {process.id for process in self.processes}

    @property
    def statements(self) -> dict[str, tuple[str, ...]]:
        """The processes that cover each statement of the founding documents."""
        return {each.id: each.covered_by for document in self.founding_documents for each in document.statements}


def _matter(name: str, kind: type[Kind]) -> Kind:
    path = QUESTIONNAIRES / "library" / name
    return kind.model_validate(read(path.read_bytes(), name).root)


def texts(value: object) -> Iterator[Text]:
    """Every text in two languages within an authored value, or within several."""
    if isinstance(value, Text):
        yield value
    for child in _children(value):
        yield from texts(child)


def ids(value: object) -> Iterator[str]:
    """Every id within an authored value, or within several."""
    if isinstance(value, Authored) and isinstance(own := getattr(value, "id", None), str):
        yield own
    for child in _children(value):
        yield from ids(child)


def _children(value: object) -> tuple[object, ...]:
    if isinstance(value, Authored):
        return tuple(vars(value).values())
    return value if isinstance(value, tuple) else ()
