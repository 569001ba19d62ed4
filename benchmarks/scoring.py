"""What it costs to score one full assessment: all processes of the urban diplomacy model, with every trace and flag."""

import json
from collections.abc import Callable
from statistics import median, quantiles
from time import perf_counter, process_time

from assessment.loading import QUESTIONNAIRES, load_library
from assessment.scoring import as_json, profile
from models.answers import Answer, Answers
from models.questionnaire import CapabilityModel

ROUNDS = 200
LETTERS = "NPLF"


def main() -> None:
    """Print the figures, for several states of answering and for the edition with the most attributes."""
    (model,) = load_library(QUESTIONNAIRES).models
    full, half = _answers(model, "iso-33020-2015", every=1), _answers(model, "iso-33020-2015", every=2)
    newest = _answers(model, "iso-33020-2019", every=1)
    _print(f"all {len(full.ratings)} answered", lambda: profile(model, full))
    _print(f"{len(half.ratings)} of them answered", lambda: profile(model, half))
    _print(f"all {len(newest.ratings)} answered, 2019", lambda: profile(model, newest))
    _print("nothing answered", lambda: profile(model, _unanswered(model)))
    _print("all answered, by band middles", lambda: profile(model, full, method="survey-midpoints"))
    _print("all answered, by the median", lambda: profile(model, full, method="median"))
    result = profile(model, full)
    _print("JSON of a full result", lambda: as_json(result))
    print(f"{'its size as text':<34} {len(json.dumps(as_json(result), ensure_ascii=False).encode()):,} bytes")


def _answers(model: CapabilityModel, framework: str, every: int) -> Answers:
    """Ratings for every so-many-th indicator, all letters in turn, each third one with evidence."""
    used = model.framework(framework)
    ids = [each.id for process in model.processes for each in model.indicators(process.id, used)]
    ratings = {
        identifier: Answer("rated", LETTERS[place * 7 % 4], evidence=("minutes",) if place % 3 == 0 else ())
        for place, identifier in enumerate(ids)
        if place % every == 0
    }
    return Answers(model.id, model.version, "Musterstadt", ratings, framework=framework)


def _unanswered(model: CapabilityModel) -> Answers:
    return Answers(model.id, model.version, "Musterstadt")


def _print(name: str, work: Callable[[], object]) -> None:
    work()
    wall, cpu = zip(*(_measured(work) for _ in range(ROUNDS)), strict=True)
    p95 = quantiles(wall, n=20)[-1]
    print(f"{name:<34} median {median(wall):6.2f} ms   p95 {p95:6.2f} ms   CPU, median {median(cpu):6.2f} ms")


def _measured(work: Callable[[], object]) -> tuple[float, float]:
    """Milliseconds by the clock, which other programs lengthen, and of the processor, which they hardly do."""
    clock, processor = perf_counter(), process_time()
    work()
    return (perf_counter() - clock) * 1000, (process_time() - processor) * 1000


if __name__ == "__main__":
    main()
