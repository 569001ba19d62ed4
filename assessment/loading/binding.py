"""Turns the plain values of a file into its frozen model, or into problems a person can mend."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from types import UnionType
from typing import Annotated, Generic, Literal, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from typing_extensions import TypeIs

from assessment.loading.explaining import Complaint, explain
from assessment.loading.reader import MAX_PROBLEMS
from assessment.loading.trails import trail
from assessment.loading.tree import Path, Tree
from models.message import Message
from models.problem import Problem

ModelT = TypeVar("ModelT", bound=BaseModel)
ModelT_co = TypeVar("ModelT_co", bound=BaseModel, covariant=True)


@dataclass(frozen=True)
class Bound(Generic[ModelT_co]):
    """A file as it was read (`tree`), and as its model where it fits it (`value`)."""

    tree: Tree
    noun: Message | None
    value: ModelT_co | None
    problems: tuple[Problem, ...]

    def problem(
        self,
        path: Path,
        found: Message,
        expected: Message,
        suggestion: Message | None = None,
        *,
        at_key: bool = False,
        warning: bool = False,
    ) -> Problem:
        """A problem with what stands at `path`, which the model itself cannot see."""
        place = self.tree.key_place(path) if at_key else self.tree.place(path)
        severity: Literal["error", "warning"] = "warning" if warning else "error"
        return Problem(place, trail(self.tree, path, self.noun), found, expected, suggestion, severity)


def bind(tree: Tree, model: type[ModelT], noun: Message | None) -> Bound[ModelT]:
    """The file as a `model`.

    Args:
        tree: what was read.
        model: the class that says what may stand in such a file.
        noun: what the file is about, for people ("process"); None where that goes without saying.
    """
    try:
        value: ModelT | None = model.model_validate(tree.root)
        problems: tuple[Problem, ...] = ()
    except ValidationError as error:
        value, problems = None, tuple(islice(_problems(tree, model, noun, error), MAX_PROBLEMS))
    return Bound(tree, noun, value if not tree.problems else None, (*tree.problems, *problems))


def _problems(tree: Tree, model: type[BaseModel], noun: Message | None, error: ValidationError) -> Iterator[Problem]:
    for each in error.errors(include_url=False):
        kind, location, context = each["type"], each["loc"], each.get("ctx", {})
        path = _path(tree, location)
        value = tree.at(path)
        if kind == "too_short" and isinstance(value, tuple) and len(value) >= context["min_length"]:
            continue  # pydantic counts the items that were right; those that were not have their own problem
        unknown = kind == "extra_forbidden"
        key = str(location[-1]) if location else ""
        keys = known_keys(model, location[:-1] if unknown else location)
        said = explain(Complaint(kind, tree.as_written(path, value), key, context, keys, tree.speech))
        place = tree.key_place(path) if unknown else tree.place(path)
        yield Problem(place, trail(tree, path, noun), said.found, said.expected, said.suggestion)


def _path(tree: Tree, location: tuple[str | int, ...]) -> Path:
    """The part of pydantic's location that exists in the file: without keys that are missing and names of choices."""
    path: Path = ()
    for part in location:
        if (*path, part) in tree.values:
            path = (*path, part)
    return path


def known_keys(model: type[BaseModel], location: tuple[str | int, ...]) -> tuple[str, ...]:
    """The keys that the model at `location` inside `model` knows; none where no model stands there."""
    kinds: list[object] = [model]
    for part in location:
        # A part that leads nowhere is the name pydantic gives to one of several choices.
        kinds = [inner for kind in kinds for inner in _inside(kind, part)] or kinds
    return next((tuple(kind.model_fields) for kind in kinds if _is_model(kind)), ())


def _inside(kind: object, part: str | int) -> list[object]:
    """The types that `part` leads to: of a field of a model, of the items of a tuple, of the values of a mapping."""
    if _is_model(kind):
        field = kind.model_fields.get(str(part))
        return _choices(field.annotation) if field else []
    if get_origin(kind) is tuple and isinstance(part, int):
        return _choices(get_args(kind)[0])
    return _choices(get_args(kind)[1]) if get_origin(kind) is dict else []


def _choices(annotation: object) -> list[object]:
    """The types an annotation allows, with `Annotated` and unions taken apart."""
    if get_origin(annotation) is Annotated:
        return _choices(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        return [choice for argument in get_args(annotation) for choice in _choices(argument)]
    return [annotation]


def _is_model(kind: object) -> TypeIs[type[BaseModel]]:
    return isinstance(kind, type) and issubclass(kind, BaseModel)
