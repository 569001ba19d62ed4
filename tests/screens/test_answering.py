"""Answering: what is clicked stands in the store, and what stands in the store is what is shown."""

from zoneinfo import ZoneInfo

import pytest
from streamlit.testing.v1 import AppTest

from assessment import wiring
from assessment.desk import Desk
from models.assessment import Assessment, AssessmentSettings, Rated, StoredAnswer
from screens.answers.keeping import TAKEN_IN_AFTER
from screens.browser.parts import Written
from screens.show.plain import JOINER
from tests.house import me, somebody
from tests.screens.conftest import FIRST, Open, Writes


def stored(desk: Desk, assessment: Assessment, indicator: str = FIRST) -> StoredAnswer:
    return desk.answering.question(me(desk), assessment.id, indicator).answer


def widget(app: AppTest, kind: str, indicator: str = FIRST) -> object:
    """The widget of a question that is called so: rating, reason, confidence."""
    found = [
        each
        for each in [*app.get("segmented_control"), *app.text_input]
        if each.key and each.key.startswith(f"{kind}:") and f":{indicator}:" in each.key
    ]
    return found[0]


def choose(app: AppTest, code: str | None, indicator: str = FIRST) -> AppTest:
    """A click, and the page as it is drawn after it."""
    widget(app, "rating", indicator).set_value(code).run()  # type: ignore[attr-defined]
    return app


def captions(app: AppTest) -> str:
    return "\n".join(each.value for each in app.caption)


@pytest.mark.parametrize(
    ("code", "expected"),
    [("N", Rated("rated", "N")), ("F", Rated("rated", "F")), ("dont_know", Rated("dont_know"))],
)
def test_a_click_is_stored_at_once(page: Open, desk: Desk, assessment: Assessment, code: str, expected: Rated) -> None:
    app = choose(page("answering", assessment=assessment.id), code)
    assert not app.exception
    assert stored(desk, assessment).rated == expected


def test_the_page_says_when_it_was_stored(page: Open, assessment: Assessment) -> None:
    app = page("answering", assessment=assessment.id)
    assert "gespeichert" not in captions(app)
    assert "gespeichert" in captions(choose(app, "L"))


def test_clicking_the_choice_again_takes_it_back(page: Open, desk: Desk, assessment: Assessment) -> None:
    app = choose(page("answering", assessment=assessment.id), "L")
    choose(app, None)
    assert stored(desk, assessment).rated is None


def test_how_sure_people_are_is_stored(page: Open, desk: Desk, assessment: Assessment) -> None:
    app = page("answering", assessment=assessment.id)
    widget(app, "confidence").set_value("high").run()  # type: ignore[attr-defined]
    assert stored(desk, assessment).confidence == "high"


def test_not_applicable_waits_for_its_reason(page: Open, desk: Desk, assessment: Assessment, writes: Writes) -> None:
    app = choose(page("answering", assessment=assessment.id), "not_applicable")
    assert stored(desk, assessment).rated is None
    told = writes("rating", Written("draft-1", "keine Wahlen seitdem", 0))
    app.run()
    assert "sobald Sie einen Grund nennen" in told[0].hint
    assert stored(desk, assessment).rated == Rated("not_applicable", reason="keine Wahlen seitdem")


def test_a_reason_of_nothing_but_space_is_not_stored_and_not_asked_for_again(
    page: Open, desk: Desk, assessment: Assessment, writes: Writes
) -> None:
    app = choose(page("answering", assessment=assessment.id), "not_applicable")
    told = writes("rating", Written("draft-1", "  ", 0))
    app.run()
    app.run()
    assert stored(desk, assessment).rated is None
    assert (told[-1].taken, told[-1].stopped) == (None, "draft-1")


def test_a_note_is_stored_and_its_draft_acknowledged(
    page: Open, desk: Desk, assessment: Assessment, writes: Writes
) -> None:
    told = writes("note", Written("draft-1", "  Ratsbeschluss 2024  ", 0))
    page("answering", assessment=assessment.id).run()
    assert stored(desk, assessment).note == "Ratsbeschluss 2024"
    assert (told[-1].stored, told[-1].version, told[-1].taken) == ("Ratsbeschluss 2024", 1, "draft-1")


def test_evidence_is_stored_line_by_line(page: Open, desk: Desk, assessment: Assessment, writes: Writes) -> None:
    writes("evidence", Written("draft-1", "Beschluss 17\n\n https://example.org/a", 0))
    page("answering", assessment=assessment.id)
    assert stored(desk, assessment).evidence == ("Beschluss 17", "https://example.org/a")


def test_a_draft_that_was_sent_twice_is_stored_once(
    page: Open, desk: Desk, assessment: Assessment, writes: Writes
) -> None:
    for _ in range(2):
        writes("note", Written("draft-1", "einmal", 0))
        page("answering", assessment=assessment.id)
    assert len(desk.answering.history(me(desk), assessment.id, FIRST)) == 1


def test_a_draft_that_was_typed_before_the_last_one_was_answered_goes_on_from_it(
    page: Open, desk: Desk, assessment: Assessment, writes: Writes
) -> None:
    writes("note", Written("draft-1", "Rats", 0))
    app = page("answering", assessment=assessment.id)
    writes("note", Written("draft-2", "Ratsbeschluss", 0, after="draft-1"))
    app.run()
    assert stored(desk, assessment).note == "Ratsbeschluss"
    assert not app.warning


def test_a_draft_goes_on_from_no_draft_that_somebody_else_overtook(
    page: Open, desk: Desk, assessment: Assessment, writes: Writes
) -> None:
    writes("note", Written("draft-1", "Rats", 0))
    app = page("answering", assessment=assessment.id)
    desk.answering.annotate(me(desk), assessment.id, FIRST, "note", "ihre Notiz", seen=1)
    writes("note", Written("draft-2", "Ratsbeschluss", 0, after="draft-1"))
    app.run()
    assert stored(desk, assessment).note == "ihre Notiz"
    assert len(app.warning) == 1


def test_a_draft_that_cannot_be_stored_is_not_asked_for_again(
    page: Open, desk: Desk, assessment: Assessment, writes: Writes
) -> None:
    told = writes("note", Written("draft-1", "x" * 5000, 0))
    app = page("answering", assessment=assessment.id)
    app.run()
    assert stored(desk, assessment).note is None
    assert "5000" in app.error[0].value
    assert (told[-1].taken, told[-1].stopped) == (None, "draft-1")


def test_two_people_writing_one_note_are_shown_both_texts(
    page: Open, desk: Desk, assessment: Assessment, writes: Writes
) -> None:
    desk.answering.annotate(me(desk), assessment.id, FIRST, "note", "ihre Notiz", seen=0)
    told = writes("note", Written("draft-1", "meine Notiz", 0))
    app = page("answering", assessment=assessment.id)
    assert stored(desk, assessment).note == "ihre Notiz"
    shown = "\n".join(each.value for each in app.markdown)
    assert ":orange-background[ihre] Notiz" in shown
    assert ":orange-background[meine] Notiz" in shown
    assert "Anna" in captions(app)
    app.button(key=f"mine:{assessment.id}:{FIRST}:note").click().run()
    assert stored(desk, assessment).note == "meine Notiz"
    assert told[-1].taken == "draft-1"


def test_a_code_that_is_not_offered_is_not_stored(page: Open, desk: Desk, assessment: Assessment) -> None:
    app = page("answering", assessment=assessment.id)
    app.session_state[widget(app, "rating").key] = "A++"  # type: ignore[attr-defined]
    app.run()
    assert stored(desk, assessment).rated is None


def test_the_language_switch_keeps_every_answer(page: Open, desk: Desk, assessment: Assessment) -> None:
    app = choose(page("answering", assessment=assessment.id), "P")
    app.get_by_key("language").set_value("English").run()
    assert not app.exception
    assert widget(app, "rating").value == "P"  # type: ignore[attr-defined]
    assert stored(desk, assessment).rated == Rated("rated", "P")


def test_undo_puts_back_what_stood_there(page: Open, desk: Desk, assessment: Assessment) -> None:
    app = choose(choose(page("answering", assessment=assessment.id), "P"), "F")
    app.button(key=f"undo:{assessment.id}:{FIRST}").click().run()
    assert stored(desk, assessment).rated == Rated("rated", "P")
    assert widget(app, "rating").value == "P"  # type: ignore[attr-defined]


def test_what_somebody_else_stores_appears_without_a_word_where_nothing_was_chosen(
    page: Open, desk: Desk, assessment: Assessment
) -> None:
    app = page("answering", assessment=assessment.id)
    _by_other(desk, assessment, "F", seen=0)
    app.run()
    assert widget(app, "rating").value == "F"  # type: ignore[attr-defined]


def test_two_people_at_one_question_are_shown_both_values(page: Open, desk: Desk, assessment: Assessment) -> None:
    app = page("answering", assessment=assessment.id)
    _by_other(desk, assessment, "F", seen=0)
    choose(app, "N")
    assert stored(desk, assessment).rated == Rated("rated", "F")
    assert "Vollständig erfüllt" in app.warning[0].value
    assert "Nicht erfüllt" in app.warning[0].value
    app.button(key=f"mine:{assessment.id}:{FIRST}:rating").click().run()
    assert stored(desk, assessment).rated == Rated("rated", "N")
    assert not app.warning


def test_keeping_the_other_value_changes_nothing_but_the_history(
    page: Open, desk: Desk, assessment: Assessment
) -> None:
    app = page("answering", assessment=assessment.id)
    _by_other(desk, assessment, "F", seen=0)
    choose(app, "N")
    app.button(key=f"keep:{assessment.id}:{FIRST}:rating").click().run()
    assert stored(desk, assessment).rated == Rated("rated", "F")
    assert widget(app, "rating").value == "F"  # type: ignore[attr-defined]
    assert not app.warning
    told = [(each.kind, each.value) for each in desk.answering.history(me(desk), assessment.id, FIRST)]
    assert told == [("set", Rated("rated", "F")), ("declined", Rated("rated", "N"))]


def test_a_conflict_names_who_stored_the_other_value_and_when(page: Open, desk: Desk, assessment: Assessment) -> None:
    app = page("answering", assessment=assessment.id)
    ben = somebody(desk, "ben", "contributor", assessment.city.id).actor
    at = desk.answering.rate(ben, assessment.id, FIRST, Rated("rated", "F"), seen=0).now.at
    choose(app, "N")
    assert "Ben hat" in app.warning[0].value
    assert f"{at.astimezone(ZoneInfo('Europe/Berlin')):%H:%M}" in app.warning[0].value.replace(JOINER, "").replace(
        "\\", ""
    )


def test_a_click_right_after_anothers_value_appeared_is_asked_about(
    page: Open, desk: Desk, assessment: Assessment
) -> None:
    app = page("answering", assessment=assessment.id)
    _by_other(desk, assessment, "F", seen=0)
    app.run()
    choose(app, "N")
    assert stored(desk, assessment).rated == Rated("rated", "F")
    assert len(app.warning) == 1


def test_a_click_on_a_value_that_has_been_there_for_a_while_is_stored(
    page: Open, desk: Desk, assessment: Assessment, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = page("answering", assessment=assessment.id)
    _by_other(desk, assessment, "F", seen=0)
    app.run()
    later = wiring.now() + TAKEN_IN_AFTER
    monkeypatch.setattr(wiring, "now", lambda: later)
    choose(app, "N")
    assert stored(desk, assessment).rated == Rated("rated", "N")


def test_giving_a_reason_over_anothers_rating_is_asked_about_and_keeps_the_reason(
    page: Open, desk: Desk, assessment: Assessment, writes: Writes
) -> None:
    app = choose(page("answering", assessment=assessment.id), "not_applicable")
    _by_other(desk, assessment, "F", seen=0)
    told = writes("rating", Written("draft-1", "keine Wahlen", 0))
    app.run()
    app.run()
    assert told[0].version == 0
    assert stored(desk, assessment).rated == Rated("rated", "F")
    assert "keine Wahlen" in app.warning[0].value
    app.button(key=f"mine:{assessment.id}:{FIRST}:rating").click().run()
    assert stored(desk, assessment).rated == Rated("not_applicable", reason="keine Wahlen")


def test_the_next_level_opens_when_the_one_below_is_reached(page: Open, desk: Desk, assessment: Assessment) -> None:
    app = page("answering", assessment=assessment.id, process="GOV.1")
    assert "Öffnet sich" in captions(app)
    for number in range(1, 5):
        choose(app, "F", f"GOV.1.O{number}")
    assert "Öffnet sich" not in captions(app)
    app.button(key="part-next").click().run()
    assert not app.exception
    choose(app, "L", "GOV.1.GP2.1.1")
    assert stored(desk, assessment, "GOV.1.GP2.1.1").rated == Rated("rated", "L")


def test_a_page_asks_fifteen_questions_at_most(desk: Desk) -> None:
    model = desk.library.models[0]
    most = max(
        sum(each.attribute == attribute.id for each in model.indicators(process.id, framework))
        for framework in model.frameworks
        for attribute in framework.attributes
        for process in model.processes
    )
    assert most <= 15


def test_a_process_is_left_out_with_a_reason_and_taken_in_again(page: Open, desk: Desk, writes: Writes) -> None:
    settings = AssessmentSettings(scope=("PAR.2", "COO.5"), highest_level=2)
    one = desk.assessments.begin(me(desk), "urban-diplomacy", "Probestadt", "Probelauf", settings)
    app = page("answering", assessment=one.id, process="COO.5")
    spot = f"{one.id}:COO.5:rating"
    told = writes("rating", Written("draft-1", "macht der Kreis", 0), of="COO.5")
    app.run()
    app.run()
    assert told[-1].stopped == "draft-1"
    app.button(key=f"leave-out:{spot}").click().run()
    assert "macht der Kreis" in app.info[0].value
    app.button(key=f"take-in:{spot}").click().run()
    assert not app.info


def test_an_unknown_assessment_and_a_foreign_one_look_the_same(page: Open, desk: Desk) -> None:
    elsewhere = desk.people.found(me(desk), "Anderswo")
    otto = somebody(desk, "otto", "lead", elsewhere.id).actor
    foreign = desk.assessments.begin(otto, "urban-diplomacy", "Anderswo", "Geheim", AssessmentSettings())
    shown = [
        [(each.value, each.icon) for each in page(name, assessment=wanted).warning]
        for wanted in (foreign.id, "0" * 24)
        for name in ("answering", "results")
    ]
    assert shown[0] == shown[1] == shown[2] == shown[3]
    assert shown[0]


def _by_other(desk: Desk, assessment: Assessment, letter: str, seen: int) -> None:
    # The same person in another window; the store does not mind.
    desk.answering.rate(me(desk), assessment.id, FIRST, Rated("rated", letter), seen=seen)
