"""What it costs to save an answer, from the click in the desk to the commit on disk, and how many fit in a second."""

import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from statistics import quantiles
from time import perf_counter

from assessment.loading import QUESTIONNAIRES
from assessment.wiring import House, Settings, open_house
from models.assessment import AssessmentSettings, Rated, Saved
from models.people import Actor
from store.database import file_url

ALONE = 1_000
THREADS = 32
SECONDS = 5.0
LETTERS = "NPLF"

_SECRETS: dict[int, str] = {}


def main() -> None:
    """Print the figures for one person and for many at once, on SQLite with full synchronisation."""
    with _house() as house:
        begun = _begin(house)
        one = _clicks(house, begun, "GOV.1.O1")
        _print("one click, alone", [_milliseconds(one) for _ in range(ALONE)])
        _print("the sheet of a process", [_milliseconds(lambda: _sheet(house, begun)) for _ in range(200)])
        _print("the overview of all", [_milliseconds(lambda: _overview(house, begun)) for _ in range(50)])
        started = perf_counter()
        figures = _at_once(house)
        _print(f"one click, {THREADS} threads", figures)
        print(f"{'together':<28} {len(figures) / (perf_counter() - started):.0f} saves a second")


@contextmanager
def _house() -> Iterator[House]:
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        house = open_house(Settings(data, file_url(data / "hanse.db"), QUESTIONNAIRES))
        try:
            yield house
        finally:
            house.close()


def _actor(house: House) -> Actor:
    """Somebody who administers the house and leads what they begin; signed in once."""
    entrance = house.desk.entrance
    if entrance.awaits_first():
        _SECRETS[id(house)] = entrance.first_start("bench", "", "four unrelated words here").secret
    return entrance.who(_SECRETS[id(house)])


def _begin(house: House) -> str:
    actor, settings = _actor(house), AssessmentSettings()
    return house.desk.assessments.begin(actor, house.library.models[0].id, "Musterstadt", "Benchmark", settings).id


def _clicks(house: House, assessment: str, indicator: str) -> Callable[[], object]:
    """A click that rates a question with the next letter each time, having seen what stands there."""
    seen = 0

    def click() -> None:
        nonlocal seen
        rated = Rated("rated", LETTERS[seen % len(LETTERS)])
        outcome = house.desk.answering.rate(_actor(house), assessment, indicator, rated, seen=seen)
        if not isinstance(outcome, Saved):
            raise RuntimeError("nobody else clicks here")
        seen = outcome.now.version

    return click


def _at_once(house: House) -> list[float]:
    begun = [_begin(house) for _ in range(THREADS)]
    end = perf_counter() + SECONDS

    def person(assessment: str) -> list[float]:
        click, figures = _clicks(house, assessment, "GOV.1.O1"), []
        while perf_counter() < end:
            figures.append(_milliseconds(click))
        return figures

    with ThreadPoolExecutor(THREADS) as people:
        return [figure for figures in people.map(person, begun) for figure in figures]


def _sheet(house: House, assessment: str) -> None:
    house.desk.answering.sheet(_actor(house), assessment, "GOV.1")


def _overview(house: House, assessment: str) -> None:
    house.desk.answering.overview(_actor(house), assessment)


def _milliseconds(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return (perf_counter() - start) * 1000


def _print(name: str, figures: list[float]) -> None:
    cuts = quantiles(figures, n=100)
    print(f"{name:<28} p50 {cuts[49]:6.1f} ms   p95 {cuts[94]:6.1f} ms   p99 {cuts[98]:6.1f} ms   of {len(figures)}")
