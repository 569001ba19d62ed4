"""The quick scan, walked as a visitor walks it: to the result, through a reload, to the PDF and back from the file."""

import re
from pathlib import Path

import pypdfium2
import pytest

from assessment.loading import QUESTIONNAIRES, load_library, parse_answers
from assessment.scoring import quick_profile
from models.answers import Answers
from models.questionnaire import Library, QuickScan
from reports.content import stage_radar
from reports.content.naming import process_name
from tests.browser.conftest import Visit
from tests.browser.visitor import Visitor

pytestmark = pytest.mark.browser

CITY = "Unverwechselbarstadt"


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(QUESTIONNAIRES)


@pytest.fixture
def scan(library: Library) -> QuickScan:
    return library.quick_scans[0]


def choose(visitor: Visitor, question: str, statement: str) -> None:
    """Chooses a statement of a question."""
    group = visitor.page.get_by_role("radiogroup", name=question)
    group.locator("label", has_text=statement).click(delay=60)
    visitor.settle()


_KEPT = "ids => ids.every(id => (localStorage.getItem('hanse.quick-scan') ?? '').includes(id))"


def answer(visitor: Visitor, scan: QuickScan, dimension: int, stage: int) -> None:
    """Chooses the same stage for every question of a dimension, and waits until the browser keeps them all."""
    questions = scan.questions_of(scan.dimensions[dimension].id)
    for question in questions:
        choose(visitor, question.question.in_language("de"), question.anchors[stage - 1].in_language("de"))
    visitor.page.wait_for_function(_KEPT, arg=[each.id for each in questions])


def in_browser(visitor: Visitor, library: Library) -> Answers:
    """What the browser keeps."""
    kept: str = visitor.page.evaluate("localStorage.getItem('hanse.quick-scan') ?? ''")
    return parse_answers(kept.encode(), "browser", library)


def text_of(pdf: Path) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()


def test_a_visitor_walks_the_quick_scan_to_its_pdf(
    visit: Visit, scan: QuickScan, library: Library, server_folder: Path
) -> None:
    visitor = visit("quick-scan")
    visitor.fill("Name Ihrer Stadt, wie er im Bericht stehen soll", CITY)
    visitor.press("Beginnen")
    for dimension in range(len(scan.dimensions)):
        answer(visitor, scan, dimension, stage=1 + dimension % 5)
        visitor.press("Weiter" if dimension + 1 < len(scan.dimensions) else "Zum Ergebnis")
    visitor.sees("Gesamtprofil")
    answers = in_browser(visitor, library)
    assert len(answers.ratings) == len(scan.file.questions)

    pdf = text_of(visitor.saves("Bericht speichern (PDF)"))
    assert CITY in pdf
    for result in quick_profile(scan, answers).questions.values():
        assert process_name(scan.model, result.process, visitor.words).split()[0] in pdf
    title = stage_radar(quick_profile(scan, answers), scan, visitor.words).title
    visitor.sees(title)
    assert " ".join(title.split()) in " ".join(pdf.split())

    assert visitor.hosts == {visitor.host}
    assert visitor.context.cookies() == []
    assert visitor.complaints == []
    assert [address for address in visitor.addresses if re.search(rf"QS\d\d|{CITY}", address)] == []
    on_server = [path.read_bytes() for path in server_folder.rglob("*") if path.is_file()]
    assert on_server
    assert not any(CITY.encode() in content or b"QS01" in content for content in on_server)


def test_a_reload_in_the_middle_loses_nothing(visit: Visit, scan: QuickScan, library: Library) -> None:
    visitor = visit("quick-scan?step=1")
    answer(visitor, scan, 0, stage=4)
    visitor.press("Weiter")
    question = scan.questions_of(scan.dimensions[1].id)[0]
    chosen = question.anchors[1].in_language("de")
    choose(visitor, question.question.in_language("de"), chosen)
    before = in_browser(visitor, library)

    visitor.reload()

    visitor.sees("Schritt 2 von 8")
    group = visitor.page.get_by_role("radiogroup", name=question.question.in_language("de"))
    assert group.get_by_role("radio", name=chosen).is_checked()
    assert in_browser(visitor, library) == before
    assert len(before.ratings) == len(scan.questions_of(scan.dimensions[0].id)) + 1


def test_a_saved_file_opens_again_after_everything_was_deleted(visit: Visit, scan: QuickScan, library: Library) -> None:
    visitor = visit("quick-scan?step=1")
    answer(visitor, scan, 0, stage=3)
    before = in_browser(visitor, library)
    visitor.go("quick-scan?step=9")
    saved = visitor.saves("Antworten speichern (zum Weitermachen)")
    assert parse_answers(saved.read_bytes(), saved.name, library) == before

    visitor.go("quick-scan")
    visitor.press("Meine Antworten aus diesem Browser löschen")
    visitor.press("Jetzt löschen")
    assert visitor.page.evaluate("localStorage.getItem('hanse.quick-scan')") is None

    visitor.opens("Gespeicherte Datei öffnen", saved)
    visitor.sees("In diesem Browser sind schon 4 von 26 Fragen beantwortet.")
    assert in_browser(visitor, library) == before


def test_the_language_switch_keeps_what_was_chosen(visit: Visit, scan: QuickScan, library: Library) -> None:
    visitor = visit("quick-scan?step=1")
    answer(visitor, scan, 0, stage=2)
    before = in_browser(visitor, library)
    visitor.press("English", role="radio")
    visitor.sees("Step 1 of 8")
    question = scan.questions_of(scan.dimensions[0].id)[0]
    group = visitor.page.get_by_role("radiogroup", name=question.question.in_language("en"))
    assert group.get_by_role("radio", name=question.anchors[1].in_language("en")).is_checked()
    assert dict(in_browser(visitor, library).ratings) == dict(before.ratings)
    assert visitor.page.evaluate("document.documentElement.lang") == "en"


def test_two_windows_of_one_browser_show_the_same_answers(visit: Visit, scan: QuickScan) -> None:
    visitor = visit("quick-scan?step=1")
    second = visitor.another_window("quick-scan?step=1")
    question = scan.questions_of(scan.dimensions[0].id)[0]
    statement = question.anchors[4].in_language("de")
    choose(visitor, question.question.in_language("de"), statement)
    group = second.get_by_role("radiogroup", name=question.question.in_language("de"))
    group.get_by_role("radio", name=statement, checked=True).wait_for()


def test_the_keyboard_alone_suffices(visit: Visit, scan: QuickScan, library: Library) -> None:
    visitor = visit("quick-scan?step=1")
    question = scan.questions_of(scan.dimensions[0].id)[0]
    group = visitor.page.get_by_role("radiogroup", name=question.question.in_language("de"))
    group.get_by_role("radio").first.focus()
    visitor.page.keyboard.press("Space")
    visitor.settle()
    visitor.page.keyboard.press("ArrowDown")
    visitor.settle()
    visitor.sees("Schritt 1 von 8 · 1 von 26")
    assert in_browser(visitor, library).ratings[question.id].rating == "2"
    visitor.named("Weiter").focus()
    visitor.page.keyboard.press("Enter")
    visitor.settle()
    visitor.sees("Schritt 2 von 8")
