"""The blank workbook: complete, friendly, and in the form that is promised."""

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from assessment.loading import QUESTIONNAIRES, load_library
from models.authored import LANGUAGES, Language
from models.questionnaire import CapabilityModel, Library, QuickScan
from tests.reports.spreadsheets import blank


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(QUESTIONNAIRES)


@pytest.fixture(scope="module")
def urban(library: Library) -> CapabilityModel:
    (model,) = library.models
    return model


@pytest.fixture(scope="module")
def scan(library: Library) -> QuickScan:
    (scan,) = library.quick_scans
    return scan


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_header_row_is_the_same_in_every_language(urban: CapabilityModel, language: Language) -> None:
    sheet = blank(urban, language, scope=("GOV.1",))
    assert sheet.header == ["id", "text", "rating", "reason", "note", "evidence", "confidence"]


def test_every_indicator_in_scope_has_one_line_and_every_process_too(urban: CapabilityModel) -> None:
    indicators = [each.id for process in urban.processes for each in urban.indicators(process.id, urban.framework())]
    ids = list(blank(urban).ids())
    assert sorted(ids) == sorted([*indicators, *(process.id for process in urban.processes)])


def test_a_workbook_for_two_processes_up_to_level_two_asks_about_nothing_else(urban: CapabilityModel) -> None:
    ids = list(blank(urban, scope=("PAR.2", "GOV.1"), highest_level=2).ids())
    assert {each.split(".GP")[0].split(".O")[0] for each in ids} == {"GOV.1", "PAR.2"}
    assert {each.split(".GP")[1][:1] for each in ids if ".GP" in each} == {"2"}


def test_it_says_for_which_questionnaire_and_version_it_was_made(urban: CapabilityModel) -> None:
    sheet = blank(urban, scope=("GOV.1", "PAR.2"), highest_level=2)
    details = {row[0].value: row[1].value for row in sheet.details.iter_rows(min_row=2)}
    assert details["questionnaire"] == "urban-diplomacy"
    assert details["version"] == "1.0.0"
    assert details["scope"] == "GOV.1, PAR.2"
    assert details["highest_level"] == 2
    assert details["city"] is None


def test_ratings_are_letters_in_every_language_and_states_are_words(urban: CapabilityModel) -> None:
    offered = {language: _offered(blank(urban, language, scope=("GOV.1",)).answers, "C4") for language in LANGUAGES}
    assert offered["en"] == ["N", "P", "L", "F", "don't know", "not applicable"]
    assert offered["de"] == ["N", "P", "L", "F", "weiß nicht", "trifft nicht zu"]


def test_six_letters_are_offered_where_the_assessment_uses_them(urban: CapabilityModel) -> None:
    offered = _offered(blank(urban, scope=("GOV.1",), scale=6).answers, "C4")
    assert offered[:6] == ["N", "P-", "P+", "L-", "L+", "F"]


def test_a_process_that_always_counts_cannot_be_left_out(urban: CapabilityModel) -> None:
    sheet = blank(urban, scope=("GOV.1", "GOV.2"))
    assert _offered(sheet.answers, sheet.cell("GOV.1", "rating").coordinate) == []
    assert _offered(sheet.answers, sheet.cell("GOV.2", "rating").coordinate) == ["not applicable"]


def test_confidence_is_offered_where_something_is_asked(urban: CapabilityModel) -> None:
    sheet = blank(urban, scope=("GOV.1",))
    where = sheet.cell("GOV.1.O1", "confidence").coordinate
    assert _offered(sheet.answers, where) == ["high", "medium", "low"]


def test_levels_above_one_are_folded_and_the_line_above_them_opens_them(urban: CapabilityModel) -> None:
    sheet = blank(urban, scope=("GOV.1",))
    rows = sheet.answers.row_dimensions
    assert not rows[sheet.cell("GOV.1.O1", "id").row].hidden
    first = sheet.cell("GOV.1.GP2.1.1", "id").row
    assert rows[first].hidden
    assert rows[first - 2].collapsed
    assert sheet.answers.sheet_properties.outlinePr.summaryBelow is False


def test_the_names_of_columns_stay_in_sight_and_on_every_page(urban: CapabilityModel) -> None:
    sheet = blank(urban, scope=("GOV.1",)).answers
    assert sheet.freeze_panes == "C2"
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.page_setup.orientation == "landscape"


def test_purpose_and_usual_evidence_stand_with_the_process(urban: CapabilityModel) -> None:
    text = blank(urban, "de", scope=("GOV.1",)).cell("GOV.1", "text").value
    assert "Mandat und gemeinsames Verständnis" in text
    assert "klaren politischen Auftrag" in text
    assert "Ratsbeschluss, Definitions- oder Leitbildpapier" in text


def test_long_texts_wrap_and_their_lines_are_high_enough(urban: CapabilityModel) -> None:
    sheet = blank(urban, "de", scope=("GOV.1",))
    cell = sheet.cell("GOV.1.O3", "text")
    assert cell.alignment.wrap_text
    assert sheet.answers.row_dimensions[cell.row].height > 30


def test_the_quick_scan_shows_its_five_statements_beside_each_question(scan: QuickScan) -> None:
    sheet = blank(scan, "de")
    for question in scan.file.questions:
        text = sheet.cell(question.id, "text").value
        assert all(f"{anchor.stage} – {anchor.de}" in text for anchor in question.anchors)


def test_the_quick_scan_offers_the_numbers_of_the_statements(scan: QuickScan) -> None:
    sheet = blank(scan, "de")
    where = sheet.cell("QS01", "rating").coordinate
    assert _offered(sheet.answers, where) == ["1", "2", "3", "4", "5", "weiß nicht"]


def test_the_quick_scan_says_which_questions_may_stay_empty(scan: QuickScan) -> None:
    sheet = blank(scan, "en")
    optional = {each.id for each in scan.file.questions if not each.core}
    marked = {each.id for each in scan.file.questions if "(optional)" in sheet.cell(each.id, "text").value}
    assert marked == optional


def test_the_guide_explains_every_rating_with_its_band(urban: CapabilityModel) -> None:
    told = {row[0].value: row[1].value for row in blank(urban, "en").guide.iter_rows()}
    assert told["N"] == "Not achieved: 0 to 15 per cent"
    assert told["L"] == "Largely achieved: more than 50 to 85 per cent"
    assert "don't know" in told
    assert "not applicable" in told


def _offered(sheet: Worksheet, where: str) -> list[str]:
    for validation in sheet.data_validations.dataValidation:
        if where in validation.sqref:
            return str(validation.formula1).strip('"').split(",")
    return []
