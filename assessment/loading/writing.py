"""Writes answers as the YAML file that reads back as the same answers.

Every text of a person stands in quotes or in a block, so that no colon, hash or equals sign in it means anything.
Control characters, which no answers file may hold, become the replacement character.
"""

import json
import re
from collections.abc import Iterator, Sequence

from assessment.loading.answering import DONT_KNOW, NOT_APPLICABLE
from assessment.loading.reader import FORBIDDEN
from models.answers import Answer, Answers

_HEADER = """\
# Answers for Hanse. Ratings: a letter (N, P, L, F; refined P-, P+, L-, L+), or 1 to 5 in a quick scan;
# dont_know; {not_applicable: "why"}. With more to say: {rating: L, note: "...", evidence: ["..."], confidence: high}.
"""
_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9._+-]*\Z")
_TYPED_ELSEWHERE = frozenset(("null", "true", "false", "yes", "no", "on", "off"))
"""Words that this or another reader of YAML would not take for text."""

_ESCAPED = re.compile("[\u2028\u2029\ufeff]")
_BLOCK = re.compile(r"\S[^\r\t\u2028\u2029\ufeff]*\n[^\r\t\u2028\u2029\ufeff]*\S\Z")


def dump_answers(answers: Answers) -> str:
    """The answers as the text of a YAML file; answers in the order in which they are given."""
    lines = [*_head(answers), "ratings:" if answers.ratings else "ratings: {}"]
    for answer_id, answer in answers.ratings.items():
        lines.extend(_answer(_scalar(answer_id), answer))
    return _HEADER + "\n".join(lines) + "\n"


def _head(answers: Answers) -> Iterator[str]:
    yield f"questionnaire: {_scalar(answers.questionnaire)}"
    yield f"version: {_quoted(answers.version)}"
    yield f"city: {_scalar(answers.city)}"
    if answers.invented:
        yield "invented: true"
    words = {
        "date": answers.date,
        "language": answers.language,
        "framework": answers.framework,
        "method": answers.method,
    }
    yield from (f"{key}: {_scalar(value)}" for key, value in words.items() if value is not None)
    numbers = {"scale": answers.scale, "highest_level": answers.highest_level}
    yield from (f"{key}: {value}" for key, value in numbers.items() if value is not None)
    if answers.scope is not None:
        yield f"scope: {_scalar(answers.scope) if isinstance(answers.scope, str) else _listed(answers.scope)}"
    if answers.chosen is not None:
        yield f"chosen: {_listed(answers.chosen)}"


def _answer(answer_id: str, answer: Answer) -> Iterator[str]:
    short = _short(answer)
    if short is not None and not (answer.note or answer.evidence or answer.confidence):
        yield f"  {answer_id}: {short}"
        return
    yield f"  {answer_id}:"
    if answer.state == "not_applicable" and answer.reason is not None:
        yield f"    not_applicable: {_text(answer.reason)}"
    elif short is not None:
        yield f"    rating: {short}"
    if answer.note:
        yield f"    note: {_text(answer.note)}"
    if answer.evidence:
        yield "    evidence:"
        yield from (f"      - {_quoted(each)}" for each in answer.evidence)
    if answer.confidence is not None:
        yield f"    confidence: {answer.confidence}"


def _short(answer: Answer) -> str | None:
    """The answer in one word or line; None where it has no rating."""
    if answer.state == "not_applicable":
        return NOT_APPLICABLE if answer.reason is None else f"{{not_applicable: {_quoted(answer.reason)}}}"
    if answer.state == "dont_know":
        return DONT_KNOW
    if answer.rating is None:
        return None
    return answer.rating if answer.rating.isdecimal() else _scalar(answer.rating)


def _text(text: str) -> str:
    """A text as the value of a key of an answer: on one line in quotes, or as a block where it has several lines."""
    if not _BLOCK.match(text) or FORBIDDEN.search(text):
        return _quoted(text)
    return "|-" + "".join(f"\n      {line}" if line else "\n" for line in text.split("\n"))


def _listed(ids: Sequence[str]) -> str:
    return f"[{', '.join(map(_scalar, ids))}]"


def _scalar(text: str) -> str:
    return text if _PLAIN.match(text) and text.casefold() not in _TYPED_ELSEWHERE else _quoted(text)


def _quoted(text: str) -> str:
    """The text in double quotes, whose escapes JSON and YAML share."""
    safe = json.dumps(FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text), ensure_ascii=False)
    return _ESCAPED.sub(lambda found: f"\\u{ord(found.group()):04x}", safe)
