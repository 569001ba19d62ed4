"""The inputs that travel inside a report, so that every figure can be computed again from them."""

import json
from collections.abc import Mapping
from typing import Any

from locales.words import Words
from models.answers import Answer, Answers
from models.facts import ReportFacts
from models.profile import Profile, Result
from reports.document import Attachment


def inputs(answers: Answers, result: Result, facts: ReportFacts, words: Words) -> Attachment:
    """Answers, settings and digests as one JSON file.

    `answers` in it has the form of an answers file, so it can be saved and scored as it stands.
    """
    content = {
        "questionnaire": {
            "id": result.questionnaire,
            "version": result.version,
            "digest": result.digest,
            "rules_digest": result.rules_digest,
        },
        "settings": _settings(result),
        "answers": _answers(answers),
        "answers_digest": facts.answers_digest,
        "report_version": facts.version,
        "software": facts.software,
    }
    text = json.dumps(content, ensure_ascii=False, indent=1)
    return Attachment("inputs.json", words("Answers and settings of this report"), "application/json", text.encode())


def _settings(result: Result) -> dict[str, Any]:
    if not isinstance(result, Profile):
        return {"framework": result.framework}
    settings = result.settings
    return {
        "framework": settings.framework,
        "method": settings.method,
        "scale": settings.scale,
        "highest_level": settings.highest_level,
        "origins": dict(settings.origins),
    }


def _answers(answers: Answers) -> dict[str, Any]:
    head = {
        "questionnaire": answers.questionnaire,
        "version": answers.version,
        "city": answers.city,
        "date": answers.date,
        "language": answers.language,
        "invented": answers.invented or None,
        "framework": answers.framework,
        "method": answers.method,
        "scale": answers.scale,
        "highest_level": answers.highest_level,
        "scope": answers.scope,
        "chosen": answers.chosen,
    }
    ratings = {key: _answer(answer) for key, answer in answers.ratings.items()}
    return {**_known(head), "ratings": ratings}


def _answer(answer: Answer) -> object:
    """As in an answers file: a rating alone stands for itself; a whole process that is left out has no other form."""
    said: Mapping[str, object] = {
        "rating": _rating(answer),
        "note": answer.note,
        "evidence": answer.evidence or None,
        "confidence": answer.confidence,
    }
    known = _known(said)
    return known["rating"] if set(known) == {"rating"} else known


def _rating(answer: Answer) -> object:
    if answer.state == "not_applicable":
        return {"not_applicable": answer.reason}
    if answer.state == "dont_know":
        return "dont_know"
    rating = answer.rating
    return int(rating) if rating is not None and rating.isdigit() else rating


def _known(entries: Mapping[str, object]) -> dict[str, Any]:
    return {key: value for key, value in entries.items() if value is not None}
