"""Everybody reads their own data, and can have themselves erased; the page of others does not change by it."""

from assessment.desk import Desk
from models.assessment import Assessment, Rated
from tests.house import me, somebody
from tests.screens.conftest import Open


def test_a_person_reads_what_is_kept_about_them(page: Open, desk: Desk, assessment: Assessment) -> None:
    carl = somebody(desk, "carl", "contributor", assessment.city.id)
    desk.answering.rate(carl.actor, assessment.id, "GOV.1.O1", Rated("rated", "F"), seen=0)
    app = page("own_data", who=carl)
    assert not app.exception
    assert {each.label for each in app.expander} >= {"Antworten, mit ihrem Verlauf: 1", "Sitzungen: 1"}


def test_who_erases_themself_is_gone_and_the_answer_stays(page: Open, desk: Desk, assessment: Assessment) -> None:
    carl = somebody(desk, "carl", "contributor", assessment.city.id)
    desk.answering.rate(carl.actor, assessment.id, "GOV.1.O1", Rated("rated", "F"), seen=0)
    app = page("own_data", who=carl)
    app.text_input(key="field-erase-me").input("carl")
    app.button(key="erase-me").click().run()
    assert "Ihre Daten sind gelöscht" in app.success[0].value
    assert [each.login for each in desk.people.everyone(me(desk))] == ["anna"]
    answer = desk.answering.question(me(desk), assessment.id, "GOV.1.O1").answer
    assert answer.rated == Rated("rated", "F")
    shown = page("answering", assessment=assessment.id, process="GOV.1")
    assert any("gelöschte Person" in str(each.value) for each in [*shown.caption, *shown.markdown])


def test_the_wrong_name_erases_nobody(page: Open, desk: Desk) -> None:
    app = page("own_data")
    app.text_input(key="field-erase-me").input("ben")
    app.button(key="erase-me").click().run()
    assert "Nichts wurde gelöscht" in app.error[0].value
