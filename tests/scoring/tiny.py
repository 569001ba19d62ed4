"""A model small enough to reason about: five processes in three dimensions, with weights, sets and a maturity rule.

Its frameworks are built here, so that no edit to the questionnaires that ship can change what these tests promise.
"""

from collections.abc import Mapping
from decimal import Decimal

from models.answers import Answer, Answers
from models.authored import Text
from models.framework import Attribute, Framework, Level, LevelRule, Rating, Scale, Stage, StageFramework
from models.questionnaire import (
    AttributePractices,
    CapabilityModel,
    ChosenRule,
    Dimension,
    GenericPractice,
    MaturityLevel,
    ModelFile,
    Outcome,
    Process,
    ProcessSet,
    Question,
    QuickScan,
    QuickScanFile,
    Requirement,
    Tailoring,
)

WORD = Text(en="word", de="Wort")

FOUR = (("N", "N", 0, "15"), ("P", "P", 1, "50"), ("L", "L", 2, "85"), ("F", "F", 3, "100"))
SIX = (
    ("N", "N", 0, "15"),
    ("P-", "P", 1, "32.5"),
    ("P+", "P", 2, "50"),
    ("L-", "L", 3, "67.5"),
    ("L+", "L", 4, "85"),
    ("F", "F", 5, "100"),
)
ATTRIBUTES = ("PA1.1", "PA2.1", "PA2.2", "PA3.1", "PA3.2", "PA4.1", "PA4.2", "PA5.1", "PA5.2")
ATTRIBUTES_2019 = tuple(sorted((*ATTRIBUTES, "PA3.3")))


def scale(*ratings: tuple[str, str, int, str]) -> Scale:
    return Scale(
        points=4 if len(ratings) < 6 else 6,
        ratings=tuple(
            Rating(letter=letter, counts_as=counts_as, value=value, up_to=Decimal(up_to), name=WORD)
            for letter, counts_as, value, up_to in ratings
        ),
    )


def attribute(identifier: str) -> Attribute:
    level = int(identifier[2])
    return Attribute(
        id=identifier,
        level=level,
        name=WORD,
        term=WORD,
        key_question=WORD,
        rated_by="outcomes" if level == 1 else "generic-practices",
    )


def framework(identifier: str, attributes: tuple[str, ...], cap: str | None = None) -> Framework:
    return Framework(
        kind="capability-framework",
        id=identifier,
        version="1.0.0",
        name=WORD,
        notice=WORD,
        default_method="mean",
        methods=("mean", "median", "survey-midpoints", "lowest"),
        default_scale=4,
        scales=(scale(*FOUR), scale(*SIX)),
        levels=tuple(Level(level=level, name=WORD, meaning=WORD) for level in range(6)),
        attributes=tuple(attribute(each) for each in attributes),
        level_rule=LevelRule(own="L", below="F"),
        cap_without_evidence=cap,
    )


FRAMEWORKS = (
    framework("iso-2015", ATTRIBUTES),
    framework("iso-2019", ATTRIBUTES_2019),
    framework("strict", ATTRIBUTES, cap="L"),
)

OUTCOME_WEIGHTS = {"AAA.1": (1, 1, 2), "AAA.2": (1, 1), "BBB.1": (1, 1), "CCC.1": (1, 3), "CCC.2": (1,)}


def process(identifier: str, weights: tuple[int, ...]) -> Process:
    return Process(
        id=identifier,
        dimension=identifier[:3],
        name=Text(en=f"Task {identifier}", de=f"Aufgabe {identifier}"),
        purpose=WORD,
        outcomes=tuple(
            Outcome(en="result", id=f"{identifier}.O{place}", weight=weight)
            for place, weight in enumerate(weights, start=1)
        ),
    )


def practices(identifier: str, weights: tuple[int, ...] = (1, 2)) -> AttributePractices:
    """The practices of an attribute by their weights; PA1.1 has one, which its outcomes stand for."""
    number = identifier[2:]
    known = (1,) if identifier == "PA1.1" else weights
    return AttributePractices(
        attribute=identifier,
        stands_for_outcomes=identifier == "PA1.1",
        practices=tuple(
            GenericPractice(en="way of working", id=f"GP{number}.{place}", weight=weight)
            for place, weight in enumerate(known, 1)
        ),
    )


def process_set(identifier: str, level: int, *processes: str) -> ProcessSet:
    name = Text(en=f"Set {identifier}", de=f"Satz {identifier}")
    return ProcessSet(id=identifier, for_maturity_level=level, name=name, rationale=WORD, processes=processes)


def maturity_level(
    level: int,
    *all_of: Requirement,
    chosen: ChosenRule | None = None,
    chosen_from_below: ChosenRule | None = None,
) -> MaturityLevel:
    return MaturityLevel(
        level=level, name=WORD, meaning=WORD, all_of=all_of, chosen=chosen, chosen_from_below=chosen_from_below
    )


MATURITY = (
    maturity_level(0),
    maturity_level(1, Requirement(sets=("ONE",), capability=1)),
    maturity_level(2, Requirement(sets=("ONE", "TWO"), capability=2)),
    maturity_level(3, Requirement(sets=("ONE", "TWO"), capability=3)),
    maturity_level(
        4,
        Requirement(processes=("CCC.2",), capability=3),
        chosen=ChosenRule(at_least=2, capability=4, named=("AAA.2",), one_of=("BBB.1", "CCC.1")),
    ),
    maturity_level(5, chosen_from_below=ChosenRule(at_least=1, capability=5)),
)


def head(maturity: tuple[MaturityLevel, ...] = MATURITY) -> ModelFile:
    return ModelFile(
        kind="capability-model",
        id="tiny",
        version="1.0.0",
        languages=("en", "de"),
        name=WORD,
        notice=WORD,
        framework="iso-2015",
        dimensions=tuple(Dimension(id=each, name=WORD, guiding_question=WORD) for each in ("AAA", "BBB", "CCC")),
        process_order=tuple(OUTCOME_WEIGHTS),
        process_sets=(process_set("ONE", 1, "AAA.1", "BBB.1"), process_set("TWO", 2, "AAA.2", "CCC.1")),
        basic_scope="ONE",
        maturity_notice=WORD,
        maturity=maturity,
        tailoring=Tailoring(never_in_sets=("ONE",), at_most=1),
    )


def model(
    maturity: tuple[MaturityLevel, ...] = MATURITY, frameworks: tuple[Framework, ...] = FRAMEWORKS
) -> CapabilityModel:
    return CapabilityModel(
        head=head(maturity),
        processes=tuple(process(identifier, weights) for identifier, weights in OUTCOME_WEIGHTS.items()),
        generic_practices=tuple(practices(each) for each in ATTRIBUTES_2019),
        sources=(),
        founding_documents=(),
        recommendations=(),
        frameworks=frameworks,
        digest="d1",
        rules_digest="r1",
    )


MODEL = model()

STAGES = StageFramework(
    kind="stage-framework",
    id="stages",
    version="1.0.0",
    name=WORD,
    notice=WORD,
    answers_for_mean=2,
    stages=tuple(Stage(stage=stage, name=WORD, indicates_level=stage - 1, or_more=stage == 5) for stage in range(1, 6)),
)


def question(place: int, process_id: str, *, core: bool) -> Question:
    return Question(id=f"QS{place:02}", process=process_id, core=core, question=WORD, anchors=())


SCAN = QuickScan(
    file=QuickScanFile(
        kind="quick-scan",
        id="tiny-scan",
        version="1.0.0",
        model="tiny",
        name=WORD,
        notice=WORD,
        framework="stages",
        questions=(
            question(1, "AAA.1", core=True),
            question(2, "AAA.2", core=True),
            question(3, "BBB.1", core=True),
            question(4, "CCC.1", core=False),
            question(5, "CCC.2", core=False),
            question(6, "AAA.1", core=False),
        ),
    ),
    framework=STAGES,
    model=MODEL,
    digest="d2",
    rules_digest="r2",
)


def indicators(framework_id: str = "iso-2015") -> tuple[str, ...]:
    """The ids of all indicators of the tiny model."""
    used = MODEL.framework(framework_id)
    return tuple(each.id for each_process in MODEL.processes for each in MODEL.indicators(each_process.id, used))


def answer(said: str) -> Answer | None:
    """An answer from a short word: `_` unanswered, `?` don't know, `x` not applicable, `F` rated, `F*` with proof."""
    if said == "_":
        return None
    if said == "?":
        return Answer("dont_know")
    if said == "x":
        return Answer("not_applicable", reason="does not happen here")
    return Answer("rated", rating=said.rstrip("*"), evidence=("minutes",) if said.endswith("*") else ())


def answers(said: Mapping[str, str], **settings: object) -> Answers:
    """Answers to the tiny model or scan from short words."""
    given = {identifier: answer(word) for identifier, word in said.items()}
    ratings = {identifier: each for identifier, each in given.items() if each is not None}
    return Answers("tiny", "1.0.0", "Kleinstadt", ratings, **settings)  # type: ignore[arg-type]


def at_level(levels: Mapping[str, int], framework_id: str = "iso-2015") -> dict[str, str]:
    """Ratings that put each of these processes exactly on its level: F up to it, N above."""
    used = MODEL.framework(framework_id)
    level_of = {each.id: each.level for each in used.attributes}
    return {
        each.id: "F" if level_of[each.attribute] <= level else "N"
        for identifier, level in levels.items()
        for each in MODEL.indicators(identifier, used)
    }
