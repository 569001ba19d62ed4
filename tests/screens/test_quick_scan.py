"""The quick scan: choices pass through the session alone, and the browser's copy is never lost or taken for another."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assessment.desk import Desk
from assessment.loading import QUESTIONNAIRES, dump_answers, parse_answers
from models.answers import Answers
from models.questionnaire import Question, QuickScan
from screens.browser import parts
from screens.scan import memory
from screens.scan.choices import DONT_KNOW, answered, choose, chosen, offered
from screens.scan.memory import Visit
from tests.screens.conftest import Open

_SESSION = "test session id"


@pytest.fixture
def scan(desk: Desk) -> QuickScan:
    return desk.library.quick_scans[0]


@pytest.fixture
def first(scan: QuickScan) -> Question:
    return scan.file.questions[0]


@pytest.fixture
def nothing(scan: QuickScan) -> Answers:
    return Answers(scan.id, scan.version, "Probestadt")


def kept(monkeypatch: pytest.MonkeyPatch, text: str, session: str = _SESSION) -> list[str | None]:
    """A browser that keeps this text. Returns what it was given to keep, run by run."""
    given: list[str | None] = []

    def keeper(words: object, slot: str, asking: str, text_to_keep: str | None) -> dict[str, str]:
        given.append(text_to_keep)
        return {"session": session, "text": text}

    monkeypatch.setattr(parts, "keeper", keeper)
    return given


def visit_of(app: AppTest) -> Visit:
    found: Visit = app.session_state[memory.KEY]
    return found


def test_every_stage_and_not_knowing_can_be_chosen_and_taken_back(first: Question, nothing: Answers) -> None:
    for choice in offered(first):
        assert chosen(choose(nothing, first, choice), first.id) == choice
        assert choose(choose(nothing, first, choice), first, None) == nothing


@pytest.mark.parametrize("junk", ["6", "0", "", "not_applicable", 3, object()])
def test_what_is_not_offered_changes_nothing(first: Question, nothing: Answers, junk: object) -> None:
    assert choose(nothing, first, junk) is nothing


def test_optional_questions_do_not_count_as_progress(scan: QuickScan, nothing: Answers) -> None:
    answers = nothing
    for question in scan.file.questions:
        answers = choose(answers, question, DONT_KNOW)
    core = sum(question.core for question in scan.file.questions)
    assert core == 26
    assert answered(scan, answers) == (26, 26)


def test_nothing_is_asked_before_the_browser_has_spoken(page: Open) -> None:
    app = page("quick_scan", step="1")
    assert not app.radio
    assert memory.KEY not in app.session_state


def test_what_the_browser_keeps_is_taken_up(
    page: Open, first: Question, nothing: Answers, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept(monkeypatch, dump_answers(choose(nothing, first, "4")))
    app = page("quick_scan", step="1")
    assert app.radio[0].value == "4"


def test_what_was_said_to_another_session_is_not_taken_up(
    page: Open, first: Question, nothing: Answers, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept(monkeypatch, dump_answers(choose(nothing, first, "4")), session="an earlier one")
    assert not page("quick_scan", step="1").radio


def test_a_choice_goes_to_the_browser_as_an_answers_file(
    page: Open, desk: Desk, first: Question, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = kept(monkeypatch, "")
    page("quick_scan", step="1").radio[0].set_value("2").run()
    assert chosen(parse_answers(str(given[-1]).encode(), "browser", desk.library), first.id) == "2"


def test_deleting_empties_the_browser(
    page: Open, first: Question, nothing: Answers, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = kept(monkeypatch, dump_answers(choose(nothing, first, "4")))
    page("quick_scan").button(key="scan-delete-beginning").click().run()
    assert given[-1] == ""


def test_what_cannot_be_read_stays_in_the_browser_until_the_person_decides(
    page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = kept(monkeypatch, "questionnaire: quick-scan\nversion: '0.1.0'\ncity: X\n")
    app = page("quick_scan", step="1")
    assert app.warning
    assert not app.radio
    app.run()
    assert set(given) == {None, "questionnaire: quick-scan\nversion: '0.1.0'\ncity: X\n"}


def test_the_language_switch_keeps_the_choices(page: Open, first: Question, monkeypatch: pytest.MonkeyPatch) -> None:
    kept(monkeypatch, "")
    app = page("quick_scan", step="1")
    app.radio[0].set_value("3").run()
    app.run()
    app.get_by_key("language").set_value("English").run()
    assert app.radio[0].value == "3"
    assert chosen(visit_of(app).answers, first.id) == "3"


@pytest.mark.parametrize("locale", ["de-DE", "en-GB"])
def test_the_result_stands_at_once(page: Open, monkeypatch: pytest.MonkeyPatch, locale: str) -> None:
    kept(monkeypatch, (QUESTIONNAIRES / "examples" / "talbrueck-quick-scan.yaml").read_text("utf-8"))
    app = page("quick_scan", locale, step="9")
    assert not app.exception
    assert app.get("plotly_chart")
    assert app.table


def test_nothing_of_a_scan_reaches_the_data_folder(page: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept(monkeypatch, "")
    app = page("quick_scan")
    app.text_input[0].set_value("Unverwechselbarstadt").run()
    app.run()
    files = [path.read_bytes() for path in (tmp_path / "data").rglob("*") if path.is_file()]
    assert files
    assert not any(b"Unverwechselbarstadt" in content for content in files)
