"""What reports of every kind are about: an example city with everything that may stand beside it, calm and hostile."""

import datetime
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from functools import cache
from types import MappingProxyType

from assessment.benchmark.gathering import depth_of
from assessment.scoring import score
from assessment.trend import course, past, trends
from locales.words import words
from models.answers import Answers
from models.authored import Language
from models.benchmark import Edition, Figures, Hidden, KeptEdition, Publication
from models.facts import ReportVersion
from models.measures import Means, Measure
from models.message import say
from models.path import ProfileTarget
from models.profile import Profile
from models.questionnaire import CapabilityModel, Questionnaire
from models.trend import Course
from reports import kinds
from reports.content.case import Aim, Case, Context, Earlier, Outside, ScanCase
from reports.content.cohort import CohortCase, cohort_case
from reports.content.group import GroupCase
from reports.document import Report
from reports.handout import Occasion, case_on
from reports.kinds import KINDS, Subject
from tests.reports import handed_out, samples

DAY = datetime.date(2026, 1, 1)
CITY = "musterstadt"
SENSITIVE = "PEA.2"
TEXTS = tuple(text.replace("\ud800", "") for text in samples.HOSTILE.values())
"""What people may send in; half a character cannot, neither in a file nor from a browser."""
_SHORT = ("markup", "image", "emoji", "chinese", "arabic", "accents", "control", "private", "long word")
HOSTILE = " ".join(samples.HOSTILE[name].replace("\ud800", "") for name in _SHORT)
"""Markup, emoji, scripts that no font here can set, control characters, a word of 4,000 letters."""
FORMULA = '=HYPERLINK("http://evil.example/","click")'


@cache
def assessment(language: Language, *, hostile: bool = False, version: ReportVersion = "internal") -> Case:
    """An example city with target, earlier assessment, group, measures and comments."""
    answers = _hostile(handed_out.answers(CITY)) if hostile else handed_out.answers(CITY)
    model = handed_out.library().questionnaire(answers.questionnaire)
    occasion = Occasion(DAY, version=version, state="draft" if hostile else "released")
    case = case_on(model, answers, score(model, answers), words(language), occasion=occasion)
    assert isinstance(case, Case)
    note = HOSTILE if hostile else "Kommentar der Beratung"
    facts = replace(case.facts, sponsor="Erika Musterfrau", participants=("Max Mustermann",))
    return replace(case, context=_beside(case, note), facts=facts)


@cache
def bare(language: Language) -> Case:
    """The public version of the example city with nothing beside it."""
    return replace(assessment(language, version="public"), context=Context())


@cache
def begun(name: str, language: Language) -> Case:
    """A city that has hardly begun (see `handed_out.SPARSE`)."""
    answers = handed_out.answers(name)
    model = handed_out.library().questionnaire(answers.questionnaire)
    case = case_on(model, answers, score(model, answers), words(language), occasion=Occasion(DAY))
    assert isinstance(case, Case)
    return case


@cache
def scan(language: Language, *, hostile: bool = False, version: ReportVersion = "internal") -> ScanCase:
    """A quick scan."""
    answers = handed_out.answers("talbrueck-quick-scan")
    answers = _hostile(answers) if hostile else answers
    asked = handed_out.library().questionnaire(answers.questionnaire)
    occasion = Occasion(DAY, version=version)
    case = case_on(asked, answers, score(asked, answers), words(language), occasion=occasion)
    note = HOSTILE if hostile else "Kein Beschluss gefunden"
    assert isinstance(case, ScanCase)
    return replace(case, context=Context(course=_course(asked, answers), outside=_outside(answers, note)))


@cache
def cohort(language: Language, *, hostile: bool = False) -> CohortCase:
    """A group of eight cities with published figures, one of which is not shown."""
    model = handed_out.library().questionnaire("urban-diplomacy")
    assert isinstance(model, CapabilityModel)
    name = HOSTILE if hostile else "Werkstatt Nord"
    asked = assessment(language).profile
    at = datetime.datetime(2025, 11, 20, tzinfo=datetime.UTC)
    kept = KeptEdition(edition(model), "key", 1, depth_of(asked), "", at, invented=False)
    return cohort_case([GroupCase(model, kept, name, words(language))])


def edition(model: CapabilityModel) -> Edition:
    """Published figures of every dimension and process but one process."""
    cells = [each.id for each in model.head.dimensions] + [each.id for each in model.processes]
    members = frozenset((f"secret-city-{number}", f"digest-{number}") for number in range(8))
    shown = tuple(
        Publication(each, members, Figures(8, Fraction(4, 3), Fraction(1), (Fraction(1), Fraction(2)), (45, 55)))
        for each in cells
        if each != "COO.4"
    )
    hidden = (Hidden("COO.4", say("Too few cities answered this.")),)
    return Edition("2025-1", "nord", "1", members, shown, hidden)


def subject(kind: str, language: Language, *, hostile: bool = False, version: ReportVersion | None = None) -> Subject:
    """What a kind of report is about, in its usual version unless another one is asked for."""
    wanted = version or KINDS[kind].version
    if "published figures" in KINDS[kind].needs:
        return cohort(language, hostile=hostile)
    of = scan if "quick scan" in KINDS[kind].needs else assessment
    return of(language, hostile=hostile, version=wanted)


@cache
def report(kind: str, language: Language, *, hostile: bool = False, version: ReportVersion | None = None) -> Report:
    """A report of a kind."""
    return kinds.report(KINDS[kind], subject(kind, language, hostile=hostile, version=version))


def _beside(case: Case, note: str) -> Context:
    model, levels = case.model, {each.process: 3 for each, _ in case.assessed}
    return Context(
        aim=Aim("Ziel 2027", ProfileTarget(MappingProxyType(levels))),
        earlier=Earlier("2023", datetime.date(2023, 5, 10), _earlier(case)),
        course=_course(model, case.answers),
        outside=_outside(case.answers, note),
        edition=edition(model),
        group="Werkstatt Nord",
        published=datetime.date(2025, 11, 20),
        measures=_measures(note),
        comments={"summary": note, "standing": note, "overview": note, "dimension-PEA": f"{note} zu {SENSITIVE}"},
    )


def _earlier(case: Case) -> Profile:
    result = score(case.model, _worse(case.answers, 3))
    assert isinstance(result, Profile)
    return result


def _worse(answers: Answers, every: int) -> Answers:
    """The same answers with every so many of them one step lower."""
    lower = {"F": "L", "L": "P", "P": "N", "5": "4", "4": "3", "3": "2", "2": "1"}
    ratings = {
        key: replace(each, rating=lower.get(each.rating or "", each.rating)) if number % every == 0 else each
        for number, (key, each) in enumerate(answers.ratings.items())
    }
    return replace(answers, ratings=MappingProxyType(ratings))


def _course(asked: Questionnaire, answers: Answers) -> Course:
    """Four years that rise to what is answered now."""
    pasts = [
        past(str(year), f"Bewertung {year}", asked, _worse(answers, every), date=datetime.date(year, 5, 10), revision=1)
        for year, every in ((2019, 1), (2021, 2), (2023, 3))
    ]
    (found,) = trends([*pasts, past("now", "Jetzt", asked, answers, date=DAY)], handed_out.library())
    return course(found)


def _outside(answers: Answers, note: str) -> tuple[Outside, ...]:
    """Somebody who sees every fifth question otherwise, and says why."""
    judged = {key: each for key, each in list(answers.ratings.items())[:40] if each.state == "rated"}
    theirs = _worse(replace(answers, ratings=judged), 5).ratings
    said = {key: replace(each, note=f"{note} {key}", evidence=("Ratsinformation",)) for key, each in theirs.items()}
    return (Outside("Dr. Außenblick", said),)


def _measures(note: str) -> tuple[Measure, ...]:
    means = Means(Decimal(10), 12_000, 3_500, Decimal("0.5"), 8_000, 7_500, "Land, Förderprogramm Europa")
    first = Measure(
        "m1",
        "c1",
        f"Stelle für internationale Arbeit {note}",
        "GOV.4",
        level=2,
        owner="Frau Geheim",
        means=means,
        due=datetime.date(2026, 9, 30),
        decision="Eine halbe Stelle einrichten",
        note="Vertraulich: Streit im Amt",
    )
    second = replace(first, id="m2", title="Partnerschaften prüfen", process="PAR.1", decision="", means=Means())
    third = replace(first, id="m3", title="Reiseregel", process=SENSITIVE, decision="Reisen nur mit Prüfung")
    done = replace(first, id="m4", title="Leitbild", process="GOV.1", state="done", done=datetime.date(2025, 2, 1))
    return first, second, third, done


def _hostile(answers: Answers) -> Answers:
    """The same ratings, with hostile texts wherever a person can write."""
    ratings = {
        key: replace(each, note=TEXTS[number % len(TEXTS)], evidence=(FORMULA, TEXTS[(number + 3) % len(TEXTS)]))
        for number, (key, each) in enumerate(answers.ratings.items())
    }
    return replace(answers, city=HOSTILE, ratings=MappingProxyType(ratings))
