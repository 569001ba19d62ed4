"""What somebody chose for a report, as an address or a memory holds it: read with care, never trusted.

What is unknown falls back to what is usual. A wish together with what the desk handed out becomes an order.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, TypeVar, get_args

from assessment.aiming import target_of
from assessment.loading import dump_answers
from assessment.path import levels_of
from locales.words import words
from models.aims import KeptTarget, Risk
from models.answers import Answers
from models.assessment import Assessment
from models.authored import LANGUAGES, Language
from models.branding import PLAIN, Branding
from models.closing import Closing
from models.facts import REPORT_VERSIONS, ReportVersion
from models.measures import Measure
from models.people import DELETED
from models.questionnaire import CapabilityModel, Questionnaire
from models.reporting import Choice, Comment, ReportState
from reports.company import Before, Company
from reports.content.aims import aim
from reports.content.case import Aim, Outside
from reports.editions import Editions
from reports.forms import Form
from reports.kinds import KINDS, Kind
from reports.order import Order
from reports.provenance.inputs import memberless

T = TypeVar("T")

Look = Literal["city", "own", "none"]
LOOKS: tuple[Look, ...] = get_args(Look)


@dataclass(frozen=True, slots=True)
class Wish:
    """What was chosen. `sections` is None for all of them; `edition` is empty for none.

    `target` is the id of a named target, `none`, or empty for what is usual: the city's own choice, only internally.
    """

    kind: str
    language: Language
    version: ReportVersion
    form: Form = "pdf"
    sections: tuple[str, ...] | None = None
    look: Look = "city"
    target: str = ""
    edition: str = ""
    anonymous: bool = False


@dataclass(frozen=True, slots=True)
class Makings:
    """What a report is made from, as the desk hands it out; names of targets are in the language of the report.

    `former` is the assessment before this one, `row` are all earlier results, `outside` the views of assessors that are
    shown. `target` is the city's own choice, `importance` how much each dimension
    matters to it, `risks` are the warnings of the model that apply. `kept` is the questionnaire as text where it is no
    longer in use. `closing` is what was signed, where it was.
    """

    assessment: Assessment
    questionnaire: Questionnaire
    answers: Answers
    state: ReportState
    comments: tuple[Comment, ...] = ()
    measures: tuple[Measure, ...] = ()
    former: Before | None = None
    looks: Mapping[Look, Branding] | None = None
    editions: Editions = field(default_factory=dict)
    kept: str = ""
    target: KeptTarget | None = None
    risks: tuple[Risk, ...] = ()
    importance: Mapping[str, int] = field(default_factory=dict)
    closing: Closing | None = None
    row: tuple[Before, ...] = ()
    outside: tuple[Outside, ...] = ()

    @property
    def undated(self) -> str | None:
        """What the assessment before this one is called, where nobody said its day: no report can lay it beside."""
        former = self.former
        return former.name if former is not None and not former.day else None


def read_wish(said: Mapping[str, str], language: Language, questionnaire: Questionnaire) -> Wish:
    """The wish in a query or a memory.

    Args:
        said: what it says, by name.
        language: the language where it names none.
        questionnaire: what the assessment asked.
    """
    kind = _kind(said.get("kind", ""), questionnaire)
    parts = tuple(each for each in said.get("sections", "").split(",") if each)
    return Wish(
        kind.id,
        _one(said.get("language"), LANGUAGES, language),
        _one(said.get("version"), REPORT_VERSIONS, kind.version),
        _one(said.get("form"), kind.forms, kind.forms[0]),
        parts or None,
        _one(said.get("look"), LOOKS, "city"),
        said.get("target", ""),
        said.get("edition", ""),
        said.get("anonymous") == "yes",
    )


def as_choice(wish: Wish) -> Choice:
    """The wish by name, for an address or a memory; what is usual is left out."""
    said = {
        "kind": wish.kind,
        "language": wish.language,
        "version": wish.version,
        "form": wish.form,
        "sections": ",".join(wish.sections or ()),
        "look": wish.look,
        "target": wish.target,
        "edition": wish.edition,
        "anonymous": "yes" if wish.anonymous else "",
    }
    return {name: value for name, value in said.items() if value}


def order_of(wish: Wish, makings: Makings, today: str) -> Order:
    """The order that a wish comes to."""
    assessment = makings.assessment
    looks = makings.looks or {}
    look, closing = looks.get(wish.look, PLAIN), makings.closing
    return Order(
        answers=dump_answers(makings.answers),
        kind=wish.kind,
        form=wish.form,
        language=wish.language,
        today=today if closing is None else (closing.record.last_day or closing.at.date()).isoformat(),
        title=assessment.title,
        version="public" if wish.anonymous else wish.version,
        state=makings.state,
        one_rater=assessment.way == "alone",
        sections=wish.sections,
        anonymous=wish.anonymous,
        company=_company(wish, makings),
        branding=look,
        city=makings.answers.city,
        kept=makings.kept,
        record=None if closing is None else closing.record,
    )


def kinds_of(questionnaire: Questionnaire) -> tuple[Kind, ...]:
    """The kinds that answers to this questionnaire can become, whatever else they need."""
    subject = "assessment" if isinstance(questionnaire, CapabilityModel) else "quick scan"
    return tuple(kind for kind in KINDS.values() if subject in kind.needs)


def _kind(asked: str, questionnaire: Questionnaire) -> Kind:
    known = kinds_of(questionnaire)
    return next((kind for kind in known if kind.id == asked), known[0])


def _company(wish: Wish, makings: Makings) -> Company:
    beside = makings.editions.get(wish.edition)
    company = Company(
        before=makings.former,
        row=makings.row,
        outside=makings.outside,
        edition=memberless(beside.kept.edition) if beside else None,
        group=beside.group(words(wish.language)) if beside else None,
        published=beside.kept.at.date() if beside else None,
        measures=makings.measures,
        comments={each.section: each.text for each in makings.comments},
        authors={each.section: each.author for each in makings.comments if each.author not in (None, DELETED)},
        risks=makings.risks,
        importance=makings.importance,
    )
    found = _aim(wish, makings)
    return company if found is None else replace(company, aim_name=found.name, aim=dict(found.target.levels))


def _aim(wish: Wish, makings: Makings) -> Aim | None:
    """The target that was wished for; where nothing was said, the city's own choice, and that only internally."""
    model, told = makings.questionnaire, words(wish.language)
    if not isinstance(model, CapabilityModel):
        return None
    if not wish.target and makings.target is not None and wish.version == "internal" and not wish.anonymous:
        return aim(makings.target, target_of(makings.target, model), model, told)
    target = next((each for each in model.head.targets if each.id == wish.target), None)
    return None if target is None else Aim(told.text(target.name), levels_of(model, target))


def _one(asked: str | None, known: tuple[T, ...], usual: T) -> T:
    return next((each for each in known if each == asked), usual)


def aimed(company: Company, target: str, questionnaire: Questionnaire, language: Language) -> Company | None:
    """The company with a named target of the model beside it; None where the model has none of this name."""
    known = {each.id: each for each in questionnaire.head.targets} if isinstance(questionnaire, CapabilityModel) else {}
    if not isinstance(questionnaire, CapabilityModel) or target not in known:
        return None
    levels = levels_of(questionnaire, known[target]).levels
    return replace(company, aim_name=known[target].name.in_language(language), aim=dict(levels))
