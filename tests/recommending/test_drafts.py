"""Drafts of measures say what the library knows: what to do, for which statements, days, and what shows it."""

from decimal import Decimal

from assessment.path import shortest
from assessment.recommending import draft, drafts_along
from models.answers import Answer, Answers
from models.authored import Language
from models.path import ProfileTarget
from tests.recommending.test_priorities import MODEL, standing

GERMAN: Language = "de"


def test_a_draft_says_what_is_to_be_done_in_the_language_asked_for() -> None:
    stands = standing({"PAR.2": 0})
    assert draft(stands, MODEL, "PAR.2", "en").title.startswith("Contact every partner city")
    assert draft(stands, MODEL, "PAR.2", "de").title.startswith("Jede Partnerstadt ansprechen")


def test_days_and_evidence_come_from_the_step_in_full() -> None:
    found = draft(standing({"PAR.2": 0}), MODEL, "PAR.2", GERMAN)
    assert (found.level, found.days) == (1, Decimal(8))
    assert found.evidence == "Schriftwechsel; Liste der Beziehungen mit ihrem Stand"
    assert found.indicator == "Aktive Teilnehmende pro Jahr; beidseitige Zufriedenheit"


def test_without_a_step_in_full_the_usual_work_products_show_it_and_the_days_stay_open() -> None:
    found = draft(standing({"GOV.1": 0}), MODEL, "GOV.1", "en")
    assert found.days is None
    products = [text.in_language("en") for text in MODEL.process("GOV.1").work_products]
    assert found.evidence == "; ".join(products)


def test_days_that_are_known_per_relation_alone_stay_open() -> None:
    assert draft(standing({"PAR.2": 1}), MODEL, "PAR.2", "en").days is None


def test_a_draft_names_what_is_not_at_its_best_yet_up_to_the_next_level() -> None:
    found = draft(standing({"GOV.1": 1}, GOV_1_O2=Answer("rated", "L")), MODEL, "GOV.1", "en")
    assert "GOV.1.O2" in found.indicators
    assert "GOV.1.O1" not in found.indicators
    assert "GOV.1.GP2.1.1" in found.indicators
    assert not any(".GP3." in each for each in found.indicators)


def test_a_path_becomes_a_draft_per_process_and_level_with_every_rating_it_raises() -> None:
    ratings = {each.id: Answer("rated", "N") for each in MODEL.indicators("PAR.2", MODEL.framework())}
    answers = Answers(MODEL.id, MODEL.version, "Stadt", ratings, scope=("PAR.2",))
    path = shortest(MODEL, answers, ProfileTarget({"PAR.2": 2}))
    found = drafts_along(path, standing({"PAR.2": 0}), MODEL, "en")
    assert [(each.process, each.level) for each in found] == [("PAR.2", 1), ("PAR.2", 2)]
    assert {key for each in found for key in each.indicators} == {step.indicator for step in path.steps}
