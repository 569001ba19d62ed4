"""Says in plain words why a text is not YAML, where the parser only knows its grammar."""

import re

from yaml import MarkedYAMLError

from assessment.loading.spelling import clipped
from assessment.loading.tree import Mark
from models.message import Message, say

_Explanation = tuple[Message, Message, Message | None]


_NO_SPACE = re.compile(r"( *)([^\s:#'\"{\[][^\s:]*):([^\s:/].*)")
_A_KEY_IS_AWAITED = ("mapping values are not allowed", "could not find expected ':'", "while parsing a block")


def explain(error: MarkedYAMLError, text: str) -> tuple[Mark, _Explanation]:
    """Where a person should look, and what was found, what was expected and what to do.

    Args:
        error: of the YAML parser.
        text: what it parsed.
    """
    line, column = _place(error)
    if any(each in _detail(error) for each in _A_KEY_IS_AWAITED):
        glued = _without_space(text.splitlines(), line - 1)
        if glued is not None:
            return glued
    return (line, column), _explanation(error)


def _without_space(lines: list[str], last: int) -> tuple[Mark, _Explanation] | None:
    """The first of the lines up to this one in which a value sticks to its colon, and which the parser took for one."""
    found = None
    for number in range(min(last, len(lines) - 1), -1, -1):
        line = lines[number]
        match = _NO_SPACE.fullmatch(line.rstrip())
        if match and ": " not in line.partition("#")[0]:
            found = number, match
        elif number != last and line.strip() and not line.lstrip().startswith("#"):
            break
    if found is None:
        return None
    number, match = found
    return (number + 1, len(match[1]) + 1), (
        say("The value stands right behind the colon"),
        say("Each line holds a key, a colon, a space and one value"),
        say("Write {text}.", text=clipped(f"{match[2]}: {match[3]}")),
    )


def _detail(error: MarkedYAMLError) -> str:
    return f"{error.context or ''} {error.problem or ''}"


def _explanation(error: MarkedYAMLError) -> _Explanation:
    detail = _detail(error)
    for fragments, explanation in _KNOWN:
        if any(fragment in detail for fragment in fragments):
            return explanation
    return (
        say("The file cannot be read from here on ({detail})", detail=str(error.problem or error.context)),
        say("Expected is YAML: keys, a colon, a value; lists with a dash"),
        say("Look at this line and the one above it."),
    )


def _place(error: MarkedYAMLError) -> Mark:
    """Where a text that does not end begins, otherwise where the parser gave up."""
    unfinished = any(each in (error.context or "") for each in (_UNFINISHED, "while scanning a simple key"))
    mark = error.context_mark if unfinished else error.problem_mark or error.context_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


_UNFINISHED = "while scanning a quoted scalar"

_KNOWN: tuple[tuple[tuple[str, ...], _Explanation], ...] = (
    (
        ("mapping values are not allowed",),
        (
            say("A colon stands here where none can be read"),
            say("Each line holds a key, a colon, a space and one value, and lines up with its group"),
            say("Line this one up with the one above, or put a text that holds a colon into quotes."),
        ),
    ),
    (
        ("character '\\t'", "that cannot start any token", "found a tab character"),
        (
            say("A value begins with a sign that YAML keeps for itself, or the line begins with a tab"),
            say("Lines begin with spaces, and such texts stand in quotes"),
            say("Put the text into quotes, or replace the tab by spaces."),
        ),
    ),
    (
        (_UNFINISHED,),
        (
            say("A text in quotes begins here and does not end"),
            say("A text in quotes ends with the same quote"),
            say("Close the quotes."),
        ),
    ),
    (
        ("could not find expected ':'",),
        (
            say("A line without a colon stands among keys"),
            say("Each line holds a key, a colon and a value"),
            say("Add the colon, or put a text of several lines into quotes."),
        ),
    ),
    (
        ("while parsing a flow",),
        (
            say("A list in brackets, or a group in braces, is not closed"),
            say("Items are separated by commas and closed by a bracket or brace"),
            say("Look for a missing comma, bracket or brace in this line and above."),
        ),
    ),
    (
        ("while parsing a block",),
        (
            say("This line is not indented like the lines it belongs to"),
            say("Keys of one group begin in the same column"),
            say("Line it up with the key above."),
        ),
    ),
    (
        ("<document start>",),
        (
            say("More text follows where the file has ended already"),
            say("Expected is YAML: keys, a colon, a value; lists with a dash"),
            say("Look at this line and the one above it."),
        ),
    ),
    (
        ("undefined tag handle", "while scanning a tag"),
        (
            say("A value begins with an exclamation mark"),
            say("Anchors, aliases, merge keys and tags of YAML are not read"),
            say("Put the text into quotes."),
        ),
    ),
)
