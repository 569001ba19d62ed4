from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest

from assessment.loading import QUESTIONNAIRES, CommandLine, load_library, parse_answers, read_answers
from assessment.loading.reader import MAX_PROBLEMS, read
from models.answers import Answer
from models.problem import InputRefused
from models.questionnaire import Library
from tests.loading.conftest import FIXTURES

CASES = Path(__file__).parent / "cases" / "answers.yaml"
HEAD = 'questionnaire: harbour\nversion: "1.0.0"\ncity: Musterstadt\n'
SCAN = 'questionnaire: harbour-scan\nversion: "1.0.0"\ncity: Musterstadt\n'

THE_PROMISE = """\
questionnaire: urban-diplomacy
version: "1.0.0"
city: Musterstadt
method: mean                    # optional, else the framework's default
highest_level: 3                # optional
scope: basic                    # optional: basic, full (default), or a list of process ids
chosen: [GOV.2, PAR.2, REP.1]   # optional: candidates for maturity 4
ratings:
  GOV.1.O1: L                   # an outcome
  GOV.1.O2: {rating: F, note: "Ratsbeschluss 2024", evidence: ["https://..."]}
  GOV.1.O3: dont_know
  GOV.1.O4: {not_applicable: "no elections since"}
  GOV.1.GP2.1.1: P              # generic practice 2.1.1 rated for the process GOV.1
"""


def cases() -> list[dict[str, Any]]:
    return list(cast(tuple[dict[str, Any], ...], read(CASES.read_bytes(), CASES.name).root))


def told(text: str, library: Library, **command_line: Any) -> list[str]:
    try:
        problems = read_answers(text.encode(), "answers.yaml", library, CommandLine(**command_line)).warnings
    except InputRefused as refused:
        problems = refused.problems
    lines = [(problem.severity, str(problem).removeprefix("answers.yaml:")) for problem in problems]
    return [line if severity == "error" else f"warning: {line}" for severity, line in lines]


@pytest.mark.parametrize("case", cases(), ids=lambda case: case["title"])
def test_what_is_wrong_with_answers_is_told_where_it_stands(case: dict[str, Any], library: Library) -> None:
    assert told(case["answers"], library) == list(case["problems"])


def test_the_promised_form_is_read_as_promised() -> None:
    answers = parse_answers(THE_PROMISE.encode(), "answers.yaml", load_library(QUESTIONNAIRES))
    assert (answers.city, answers.method, answers.highest_level, answers.scope) == ("Musterstadt", "mean", 3, "basic")
    assert answers.chosen == ("GOV.2", "PAR.2", "REP.1")
    assert dict(answers.ratings) == {
        "GOV.1.O1": Answer("rated", "L"),
        "GOV.1.O2": Answer("rated", "F", note="Ratsbeschluss 2024", evidence=("https://...",)),
        "GOV.1.O3": Answer("dont_know"),
        "GOV.1.O4": Answer("not_applicable", reason="no elections since"),
        "GOV.1.GP2.1.1": Answer("rated", "P"),
    }


def test_every_form_of_an_answer_is_read(library: Library) -> None:
    answers = parse_answers((FIXTURES / "answers.yaml").read_bytes(), "answers.yaml", library)
    assert dict(answers.ratings) == {
        "AAA.1.O1": Answer("rated", "L+"),
        "AAA.1.O2": Answer(
            "rated", "F", note="decided: #12", evidence=("https://example.org/#a", "minutes"), confidence="high"
        ),
        "AAA.1.GP2.1.1": Answer("dont_know"),
        "AAA.1.GP2.1.2": Answer("dont_know", note="ask the harbour master"),
        "BBB.1.O1": Answer("not_applicable", reason="no berths"),
        "CCC.1.O2": Answer("not_applicable", reason="no berths", confidence="low"),
        "BBB.1.GP2.1.1": Answer(None, note="only a note"),
        "CCC.1.O1": Answer("rated", "P-", evidence=("log book",)),
    }


def test_every_setting_is_read(library: Library) -> None:
    answers = parse_answers((FIXTURES / "answers.yaml").read_bytes(), "answers.yaml", library)
    settings = (answers.framework, answers.method, answers.scale, answers.highest_level, answers.scope, answers.chosen)
    assert settings == ("two-levels", "lowest", 6, 2, ("AAA.1", "BBB.1", "CCC.1"), ("AAA.1", "BBB.1"))
    assert (answers.date, answers.language, answers.invented) == ("2025-03-12", "de", True)


def test_settings_that_are_not_said_stay_unsaid(library: Library) -> None:
    answers = parse_answers(HEAD.encode(), "answers.yaml", library)
    assert {answers.framework, answers.method, answers.scale, answers.highest_level, answers.scope} == {None}
    assert (answers.chosen, answers.date, answers.language, answers.invented) == (None, None, None, False)


def test_a_file_without_ratings_holds_no_answers(library: Library) -> None:
    assert dict(parse_answers(f"{HEAD}ratings:\n".encode(), "answers.yaml", library).ratings) == {}


def test_stages_of_a_quick_scan_are_read(library: Library) -> None:
    answers = parse_answers(f"{SCAN}ratings: {{QS01: 3, QS02: dont_know}}".encode(), "answers.yaml", library)
    assert dict(answers.ratings) == {"QS01": Answer("rated", "3"), "QS02": Answer("dont_know")}


def test_a_refined_letter_is_kept_as_written_on_the_four_point_scale(library: Library) -> None:
    answers = parse_answers(f"{HEAD}ratings: {{AAA.1.O1: P-}}".encode(), "answers.yaml", library)
    assert answers.ratings["AAA.1.O1"].rating == "P-"


def test_a_city_may_leave_out_as_many_processes_as_the_model_allows(library: Library) -> None:
    text = f'{HEAD}ratings: {{BBB.1: {{not_applicable: "no berths"}}}}'
    assert told(text, library) == []


def test_processes_left_out_beyond_the_scope_are_not_counted(library: Library) -> None:
    text = f'{HEAD}scope: [AAA.1, BBB.1]\nratings: {{BBB.1: {{not_applicable: "a"}}, CCC.1: {{not_applicable: "b"}}}}'
    assert [line.split(":")[0] for line in told(text, library)] == ["warning"]


def test_the_scale_of_the_command_line_decides_which_letters_may_stand(library: Library) -> None:
    text = f"{HEAD}scale: 4\nratings: {{AAA.1.O1: P, AAA.1.O2: X, AAA.1.GP2.1.1: L}}"
    assert told(text, library, scale=6) == [
        " --scale 6 from the command line: Answers rated on another scale: AAA.1.O1, AAA.1.GP2.1.1. "
        "On this scale a rating is one of N, P-, P+, L-, L+, F. Leave the option out, or rate these anew.",
        '5:34: AAA.1.O2: The text "X" stands here. Expected is one of N, P-, P+, L-, L+, F, dont_know, not_applicable.',
    ]


def test_the_highest_level_of_the_command_line_wins_over_the_file_in_both_directions(library: Library) -> None:
    ratings = "ratings: {AAA.1.GP2.1.1: F}"
    assert told(f"{HEAD}{ratings}\nhighest_level: 1", library) == [
        "4:11: AAA.1.GP2.1.1: This belongs to capability level 2. The highest level of this assessment is 1. "
        "Raise the highest level, or remove this answer."
    ]
    assert len(told(f"{HEAD}{ratings}", library, highest_level=1)) == 1
    assert told(f"{HEAD}{ratings}\nhighest_level: 1", library, highest_level=2) == []


def test_a_highest_level_of_the_command_line_is_blamed_once_for_all_answers_above_it(library: Library) -> None:
    ratings = "ratings: {AAA.1.GP2.1.1: F, AAA.1.GP2.1.2: dont_know, BBB.1.GP2.1.1: L}"
    assert told(f"{HEAD}{ratings}", library, highest_level=1) == [
        " --highest-level 1 from the command line: Answers above level 1: AAA.1.GP2.1.1, BBB.1.GP2.1.1. "
        "The highest level of this assessment is 1. Leave the option out, or raise the level."
    ]


def test_a_framework_of_the_command_line_is_blamed_once_for_answers_that_do_not_count() -> None:
    library = load_library(QUESTIONNAIRES)
    head = 'questionnaire: urban-diplomacy\nversion: "1.0.0"\ncity: A\n'
    text = f"{head}framework: iso-33020-2019\nratings: {{GOV.1.GP3.3.1: L, GOV.1.GP3.3.2: L}}"
    assert told(text, library, framework="iso-33020-2015") == [
        "warning:  --framework iso-33020-2015 from the command line: Answers that are no part of the framework "
        "iso-33020-2015: GOV.1.GP3.3.1, GOV.1.GP3.3.2. They are kept and do not count."
    ]


def test_a_highest_level_that_the_framework_lacks_is_left_to_whoever_scores(library: Library) -> None:
    assert told(f"{HEAD}ratings: {{AAA.1.GP2.1.1: F}}", library, highest_level=9) == []


def test_a_scale_of_the_command_line_that_the_framework_lacks_is_a_problem(library: Library) -> None:
    (model,) = library.models
    (framework,) = model.frameworks
    coarse = framework.model_copy(update={"scales": framework.scales[:1]})
    only_four = replace(library, models=(replace(model, frameworks=(coarse,)),))
    assert told(f"{HEAD}ratings: {{AAA.1.O1: P}}", only_four, scale=6) == [
        " --scale 6 from the command line: The framework two-levels has no scale of 6 letters. Expected is one of 4."
    ]


def test_an_answer_for_another_framework_is_kept_and_told() -> None:
    library = load_library(QUESTIONNAIRES)
    head = 'questionnaire: urban-diplomacy\nversion: "1.0.0"\ncity: A\nratings: {GOV.1.GP3.3.1: L}'
    assert told(head, library) == [
        "warning: 4:11: GOV.1.GP3.3.1: GOV.1.GP3.3.1 is no part of the framework iso-33020-2015. "
        "It is kept and does not count."
    ]
    assert told(head, library, framework="iso-33020-2019") == []


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        ("Zebra", 'The text "Zebra" stands here. Expected is one of N, P, L, F, dont_know, not_applicable.'),
        (
            '{not_applicable: ""}',
            'The reason is missing. Expected is why it does not apply to your city. Write {not_applicable: "..."}.',
        ),
        (
            '{rating: L, reason: "why"}',
            "A reason stands beside a rating. A reason is given where something is not applicable. "
            "Move it to the note.",
        ),
    ],
)
def test_an_answer_for_another_framework_is_held_to_the_same_rules(answer: str, problem: str) -> None:
    head = 'questionnaire: urban-diplomacy\nversion: "1.0.0"\ncity: A\nratings:\n  GOV.1.GP3.3.1: '
    warning, error = told(head + answer, load_library(QUESTIONNAIRES))
    assert warning.startswith("warning: ")
    assert error.endswith(f": {problem}")


def test_an_answer_for_another_framework_may_use_the_letters_of_that_one(library: Library) -> None:
    (model,) = library.models
    (framework,) = model.frameworks
    (six,) = (each for each in framework.scales if each.points == 6)
    practices = model.generic_practices[-1].model_copy(update={"attribute": "PA2.2"})
    practice = practices.practices[0].model_copy(update={"id": "GP2.2.1"})
    attribute = framework.attributes[-1].model_copy(update={"id": "PA2.2"})
    finer = framework.model_copy(
        update={
            "id": "finer",
            "scales": (six,),
            "default_scale": 6,
            "attributes": (*framework.attributes, attribute),
        }
    )
    wider = replace(
        model,
        frameworks=(framework, finer),
        generic_practices=(*model.generic_practices, practices.model_copy(update={"practices": (practice,)})),
    )
    warnings = told(f"{HEAD}ratings: {{AAA.1.GP2.2.1: L+}}", replace(library, models=(wider,)))
    assert ["It is kept and does not count" in each for each in warnings] == [True]


def test_texts_and_lists_have_a_limit(library: Library) -> None:
    note = f'{HEAD}ratings: {{AAA.1.O1: {{note: "{"x" * 4001}"}}}}'
    evidence = f"{HEAD}ratings: {{AAA.1.O1: {{evidence: [{', '.join('a' * 21)}]}}}}"
    assert ["Expected are at most 4000 characters" in line for line in told(note, library)] == [True]
    assert ["Expected are at most 20 items" in line for line in told(evidence, library)] == [True]


def test_unknown_ids_wrong_ratings_missing_reasons_and_a_wrong_version_are_each_named_in_one_run(
    library: Library,
) -> None:
    lines = told((FIXTURES / "broken-answers.yaml").read_text(), library)
    assert lines == [
        '3:10: version: The text "0.9.0" stands here. The version of harbour that is here is 1.0.0. '
        'Check whether the answers still fit, then write "1.0.0".',
        '6:3: AAA.1.O9: Not known: "AAA.1.O9". '
        "Expected is one of AAA.1.O1, AAA.1.O2, AAA.1.GP2.1.1, AAA.1.GP2.1.2. Did you mean AAA.1.O2?",
        '7:13: AAA.1.O1: The text "G" stands here. Expected is one of N, P, L, F, dont_know, not_applicable.',
        "8:13: AAA.1.O2: The reason is missing. Expected is why it does not apply to your city. "
        'Write {not_applicable: "..."}.',
    ]


def test_answers_with_one_problem_are_not_read_at_all(library: Library) -> None:
    with pytest.raises(InputRefused) as refused:
        parse_answers(f"{HEAD}ratings: {{AAA.1.O1: L, AAA.1.O2: X}}".encode(), "answers.yaml", library)
    assert len(refused.value.problems) == 1


def test_a_flood_of_unknown_ids_ends_after_a_hundred_problems(library: Library) -> None:
    flood = "".join(f"  AAA.1.O{number}: L\n" for number in range(10, 20_000))
    lines = told(f"{HEAD}ratings:\n{flood}", library)
    assert len(lines) == MAX_PROBLEMS + 1
    assert lines[-1].endswith("There are more problems than these. Mend these first, then check again.")
