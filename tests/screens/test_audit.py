"""The trail is read by those who answer for it, and every deed has its sentence."""

from assessment.desk import Desk
from models.assessment import Assessment
from screens.review.deeds import DEEDS
from tests.house import me, somebody
from tests.screens.conftest import Open


def _cells(app: object) -> str:
    return " ".join(table.value.to_string() for table in app.table)  # type: ignore[attr-defined]


def test_the_administrator_reads_everything_and_whether_it_is_whole(page: Open, assessment: Assessment) -> None:
    app = page("audit")
    assert not app.exception
    assert "unversehrt" in app.success[0].value
    assert "Probelauf" in _cells(app)


def test_a_lead_reads_of_the_own_city_and_no_verdict(page: Open, desk: Desk, assessment: Assessment) -> None:
    lead = somebody(desk, "lena", "lead", assessment.city.id)
    app = page("audit", who=lead)
    assert "Probelauf" in _cells(app)
    assert not app.success


def test_a_contributor_is_told_that_it_is_not_for_them(page: Open, desk: Desk, assessment: Assessment) -> None:
    app = page("audit", who=somebody(desk, "carl", "contributor", assessment.city.id))
    assert not app.table
    assert "Rolle" in app.info[0].value


def test_exact_times_stand_there_after_a_reason_was_given(page: Open, assessment: Assessment) -> None:
    app = page("audit")
    app.text_input[0].input("Vorfall 7")
    app.button[0].click().run()
    assert "UTC" in _cells(app)
    assert "Vorfall 7" in _cells(app)


def test_everything_that_was_done_here_has_a_sentence_of_its_own(desk: Desk, assessment: Assessment) -> None:
    somebody(desk, "lena", "lead", assessment.city.id)
    desk.results.hand_out(me(desk), assessment.id, "pdf")
    assert {(line.action, line.detail["how"]) for line in desk.auditing.of_house(me(desk))} <= DEEDS.keys()
