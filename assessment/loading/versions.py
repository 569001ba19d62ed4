"""Sees whether versions of questionnaires fit each other: one number is one content, and mappings lead somewhere."""

from collections.abc import Iterator, Sequence

from assessment.loading.binding import Bound
from assessment.loading.folder import Folder
from assessment.loading.mappings import check_mapping
from models.authored import Authored
from models.message import say
from models.problem import Problem
from models.questionnaire import Library, Questionnaire


def check_versions(folder: Folder, library: Library, earlier: Sequence[Library]) -> Iterator[Problem]:
    """Every number that names two contents, and every mapping that does not fit the versions it is between.

    Args:
        folder: the files.
        library: what was made of them.
        earlier: what was made of the folders before, in their order.
    """
    known = _by_number(library)
    for past_folder, past in zip(folder.earlier, earlier, strict=True):
        for key, each in _by_number(past).items():
            if known.setdefault(key, each).digest != each.digest:
                yield _two_contents(past_folder, each)
    for model in folder.models:
        for mapping in model.mappings:
            yield from check_mapping(mapping, known)


def _by_number(library: Library) -> dict[tuple[str, str], Questionnaire]:
    return {(each.id, each.version): each for each in library.in_use}


def _two_contents(folder: Folder, of: Questionnaire) -> Problem:
    heads: list[Bound[Authored]] = [part for model in folder.models for part in (model.head, model.scan) if part]
    head = next(each for each in heads if each.tree.at(("id",)) == of.id)
    return head.problem(
        ("version",),
        say("{id} {version} stands in two places with different content", id=of.id, version=of.version),
        say("One version has one content, because answers name it"),
        say("Raise the version of the newer one, or put the earlier one back as it was."),
    )
