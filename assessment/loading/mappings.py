"""Reads the way from one version of a questionnaire to the next, and sees whether it fits the two."""

from collections.abc import Iterator, Mapping

from assessment.loading.binding import Bound, bind
from assessment.loading.reader import read
from assessment.loading.spelling import did_you_mean, listed, one_of
from assessment.loading.tree import EACH, Path
from assessment.moving.questions import questions
from assessment.moving.resolving import process_of, tail_of, ways
from models.mapping import MAPPING_KINDS, MappingFile
from models.message import Message, say, say_many
from models.problem import InputRefused, Problem, in_reading_order
from models.questionnaire import CapabilityModel, Library, Questionnaire

Versions = Mapping[tuple[str, str], Questionnaire]
"""Every version there is, by id and number."""

_SHOWN = 6
_ONE, _SEVERAL, _NONE, _ANY, _UP_TO_ONE = (1, 1), (2, 1000), (0, 0), (1, 1000), (0, 1)
_COUNTS: Mapping[str, tuple[tuple[int, int], tuple[int, int]]] = {
    "same": (_ONE, _UP_TO_ONE),
    "renamed": (_ONE, _ONE),
    "rescaled": (_ONE, _UP_TO_ONE),
    "split": (_ONE, _SEVERAL),
    "merged": (_SEVERAL, _ONE),
    "dropped": (_ANY, _NONE),
    "new": (_NONE, _ANY),
    "review": (_ONE, _UP_TO_ONE),
}
"""How many ids each kind names, before and after: at least and at most."""


def read_mapping(data: bytes, file: str, library: Library) -> MappingFile:
    """The mapping in a YAML file.

    Args:
        data: the file's bytes.
        file: its name, as people are to see it in problems.
        library: the questionnaires there are; both versions have to be among them.

    Raises:
        InputRefused: with every problem of the file.
    """
    bound = bind(read(data, file), MappingFile, say("mapping"))
    every = (each for name in library.ids for each in library.versions(name))
    versions = {(each.id, each.version): each for each in (*every, *library.earlier)}
    problems = [*bound.problems]
    if bound.value is not None:
        problems += [*_missing_versions(bound, versions), *check_mapping(bound, versions)]
    if problems or bound.value is None:
        raise InputRefused(in_reading_order(problems))
    return bound.value


def check_mapping(file: Bound[MappingFile], versions: Versions) -> Iterator[Problem]:
    """Everything wrong with a mapping of the right form, as far as its versions are there."""
    if file.value is None:
        return
    if file.value.before == file.value.after:
        yield file.problem(
            ("after",), say("Both versions are {version}", version=file.value.after), say("Expected are two versions")
        )
        return
    found = [*_counts(file)]
    old, new = (versions.get((file.value.questionnaire, each)) for each in (file.value.before, file.value.after))
    if old is not None and new is not None:
        found += [*_unknown(file, "before", old), *_unknown(file, "after", new), *_ratings(file, old, new)]
    found += _twice(file)
    yield from found
    if not found and old is not None and new is not None:
        yield from _unnamed(file, old, new)


def _missing_versions(file: Bound[MappingFile], versions: Versions) -> Iterator[Problem]:
    name = file.value.questionnaire if file.value else ""
    known = [version for each, version in versions if each == name]
    for key in ("before", "after"):
        if file.tree.at((key,)) not in known:
            found = say("{id} {version} is not here", id=name, version=str(file.tree.at((key,))))
            yield file.problem(
                (key,), found, one_of(known) if known else say("Expected is a questionnaire that is here")
            )


def _counts(file: Bound[MappingFile]) -> Iterator[Problem]:
    for number, entry in enumerate(file.value.entries if file.value else ()):
        for key, (least, most) in zip(("before", "after"), _COUNTS[entry.kind], strict=True):
            count = len(getattr(entry, key))
            if not least <= count <= most:
                found = say_many(
                    count,
                    "An entry of the kind {kind} has 1 id here",
                    "An entry of the kind {kind} has {count} ids here",
                    kind=entry.kind,
                )
                yield file.problem(("entries", number, key), found, _expected(least, most))
        if entry.ratings and entry.kind != "rescaled":
            found = say("An entry of the kind {kind} has ratings", kind=entry.kind)
            expected = say("Only {kind} has ratings", kind="rescaled")
            yield file.problem(("entries", number, "ratings"), found, expected, at_key=True)


def _expected(least: int, most: int) -> Message:
    if most == 0:
        return say("Expected is none")
    if most == 1:
        return say("Expected is one") if least else say("Expected is one at most")
    return say("Expected are at least {count}", count=least)


def _unknown(file: Bound[MappingFile], key: str, version: Questionnaire) -> Iterator[Problem]:
    asked = questions(version)
    known = {*asked, *filter(None, map(process_of, asked)), *(tail_of(each) for each in asked if ".GP" in each)}
    for path, name in file.tree.each("entries", EACH, key, EACH):
        if isinstance(name, str) and name not in known:
            found = say("{id} does not stand in version {version}", id=name, version=version.version)
            expected = say("Expected is the id of a question, a process, or a practice of that version")
            yield file.problem(path, found, expected, did_you_mean(name, sorted(known)))


def _twice(file: Bound[MappingFile]) -> Iterator[Problem]:
    """Ids that several entries name: two of them cannot both say what became of one question."""
    for key in ("before", "after"):
        seen: set[object] = set()
        for path, name in file.tree.each("entries", EACH, key, EACH):
            if name in seen:
                found = say("{id} stands here a second time", id=str(name))
                yield file.problem(path, found, say("Each id stands once"), say("Keep one of the two entries."))
            seen.add(name)


def _ratings(file: Bound[MappingFile], old: Questionnaire, new: Questionnaire) -> Iterator[Problem]:
    before, after = _letters(old), _letters(new)
    for path, letter in file.tree.each("entries", EACH, "ratings", EACH):
        if str(path[-1]) not in before:
            yield _no_rating(file, path, str(path[-1]), old, before, at_key=True)
        if letter not in after:
            yield _no_rating(file, path, str(letter), new, after, at_key=False)


def _no_rating(
    file: Bound[MappingFile], path: Path, letter: str, of: Questionnaire, known: frozenset[str], *, at_key: bool
) -> Problem:
    found = say("{rating} is no rating of version {version}", rating=letter, version=of.version)
    return file.problem(path, found, one_of(sorted(known)), at_key=at_key)


def _letters(of: Questionnaire) -> frozenset[str]:
    if isinstance(of, CapabilityModel):
        return frozenset(each for framework in of.frameworks for scale in framework.scales for each in scale.letters)
    return frozenset(str(each.stage) for each in of.framework.stages)


def _unnamed(file: Bound[MappingFile], old: Questionnaire, new: Questionnaire) -> Iterator[Problem]:
    """Questions of which nobody wrote what became of them."""
    found = ways(old, new, file.value)
    kinds = listed(MAPPING_KINDS, len(MAPPING_KINDS))
    for told, ids in (
        (
            say("Asked differently now, or not any more, and not named here: {ids}", ids=_few(found.unnamed)),
            found.unnamed,
        ),
        (say("Asked for the first time, and not named here: {ids}", ids=_few(found.unnamed_new)), found.unnamed_new),
    ):
        if ids:
            yield file.problem(
                ("entries",), told, say("Expected is an entry for each, of one of the kinds {kinds}", kinds=kinds)
            )


def _few(ids: tuple[str, ...]) -> str:
    return listed(ids, _SHOWN)
