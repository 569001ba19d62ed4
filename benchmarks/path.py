"""What it costs to find the shortest path: a whole city that has to go far, by each method of rating."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from statistics import median
from time import perf_counter, process_time

from assessment.loading import QUESTIONNAIRES, load_library
from assessment.path import levels_of, shortest
from models.answers import Answer, Answers
from models.path import MaturityTarget, Target
from models.questionnaire import CapabilityModel

ROUNDS = 15
LETTERS = "NPLF"


def main() -> None:
    """Print the figures, from answers of all letters to the highest maturity level and to the most ambitious target."""
    (model,) = load_library(QUESTIONNAIRES).models
    targets: dict[str, Target] = {
        "maturity 5": MaturityTarget(5),
        "ambitious": levels_of(model, model.head.targets[-1]),
    }
    for name, target in targets.items():
        for method in model.framework().methods:
            cities = [replace(_answers(model, shift), method=method) for shift in range(ROUNDS)]
            _print(f"{name}, by {method}", [partial(shortest, model, each, target) for each in cities])


def _answers(model: CapabilityModel, shift: int) -> Answers:
    """All answered, with other letters for each shift, so that no round profits from the one before."""
    ids = [each.id for process in model.processes for each in model.indicators(process.id, model.framework())]
    ratings = {
        key: Answer("rated", LETTERS[(place * 7 + place // 5 * shift + shift) % 4]) for place, key in enumerate(ids)
    }
    return Answers(model.id, model.version, "Musterstadt", ratings)


def _print(name: str, works: list[Callable[[], object]]) -> None:
    wall, cpu = zip(*map(_measured, works), strict=True)
    print(f"{name:<34} median {median(wall):6.1f} ms   worst {max(wall):6.1f} ms   CPU, median {median(cpu):6.1f} ms")


def _measured(work: Callable[[], object]) -> tuple[float, float]:
    """Milliseconds by the clock, and of the processor."""
    clock, processor = perf_counter(), process_time()
    work()
    return (perf_counter() - clock) * 1000, (process_time() - processor) * 1000


if __name__ == "__main__":
    main()
