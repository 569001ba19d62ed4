"""The files of questionnaires/ read one by one, for tests that look at what is written in them."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from assessment.loading.reader import read
from models.authored import Authored, Text
from models.framework import Framework, StageFramework
from models.library import FiguresFile, GlossaryFile, GoodPracticesFile
from models.questionnaire import (
    GenericPracticesFile,
    ModelFile,
    Process,
    QuickScanFile,
    RecommendationsFile,
    SourcesFile,
)

ROOT = Path(__file__).parents[2]
QUESTIONNAIRES = ROOT / "questionnaires"
MODEL = QUESTIONNAIRES / "urban-diplomacy"

Kind = TypeVar("Kind", bound=Authored)


class Content:
    """Everything that ships, as it stands in the files."""

    def __init__(self) -> None:
        self.model = one(MODEL / "model.yaml", ModelFile)
        self.processes = every(MODEL / "processes", Process)
        self.practices = one(MODEL / "generic-practices.yaml", GenericPracticesFile)
        self.sources = one(MODEL / "sources.yaml", SourcesFile)
        self.quick_scan = one(MODEL / "quick-scan.yaml", QuickScanFile)
        self.recommendations = every(MODEL / "recommendations", RecommendationsFile)
        self.edition_2015 = one(QUESTIONNAIRES / "frameworks/iso-33020-2015.yaml", Framework)
        self.edition_2019 = one(QUESTIONNAIRES / "frameworks/iso-33020-2019.yaml", Framework)
        self.stages = one(QUESTIONNAIRES / "frameworks/stages.yaml", StageFramework)
        self.glossary = one(QUESTIONNAIRES / "library/glossary.yaml", GlossaryFile)
        self.good_practices = one(QUESTIONNAIRES / "library/good-practices.yaml", GoodPracticesFile)
        self.figures = one(QUESTIONNAIRES / "library/figures.yaml", FiguresFile)

    @property
    def files(self) -> tuple[Authored, ...]:
        """What every file says."""
        return tuple(
            file
            for value in vars(self).values()
            for file in (value if isinstance(value, tuple) else (value,))
            if isinstance(file, Authored)
        )

    @property
    def process_ids(self) -> set[str]:
        return {process.id for process in self.processes}

    @property
    def statements(self) -> dict[str, tuple[str, ...]]:
        """The processes that cover each statement of the founding documents."""
        documents = self.sources.founding_documents
        return {statement.id: statement.covered_by for document in documents for statement in document.statements}


def one(path: Path, kind: type[Kind]) -> Kind:
    """What one file says."""
    return kind.model_validate(read(path.read_bytes(), path.name).root)


def every(folder: Path, kind: type[Kind]) -> tuple[Kind, ...]:
    """What the files of a folder say, in the order of their names."""
    return tuple(one(path, kind) for path in sorted(folder.glob("*.yaml")))


def texts(value: object) -> Iterator[Text]:
    """Every text in two languages within an authored value."""
    if isinstance(value, Text):
        yield value
    children = vars(value).values() if isinstance(value, Authored) else value if isinstance(value, tuple) else ()
    for child in children:
        yield from texts(child)


def ids(value: object) -> Iterator[str]:
    """Every id within an authored value."""
    if isinstance(value, Authored) and isinstance(own := getattr(value, "id", None), str):
        yield own
    children = vars(value).values() if isinstance(value, Authored) else value if isinstance(value, tuple) else ()
    for child in children:
        yield from ids(child)
