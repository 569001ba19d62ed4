"""A blank answers file with every question as a comment, for people who prefer a text editor."""

import textwrap
from collections.abc import Iterator

from locales.words import Words
from models.answers import Answers
from models.questionnaire import Questionnaire, QuickScan
from reports.workbook.lines import Line, lines

_WIDTH = 110


def blank_yaml(questionnaire: Questionnaire, answers: Answers, words: Words) -> str:
    """The text of an answers file in which the answers are still to be written, after the colons."""
    parts = [*_head(questionnaire, answers, words), "ratings:"]
    for line in lines(questionnaire, answers, words):
        parts.extend(_line(line))
    return "\n".join(parts) + "\n"


def _head(questionnaire: Questionnaire, answers: Answers, words: Words) -> Iterator[str]:
    name = questionnaire.file.name if isinstance(questionnaire, QuickScan) else questionnaire.head.name
    yield f"# {words.text(name)}"
    yield from _comment(_how_to(questionnaire, words), "")
    yield f"questionnaire: {answers.questionnaire}"
    yield f'version: "{answers.version}"'
    yield "city:  # " + words("The name of your city. Required.")
    yield f"language: {words.language}"
    yield "# date: 2025-03-31  # " + words("The day of the assessment.")
    if isinstance(answers.scope, str):
        yield f"scope: {answers.scope}"
    elif answers.scope is not None:
        yield f"scope: [{', '.join(answers.scope)}]"
    if answers.highest_level is not None:
        yield f"highest_level: {answers.highest_level}"
    yield ""


def _how_to(questionnaire: Questionnaire, words: Words) -> str:
    if isinstance(questionnaire, QuickScan):
        return words(
            "After each colon, write the number of the statement that describes your city best today, or dont_know. "
            'With more to say: {{rating: 3, note: "...", evidence: ["..."], confidence: high}}'
        )
    return words(
        "After each colon, write N, P, L, F or dont_know; what stays empty stays open. If it cannot concern your "
        'city, write {{not_applicable: "why"}}. With more to say: {{rating: L, note: "...", evidence: ["..."], '
        "confidence: high}}"
    )


def _line(line: Line) -> Iterator[str]:
    if line.kind in ("dimension", "process"):
        yield ""
    if line.kind == "answer" and not line.strong:
        yield f"  {line.id}:  # {line.text}"
        return
    title = f"{line.id} {line.strong}" if line.kind == "process" else line.strong
    yield from _comment(title.upper() if line.kind == "dimension" else title, "  ")
    yield from (comment for part in line.text.split("\n") for comment in _comment(part, "  "))
    if line.kind == "answer":
        yield f"  {line.id}:"


def _comment(text: str, indent: str) -> list[str]:
    mark = f"{indent}# "
    return textwrap.wrap(text, _WIDTH, initial_indent=mark, subsequent_indent=mark, break_on_hyphens=False)
