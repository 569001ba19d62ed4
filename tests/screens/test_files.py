"""Files that people open: begun from, taken in after a look at the differences, refused with every reason."""

import base64

import pytest

from assessment.desk import Desk
from assessment.loading import QUESTIONNAIRES
from models.assessment import Assessment
from screens.browser import parts
from screens.browser.parts import OpenedFile
from screens.show.plain import JOINER
from tests.house import me
from tests.screens.conftest import Open


def opens(monkeypatch: pytest.MonkeyPatch, key: str, file: OpenedFile) -> None:
    """Somebody who opens this file with the button called so, once."""
    waiting = [file]

    def opener(words: object, label: str, accept: str, key_of_button: str = "", **more: str) -> OpenedFile | None:
        return waiting.pop() if waiting and more.get("key", key_of_button) == key else None

    monkeypatch.setattr(parts, "opener", opener)


def example(name: str) -> OpenedFile:
    return OpenedFile(name, (QUESTIONNAIRES / "examples" / name).read_bytes())


def test_an_answers_file_becomes_an_assessment_with_all_its_answers(
    page: Open, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    opens(monkeypatch, "begin-open", example("birkenfurt.yaml"))
    app = page("assessments")
    next(each for each in app.button if each.label == "Mit diesen Antworten beginnen").click().run()
    begun = desk.assessments.list(me(desk))[0]
    assert begun.city.name == "Birkenfurt"
    assert len(desk.exchange.export(me(desk), begun.id).ratings) > 80


def test_a_broken_file_is_refused_with_its_places(page: Open, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = b'questionnaire: urban-diplomacy\nversion: "1.0.0"\ncity: X\nratings:\n  GOV.1.O1: Q\n  GOV.9.O1: F\n'
    opens(monkeypatch, "begin-open", OpenedFile("kaputt.yaml", broken))
    app = page("assessments")
    said = "\n".join(each.value for each in app.markdown).replace("\\", "").replace(JOINER, "")
    assert "kaputt.yaml:5:" in said
    assert "kaputt.yaml:6:" in said
    assert desk.assessments.list(me(desk)) == ()


def test_a_saved_quick_scan_becomes_an_assessment(page: Open, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    opens(monkeypatch, "begin-open", example("talbrueck-quick-scan.yaml"))
    app = page("assessments")
    next(each for each in app.button if each.label == "Mit diesen Antworten beginnen").click().run()
    assert not app.exception
    (begun,) = desk.assessments.list(me(desk))
    assert begun.questionnaire == "quick-scan"


def test_a_file_goes_into_an_assessment_after_a_look_at_the_differences(
    page: Open, desk: Desk, assessment: Assessment, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = b'questionnaire: urban-diplomacy\nversion: "1.0.0"\ncity: X\nratings:\n  GOV.1.O1: F\n'
    opens(monkeypatch, f"open-{assessment.id}", OpenedFile("mehr.yaml", file))
    app = page("assessments")
    assert "1 neue Antwort," in "\n".join(each.value for each in app.markdown)
    app.button(key=f"take-{assessment.id}").click().run()
    stored = desk.answering.question(me(desk), assessment.id, "GOV.1.O1").answer
    assert stored.rated is not None
    assert stored.rated.rating == "F"


def test_what_a_browser_sends_is_a_file_only_in_the_agreed_form() -> None:
    good = {"name": "../../a.yaml", "content": base64.b64encode(b"city: X").decode()}
    assert parts.opened(good) == OpenedFile("a.yaml", b"city: X")
    for junk in (None, "a", {"name": "a"}, {"name": 1, "content": "x"}, {"name": "a", "content": "A" * 9_000_000}):
        assert parts.opened(junk) is None
    for junk in (None, {"id": "a", "text": 1, "seen": 0}, {"id": "a" * 65, "text": "", "seen": 0}, {"text": ""}):
        assert parts.written(junk) is None
    assert parts.opened({"name": "a", "content": "§§"}) == OpenedFile("a", b"")


def test_halves_of_characters_which_a_browser_may_send_in_its_own_form_reach_no_page_and_no_store() -> None:
    half = "\ud800"
    draft = {"id": "a", "text": "", "seen": 0}
    assert parts.opened({"name": f"a{half}", "content": ""}) == OpenedFile("a?", b"")
    assert parts.written({**draft, "id": half}) is None
    assert parts.written({**draft, "after": half}) == parts.Written("a", "", 0)
    assert parts.way({"page": "people", "query": {"x": half, half: "x", "y": "ü"}}, ["people"]) == parts.Way(
        "people", {"y": "ü"}
    )
