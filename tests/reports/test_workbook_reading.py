"""A filled workbook comes back as answers, however a person filled it in, or every problem is told with its cell."""

import datetime
import io
import re
import zipfile
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.loading import QUESTIONNAIRES, CommandLine, dump_answers, load_library, parse_answers
from locales.words import words
from models.answers import Answer, Answers
from models.authored import LANGUAGES, Language
from models.problem import InputRefused, Problem
from models.questionnaire import Questionnaire
from reports.workbook import read, write
from tests.reports.spreadsheets import Spreadsheet, blank

LIBRARY = load_library(QUESTIONNAIRES)
(URBAN,) = LIBRARY.models
(SCAN,) = LIBRARY.quick_scans


@pytest.fixture
def sheet() -> Spreadsheet:
    """A workbook about two processes in which only the city is filled in."""
    sheet = blank(URBAN, "de", scope=("GOV.1", "GOV.2"), highest_level=2)
    sheet.detail("city", "Musterstadt")
    return sheet


def test_what_a_person_typed_is_read(sheet: Spreadsheet) -> None:
    sheet.answer(
        "GOV.1.O1", "L", note="Ratsbeschluss 2024", evidence="Vorlage 12\nhttps://example.org", confidence="hoch"
    )
    sheet.answer("GOV.1.O2", "weiß nicht")
    sheet.answer("GOV.1.O3", "trifft nicht zu", reason="seit 2020 keine Wahlen")
    answers = _read(sheet)
    assert answers.city == "Musterstadt"
    assert answers.scope == ("GOV.1", "GOV.2")
    assert answers.highest_level == 2
    assert answers.ratings == {
        "GOV.1.O1": Answer(
            "rated", "L", note="Ratsbeschluss 2024", evidence=("Vorlage 12", "https://example.org"), confidence="high"
        ),
        "GOV.1.O2": Answer("dont_know"),
        "GOV.1.O3": Answer("not_applicable", reason="seit 2020 keine Wahlen"),
    }


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("f", "F"),
        ("  L ", "L"),
        ("dont_know", "dont_know"),
        ("Weiß  nicht", "dont_know"),
        ("weiss nicht", "dont_know"),
        ("don't know", "dont_know"),
        ("don’t know", "dont_know"),
        ("?", "dont_know"),
        ("P–", "P-"),
        ("l +", "L+"),
    ],
)
def test_a_rating_is_understood_as_people_type_it(sheet: Spreadsheet, typed: str, code: str) -> None:
    sheet.answer("GOV.1.O1", typed)
    answer = _read(sheet).ratings["GOV.1.O1"]
    assert (answer.rating or answer.state) == code


@pytest.mark.parametrize("typed", ["not_applicable", "n/a", "Nicht anwendbar", "Trifft nicht zu", "not applicable"])
def test_a_process_can_be_left_out_with_a_reason(sheet: Spreadsheet, typed: str) -> None:
    sheet.answer("GOV.2", typed, reason="macht der Kreis")
    assert _read(sheet).ratings == {"GOV.2": Answer("not_applicable", reason="macht der Kreis")}


@pytest.mark.parametrize("typed", [datetime.date(2025, 3, 12), "12.03.2025", "12.3.2025", "2025-03-12"])
def test_a_day_is_understood_as_people_type_it(sheet: Spreadsheet, typed: object) -> None:
    sheet.detail("date", typed)
    assert _read(sheet).date == "2025-03-12"


def test_a_number_typed_as_a_note_is_a_note(sheet: Spreadsheet) -> None:
    sheet.answer("GOV.1.O1", "L", note=2024)
    assert _read(sheet).ratings["GOV.1.O1"].note == "2024"


def test_a_note_without_a_rating_is_kept(sheet: Spreadsheet) -> None:
    sheet.answer("GOV.1.O1", note="noch klären")
    assert _read(sheet).ratings == {"GOV.1.O1": Answer(None, note="noch klären")}


def test_sheets_may_be_renamed_and_reordered_and_others_added(sheet: Spreadsheet) -> None:
    sheet.answer("GOV.1.O1", "L")
    sheet.answers.title, sheet.details.title = "Unsere Bewertung", "Kopf"
    sheet.book.move_sheet(sheet.book.worksheets[2], -2)
    sheet.book.create_sheet("Protokoll")["A1"] = "Notizen aus der Runde"
    assert _read(sheet).ratings == {"GOV.1.O1": Answer("rated", "L")}


def test_columns_may_be_moved_and_others_added(sheet: Spreadsheet) -> None:
    sheet.answer("GOV.1.O1", "L", note="ja")
    sheet.answers.insert_cols(3, 2)
    sheet.answers["C1"], sheet.answers["C5"] = "wer", "Frau Yılmaz"
    assert _read(sheet).ratings == {"GOV.1.O1": Answer("rated", "L", note="ja")}


def test_lines_may_be_sorted_and_lines_above_the_header_are_no_harm(sheet: Spreadsheet) -> None:
    sheet.answer("GOV.1.O1", "L")
    sheet.answers.insert_rows(1)
    sheet.answers["A1"] = "Stand nach der zweiten Runde"
    sheet.answers.move_range("A5:G5", rows=60)
    assert _read(sheet).ratings == {"GOV.1.O1": Answer("rated", "L")}


def test_a_formula_counts_with_what_it_shows(sheet: Spreadsheet) -> None:
    sheet.answer("GOV.1.O1", "=C9")
    cell = sheet.cell("GOV.1.O1", "rating").coordinate
    saved = _with_formula_result(sheet.saved(), cell, "L")
    assert read(saved, "answers.xlsx", LIBRARY).answers.ratings == {"GOV.1.O1": Answer("rated", "L")}


def test_a_formula_that_shows_an_empty_text_is_no_answer(sheet: Spreadsheet) -> None:
    sheet.answer("GOV.1.O1", "=C9")
    saved = _with_formula_result(sheet.saved(), sheet.cell("GOV.1.O1", "rating").coordinate, "")
    assert read(saved, "answers.xlsx", LIBRARY).answers.ratings == {}


@pytest.mark.parametrize("content", ["=C9", "#DIV/0!", "#N/A"])
@pytest.mark.parametrize("column", ["id", "rating", "reason", "note", "evidence", "confidence"])
def test_a_cell_that_shows_no_value_is_a_problem(sheet: Spreadsheet, column: str, content: str) -> None:
    # openpyxl saves formulas without what they show.
    cell = sheet.cell("GOV.1.O1", column)
    cell.value = content
    (problem,) = _refused(sheet)
    assert (problem.place.sheet, problem.place.cell) == (sheet.answers.title, cell.coordinate)
    assert "formula without a stored result" in str(problem)


@pytest.mark.parametrize("content", ["=C9", "#REF!"])
@pytest.mark.parametrize("key", ["city", "date", "scope", "version"])
def test_a_detail_that_shows_no_value_is_a_problem(sheet: Spreadsheet, key: str, content: str) -> None:
    sheet.detail(key, content)
    (problem,) = _refused(sheet)
    assert problem.place.cell == sheet.detail_cell(key).coordinate


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_quick_scan_is_read_in_both_languages(language: Language) -> None:
    sheet = blank(SCAN, language)
    sheet.detail("city", "Talbrück")
    sheet.answer("QS01", 3, note="seit 2022")
    sheet.answer("QS02", "dont_know")
    assert _read(sheet).ratings == {"QS01": Answer("rated", "3", note="seit 2022"), "QS02": Answer("dont_know")}


def test_every_problem_is_told_with_its_sheet_and_cell(sheet: Spreadsheet) -> None:
    sheet.detail("version", "0.9.0")
    sheet.answer("GOV.1.O1", "X")
    sheet.answer("GOV.1.O2", "nicht anwendbar")
    sheet.answer("GOV.1.O3", "L", confidence="sehr")
    sheet.cell("GOV.1.O4", "id").value = "GOV.1.O9"
    sheet.answer("GOV.1.O9", "F")
    cells = {problem.place.cell for problem in _refused(sheet)}
    assert cells == {
        sheet.detail_cell("version").coordinate,
        sheet.cell("GOV.1.O1", "rating").coordinate,
        sheet.cell("GOV.1.O2", "rating").coordinate,
        sheet.cell("GOV.1.O3", "confidence").coordinate,
        sheet.cell("GOV.1.O9", "id").coordinate,
    }


def test_a_problem_names_file_sheet_and_cell_for_people(sheet: Spreadsheet) -> None:
    sheet.answer("GOV.1.O1", "X")
    (problem,) = _refused(sheet)
    assert str(problem.place) == "answers.xlsx:Antworten!C4"
    assert words("de").say(problem.place.told) == "answers.xlsx, Blatt Antworten, Zelle C4"


def test_problems_come_in_the_order_of_the_workbook(sheet: Spreadsheet) -> None:
    sheet.answer("GOV.1.O1", "L")
    sheet.answer("GOV.1.O2", "=C9")
    sheet.answer("GOV.1.O3", "X")
    sheet.answer("GOV.1.O4", "L")
    sheet.cell("GOV.1.O4", "id").value = "GOV.1.O1"
    sheet.detail("scope", "GOV.77")
    sheet.detail("version", "0.9.0")
    places = [(problem.place.sheet, problem.place.cell) for problem in _refused(sheet)]
    assert places == [
        ("Angaben", "B3"),
        ("Angaben", "B6"),
        ("Antworten", "C5"),
        ("Antworten", "C6"),
        ("Antworten", "A7"),
    ]


def test_an_answer_in_a_line_without_an_id_is_a_problem(sheet: Spreadsheet) -> None:
    sheet.cell("GOV.1.O1", "id").value = None
    sheet.answers["E4"] = "wichtig"
    (problem,) = _refused(sheet)
    assert problem.place.cell == "E4"


def test_an_id_that_stands_twice_is_a_problem(sheet: Spreadsheet) -> None:
    sheet.answer("GOV.1.O1", "L")
    row = sheet.answers.max_row + 1
    sheet.answers.cell(row, 1).value, sheet.answers.cell(row, 3).value = "GOV.1.O1", "F"
    (problem,) = _refused(sheet)
    assert problem.place.cell == f"A{row}"


def test_a_missing_city_is_a_problem_at_the_cell_where_it_belongs() -> None:
    sheet = blank(URBAN, scope=("GOV.1",))
    (problem,) = _refused(sheet)
    assert problem.place.cell == sheet.detail_cell("city").coordinate


def test_a_workbook_that_is_none_of_ours_is_told_so(sheet: Spreadsheet) -> None:
    sheet.book.remove(sheet.answers)
    (problem,) = _refused(sheet)
    assert "column names" in str(problem)


TEXTS = (
    st.text(
        st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"), exclude_characters="\ufeff\ufffe\uffff"), min_size=1
    )
    .map(str.strip)
    .filter(bool)
)
NOTES = st.lists(TEXTS, min_size=1, max_size=3).map("\n".join)


@st.composite
def answer_sets(
    draw: st.DrawFn, questionnaire: Questionnaire, ids: tuple[str, ...], letters: tuple[str, ...]
) -> Answers:
    chosen = draw(st.lists(st.sampled_from(ids), unique=True, max_size=6))
    ratings = {each: draw(_answers(letters)) for each in sorted(chosen, key=ids.index)}
    return Answers(
        questionnaire.id,
        questionnaire.version,
        draw(TEXTS.filter(lambda text: len(text) <= 200)),
        ratings=ratings,
        date=draw(st.none() | st.dates().map(str)),
        invented=draw(st.booleans()),
        language=draw(st.none() | st.sampled_from(LANGUAGES)),
    )


def _answers(letters: tuple[str, ...]) -> st.SearchStrategy[Answer]:
    said = {
        "note": st.none() | NOTES,
        "evidence": st.lists(TEXTS.map(lambda text: " ".join(text.split())), max_size=3).map(tuple),
        "confidence": st.none() | st.sampled_from(("high", "medium", "low")),
    }
    rated = st.builds(Answer, st.just("rated"), st.sampled_from(letters), **said)
    return rated | st.builds(Answer, st.just("dont_know"), **said)


MODEL_IDS = tuple(each.id for each in URBAN.indicators("GOV.1", URBAN.framework()))
SCAN_IDS = tuple(each.id for each in SCAN.file.questions[:8])
OF_ONE_PROCESS = answer_sets(URBAN, MODEL_IDS, ("N", "P", "P-", "P+", "L", "L-", "L+", "F")).map(
    lambda answers: replace(answers, scope=("GOV.1",))
)
ANY_ANSWERS = OF_ONE_PROCESS | answer_sets(SCAN, SCAN_IDS, ("1", "2", "3", "4", "5"))


@settings(max_examples=15)
@given(answers=ANY_ANSWERS, language=st.sampled_from(LANGUAGES))
def test_answers_go_into_a_workbook_and_come_back_the_same(answers: Answers, language: Language) -> None:
    data = write(LIBRARY.questionnaire(answers.questionnaire), answers, words(language))
    assert read(data, "answers.xlsx", LIBRARY).answers == answers


@settings(max_examples=15)
@given(answers=ANY_ANSWERS)
def test_a_workbook_and_a_yaml_file_hold_the_same(answers: Answers) -> None:
    data = write(LIBRARY.questionnaire(answers.questionnaire), answers, words("de"))
    from_workbook = read(data, "answers.xlsx", LIBRARY).answers
    assert parse_answers(dump_answers(from_workbook).encode(), "answers.yaml", LIBRARY) == answers


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+49 231 1", "- nein", "@alle", "|x", "%s", "＝1", "a_x0041_b", "#REF!", "TRUE", "1.0", "007", "'x", "😀"],
)
def test_a_text_stays_a_text_whatever_it_begins_with(text: str) -> None:
    answers = Answers(URBAN.id, URBAN.version, text, {"GOV.1.O1": Answer("rated", "L", note=text)}, scope=("GOV.1",))
    data = write(URBAN, answers, words("de"))
    cell = Spreadsheet(data).cell("GOV.1.O1", "note")
    assert cell.data_type == "s"
    assert read(data, "answers.xlsx", LIBRARY).answers == answers


@pytest.mark.parametrize("text", ["=1+1", "+49", "-x", "@x", "|x", "%x", "＝1", "＋1"])
def test_a_text_that_a_spreadsheet_might_take_for_a_command_is_marked_as_text(text: str) -> None:
    answers = Answers(URBAN.id, URBAN.version, "X", {"GOV.1.O1": Answer(None, note=text)}, scope=("GOV.1",))
    assert Spreadsheet(write(URBAN, answers, words("de"))).cell("GOV.1.O1", "note").quotePrefix


def test_the_settings_of_the_command_line_win_over_those_of_a_workbook() -> None:
    ratings = {"GOV.1.O1": Answer("rated", "P+"), "GOV.1.GP3.3.1": Answer("rated", "L-")}
    answers = Answers(URBAN.id, URBAN.version, "X", ratings, scope=("GOV.1",), highest_level=2)
    data = write(URBAN, answers, words("de"))
    said = CommandLine("iso-33020-2019", scale=6, highest_level=3)
    assert read(data, "answers.xlsx", LIBRARY, said).warnings == ()


@pytest.mark.parametrize("beyond", ["GOV.1.GP3.1.1", "PAR.2.O1", "GOV.1.GP3.3.1"], ids=["level", "scope", "framework"])
def test_answers_beyond_what_is_asked_are_written_too(beyond: str) -> None:
    ratings = {beyond: Answer("rated", "L", note="schon einmal notiert")}
    answers = Answers(URBAN.id, URBAN.version, "X", ratings, scope=("GOV.1",), highest_level=2)
    sheet = Spreadsheet(write(URBAN, answers, words("de")))
    assert sheet.cell(beyond, "note").value == "schon einmal notiert"


def test_a_level_in_which_something_is_answered_is_open() -> None:
    answers = Answers(URBAN.id, URBAN.version, "X", {"GOV.1.GP2.1.1": Answer("rated", "L")}, scope=("GOV.1",))
    sheet = Spreadsheet(write(URBAN, answers, words("de")))
    assert not sheet.answers.row_dimensions[sheet.cell("GOV.1.GP2.1.2", "id").row].hidden
    assert sheet.answers.row_dimensions[sheet.cell("GOV.1.GP3.1.1", "id").row].hidden


def test_a_text_too_long_for_a_cell_is_refused_and_not_cut() -> None:
    evidence = tuple("x" * 4000 for _ in range(9))
    answers = Answers(URBAN.id, URBAN.version, "X", {"GOV.1.O1": Answer("rated", "F", evidence=evidence)})
    with pytest.raises(InputRefused, match="36008 characters"):
        write(URBAN, answers, words("de"))


def _read(sheet: Spreadsheet) -> Answers:
    return read(sheet.saved(), "answers.xlsx", LIBRARY).answers


def _with_formula_result(data: bytes, cell: str, text: str) -> bytes:
    """The workbook as a spreadsheet program saves it: with what the formula in `cell` shows."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name).decode()
            part = re.sub(rf'(<c r="{cell}")([^>]*><f>[^<]*</f>)<v ?/>', rf'\1 t="str"\2<v>{text}</v>', part)
            part = re.sub(rf'(<c r="{cell}")([^>]*><f>[^<]*</f>)<v></v>', rf'\1 t="str"\2<v>{text}</v>', part)
            new.writestr(name, part)
    return target.getvalue()


def _refused(sheet: Spreadsheet) -> tuple[Problem, ...]:
    with pytest.raises(InputRefused) as refused:
        _read(sheet)
    return refused.value.problems
