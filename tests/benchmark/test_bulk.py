"""The bulk path gives exactly what the engine gives one by one, whatever people answered and however it is scored."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as some

from assessment.benchmark.bulk import Form, Scored, final_levels, form, score_all, sheets
from assessment.benchmark.figures import figures, whole_figures
from assessment.loading import QUESTIONNAIRES, load_library
from assessment.scoring import profile
from models.answers import Answer, Answers
from models.profile import ProcessResult

MODEL = load_library(QUESTIONNAIRES).models[0]
SCOPE = ("GOV.1", "GOV.2", "CAP.1")
FRAMEWORKS = tuple(each.id for each in MODEL.frameworks)
ANSWERS = some.one_of(
    some.none(),
    some.builds(Answer, some.just("rated"), some.sampled_from("NPLF"), evidence=some.sampled_from([(), ("Akte",)])),
    some.builds(Answer, some.just("rated"), some.sampled_from(["N", "P-", "P+", "L-", "L+", "F"])),
    some.just(Answer("dont_know")),
    some.just(Answer("not_applicable", reason="gibt es hier nicht")),
)


@some.composite
def answered(draw: some.DrawFn) -> list[Answers]:
    """Some cities that were asked the same way."""
    framework = draw(some.sampled_from(FRAMEWORKS))
    asked = Answers(
        MODEL.id,
        MODEL.version,
        "Stadt",
        framework=framework,
        method=draw(some.sampled_from(["mean", "median", "survey-midpoints", "lowest"])),
        scale=draw(some.sampled_from([4, 6])),
        highest_level=draw(some.integers(1, 5)),
        scope=SCOPE,
    )
    ids = [each.id for key in SCOPE for each in MODEL.indicators(key, MODEL.framework(framework))]
    kind = draw(some.sampled_from([ANSWERS, some.just(Answer("rated", "F")), some.just(Answer("rated", "L"))]))
    return [replace(asked, ratings=_ratings(draw, ids, kind)) for _ in range(draw(some.integers(1, 3)))]


def _ratings(draw: some.DrawFn, ids: list[str], usual: some.SearchStrategy[Answer | None]) -> Mapping[str, Answer]:
    said = {key: draw(usual) for key in ids} | draw(some.dictionaries(some.sampled_from([*ids, "GOV.2"]), ANSWERS))
    return {key: answer for key, answer in said.items() if answer is not None}


@settings(max_examples=60)
@given(answered())
def test_levels_and_ratings_are_those_of_the_engine(every: list[Answers]) -> None:
    asked = form(MODEL, every[0])
    scored = score_all(asked, sheets(asked, every))
    for row, answers in enumerate(every):
        results = profile(MODEL, answers).processes
        for at, key in enumerate(asked.processes):
            assert _bulk(asked, scored, row, at) == _one_by_one(asked, results[key])


def _bulk(asked: Form, scored: Scored, row: int, at: int) -> tuple[object, ...]:
    steps = [scored.step_low[row, at].tolist(), scored.step_high[row, at].tolist()]
    return int(scored.level_low[row, at]), int(scored.level_high[row, at]), *steps


def _one_by_one(asked: Form, result: ProcessResult) -> tuple[object, ...]:
    if result.level is None:
        nothing = [-1] * len(asked.stick.attributes)
        return -1, -1, nothing, nothing
    letters = asked.stick.letters
    lows = [letters.step(result.attributes[each.id].low) for each in asked.stick.attributes]
    highs = [letters.step(result.attributes[each.id].high) for each in asked.stick.attributes]
    return result.level.low, result.level.high, lows, highs


@settings(max_examples=25)
@given(some.lists(answered().map(lambda every: every[0].ratings), min_size=5, max_size=12))
def test_figures_of_many_are_those_of_the_published_ones(ratings: list[Mapping[str, Answer]]) -> None:
    asked = Answers(MODEL.id, MODEL.version, "Stadt", highest_level=2, scope=SCOPE)
    every = [replace(asked, ratings=each) for each in ratings]
    of = form(MODEL, asked)
    found = {key: whole_figures(levels, 1, (1,)) for key, levels in final_levels(of, score_all(of, sheets(of, every)))}
    results = [profile(MODEL, each).processes for each in every]
    for key in SCOPE:
        levels = [level for each in results if (level := each[key].level) is not None and level.final]
        assert found[key] == figures([Fraction(level.low) for level in levels], (1,))
