from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessment.loading import reader
from assessment.loading.pure_parser import PureParser
from assessment.loading.reader import MAX_BYTES, MAX_DEPTH, MAX_PROBLEMS, MAX_TEXT, read
from assessment.loading.tree import EACH, Tree
from models.problem import InputRefused, Place, Problem

CASES = Path(__file__).parent / "cases" / "reading.yaml"
KINDS: dict[str, Callable[[object], bool]] = {
    "nothing": lambda value: value is None,
    "true or false": lambda value: isinstance(value, bool),
    "whole number": lambda value: type(value) is int,
    "decimal": lambda value: isinstance(value, Decimal),
    "text": lambda value: isinstance(value, str),
}


@pytest.fixture(params=["libyaml", "pure Python"], autouse=True)
def _parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "pure Python":
        monkeypatch.setattr(reader, "_EVENTS", PureParser)


def tree(text: str) -> Tree:
    return read(text.encode(), "file.yaml")


def refusal(data: str | bytes) -> str:
    with pytest.raises(InputRefused) as refused:
        read(data if isinstance(data, bytes) else data.encode(), "file.yaml")
    return str(refused.value)


def cases() -> list[dict[str, Any]]:
    return list(cast(tuple[dict[str, Any], ...], read(CASES.read_bytes(), CASES.name).root))


@pytest.mark.parametrize("case", cases(), ids=lambda case: repr(case["written"]))
def test_a_plain_value_is_typed_only_where_nobody_can_mistake_it(case: dict[str, Any]) -> None:
    assert KINDS[case["is"]](tree(f"key: {case['written']}").at(("key",)))


def test_a_decimal_stays_as_exact_as_it_was_written() -> None:
    assert str(tree("up_to: 32.50").at(("up_to",))) == "32.50"


def test_keys_are_always_text() -> None:
    assert tree("1: a\ntrue: b").root == {"1": "a", "true": "b"}


def test_lists_cannot_be_changed_after_reading() -> None:
    assert tree("- 1\n- [2, 3]").root == (1, (2, 3))


def test_a_byte_order_mark_is_accepted() -> None:
    assert read(b"\xef\xbb\xbfa: 1", "file.yaml").root == {"a": 1}


def test_windows_line_ends_are_accepted() -> None:
    assert tree("a: 1\r\nb: 2\r\n").root == {"a": 1, "b": 2}


def test_every_value_and_every_key_has_its_place() -> None:
    found = tree("a:\n  - b: 1\n    ä: [x, y]\n")
    assert found.place(("a", 0, "ä", 1)) == Place("file.yaml", 3, 12)
    assert found.key_place(("a", 0, "ä")) == Place("file.yaml", 3, 5)


def test_a_place_that_does_not_exist_is_its_nearest_surroundings() -> None:
    assert tree("a:\n  b: 1").place(("a", "c", 3)) == Place("file.yaml", 2, 3)


def test_a_pattern_finds_every_value_that_fits_it() -> None:
    found = tree("sets:\n  - {ids: [A, B]}\n  - {ids: C}\n  - other\n")
    assert [value for _path, value in found.each("sets", EACH, "ids", EACH)] == ["A", "B"]


def test_several_keys_given_twice_are_told_in_one_run() -> None:
    found = tree("a: 1\nb: 2\na: 3\nc:\n  d: 1\n  d: 2\nb: {x: 1}\n")
    assert [str(problem.place) for problem in found.problems] == ["file.yaml:3:1", "file.yaml:6:3", "file.yaml:7:1"]


def test_of_a_key_given_twice_the_first_value_stays() -> None:
    assert tree("a: {b: 1}\na: {c: 2}\n").root == {"a": {"b": 1}}


def test_values_of_a_dropped_key_do_not_move_the_places_of_the_first() -> None:
    assert tree("a: {b: 1}\na: {b: 2}\n").place(("a", "b")) == Place("file.yaml", 1, 8)


def test_a_depth_just_allowed_is_read() -> None:
    assert tree("[" * MAX_DEPTH + "]" * MAX_DEPTH).problems == ()


HOSTILE: dict[str, tuple[str | bytes, str]] = {
    "400 KB of brackets": ("[" * 400_000, f"1:{MAX_DEPTH + 1}: Values are nested more than"),
    "400 KB of dashes": ("- " * 400_000, "Values are nested more than"),
    "one level too deep": ("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1), "Values are nested more than"),
    "braces as keys": ("{" * 400_000, "1:2: A list or a group of keys stands where a key belongs"),
    "a list as a key": ("? [a]\n: b", "1:3: A list or a group of keys stands where a key belongs"),
    "too many bytes": (b"#" * (MAX_BYTES + 1), "file.yaml: The file is too large"),
    "a text too long": ("a: " + "x" * (MAX_TEXT + 1), f"1:4: A text of {MAX_TEXT + 1} characters"),
    "a key too long": ('? "' + "x" * (MAX_TEXT + 1) + '"\n: 1', f"1:3: A text of {MAX_TEXT + 1} characters"),
    "an alias bomb": (
        "a: &a [x, x]\n"
        + "".join(f"{new}: &{new} [*{old}, *{old}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)),
        "1:4: The anchor &a stands here",
    ),
    "an alias to nothing": ("a: *b", "1:4: The alias *b stands here"),
    "a merge key bomb": ("a: {<<: [{<<: {b: 1}}, {<<: {c: 1}}]}", "1:5: The merge key << stands here"),
    "a tag that runs programs": (
        "a: !!python/object/apply:os.system [ls]",
        "1:4: The tag !!python/object/apply:os.sys",
    ),
    "a tag of its own": ("a: !secret b", "1:4: The tag !secret stands here"),
    "a plain exclamation mark": ("a: ! b", "1:4: The tag ! stands here"),
    "two documents": ("a: 1\n---\nb: 2", "2:1: A second document begins here"),
    "not UTF-8": (b"a: 1\nb: \xff\xfe", "2:4: The byte 0xFF is not UTF-8 text"),
    "UTF-16": ("a: 1".encode("utf-16"), "1:1: The byte 0xFF is not UTF-8 text"),
    "a zero byte": (b"a: 1\nb: x\x00y", "2:5: The control character U+0000 stands here"),
    "an escaped zero byte": ('a: "\\0"', "1:4: The control character U+0000 stands here"),
    "an escaped escape": ('a: "\\e[2J"', "1:4: The control character U+001B stands here"),
    "an escaped half of a character": ('a: "\\uD800"', "1:"),
    "a delete character": ("a: \x7f", "1:4: The control character U+007F stands here"),
    "nothing at all": ("", "1:1: The file is empty"),
    "a PDF": (b"%PDF-1.7\n%\xe2\xe3", "1:1: This is a PDF document, not an answers file"),
    "a picture": (b"\xff\xd8\xff\xe0\x00\x10JFIF", "1:1: This is a picture, not an answers file"),
    "a web page": ("<!DOCTYPE html><html>", "1:1: This is a web page, not an answers file"),
    "a program": (b"\x7fELF" + bytes(20), "1:1: This is a file for a program, not an answers file"),
    "only a comment": ("# hello\n", "1:1: The file is empty"),
    "another version of YAML": ("%YAML 9.0\n---\na: 1", "1:1: "),
}


@pytest.mark.parametrize(("data", "message"), HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_file_is_refused_with_one_clear_message(data: str | bytes, message: str) -> None:
    told = refusal(data)
    assert message in told
    assert "\n" not in told


def test_too_many_values_are_refused_where_there_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MAX_NODES", 1_000)
    assert refusal("[" + "1," * 5_000 + "]").startswith("file.yaml:1:2000: The file holds more than 1000 values")


def test_a_flood_of_keys_given_twice_ends_after_a_hundred_problems() -> None:
    assert len(refusal("a: 1\n" * 100_000).splitlines()) == MAX_PROBLEMS


BROKEN: dict[str, tuple[str, str]] = {
    "a second colon": ("a: b: c", "1:5: A colon stands here where none can be read"),
    "no space after the first colon of a group": (
        "r:\n  A:L\n  B: F\n",
        "2:3: The value stands right behind the colon",
    ),
    "a line indented too deep": ("r:\n  A: L\n    B: F\n", "Line this one up with the one above"),
    "no space after a colon": ("a: 1\ncity:A\nb: 2\n", "2:1: The value stands right behind the colon"),
    "a tab before a key": ("a:\n\tb: 1", "2:1: A value begins with a sign that YAML keeps for itself"),
    "a percent sign": ("a: %x", "1:4: A value begins with a sign that YAML keeps for itself"),
    "quotes left open": ('a: "b\nc: 1\n', "1:4: A text in quotes begins here and does not end"),
    "a line without a colon": ("a: b\nnot a key\n", "A line without a colon stands among keys"),
    "brackets left open": ("a: [1, 2\nb: 3\n", "is not closed"),
    "a wrong indentation": ("a:\n  b: 1\n c: 2", "3:2: This line is not indented like the lines it belongs to"),
    "text after the end": ('"a" b: 1\n"c"', "file.yaml:"),
}


@pytest.mark.parametrize(("text", "message"), BROKEN.values(), ids=BROKEN)
def test_what_is_not_yaml_is_explained_in_plain_words(text: str, message: str) -> None:
    assert message in refusal(text)


def test_an_error_nobody_foresaw_still_has_its_place() -> None:
    assert refusal("a: *").startswith("file.yaml:1:")


PIECES = st.sampled_from(
    [
        *(
            ": ",
            "- ",
            "\n",
            "  ",
            "{",
            "}",
            "[",
            "]",
            "&a ",
            "*a",
            "!x ",
            '"',
            "'",
            "|\n",
            ">\n",
            "#",
            "\t",
            "? ",
            "<<: ",
        ),
        *("---\n", "...\n", "%YAML 1.1\n", "a", "b", "null", "1.0", "\x00", "\x85", "\u2028", "\ufeff", "ä"),
    ]
)


@given(st.binary(max_size=60) | st.lists(PIECES, max_size=25).map(lambda pieces: "".join(pieces).encode()))
@settings(max_examples=400, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_bytes_come_in_they_are_read_or_refused_with_a_place(data: bytes) -> None:
    places = [problem.place for problem in _problems(data)]
    assert all(place.file == "file.yaml" and place.line for place in places)


def _problems(data: bytes) -> tuple[Problem, ...]:
    try:
        return read(data, "file.yaml").problems
    except InputRefused as refused:
        return refused.problems
