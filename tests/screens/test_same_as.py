"""Taking an answer over on the screen: chosen processes get it, and the place says so."""

from assessment.desk import Desk
from models.assessment import Assessment, Rated
from tests.house import me
from tests.screens.conftest import Open

PRACTICE, THERE = "GOV.1.GP2.1.1", "PAR.2.GP2.1.1"


def test_choosing_a_process_and_taking_over_rates_it_and_says_so(
    page: Open, desk: Desk, assessment: Assessment
) -> None:
    for indicator in ("GOV.1.O1", "GOV.1.O2", "GOV.1.O3", "GOV.1.O4", PRACTICE):
        desk.answering.rate(me(desk), assessment.id, indicator, Rated("rated", "F"), seen=0)
    app = page("answering", assessment=assessment.id, process="GOV.1")
    app.session_state[f"same:{assessment.id}:{PRACTICE}"] = True
    app.run()
    app.multiselect[0].select("PAR.2").run()
    app.button(key=f"same:{assessment.id}:{PRACTICE}:take").click().run()
    assert not app.exception
    assert desk.answering.question(me(desk), assessment.id, THERE).answer.rated == Rated("rated", "F")
    assert "Prozesse: 1" in "".join(each.value for each in app.info).replace("\\", "")
    assert app.multiselect[0].value == []
