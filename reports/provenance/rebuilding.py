"""A report made anew from the inputs that travel inside it: answers are scored again, and every page is built again."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from pydantic import TypeAdapter, ValidationError

from assessment.loading import parse_answers
from assessment.scoring import profile, quick_profile
from locales.words import words
from models.answers import Answers
from models.authored import LANGUAGES
from models.branding import Branding
from models.facts import ReportFacts
from models.message import Message, say
from models.problem import InputRefused, Place, Problem
from models.profile import Profile, Settings
from models.questionnaire import CapabilityModel, Library, Questionnaire, QuickScan
from reports.content.case import Case, Context, ScanCase
from reports.content.public import bare, scan_without, without_processes
from reports.document import Report
from reports.handout import answers_digest
from reports.kinds import KINDS, of_shown
from reports.logos import blank_logo
from reports.provenance.inputs import branded

_THERE = ("(there was evidence)",)
_FACTS = TypeAdapter(ReportFacts)
_CONTEXT = TypeAdapter(Context)


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """A report made anew.

    Args:
        report: the report.
        software: the program that wrote the file.
        untouched: whether the answers still fit their own digest; None where a version leaves out some of them.
        logo: whether the file has a logo, which is no input.
        kind: the id of its kind.
        version: for whom it was made.
    """

    report: Report
    software: str
    untouched: bool | None
    logo: bool
    kind: str
    version: str


def rebuilt(data: bytes, file: str, library: Library) -> Rebuilt:
    """The report that these inputs give.

    Args:
        data: the inputs, as they were found: they may have been changed.
        file: the file they were found in.
        library: the questionnaires there are.

    Raises:
        InputRefused: where they are no inputs of a report, or need a questionnaire that is not there.
    """
    try:
        inputs = json.loads(data)
        return _rebuilt(inputs, file, library)
    except (ValidationError, LookupError, TypeError, ValueError, AttributeError, StopIteration) as error:
        raise _refused(file, say("The inputs inside the file cannot be read"), _WHOLE) from error


def _rebuilt(inputs: Mapping[str, Any], file: str, library: Library) -> Rebuilt:
    told = inputs["report"]
    answers = parse_answers(json.dumps(inputs["answers"]).encode(), file, library)
    questionnaire = library.questionnaire(answers.questionnaire, answers.version)
    if questionnaire.digest != inputs["questionnaire"]["digest"]:
        raise _refused(
            file,
            say("The report was made with another content of {id}", id=questionnaire.id),
            say(
                "Expected is version {version} of it, with the digest {digest}",
                version=str(inputs["questionnaire"]["version"]),
                digest=str(inputs["questionnaire"]["digest"])[:12],
            ),
        )
    shown = _shown(questionnaire, answers, inputs)
    kind, sections = KINDS[told["kind"]], told["sections"]
    report = of_shown(kind, shown, sections)
    look = inputs.get("branding")
    if look is not None:
        report = branded(report, Branding(**{**look, "logo": look["logo"] and blank_logo(*look["logo"])}))
    whole = told["facts"]["version"] == "internal"
    untouched = answers_digest(answers) == inputs["answers_digest"] if whole else None
    logo, version = bool(look and look["logo"]), shown.facts.version
    return Rebuilt(report, str(inputs["software"]), untouched, logo, kind.id, version)


def _shown(questionnaire: Questionnaire, answers: Answers, inputs: Mapping[str, Any]) -> Case | ScanCase:
    """What the report shows, without what its version left out."""
    told = inputs["report"]
    besides = {"answers_digest": inputs["answers_digest"], "software": inputs["software"]}
    facts = _FACTS.validate_python({**told["facts"], **besides}, strict=False)
    language = next(each for each in LANGUAGES if each == told["language"])
    say_in, context = words(language), _CONTEXT.validate_python(told["beside"], strict=False)
    proven = _said(answers, told["evidenced"], told["doubted"])
    if isinstance(questionnaire, QuickScan):
        scan = scan_without(questionnaire) if facts.version == "public" else questionnaire
        return ScanCase(scan, _bare(answers, facts), quick_profile(scan, proven), say_in, facts, context)
    if not isinstance(questionnaire, CapabilityModel):
        raise TypeError("neither a model nor a scan")
    hidden = tuple(told["hidden"])
    model = without_processes(questionnaire, set(hidden)) if hidden else questionnaire
    result = _scored(model, proven, inputs["settings"])
    return Case(model, _bare(answers, facts), result, say_in, facts, hidden, context)


def _scored(model: CapabilityModel, answers: Answers, used: Mapping[str, Any]) -> Profile:
    """The result with the settings that were used, wherever they came from then."""
    result = profile(
        model,
        answers,
        framework=used["framework"],
        method=used["method"],
        scale=used["scale"],
        highest_level=used["highest_level"],
    )
    origins: Settings = replace(result.settings, origins=MappingProxyType(dict(used["origins"])))
    return replace(result, settings=origins)


def _said(answers: Answers, evidenced: Collection[str], doubted: Collection[str]) -> Answers:
    """The answers with what a public version keeps of evidence and doubt: that they are there. Both may count."""
    proven = {
        key: replace(
            each,
            evidence=each.evidence or (_THERE if key in evidenced else ()),
            confidence="low" if key in doubted else each.confidence,
        )
        for key, each in answers.ratings.items()
    }
    return replace(answers, ratings=MappingProxyType(proven))


def _bare(answers: Answers, facts: ReportFacts) -> Answers:
    return bare(answers) if facts.version == "public" else answers


def _refused(file: str, found: Message, expected: Message) -> InputRefused:
    return InputRefused((Problem(Place(file), "", found, expected),))


_WHOLE = say("Expected is a report that this program wrote, unchanged")
