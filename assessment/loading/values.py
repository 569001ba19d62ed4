"""What several checks ask of values: whether they ascend, are among those allowed, begin as they must."""

from collections.abc import Iterator, Sequence

from assessment.loading.binding import Bound
from assessment.loading.spelling import clipped, did_you_mean, one_of
from assessment.loading.tree import Plain
from models.authored import Authored
from models.message import say
from models.problem import Problem


def ascending(file: Bound[Authored], pattern: Sequence[object]) -> Iterator[Problem]:
    """Numbers that do not ascend."""
    before: Plain = None
    for path, value in file.tree.each(*pattern):
        if _is_number(before) and _is_number(value) and not _below(before, value):
            yield file.problem(
                path,
                say("{value} follows {before}", value=str(value), before=str(before)),
                say("Expected are numbers that ascend"),
            )
        before = value


def _below(lower: Plain, higher: Plain) -> bool:
    return bool(lower < higher)  # type: ignore[operator]


def _is_number(value: Plain) -> bool:
    return not isinstance(value, bool | str | dict | tuple | None)


def among(
    file: Bound[Authored], pattern: Sequence[object], allowed: Sequence[str] | Sequence[int]
) -> Iterator[Problem]:
    """Values that are none of those allowed."""
    for path, value in file.tree.each(*pattern):
        if allowed and type(value) is type(allowed[0]) and value not in allowed:
            words = list(dict.fromkeys(str(each) for each in allowed))
            yield file.problem(
                path,
                say("{value} stands here", value=clipped(str(value))),
                one_of(words, 20),
                did_you_mean(str(value), words) if isinstance(value, str) else None,
            )


def beginning_with(file: Bound[Authored], pattern: Sequence[object], prefix: str) -> Iterator[Problem]:
    """Ids that do not begin with the prefix."""
    for path, value in file.tree.each(*pattern):
        if isinstance(value, str) and not value.startswith(prefix):
            yield file.problem(
                path,
                say("The id {id} stands here", id=clipped(value)),
                say('Expected is an id that begins with "{prefix}"', prefix=prefix),
            )


def texts_at(file: Bound[Authored], *pattern: object) -> list[str]:
    """The texts at a place."""
    return [value for _path, value in file.tree.each(*pattern) if isinstance(value, str)]


def numbers_at(file: Bound[Authored], *pattern: object) -> list[int]:
    """The whole numbers at a place."""
    return [value for _path, value in file.tree.each(*pattern) if isinstance(value, int)]
