"""Promises that hold for all answers, not only for examples."""

from dataclasses import replace

from hypothesis import given
from hypothesis import settings as limits
from hypothesis import strategies as st

from assessment.scoring import profile
from assessment.scoring.methods import ruler
from models.questionnaire import Requirement
from tests.scoring import tiny
from tests.scoring.sheets import LETTERS, METHODS, ends, filled, ratings, said, settings

EXAMPLES = limits(max_examples=120)


def open_ones(words: dict[str, str]) -> list[str]:
    return [key for key, word in words.items() if word in ("_", "?")]


@EXAMPLES
@given(data=st.data())
def test_whatever_the_open_answers_turn_out_to_be_every_final_value_lies_inside(data: st.DataObject) -> None:
    used = data.draw(settings())
    words = data.draw(said(used))
    answers = tiny.answers(words, **used)
    rest = {key: data.draw(ratings(used["scale"])) for key in open_ones(words)}
    before, after = ends(profile(tiny.MODEL, answers)), ends(profile(tiny.MODEL, filled(answers, rest)))
    outside = [key for key, (low, high) in before.items() if not low <= after[key][0] <= after[key][1] <= high]
    assert (outside, before.keys()) == ([], after.keys())


@EXAMPLES
@given(data=st.data())
def test_one_more_answer_narrows_every_interval_or_leaves_it(data: st.DataObject) -> None:
    used = data.draw(settings())
    words = data.draw(said(used)) | {"AAA.1.O1": "_"}
    answers = tiny.answers(words, **used)
    one = data.draw(st.sampled_from(open_ones(words)))
    more = filled(answers, {one: data.draw(ratings(used["scale"]) | st.just("?"))})
    before, after = ends(profile(tiny.MODEL, answers)), ends(profile(tiny.MODEL, more))
    assert [key for key in before if not before[key][0] <= after[key][0] <= after[key][1] <= before[key][1]] == []


@EXAMPLES
@given(data=st.data())
def test_without_open_answers_every_value_is_final(data: st.DataObject) -> None:
    used = data.draw(settings())
    found = ends(profile(tiny.MODEL, tiny.answers(data.draw(said(used, complete=True)), **used)))
    assert [key for key, (low, high) in found.items() if low != high] == []


@EXAMPLES
@given(data=st.data())
def test_raising_one_rating_lowers_nothing_anywhere(data: st.DataObject) -> None:
    used = data.draw(settings())
    words = data.draw(said(used)) | {"AAA.1.O1": "N"}
    better = {key: raised(word, used["scale"]) for key, word in words.items()}
    one = data.draw(st.sampled_from([key for key in words if better[key] != words[key]]))
    answers = tiny.answers(words, **used)
    before = ends(profile(tiny.MODEL, answers))
    after = ends(profile(tiny.MODEL, filled(answers, {one: better[one]})))
    lowered = [key for key in before if after[key][0] < before[key][0] or after[key][1] < before[key][1]]
    assert lowered == []


def raised(word: str, points: int) -> str:
    """The next better rating, with the same evidence; the same word where there is none."""
    letter = word.rstrip("*")
    scale = LETTERS[points]
    place = scale.index(letter) if letter in scale[:-1] else None
    return word if place is None else scale[place + 1] + word[len(letter) :]


@EXAMPLES
@given(data=st.data())
def test_the_order_in_which_answers_were_given_changes_nothing(data: st.DataObject) -> None:
    used = data.draw(settings())
    answers = tiny.answers(data.draw(said(used)), **used)
    shuffled = dict(data.draw(st.permutations(list(answers.ratings.items()))))
    assert profile(tiny.MODEL, replace(answers, ratings=shuffled)) == profile(tiny.MODEL, answers)


CELLS = st.lists(st.tuples(st.sampled_from(LETTERS[6]), st.integers(1, 5)), min_size=1, max_size=8)


@given(data=st.data(), cells=CELLS, method=st.sampled_from(METHODS))
def test_the_order_of_ratings_changes_no_figure(data: st.DataObject, cells: list[tuple[str, int]], method: str) -> None:
    measure = ruler(method, tiny.scale(*tiny.SIX))  # type: ignore[arg-type]
    assert measure.figure(data.draw(st.permutations(cells))) == measure.figure(cells)


@given(cells=CELLS, method=st.sampled_from(METHODS))
def test_a_weight_counts_as_that_many_ratings(cells: list[tuple[str, int]], method: str) -> None:
    measure = ruler(method, tiny.scale(*tiny.SIX))  # type: ignore[arg-type]
    repeated = [(letter, 1) for letter, weight in cells for _ in range(weight)]
    assert measure.figure(cells) == measure.figure(repeated)


@given(cells=CELLS)
def test_the_mean_is_rounded_to_the_nearest_letter_and_a_midpoint_upwards(cells: list[tuple[str, int]]) -> None:
    measure = ruler("mean", tiny.scale(*tiny.SIX))
    total = sum(LETTERS[6].index(letter) * weight for letter, weight in cells)
    weights = sum(weight for _, weight in cells)
    assert measure.letter(measure.figure(cells)) == LETTERS[6][(2 * total + weights) // (2 * weights)]


@given(
    letter=st.sampled_from(LETTERS[6]), weights=st.lists(st.integers(1, 9), min_size=1), method=st.sampled_from(METHODS)
)
def test_ratings_that_agree_give_that_rating(letter: str, weights: list[int], method: str) -> None:
    measure = ruler(method, tiny.scale(*tiny.SIX))  # type: ignore[arg-type]
    assert measure.letter(measure.figure([(letter, weight) for weight in weights])) == letter


@EXAMPLES
@given(data=st.data())
def test_four_and_six_letters_differ_by_one_step_at_most(data: st.DataObject) -> None:
    used = data.draw(settings()) | {"scale": 6, "method": "mean", "framework": "iso-2015"}
    answers = tiny.answers(data.draw(said(used)), **used)
    six = profile(tiny.MODEL, answers)
    four = profile(tiny.MODEL, replace(answers, scale=4))
    coarse = {"N": 0, "P-": 1, "P+": 1, "L-": 2, "L+": 2, "F": 3}
    apart = [
        LETTERS[4].index(four.processes[key].attributes[name].low or "N") - coarse[attribute.low or "N"]
        for key, process in six.processes.items()
        for name, attribute in process.attributes.items()
    ]
    assert {abs(difference) for difference in apart} <= {0, 1}


@EXAMPLES
@given(data=st.data())
def test_on_four_letters_refined_ones_score_as_the_ones_they_count_as(data: st.DataObject) -> None:
    used = data.draw(settings()) | {"scale": 6}
    words = data.draw(said(used))
    bare = {key: word.replace("-", "").replace("+", "") for key, word in words.items()}
    on_four = used | {"scale": 4}
    refined = ends(profile(tiny.MODEL, tiny.answers(words, **on_four)))
    assert refined == ends(profile(tiny.MODEL, tiny.answers(bare, **on_four)))


@EXAMPLES
@given(data=st.data())
def test_no_level_exceeds_the_highest_one_and_at_least_stands_only_where_it_is_reached(data: st.DataObject) -> None:
    used = data.draw(settings()) | {"highest_level": data.draw(st.integers(1, 4)), "scope": None}
    result = profile(tiny.MODEL, tiny.answers(data.draw(said(used)), **used))
    levels = [each.level for each in result.processes.values() if each.level is not None]
    cap = used["highest_level"]
    assert [level for level in levels if level.high > cap or level.at_least != (level.low == cap)] == []
    assert result.maturity.high <= cap


LOOSE = tiny.model(
    (
        tiny.maturity_level(1, Requirement(sets=("ONE",), capability=1)),
        tiny.maturity_level(2, chosen=tiny.ChosenRule(at_least=2, capability=2, named=("AAA.2",))),
        tiny.maturity_level(3, chosen_from_below=tiny.ChosenRule(at_least=2, capability=4)),
    )
)


@EXAMPLES
@given(data=st.data())
def test_at_least_is_said_exactly_where_chosen_processes_out_of_scope_could_raise_the_maturity(
    data: st.DataObject,
) -> None:
    processes = st.lists(st.sampled_from(list(tiny.OUTCOME_WEIGHTS)), min_size=2, unique=True)
    scope = {"AAA.1", "BBB.1", *data.draw(processes)}
    used = data.draw(settings()) | {"highest_level": None, "chosen": tuple(data.draw(processes))}
    words = data.draw(said(used))
    narrow = profile(LOOSE, tiny.answers(words, **used | {"scope": tuple(scope)})).maturity
    at_best = {key: "F*" for key in words if key[:5] not in scope}
    wide = profile(LOOSE, tiny.answers(words | at_best, **used | {"scope": "full"})).maturity
    assert narrow.at_least == (narrow.final and wide.high > narrow.high)


@EXAMPLES
@given(data=st.data())
def test_lowering_the_highest_level_changes_no_level_below_it(data: st.DataObject) -> None:
    used = data.draw(settings()) | {"highest_level": None}
    answers = tiny.answers(data.draw(said(used)), **used)
    cap = data.draw(st.integers(1, 5))
    whole, cut = profile(tiny.MODEL, answers), profile(tiny.MODEL, answers, highest_level=cap)
    for key, process in whole.processes.items():
        if process.level is not None:
            level = cut.processes[key].level
            assert level is not None
            assert (level.low, level.high) == (min(process.level.low, cap), min(process.level.high, cap))
