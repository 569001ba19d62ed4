"""Finds the files of a questionnaires folder and reads each of them; what they mean together is not its concern.

frameworks/*.yaml                 measurement frameworks and stage frameworks, told apart by `kind`
library/*.yaml                    glossary, good practices and figures, told apart by `kind`
<model>/model.yaml                the head of a capability model, and beside it
        processes/*.yaml, generic-practices.yaml, sources.yaml, recommendations/*.yaml, quick-scan.yaml
        mappings/*.yaml           how answers get here from an earlier version
earlier/<name>/                   a whole questionnaires folder as it was, for what was answered with it
"""

import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from assessment.loading.binding import Bound, bind
from assessment.loading.explaining import describe
from assessment.loading.reader import MAX_BYTES, read
from assessment.loading.spelling import did_you_mean, one_of
from assessment.loading.system import reason
from assessment.loading.tree import Tree
from models.authored import Authored
from models.framework import Framework, StageFramework
from models.library import FiguresFile, GlossaryFile, GoodPracticesFile
from models.mapping import MappingFile
from models.message import Message, say
from models.problem import InputRefused, Place, Problem
from models.questionnaire import GenericPracticesFile, ModelFile, Process, QuickScanFile, SourcesFile
from models.recommendations import RecommendationsFile

ModelT = TypeVar("ModelT", bound=Authored)
ReadingMatter = GlossaryFile | GoodPracticesFile | FiguresFile

KINDS: Mapping[str, type[Authored]] = {
    "capability-framework": Framework,
    "stage-framework": StageFramework,
    "capability-model": ModelFile,
    "quick-scan": QuickScanFile,
    "glossary": GlossaryFile,
    "good-practices": GoodPracticesFile,
    "figures": FiguresFile,
    "mapping": MappingFile,
}
"""What the key `kind` says about a file. The other files are known by their place beside their model."""

NOUNS: Mapping[type[Authored], Message] = {
    Framework: say("framework"),
    StageFramework: say("stage framework"),
    ModelFile: say("model"),
    Process: say("process"),
    GenericPracticesFile: say("generic practices"),
    SourcesFile: say("sources"),
    QuickScanFile: say("quick scan"),
    RecommendationsFile: say("recommendations"),
    GlossaryFile: say("glossary"),
    GoodPracticesFile: say("good practices"),
    FiguresFile: say("figures"),
    MappingFile: say("mapping"),
}
"""What each file is about, for people; the trails of problems begin with it."""


@dataclass(frozen=True)
class ModelFolder:
    """The files of one capability model. Files that need not be there are None where they are not."""

    path: Path
    head: Bound[ModelFile]
    processes: tuple[Bound[Process], ...]
    practices: Bound[GenericPracticesFile]
    sources: Bound[SourcesFile] | None
    recommendations: tuple[Bound[RecommendationsFile], ...]
    scan: Bound[QuickScanFile] | None
    mappings: tuple[Bound[MappingFile], ...] = ()

    @property
    def files(self) -> Iterator[Bound[Authored]]:
        """All files."""
        yield self.head
        yield from self.processes
        yield self.practices
        yield from self.recommendations
        yield from self.mappings
        yield from (each for each in (self.sources, self.scan) if each is not None)


@dataclass(frozen=True)
class Folder:
    """All files of a questionnaires folder, each read on its own. `problems` are those of the folder itself.

    `earlier` are folders as they once were. Their files are not among `files`: nothing in them refers to these.
    """

    path: Path
    frameworks: tuple[Bound[Framework], ...]
    stage_frameworks: tuple[Bound[StageFramework], ...]
    library: tuple[Bound[ReadingMatter], ...]
    models: tuple[ModelFolder, ...]
    problems: tuple[Problem, ...]
    earlier: tuple["Folder", ...] = ()

    @property
    def files(self) -> Iterator[Bound[Authored]]:
        """All files."""
        yield from self.frameworks
        yield from self.stage_frameworks
        yield from self.library
        for model in self.models:
            yield from model.files

    @property
    def paths(self) -> frozenset[Path]:
        """Where the files are that were looked for, those without a known kind among them."""
        unknown = (problem.place.file for problem in self.problems)
        here = frozenset(Path(file) for file in (*(each.tree.file for each in self.files), *unknown))
        return here.union(*(each.paths for each in self.earlier))


def read_folder(path: Path) -> Folder:
    """Every file of the questionnaires folder at `path`, and of what came before it, with the problems of each."""
    return replace(_folder(path), earlier=tuple(map(_folder, _folders(path / "earlier"))))


def _folder(path: Path) -> Folder:
    frameworks = [read_file(file) for file in _yaml(path / "frameworks")]
    library = [read_file(file) for file in _yaml(path / "library")]
    models = tuple(_model_folder(folder) for folder in _model_folders(path))
    return Folder(
        path,
        _of_kind(frameworks, Framework),
        _of_kind(frameworks, StageFramework),
        (*_of_kind(library, GlossaryFile), *_of_kind(library, GoodPracticesFile), *_of_kind(library, FiguresFile)),
        models,
        (
            *_unknown_kinds(frameworks, (Framework, StageFramework)),
            *_unknown_kinds(library, (GlossaryFile, GoodPracticesFile, FiguresFile)),
            *(() if models else (_no_questionnaire(path),)),
        ),
    )


def read_file(path: Path) -> Tree:
    """The tree of a file. One that cannot be read has nothing in it and says why in its problems."""
    file = str(path)
    if is_special(path):
        return Tree(file, None, {}, {}, (_unread(file, SPECIAL),))
    try:
        with path.open("rb") as stream:
            return read(stream.read(MAX_BYTES + 1), file)
    except OSError as error:
        return Tree(file, None, {}, {}, (_unread(file, reason(error)),))
    except InputRefused as refused:
        return Tree(file, None, {}, {}, refused.problems)


SPECIAL = say("it is a pipe or a device")


def is_special(path: Path) -> bool:
    """Whether what lies here is no file: whoever opens it may wait for ever. What somebody names in /dev is meant."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)) and Path("/dev") not in path.absolute().parents


def _unread(file: str, why: Message | str) -> Problem:
    found = say("The file cannot be opened ({reason})", reason=why)
    return Problem(Place(file), "", found, say("Expected is a file that can be read"))


def bind_file(tree: Tree, model: type[ModelT]) -> Bound[ModelT]:
    """The file as a `model`; one that could not be read has only the problems of reading it."""
    noun = NOUNS[model]
    return bind(tree, model, noun) if tree.values else Bound(tree, noun, None, tree.problems)


YAML_ENDINGS = (".yaml", ".yml")


def yaml_below(folder: Path) -> list[Path]:
    """The YAML files in a folder and in those below it that may be looked into."""
    found = (Path(where) / name for where, _, names in os.walk(folder) for name in names)
    return sorted(each for each in found if each.suffix.casefold() in YAML_ENDINGS)


def _yaml(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.yaml"))


def _model_folders(path: Path) -> list[Path]:
    marks = ("model.yaml", "processes", "quick-scan.yaml")
    return [each for each in _folders(path) if any((each / mark).exists() for mark in marks)]


def _folders(path: Path) -> list[Path]:
    return sorted(each for each in path.iterdir() if each.is_dir()) if path.is_dir() else []


def _model_folder(path: Path) -> ModelFolder:
    def optional(name: str, model: type[ModelT]) -> Bound[ModelT] | None:
        return bind_file(read_file(path / name), model) if (path / name).exists() else None

    return ModelFolder(
        path,
        bind_file(read_file(path / "model.yaml"), ModelFile),
        tuple(bind_file(read_file(each), Process) for each in _yaml(path / "processes")),
        bind_file(read_file(path / "generic-practices.yaml"), GenericPracticesFile),
        optional("sources.yaml", SourcesFile),
        tuple(bind_file(read_file(each), RecommendationsFile) for each in _yaml(path / "recommendations")),
        optional("quick-scan.yaml", QuickScanFile),
        tuple(bind_file(read_file(each), MappingFile) for each in _yaml(path / "mappings")),
    )


def _of_kind(trees: Iterable[Tree], model: type[ModelT]) -> tuple[Bound[ModelT], ...]:
    return tuple(bind_file(tree, model) for tree in trees if KINDS.get(kind_of(tree)) is model)


def kind_of(tree: Tree) -> str:
    """What the file says its kind is; empty where it says nothing."""
    kind = tree.at(("kind",))
    return kind if isinstance(kind, str) else ""


def _unknown_kinds(trees: Iterable[Tree], models: tuple[type[Authored], ...]) -> Iterator[Problem]:
    known = [kind for kind, model in KINDS.items() if model in models]
    for tree in trees:
        if not tree.values:
            yield from tree.problems
        elif kind_of(tree) not in known:
            found = (
                describe(tree.at(("kind",)))
                if ("kind",) in tree.values
                else say("The key {key} is missing", key="kind")
            )
            expected = one_of(known)
            yield Problem(tree.place(("kind",)), "kind", found, expected, did_you_mean(kind_of(tree), known))


def _no_questionnaire(path: Path) -> Problem:
    found = say("No questionnaire stands in this folder")
    expected = say("Expected is a folder with a file {file} in it", file="model.yaml")
    return Problem(Place(str(path)), "", found, expected)
