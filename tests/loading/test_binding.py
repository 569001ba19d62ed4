import re
from decimal import Decimal
from typing import Annotated, Any, Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, Field

from assessment.loading.binding import bind, known_keys
from assessment.loading.explaining import PATTERN_EXAMPLES, describe
from assessment.loading.reader import read
from assessment.loading.schemas import SCHEMAS
from assessment.loading.tree import Path, Plain, Tree
from models.authored import Amount, Authored, Text
from models.message import say
from models.problem import Problem
from models.questionnaire import ModelFile, Process
from tests.loading.conftest import FIXTURES, SMALL

FILES = [
    ("framework", SMALL / "frameworks" / "two-levels.yaml"),
    ("stage-framework", SMALL / "frameworks" / "steps.yaml"),
    ("capability-model", SMALL / "harbour" / "model.yaml"),
    ("process", SMALL / "harbour" / "processes" / "AAA.1.yaml"),
    ("generic-practices", SMALL / "harbour" / "generic-practices.yaml"),
    ("sources", SMALL / "harbour" / "sources.yaml"),
    ("quick-scan", SMALL / "harbour" / "quick-scan.yaml"),
    ("recommendations", SMALL / "harbour" / "recommendations" / "AAA.1.yaml"),
    ("answers", FIXTURES / "answers.yaml"),
]
ANYTHING: st.SearchStrategy[object] = st.sampled_from(
    (
        None,
        True,
        0,
        -1,
        10**12,
        Decimal("1.5"),
        "",
        "x",
        "1.0",
        "yes",
        "x" * 5000,
        (),
        ("x",),
        ({},),
        {},
        {"x": 1},
        {"en": None},
    )
)


class Box(Authored):
    """Has a field of every kind that the models use."""

    text: Annotated[str, Field(min_length=1, max_length=3, pattern="^[a-z0-9-]+$")] = "a"
    number: Annotated[int, Field(ge=1, le=3)] = 1
    amount: Amount = Decimal(1)
    truth: bool = True
    choice: Literal["red", "green"] = "red"
    items: Annotated[tuple[int, ...], Field(min_length=1, max_length=2)] = (1,)
    inner: Text | None = None
    table: dict[str, Text] = Field(default={})
    needed: Any


EVERY_MISTAKE = """
text: LONG
number: 4
amount: much
truth: 1
choice: rad
items: [1, 2, 3]
inner: {}
table: {a: {en: 1}, b: 3}
neded: 1
"""


def problems(text: str, model: type[BaseModel] = Box) -> list[Problem]:
    return list(bind(read(text.encode(), "box.yaml"), model, say("box")).problems)


def test_everything_wrong_in_a_file_is_told_in_one_run() -> None:
    trails = [str(problem.trail) for problem in problems(EVERY_MISTAKE)]
    keys = {trail.split(", ")[1] for trail in trails if ", " in trail}
    assert keys == {"text", "number", "amount", "truth", "choice", "items", "inner", "table", "neded"}


def test_a_file_with_problems_has_no_value() -> None:
    assert bind(read(b"number: 1", "box.yaml"), Box, say("box")).value is None


def test_a_file_with_a_key_given_twice_has_no_value() -> None:
    bound = bind(read(b"needed: 1\nneeded: 1", "box.yaml"), Box, say("box"))
    assert (bound.value, len(bound.problems)) == (None, 1)


def test_a_file_without_problems_has_its_value() -> None:
    assert bind(read(b"needed: 1\namount: 32.50", "box.yaml"), Box, say("box")).value == Box(
        needed=1, amount=Decimal("32.5")
    )


def test_a_whole_number_may_stand_where_decimals_may() -> None:
    assert problems("needed: 1\namount: 3") == []


def test_a_number_in_place_of_a_list_is_no_list() -> None:
    (problem,) = problems("needed: 1\nitems: 3")
    assert str(problem) == "box.yaml:2:8: box, items: The number 3 stands here. Expected is a list."


def test_too_many_items_are_counted() -> None:
    (problem,) = problems("needed: 1\nitems: [1, 2, 3]")
    assert str(problem.found) == "A list of 3 items stands here"


def test_wrong_items_are_told_and_not_counted_as_missing() -> None:
    assert [str(problem.place) for problem in problems("needed: 1\nitems: [a, b]")] == ["box.yaml:2:9", "box.yaml:2:12"]


def test_a_whole_file_that_is_a_list_is_told_once() -> None:
    (problem,) = problems("- needed: 1")
    assert str(problem.found) == "A list stands here"


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("yes", "Write true."),
        ("off", "Write false."),
        ('"true"', "Write true."),
    ],
)
def test_a_word_for_true_or_false_is_told_as_it_must_be_written(written: str, told: str) -> None:
    (problem,) = problems(f"needed: 1\ntruth: {written}")
    assert str(problem.suggestion) == told


def test_true_where_a_text_belongs_is_told_how_to_quote_it() -> None:
    (problem,) = problems("needed: 1\ntext: true")
    assert str(problem.suggestion) == 'Write "true".'


def test_keys_are_known_inside_lists_and_optional_parts() -> None:
    assert known_keys(Process, ("outcomes", 0)) == ("en", "de", "id", "weight")
    assert "named" in known_keys(ModelFile, ("maturity", 0, "chosen"))


def test_what_stands_somewhere_can_always_be_named() -> None:
    every: tuple[object, ...] = (None, True, 3, Decimal("1.5"), "x" * 500, "", (), {})
    assert all(len(str(describe(value))) < 120 for value in every)


@st.composite
def mangled(draw: st.DrawFn) -> tuple[str, Tree]:
    """A file of the small questionnaire in which something else stands in one place."""
    name, path = draw(st.sampled_from(FILES))
    tree = read(path.read_bytes(), path.name)
    where = draw(st.sampled_from(list(tree.values)))
    values = {key: mark for key, mark in tree.values.items() if key[: len(where)] != where or key == where}
    return name, Tree(path.name, _with(tree.root, where, draw(ANYTHING)), values, tree.keys)


def _with(node: Plain, path: Path, value: Plain) -> Plain:
    if not path:
        return value
    if isinstance(node, dict):
        return {key: _with(each, path[1:], value) if key == path[0] else each for key, each in node.items()}
    assert isinstance(node, tuple)
    return tuple(_with(each, path[1:], value) if index == path[0] else each for index, each in enumerate(node))


@given(mangled())
@settings(max_examples=300)
def test_whatever_stands_in_a_file_is_told_in_plain_words(name_and_tree: tuple[str, Tree]) -> None:
    name, tree = name_and_tree
    for problem in bind(tree, SCHEMAS[name], say(name)).problems:
        assert "pydantic" not in str(problem).lower()
        assert "input" not in str(problem).lower()


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_pattern_has_an_example_to_copy(name: str) -> None:
    assert set(_patterns(SCHEMAS[name].model_json_schema())) <= PATTERN_EXAMPLES.keys()


@pytest.mark.parametrize(("pattern", "example"), PATTERN_EXAMPLES.items())
def test_every_example_fits_its_pattern(pattern: str, example: str) -> None:
    assert re.search(pattern, example.strip('"'))


def _patterns(schema: object) -> list[str]:
    if isinstance(schema, list):
        return [pattern for each in schema for pattern in _patterns(each)]
    if not isinstance(schema, dict):
        return []
    own = [schema["pattern"]] if isinstance(schema.get("pattern"), str) and "type" in schema else []
    return own + [pattern for each in schema.values() for pattern in _patterns(each)]
