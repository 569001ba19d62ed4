"""A copy is made and put back on the administrator's page, and the answers of that time stand there again."""

from assessment.desk import Desk
from models.assessment import Assessment, Rated
from tests.house import PASSWORD, me, somebody
from tests.screens.conftest import Open


def test_a_copy_is_made_looked_at_and_put_back(page: Open, desk: Desk, assessment: Assessment) -> None:
    desk.answering.rate(me(desk), assessment.id, "GOV.1.O1", Rated("rated", "F"), seen=0)
    app = page("backups")
    assert "Noch gibt es keine Sicherung." in app.info[0].value
    app.button(key="make-copy").click().run()
    (copy,) = desk.backups.all(me(desk))
    assert (copy.sound, copy.assessments, copy.changes) == (True, 1, 1)

    desk.answering.rate(me(desk), assessment.id, "GOV.1.O1", Rated("rated", "N"), seen=1)
    app.button(key=f"put-{copy.name}").click().run()
    assert "Haken Sie zuerst an" in app.warning[0].value
    app.checkbox(key=copy.name).check().run()
    app.button(key=f"put-{copy.name}").click().run()
    assert not app.exception
    assert app.title[0].value == "Anmelden"
    assert "ist zurückgespielt" in app.success[0].value
    assert "Passwort von damals" in " ".join(each.value for each in app.markdown)

    again = desk.entrance.who(desk.entrance.sign_in("anna", PASSWORD, "here").secret)
    question = desk.answering.question(again, assessment.id, "GOV.1.O1")
    assert question.answer.rated == Rated("rated", "F")
    newest = desk.auditing.of_house(again)[0]
    assert (newest.action, newest.detail["how"]) == ("keep backups", "restored")


def test_only_the_administrator_sees_copies(page: Open, desk: Desk, assessment: Assessment) -> None:
    app = page("backups", who=somebody(desk, "lena", "lead", assessment.city.id))
    assert not app.button
