"""Reports texts that are not written yet in every language of their questionnaire. A gap is a warning, no error."""

from collections.abc import Iterator, Mapping, Sequence

from assessment.loading.binding import Bound
from assessment.loading.folder import Folder
from assessment.loading.tree import Path, Plain
from models.authored import LANGUAGES, Authored, Language
from models.message import Message, say
from models.problem import Problem

_NAMES: Mapping[Language, Message] = {"de": say("German"), "en": say("English")}


def check_translations(folder: Folder) -> Iterator[Problem]:
    """Every text that lacks a language: those the model names, and all of them for what every model may use."""
    for shared in (*folder.frameworks, *folder.stage_frameworks, *folder.library):
        yield from _gaps(shared, LANGUAGES)
    for model in folder.models:
        named = model.head.tree.at(("languages",))
        languages = [each for each in LANGUAGES if isinstance(named, tuple) and each in named]
        for file in model.files:
            yield from _gaps(file, languages)


def _gaps(file: Bound[Authored], languages: Sequence[Language]) -> Iterator[Problem]:
    for path, text in _texts((), file.tree.root):
        for language in languages:
            if text.get(language) is None:
                yield file.problem(
                    path,
                    say("This text is not written in {language} yet", language=_NAMES[language]),
                    say("Expected is every text in all languages of its questionnaire"),
                    warning=True,
                )


def _texts(path: Path, node: Plain) -> Iterator[tuple[Path, dict[str, Plain]]]:
    """Every mapping that holds a text in at least one language. The reader has bounded how deep this can go."""
    if isinstance(node, tuple):
        for index, item in enumerate(node):
            yield from _texts((*path, index), item)
    elif isinstance(node, dict):
        if any(isinstance(node.get(language), str) for language in LANGUAGES):
            yield path, node
        for key, value in node.items():
            yield from _texts((*path, key), value)
