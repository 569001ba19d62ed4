"""A small invented model and a small quick scan, answers to them, and the reports they make."""

import datetime
from dataclasses import replace
from functools import cache

from assessment.loading import QUESTIONNAIRES, load_library
from assessment.scoring import profile, quick_profile
from locales.words import words
from models.answers import Answer, Answers
from models.authored import Language, Text
from models.facts import ReportFacts
from models.questionnaire import (
    CapabilityModel,
    Dimension,
    Outcome,
    Process,
    ProcessSet,
    QuickScan,
    Requirement,
    WorkProduct,
)
from models.recommendations import RecommendationsFile, Step
from reports.content import build
from reports.document import Report


@cache
def real_model() -> CapabilityModel:
    """The urban diplomacy model that cities use."""
    found = load_library(QUESTIONNAIRES).questionnaire("urban-diplomacy")
    assert isinstance(found, CapabilityModel)
    return found


@cache
def real_scan() -> QuickScan:
    """The quick scan that cities use."""
    found = load_library(QUESTIONNAIRES).questionnaire("quick-scan")
    assert isinstance(found, QuickScan)
    return found


def text(english: str) -> Text:
    """A text in both languages that shows which one it is."""
    return Text(en=english, de=f"{english} (de)")


def _process(process_id: str, name: str, *, sensitive: bool = False) -> Process:
    return Process(
        id=process_id,
        dimension=process_id[:3],
        name=text(name),
        purpose=text(f"To do the {name} well."),
        outcomes=tuple(
            Outcome(id=f"{process_id}.O{number}", en=f"{name} result {number}.", de=f"{name} Ergebnis {number}.")
            for number in (1, 2)
        ),
        work_products=(WorkProduct(id=f"{process_id}.WP1", en=f"{name} paper", de=f"{name}-Papier"),),
        sensitive=sensitive,
    )


def _dimension(dimension_id: str, name: str) -> Dimension:
    return Dimension(id=dimension_id, name=text(name), guiding_question=text(f"Is the {name} in order?"))


@cache
def small_model() -> CapabilityModel:
    """Three dimensions, four processes of which one is sensitive; maturity 1 asks for two of them."""
    real = real_model()
    processes = (
        _process("ABC.1", "Welcome"),
        _process("ABC.2", "Farewell"),
        _process("DEF.1", "Advice"),
        _process("XYZ.1", "Secret", sensitive=True),
    )
    sets = (
        ProcessSet(id="B", for_maturity_level=1, name=text("Base"), rationale=text("-"), processes=("ABC.1", "DEF.1")),
        ProcessSet(id="E", for_maturity_level=2, name=text("More"), rationale=text("-"), processes=("ABC.2", "XYZ.1")),
    )
    levels = real.head.maturity
    maturity = (
        levels[0],
        levels[1].model_copy(update={"all_of": (Requirement(sets=("B",), capability=1),)}),
        levels[2].model_copy(update={"all_of": (Requirement(sets=("B", "E"), capability=2),)}),
    )
    head = real.head.model_copy(
        update={
            "dimensions": (_dimension("ABC", "Courtesy"), _dimension("DEF", "Wisdom"), _dimension("XYZ", "Caution")),
            "process_order": tuple(process.id for process in processes),
            "process_sets": sets,
            "maturity": maturity,
        }
    )
    return replace(
        real,
        head=head,
        processes=processes,
        digest="d1" * 32,
        rules_digest="r1" * 32,
        recommendations=tuple(_recommendations(process.id) for process in processes),
    )


def _recommendations(process_id: str) -> RecommendationsFile:
    steps = tuple(
        Step(from_level=level, to_level=level + 1, do=text(f"Take {process_id} from {level}.")) for level in range(3)
    )
    return RecommendationsFile(process=process_id, steps=steps, indicator=text("Figure"), idea=text("Idea"))


def small_answers(**ratings: str) -> Answers:
    """Answers to the small model up to level 2: ABC.1 at 2, ABC.2 at 1, DEF.1 at 0, XYZ.1 open between 0 and 2.

    `ratings` overrides single answers: `ABC_1_O1="N"`; the value "?" is don't know, "" is unanswered.
    """
    model = small_model()
    letters = {"ABC.1": ("F", "F"), "ABC.2": ("F", "P"), "DEF.1": ("P", "N"), "XYZ.1": ("F", "F")}
    answers: dict[str, Answer] = {}
    for process_id, (outcome, practice) in letters.items():
        for indicator in model.indicators(process_id, model.framework()):
            if indicator.attribute == "PA1.1":
                answers[indicator.id] = Answer("rated", outcome)
            elif indicator.attribute in ("PA2.1", "PA2.2"):
                answers[indicator.id] = Answer("rated", practice)
    answers["XYZ.1.O1"] = Answer("dont_know", note="Ask the secret service")
    answers["XYZ.1.O2"] = Answer("dont_know")
    answers["ABC.1.O1"] = Answer(
        "rated", "F", note="Guest book since 1907", evidence=("Council decision 12/2024",), confidence="high"
    )
    answers |= {key.replace("_", "."): _answer(value) for key, value in ratings.items()}
    return Answers(small_model().id, small_model().version, "Kleinstadt", answers, highest_level=2)


def _answer(value: str) -> Answer:
    if value == "?":
        return Answer("dont_know")
    return Answer("rated", value) if value else Answer(None)


def scan_answers(**ratings: str) -> Answers:
    """Answers to the quick scan: everything at stage 2, but GOV at stage 4 and one question don't know."""
    answers = {each.id: Answer("rated", "2") for each in real_scan().file.questions if each.core}
    answers |= {each.id: Answer("rated", "4") for each in real_scan().questions_of("GOV")}
    answers["QS05"] = Answer("dont_know")
    answers |= {key: _answer(value) for key, value in ratings.items()}
    return Answers(real_scan().id, real_scan().version, "Kleinstadt", answers)


FACTS = ReportFacts(
    date=datetime.date(2026, 11, 21),
    city="Kleinstadt",
    software="Test 1.0",
    answers_digest="a1b2c3d4e5f6" + "0" * 52,
    sponsor="Mayor Miller",
    participants=("Ms Adams", "Mr Brown"),
)


def small_report(
    language: Language = "en", answers: Answers | None = None, facts: ReportFacts = FACTS, **settings: int
) -> Report:
    """The full report on the small model."""
    given = small_answers() if answers is None else answers
    result = profile(small_model(), given, **settings)
    return build(small_model(), given, result, words(language), facts=facts)


@cache
def small_scan() -> QuickScan:
    """The first five questions of the quick scan."""
    questions = real_scan().file.questions[:5]
    file = real_scan().file.model_copy(update={"questions": questions})
    return replace(real_scan(), file=file, digest="d2" * 32, rules_digest="r2" * 32)


def scan_report(
    language: Language = "en",
    answers: Answers | None = None,
    facts: ReportFacts = FACTS,
    scan: QuickScan | None = None,
) -> Report:
    """The report on the quick scan, the real one unless another is given."""
    given, asked = answers or scan_answers(), scan or real_scan()
    return build(asked, given, quick_profile(asked, given), words(language), facts=facts)
