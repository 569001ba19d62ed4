"""Results are computed from what is stored, each time anew, by the same engine as everywhere."""

from assessment.desk import Desk
from assessment.scoring import profile
from models.assessment import Assessment, Rated
from models.questionnaire import CapabilityModel
from tests.desk.conftest import LEAD, F, L, Pen


def test_the_profile_follows_every_answer(desk: Desk, begun: Assessment, pen: Pen) -> None:
    pen.rate_all("GOV.1", "PA1.1", L)
    level = desk.results.profile(LEAD, begun.id).processes["GOV.1"].level
    assert level is not None
    assert (level.low, level.high) == (1, 1)
    pen.rate_all("GOV.1", "PA1.1", F)
    level = desk.results.profile(LEAD, begun.id).processes["GOV.1"].level
    assert level is not None
    assert (level.low, level.high) == (1, 3)


def test_processes_outside_the_scope_are_not_assessed(desk: Desk, begun: Assessment) -> None:
    states = desk.results.profile(LEAD, begun.id).processes
    assert {key for key, each in states.items() if each.state == "assessed"} == {"GOV.1", "GOV.2", "CAP.1"}


def test_a_report_gets_everything_it_rests_on(desk: Desk, begun: Assessment, pen: Pen, model: CapabilityModel) -> None:
    pen.rate("GOV.1.O1", Rated("dont_know"))
    desk.answering.annotate(LEAD, begun.id, "GOV.1.O1", "note", "Notiz", seen=0)
    inputs = desk.results.report_inputs(LEAD, begun.id)
    assert (inputs.assessment, inputs.questionnaire) == (begun, model)
    assert inputs.answers == desk.exchange.export(LEAD, begun.id)
    assert inputs.answers.ratings["GOV.1.O1"].note == "Notiz"
    assert inputs.result == profile(model, inputs.answers)
