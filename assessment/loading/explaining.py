"""Says in plain words what pydantic found wrong with a value, and what to write instead.

Every kind of error that the models can raise has its sentence here; a test asks for each of them.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from assessment.loading.speech import TEXT_FILE, Speech
from assessment.loading.spelling import clipped, did_you_mean, listed, one_of
from models.mapping import ID
from models.message import Message, say, say_many

_IDS = re.compile(r"[A-Z]{3}\.\d{1,2}([,; ]+[A-Z]{3}\.\d{1,2})*")


@dataclass(frozen=True, slots=True)
class Complaint:
    """One error of pydantic, as far as the sentence needs it: its kind, the value as written, its key, known keys."""

    kind: str
    value: object
    key: str
    context: Mapping[str, Any]
    known_keys: tuple[str, ...] = ()
    speech: Speech = TEXT_FILE


@dataclass(frozen=True, slots=True)
class Explanation:
    """What was found, what was expected, and what to do."""

    found: Message
    expected: Message
    suggestion: Message | None = None


def explain(complaint: Complaint) -> Explanation:
    """The explanation of an error. Raises `KeyError` for a kind that no model can raise yet."""
    return _EXPLAINED[complaint.kind](complaint)


def describe(value: object) -> Message:
    """What stands somewhere, as a sentence."""
    if value is None:
        return say("Nothing stands here")
    if isinstance(value, bool):
        return say("The plain value {value} stands here", value=str(value).lower())
    if isinstance(value, int | Decimal):
        return say("The number {value} stands here", value=str(value))
    if isinstance(value, str):
        return (
            say('The text "{value}" stands here', value=clipped(value)) if value else say("An empty text stands here")
        )
    return say("A list stands here") if isinstance(value, tuple) else say("A group of keys stands here")


def quoting_hint(value: object) -> Message | None:
    """How to write a typed value so that it is read as the text it was meant to be."""
    if isinstance(value, bool):
        return say("Write {text}.", text=f'"{str(value).lower()}"')
    return say("Write {text}.", text=f'"{value}"') if isinstance(value, int | Decimal) else None


def _missing(complaint: Complaint) -> Explanation:
    return Explanation(*complaint.speech.missing(complaint.key))


def _unknown(complaint: Complaint) -> Explanation:
    return Explanation(
        say("The key {key} is not known here", key=clipped(complaint.key)),
        say("Known keys are {keys}", keys=listed(complaint.known_keys, 20)),
        did_you_mean(complaint.key, complaint.known_keys),
    )


def _no_text(complaint: Complaint) -> Explanation:
    return Explanation(describe(complaint.value), say("Expected is a text"), quoting_hint(complaint.value))


def _no_whole_number(complaint: Complaint) -> Explanation:
    return Explanation(
        describe(complaint.value), say("Expected is a whole number"), _unquoting_hint(complaint.value, int)
    )


def _no_number(complaint: Complaint) -> Explanation:
    return Explanation(
        describe(complaint.value), say("Expected is a number"), _unquoting_hint(complaint.value, Decimal)
    )


def _unquoting_hint(value: object, number: Callable[[str], object]) -> Message | None:
    try:
        return say("Write {text}.", text=str(number(str(value).strip()))) if isinstance(value, str) else None
    except (ValueError, ArithmeticError):
        return None


def _no_truth(complaint: Complaint) -> Explanation:
    meant = {"yes": "true", "on": "true", "true": "true", "no": "false", "off": "false", "false": "false"}
    word = meant.get(str(complaint.value).casefold())
    hint = say("Write {text}.", text=word) if word else None
    return Explanation(describe(complaint.value), say("Expected is true or false"), hint)


def _no_list(complaint: Complaint) -> Explanation:
    value = complaint.value
    hint = say("Write {text}.", text=f'["{clipped(value)}"]') if isinstance(value, str) and value else None
    return Explanation(describe(value), say("Expected is a list"), hint)


def _no_keys(complaint: Complaint) -> Explanation:
    keys = complaint.known_keys
    expected = (
        say("Expected are the keys {keys}", keys=listed(keys, 20)) if keys else say("Expected are keys and values")
    )
    colon = isinstance(complaint.value, str) and ":" in complaint.value
    return Explanation(describe(complaint.value), expected, say("Write a space after each colon.") if colon else None)


def _wrong_form(complaint: Complaint) -> Explanation:
    pattern = complaint.context["pattern"]
    example = complaint.speech.days if pattern == _DAY else PATTERN_EXAMPLES[pattern]
    return Explanation(describe(complaint.value), say("Expected is a text such as {example}", example=example))


_DAY = r"^\d{4}-\d{2}-\d{2}$"
PATTERN_EXAMPLES = {
    r"^PA\d\.\d$": "PA2.1",
    r"^[a-z0-9-]+$": "urban-diplomacy",
    r"^\d+\.\d+\.\d+$": '"1.0.0"',
    r"^[A-Z]{3}$": "GOV",
    r"^[A-Z]{3}\.\d{1,2}$": "GOV.1",
    r"^[A-Z]{3}\.\d{1,2}\.O\d{1,2}$": "GOV.1.O1",
    r"^[A-Z]{3}\.\d{1,2}\.BP\d{1,2}$": "GOV.1.BP1",
    r"^[A-Z]{3}\.\d{1,2}\.WP\d{1,2}$": "GOV.1.WP1",
    r"^GP\d\.\d\.\d{1,2}$": "GP2.1.1",
    r"^QS\d{2}$": "QS01",
    ID: "GOV.1.O1",
    _DAY: "2025-03-12",
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "twin-town",
    r"^G\d{1,2}$": "G1",
}
"""What a person can copy, instead of a regular expression. A test asks for each pattern of the models."""


def _not_a_choice(complaint: Complaint) -> Explanation:
    choices = _choices(str(complaint.context["expected"]))
    value, speech = complaint.value, complaint.speech
    hint = (_list_hint(value) or did_you_mean(value, choices, speech)) if isinstance(value, str) else None
    return Explanation(describe(value), one_of(choices, speech=speech), hint)


def _list_hint(value: str) -> Message | None:
    """How to write ids that stand where a word or a list may stand."""
    return say("Write {text}.", text=f"[{', '.join(re.split('[,; ]+', value))}]") if _IDS.fullmatch(value) else None


def _choices(expected: str) -> tuple[str, ...]:
    """The words in pydantic's "'a', 'b' or 'c'"."""
    return tuple(part.strip().strip("'") for part in expected.replace(" or ", ", ").split(","))


def _out_of_range(sentence: Callable[[Mapping[str, Any]], Message]) -> Callable[[Complaint], Explanation]:
    return lambda complaint: Explanation(describe(complaint.value), sentence(complaint.context))


def _text_too_long(complaint: Complaint) -> Explanation:
    return Explanation(
        say("A text of {count} characters stands here", count=len(str(complaint.value))),
        say("Expected are at most {limit} characters", limit=complaint.context["max_length"]),
        say("Shorten the text."),
    )


def _list_too_long(complaint: Complaint) -> Explanation:
    return Explanation(
        _list(_length(complaint.value)),
        say("Expected are at most {limit} items", limit=complaint.context["max_length"]),
    )


def _list_too_short(complaint: Complaint) -> Explanation:
    count, limit = _length(complaint.value), complaint.context["min_length"]
    found = _list(count) if count else say("An empty list stands here")
    at_least = say("Expected are at least {limit} items", limit=limit)
    return Explanation(found, at_least if limit > 1 else say("Expected is at least one item"))


def _list(count: int) -> Message:
    return say_many(count, "A list of 1 item stands here", "A list of {count} items stands here")


def _length(value: object) -> int:
    return len(value) if isinstance(value, tuple | dict) else 0


def _broken_rule(complaint: Complaint) -> Explanation:
    """A rule that a model itself checks over several keys; the only one is that a text is written in some language."""
    keys: Iterable[str] = complaint.value if isinstance(complaint.value, dict) else ()
    found = say("A text stands here in no language ({keys})", keys=listed(keys)) if keys else describe(complaint.value)
    return Explanation(found, say("Expected is the text under de, en or both"))


_EXPLAINED: dict[str, Callable[[Complaint], Explanation]] = {
    "missing": _missing,
    "extra_forbidden": _unknown,
    "string_type": _no_text,
    "int_type": _no_whole_number,
    "is_instance_of": _no_number,
    "finite_number": _no_number,
    "bool_type": _no_truth,
    "tuple_type": _no_list,
    "dict_type": _no_keys,
    "model_type": _no_keys,
    "string_pattern_mismatch": _wrong_form,
    "literal_error": _not_a_choice,
    "greater_than_equal": _out_of_range(lambda limits: say("Expected is at least {limit}", limit=str(limits["ge"]))),
    "less_than_equal": _out_of_range(lambda limits: say("Expected is at most {limit}", limit=str(limits["le"]))),
    "string_too_short": _out_of_range(lambda _limits: say("Expected is a text that says something")),
    "string_too_long": _text_too_long,
    "too_short": _list_too_short,
    "too_long": _list_too_long,
    "value_error": _broken_rule,
}

KINDS = frozenset(_EXPLAINED)
