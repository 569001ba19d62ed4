"""What groups of cities cost: 10,000 cities scored and aggregated at once, and an edition over 30 full assessments."""

import random
from dataclasses import replace
from statistics import median
from time import perf_counter

import numpy as np

from assessment.benchmark import Given, Register, gather, publish
from assessment.benchmark.bulk import Form, Sheets, final_levels, form, score_all
from assessment.benchmark.figures import whole_figures
from assessment.loading import QUESTIONNAIRES, load_library
from assessment.scoring import profile
from models.answers import Answer, Answers
from models.questionnaire import CapabilityModel

CITIES, COHORT, ROUNDS = 10_000, 30, 5


def main() -> None:
    """Print both; the aim for the first is below 3 s."""
    (model,) = load_library(QUESTIONNAIRES).models
    asked = Answers(model.id, model.version, "Stadt", scope="full", highest_level=5)
    of = form(model, asked)
    given = _invented(of)
    times = [_timed(of, given) for _ in range(ROUNDS)]
    count = len(of.indicators)
    print(f"{CITIES} cities, {count} ratings each, scored and aggregated: median {median(times):.2f} s, {ROUNDS} runs")
    results = [Given(each.city, each, profile(model, each)) for each in _cohort(model)]
    gathered = gather(model, results)
    start = perf_counter()
    edition = publish(gathered.wish("1", "cohort"), gathered.layout, Register())
    took = perf_counter() - start
    print(f"an edition over {COHORT} full assessments to level 3, judged: {took:.2f} s, {len(edition.shown)} figures")


def _invented(of: Form) -> Sheets:
    chance = np.random.default_rng(1)
    shape = (CITIES, len(of.indicators))
    places = chance.choice(np.array([-1, 0, 1, 2, 3], np.int8), shape, p=[0.02, 0.08, 0.2, 0.4, 0.3])
    return Sheets(places, chance.random(shape) < 0.5, np.zeros((CITIES, len(of.processes)), np.bool_))


def _timed(of: Form, given: Sheets) -> float:
    start = perf_counter()
    for _, levels in final_levels(of, score_all(of, given)):
        whole_figures(levels, 1, (1,))
    return perf_counter() - start


def _cohort(model: CapabilityModel) -> list[Answers]:
    asked = Answers(model.id, model.version, "", scope="full", highest_level=3)
    framework = model.framework()
    levels = {each.id: each.level for each in framework.attributes_up_to(3)}
    every = [each for process in model.processes for each in model.indicators(process.id, framework)]
    cities = []
    for number in range(COHORT):
        dice = random.Random(number)  # noqa: S311 - a dice, no secret
        strength = dice.uniform(0.8, 2.8)
        own = {process.id: strength + dice.uniform(-0.8, 0.8) for process in model.processes}
        ratings = {
            each.id: Answer("rated", _letter(own[each.process] - levels[each.attribute] + 1 + dice.uniform(-0.3, 0.3)))
            for each in every
            if each.attribute in levels
        }
        cities.append(replace(asked, city=f"c{number}", ratings=ratings))
    return cities


def _letter(reached: float) -> str:
    return next((letter for bound, letter in ((0.95, "F"), (0.45, "L"), (0.1, "P")) if reached >= bound), "N")
