"""Says in plain words why a text is not YAML, where the parser only knows its grammar."""

from yaml import Mark, MarkedYAMLError

from models.message import Message, say

_Explanation = tuple[Message, Message, Message | None]


def explain(error: MarkedYAMLError) -> _Explanation:
    """What was found, what was expected and what to do, for an error of the YAML parser."""
    detail = f"{error.context or ''} {error.problem or ''}"
    for fragments, explanation in _KNOWN:
        if any(fragment in detail for fragment in fragments):
            return explanation
    return (
        say("The file cannot be read from here on ({detail})", detail=str(error.problem or error.context)),
        say("Expected is YAML: keys, a colon, a value; lists with a dash"),
        say("Look at this line and the one above it."),
    )


def place(error: MarkedYAMLError) -> Mark | None:
    """Where a person should look: where a text that does not end begins, otherwise where the parser gave up."""
    unfinished = any(each in (error.context or "") for each in (_UNFINISHED, "while scanning a simple key"))
    return error.context_mark if unfinished else error.problem_mark or error.context_mark


_UNFINISHED = "while scanning a quoted scalar"

_KNOWN: tuple[tuple[tuple[str, ...], _Explanation], ...] = (
    (
        ("mapping values are not allowed",),
        (
            say("A colon stands here where none can be read"),
            say("Each line holds a key, a colon, a space and one value, and lines up with its group"),
            say(
                "Write a space after the colon in the line above, line this one up with it, or put a text that holds a "
                "colon into quotes."
            ),
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
            say("Add the colon, write a space after the colon, or put a text of several lines into quotes."),
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
