from collections.abc import Mapping

import pytest

from assessment.loading import CommandLine, read_rows
from assessment.loading.rows import AnswerRow, Column, Entry
from models.answers import Answer
from models.problem import InputRefused
from models.questionnaire import Library

COLUMNS: Mapping[Column, str] = {
    "id": "A",
    "rating": "C",
    "reason": "D",
    "note": "E",
    "evidence": "F",
    "confidence": "G",
}


def head(**texts: str) -> dict[str, Entry]:
    keys = {"questionnaire": "harbour", "version": "1.0.0", "city": "Musterstadt", **texts}
    return {key: Entry(text, "Start", f"B{row}") for row, (key, text) in enumerate(keys.items(), start=2)}


def row(number: int, **texts: str) -> AnswerRow:
    return AnswerRow(
        {
            column: Entry(texts[column], "Answers", f"{letter}{number}")
            for column, letter in COLUMNS.items()
            if column in texts
        }
    )


def told(library: Library, *rows: AnswerRow, **texts: str) -> list[str]:
    try:
        problems = read_rows(head(**texts), rows, "filled.xlsx", library).warnings
    except InputRefused as refused:
        problems = refused.problems
    return [str(problem).removeprefix("filled.xlsx:") for problem in problems]


def test_rows_are_read_like_an_answers_file(library: Library) -> None:
    rows = [
        row(
            5, id="AAA.1.O1", rating="L", note="decided", evidence="minutes\n\n https://example.org ", confidence="high"
        ),
        row(6, id="AAA.1.O2", rating="dont_know"),
        row(7, id="BBB.1", rating="not_applicable", reason="no berths"),
        row(8, id="CCC.1.O1", note="only a note"),
    ]
    answers = read_rows(head(), rows, "filled.xlsx", library).answers
    assert dict(answers.ratings) == {
        "AAA.1.O1": Answer(
            "rated", "L", note="decided", evidence=("minutes", "https://example.org"), confidence="high"
        ),
        "AAA.1.O2": Answer("dont_know"),
        "BBB.1": Answer("not_applicable", reason="no berths"),
        "CCC.1.O1": Answer(None, note="only a note"),
    }


def test_settings_are_read_from_their_texts(library: Library) -> None:
    texts = {"scope": "AAA.1, BBB.1", "chosen": "AAA.1, BBB.1", "scale": "6", "highest_level": "2", "invented": "true"}
    answers = read_rows(head(**texts, method="lowest", date="2025-03-12"), [], "filled.xlsx", library).answers
    assert (answers.scope, answers.chosen) == (("AAA.1", "BBB.1"), ("AAA.1", "BBB.1"))
    assert (answers.scale, answers.highest_level, answers.invented) == (6, 2, True)
    assert (answers.method, answers.date) == ("lowest", "2025-03-12")


def test_a_scope_in_one_word_is_read(library: Library) -> None:
    assert read_rows(head(scope="basic"), [], "filled.xlsx", library).answers.scope == "basic"


def test_stages_of_a_quick_scan_are_read(library: Library) -> None:
    answers = read_rows(
        head(questionnaire="harbour-scan"), [row(5, id="QS01", rating="3")], "filled.xlsx", library
    ).answers
    assert answers.ratings["QS01"] == Answer("rated", "3")


@pytest.mark.parametrize(
    ("filled", "problem"),
    [
        ({"id": "AAA.1.O1", "rating": "X"}, 'Answers!C5: AAA.1.O1, rating: The text "X" stands here.'),
        ({"id": "AAA.1.O9", "rating": "L"}, 'Answers!A5: AAA.1.O9: Not known: "AAA.1.O9".'),
        ({"id": "AAA.1.O1", "rating": "not_applicable"}, "Answers!C5: AAA.1.O1, rating: The reason is missing."),
        ({"id": "AAA.1.O1", "rating": "L", "reason": "x"}, "Answers!D5: AAA.1.O1, reason: A reason stands"),
        ({"id": "AAA.1.O1", "confidence": "hi"}, 'Answers!G5: AAA.1.O1, confidence: The text "hi" stands here.'),
        ({"id": "AAA.1.O1", "note": "x" * 4001}, "Answers!E5: AAA.1.O1, note: A text of 4001 characters"),
        ({"rating": "L"}, "Answers!C5: An answer stands here without an id."),
        ({"id": " ", "rating": "L"}, "Answers!A5: An answer stands here without an id."),
    ],
)
def test_a_mistake_is_told_with_its_cell(filled: dict[str, str], problem: str, library: Library) -> None:
    (line,) = told(library, row(5, **filled))
    assert line.startswith(problem)


def test_a_mistake_in_a_setting_is_told_with_its_cell(library: Library) -> None:
    (line,) = told(library, version="0.9.0")
    assert line.startswith('Start!B3: version: The text "0.9.0" stands here.')


@pytest.mark.parametrize(("key", "text"), [("scale", "four"), ("highest_level", "3.5"), ("invented", "perhaps")])
def test_a_setting_of_the_wrong_kind_is_told(key: str, text: str, library: Library) -> None:
    (line,) = told(library, **{key: text})
    assert line.startswith(f'Start!B5: {key}: The text "{text}" stands here.')


def test_a_missing_setting_is_told_with_the_workbook(library: Library) -> None:
    with pytest.raises(InputRefused) as refused:
        read_rows({}, [], "filled.xlsx", library)
    assert {str(problem.place) for problem in refused.value.problems} == {"filled.xlsx"}
    assert len(refused.value.problems) == 3


def test_the_highest_level_of_the_command_line_wins_over_the_workbook(library: Library) -> None:
    rows = [row(5, id="AAA.1.GP2.1.1", rating="F")]
    assert read_rows(head(highest_level="1"), rows, "filled.xlsx", library, CommandLine(highest_level=2)).warnings == ()
    with pytest.raises(InputRefused, match="--highest-level 1 from the command line"):
        read_rows(head(), rows, "filled.xlsx", library, CommandLine(highest_level=1))


def test_an_id_in_two_rows_is_told_with_both_cells(library: Library) -> None:
    (line,) = told(library, row(5, id="AAA.1.O1", rating="L"), row(9, id="AAA.1.O1", rating="F"))
    assert line.startswith("Answers!A9: AAA.1.O1 stands here and already in cell A5 of the sheet Answers.")


SAID = [
    ({"id": "AAA.1.O1", "rating": "weis nicht"}, "Did you mean don't know?"),
    ({"id": "AAA.1.O1", "rating": "X"}, "Expected is one of N, P, L, F, don't know, not applicable."),
    ({"id": "AAA.1.O1", "confidence": "hohc"}, "Expected is one of high, medium, low. Did you mean high?"),
    ({"id": "AAA.1.O1", "rating": "Trifft nicht zu"}, "Fill in the column reason."),
    ({"id": "AAA.1.O1", "rating": "L", "reason": "x"}, "Move it to the column note."),
    ({"id": "AAA.1", "rating": "Weiß nicht"}, 'The text "Weiß nicht" stands here.'),
]


@pytest.mark.parametrize(("filled", "words"), SAID)
def test_people_read_the_words_and_columns_of_their_workbook(
    filled: dict[str, str], words: str, library: Library
) -> None:
    (line,) = told(library, row(5, **filled))
    assert words in line


@pytest.mark.parametrize("date", ["12/03/2025", "30.02.2025"])
def test_a_wrong_day_is_told_as_it_was_typed_with_both_forms_there_are(date: str, library: Library) -> None:
    (line,) = told(library, date=date)
    assert f'The text "{date}" stands here' in line
    assert "such as 2025-03-12 or 12.03.2025." in line


@pytest.mark.parametrize("key", ["scope", "chosen"])
@pytest.mark.parametrize("third", ["BBB.9", "berths"])
def test_the_wrong_process_in_a_list_is_told(key: str, third: str, library: Library) -> None:
    (line,) = told(library, **{key: f"AAA.1; BBB.1, {third}"})
    assert line.startswith(f'Start!B5: {key}, 3: The text "{third}" stands here.')


def test_a_scope_may_be_written_large(library: Library) -> None:
    assert read_rows(head(scope="Basic"), [], "filled.xlsx", library).answers.scope == "basic"


def test_a_scope_that_is_no_word_for_one_is_told_with_the_words_there_are(library: Library) -> None:
    (line,) = told(library, scope="everything")
    assert line.startswith('Start!B5: scope: The text "everything" stands here. Expected is one of basic, full.')


def test_the_version_is_to_be_written_without_quotes(library: Library) -> None:
    (line,) = told(library, version="0.9.0")
    assert line.endswith("then write 1.0.0.")


def test_an_empty_city_is_nothing(library: Library) -> None:
    (line,) = told(library, city="")
    assert line.startswith("Start!B4: city: Nothing stands here.")


def test_mistakes_come_in_the_order_of_the_lines(library: Library) -> None:
    rows = [row(number, id=f"AAA.1.O{number}", rating="L") for number in (100, 99, 9)]
    assert [line.split(":")[0] for line in told(library, *rows)] == ["Answers!A9", "Answers!A99", "Answers!A100"]


def test_all_mistakes_of_a_workbook_are_told_in_one_run(library: Library) -> None:
    lines = told(library, row(5, id="AAA.1.O1", rating="X"), row(6, id="AAA.1.O2", rating="Y"), version="2.0.0")
    assert [line.split(":")[0] for line in lines] == ["Start!B3", "Answers!C5", "Answers!C6"]
