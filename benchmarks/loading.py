"""What it costs to read all questionnaires, from files to a library with every reference checked."""

import statistics
import time

from assessment.loading import QUESTIONNAIRES, load_library

RUNS = 15


def main() -> None:
    """Print median and worst of some runs; the aim is below 300 ms for the full model."""
    figures = [_once() for _ in range(RUNS)]
    print(f"all questionnaires: median {statistics.median(figures):.0f} ms, worst {max(figures):.0f} ms, {RUNS} runs")


def _once() -> float:
    start = time.perf_counter()
    load_library(QUESTIONNAIRES)
    return (time.perf_counter() - start) * 1000
