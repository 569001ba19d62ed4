"""Answers move to a new version: what is certain carries over, the rest is asked again, and nothing gets lost."""

from collections.abc import Mapping

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from assessment.loading import dump_answers, parse_answers
from assessment.moving import move, ways
from assessment.moving.questions import questions
from models.answers import Answer, Answers
from models.moving import Move
from models.problem import InputRefused
from tests.moving.versions import former, library_now, now

MAPPING = library_now().mapping(former(), now())
IDS = tuple(questions(former()))
STATES = st.sampled_from(
    [
        Answer("rated", "N"),
        Answer("rated", "F", note="so"),
        Answer("dont_know"),
        Answer("not_applicable", reason="weil"),
    ]
)


def answered(ratings: Mapping[str, Answer], **more: object) -> Answers:
    return Answers("twinning", "1.0.0", "Musterstadt", ratings, **more)  # type: ignore[arg-type]


def moved(ratings: Mapping[str, Answer], **more: object) -> Move:
    return move(former(), now(), answered(ratings, **more), MAPPING)


L, N = Answer("rated", "L", note="Vermerk", evidence=("Akte 1",), confidence="high"), Answer("rated", "N")


def test_an_answer_to_the_same_question_carries_over_whole() -> None:
    assert moved({"GOV.1.O1": L}).answers.ratings == {"GOV.1.O1": L}


def test_a_renamed_question_keeps_its_answer_under_the_new_id() -> None:
    found = moved({"GOV.1.O2": L})
    assert found.answers.ratings == {"GOV.1.O3": L}
    assert [(each.before, each.after, each.kind) for each in found.carried] == [(("GOV.1.O2",), "GOV.1.O3", "renamed")]


def test_a_renamed_process_takes_its_practices_along_whatever_they_are_called_now() -> None:
    found = moved({"PAR.2.GP2.1.1": L, "PAR.2.GP2.1.2": N, "PAR.2.O3": L})
    assert found.answers.ratings == {"PAR.3.O3": L, "PAR.3.GP2.1.1": L, "PAR.3.GP2.1.3": N}


def test_a_question_whose_meaning_moved_is_asked_again_and_keeps_note_and_evidence() -> None:
    found = moved({"PAR.1.O1": L})
    assert found.answers.ratings == {"PAR.1.O1": Answer(None, note="Vermerk", evidence=("Akte 1",))}
    assert ("PAR.1.O1", "review") in [(each.after, each.reason) for each in found.again]


def test_the_parts_of_a_split_question_are_asked_again_each_with_what_was_noted() -> None:
    found = moved({"PAR.1.O2": L})
    noted = Answer(None, note="Vermerk", evidence=("Akte 1",))
    assert found.answers.ratings == {"PAR.1.O3": noted, "PAR.1.O4": noted}
    assert {each.after for each in found.again if each.reason == "split"} == {"PAR.1.O3", "PAR.1.O4"}


def test_merged_questions_carry_over_where_both_were_rated_alike() -> None:
    found = moved({"PAR.2.O1": L, "PAR.2.O2": Answer("rated", "L", note="Anderes", evidence=("Akte 2",))})
    assert found.answers.ratings["PAR.3.O4"] == Answer(
        "rated", "L", note="Vermerk\nAnderes", evidence=("Akte 1", "Akte 2")
    )


@pytest.mark.parametrize("other", [{}, {"PAR.2.O2": N}])
def test_merged_questions_are_asked_again_where_they_were_not_rated_alike(other: dict[str, Answer]) -> None:
    found = moved({"PAR.2.O1": L, **other})
    assert found.answers.ratings["PAR.3.O4"].state is None
    assert ("PAR.3.O4", "merged") in [(each.after, each.reason) for each in found.again]


@pytest.mark.parametrize(("before", "after"), [("N", "N"), ("P", "P"), ("L", "P"), ("F", None)])
def test_a_rescaled_question_takes_the_rating_that_the_mapping_names(before: str, after: str | None) -> None:
    found = moved({"CAP.1.O1": Answer("rated", before)})
    assert found.answers.ratings == ({} if after is None else {"CAP.1.O1": Answer("rated", after)})


@pytest.mark.parametrize("state", ["dont_know", "not_applicable"])
def test_what_is_no_letter_is_not_rescaled(state: str) -> None:
    said = Answer(state, reason="weil" if state == "not_applicable" else None)  # type: ignore[arg-type]
    assert moved({"CAP.1.O1": said}).answers.ratings == {"CAP.1.O1": said}


def test_a_dropped_question_falls_away() -> None:
    found = moved({"CAP.1.O2": L})
    assert found.answers.ratings == {}
    assert [each.before for each in found.away] == ["CAP.1.O2"]


def test_a_new_question_is_asked() -> None:
    assert ("CAP.2.O1", "new") in [(each.after, each.reason) for each in moved({}).again]


def test_only_what_the_assessment_asks_is_asked_again() -> None:
    asked = {each.after for each in moved({}, scope=("GOV.1", "PAR.2"), highest_level=1).again}
    assert asked == set()


def test_the_scope_follows_a_process_to_its_new_id() -> None:
    assert moved({}, scope=("GOV.1", "PAR.2")).answers.scope == ("GOV.1", "PAR.3")


def test_a_process_that_was_left_out_stays_left_out_under_its_new_id() -> None:
    out = Answer("not_applicable", reason="Keine Partner")
    assert moved({"PAR.2": out}).answers.ratings == {"PAR.3": out}


def test_settings_that_the_new_version_lost_are_told_and_left_to_the_usual_one() -> None:
    found = moved({}, framework="gone", method="median", scale=4, highest_level=2)
    assert (found.answers.framework, found.answers.method, found.answers.scale) == (None, None, 4)
    assert [str(each) for each in found.settings] == [
        "The framework gone is gone; the usual one applies.",
        "The method median is gone; the usual one applies.",
    ]


def test_without_a_mapping_only_questions_in_the_same_words_carry_over() -> None:
    found = move(former(), now(), answered({"GOV.1.O1": L, "GOV.1.GP2.1.1": L, "GOV.1.O2": L}), None)
    assert [each.after for each in found.carried] == ["GOV.1.GP2.1.1"]
    assert [each.before for each in found.away] == ["GOV.1.O2"]
    assert ("GOV.1.O1", "review") in [(each.after, each.reason) for each in found.again]


def test_versions_with_the_same_rules_take_every_answer_along() -> None:
    found = ways(former(), former(), None)
    assert {each.kind for each in found.ways} == {"same"}


def test_the_mapping_names_every_question_that_changed() -> None:
    found = ways(former(), now(), MAPPING)
    assert (found.unnamed, found.unnamed_new) == ((), ())


@given(st.dictionaries(st.sampled_from(IDS), STATES))
def test_every_answer_is_carried_asked_again_or_told_to_fall_away(ratings: dict[str, Answer]) -> None:
    found = moved(ratings)
    told = [
        *(each for one in found.carried for each in one.before),
        *(each for one in found.again for each in one.before),
        *(each.before for each in found.away),
    ]
    assert set(told) >= set(ratings)
    assert {each.after for each in found.carried}.isdisjoint(each.after for each in found.again)


@given(st.dictionaries(st.sampled_from(IDS), STATES))
def test_no_rating_appears_that_nobody_gave(ratings: dict[str, Answer]) -> None:
    found = moved(ratings)
    rated = {each for each, answer in found.answers.ratings.items() if answer.state is not None}
    assert rated == {each.after for each in found.carried}


@given(st.dictionaries(st.sampled_from(IDS), STATES))
def test_moving_to_the_same_version_changes_nothing(ratings: dict[str, Answer]) -> None:
    assert move(former(), former(), answered(ratings), None).answers.ratings == ratings


def taken(answers: Answers) -> bool:
    """Whether the questionnaire lets the city leave out what these answers leave out."""
    try:
        return bool(parse_answers(dump_answers(answers).encode(), "answers.yaml", library_now()))
    except InputRefused as refused:
        return not all("not applicable" in str(each.found) for each in refused.problems)


@given(st.dictionaries(st.sampled_from(IDS), STATES))
def test_what_was_moved_can_be_written_and_read_with_the_new_version(ratings: dict[str, Answer]) -> None:
    assume(taken(answered(ratings)) and taken(moved(ratings).answers))
    found = moved(ratings)
    assert parse_answers(dump_answers(found.answers).encode(), "new.yaml", library_now()) == found.answers
