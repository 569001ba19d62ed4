"""Sees whether recommended steps lead from level to level, and whether what they say of effort can be."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path as FilePath

from assessment.loading.binding import Bound
from assessment.loading.folder import ModelFolder
from assessment.loading.references import process_names
from assessment.loading.tree import EACH, Path, Plain
from assessment.loading.values import among, ascending
from models.authored import Authored
from models.message import say
from models.problem import Problem
from models.recommendations import RecommendationsFile


def check_ladders(model: ModelFolder, levels: Sequence[int]) -> Iterator[Problem]:
    """Everything that does not fit in the recommendations of a model, and in its generic steps."""
    for file in model.recommendations:
        yield from _lists(file, ("steps", "beyond"), levels)
        yield from _named_after_its_file(file, model)
    yield from _lists(model.head, ("generic_steps",), levels)


def _lists(file: Bound[Authored], names: Sequence[str], levels: Sequence[int]) -> Iterator[Problem]:
    for name in names:
        yield from ascending(file, (name, EACH, "from_level"))
        yield from among(file, (name, EACH, "to_level"), levels)
        yield from _efforts(file, name)
    yield from _step_by_step(file, [each for name in names for each in file.tree.each(name, EACH)], levels)


def _step_by_step(
    file: Bound[Authored], steps: Sequence[tuple[Path, Plain]], levels: Sequence[int]
) -> Iterator[Problem]:
    """Steps that lead past a level, or begin above it: whoever stands there would find nothing to do next."""
    reached: Plain = None
    for path, step in steps:
        below, above = (step.get("from_level"), step.get("to_level")) if isinstance(step, dict) else (None, None)
        if isinstance(below, int) and isinstance(reached, int) and below > reached:
            yield file.problem(
                (*path, "from_level"),
                say("No step leads from level {low} to level {high}", low=reached, high=below),
                say("Expected is that each step begins where the one before it ends"),
            )
        reached = above
        if isinstance(below, int) and above in levels and above != below + 1:
            yield file.problem(
                (*path, "to_level"),
                say("The step leads from level {low} to level {high}", low=below, high=str(above)),
                say("Expected is that each step leads to the next level"),
                say("Write {text}.", text=str(below + 1)),
            )


def _efforts(file: Bound[Authored], name: str) -> Iterator[Problem]:
    for path, effort in file.tree.each(name, EACH, "worked_out", "effort", EACH):
        least, most = (effort.get("least"), effort.get("most")) if isinstance(effort, dict) else (None, None)
        if isinstance(least, int | Decimal) and isinstance(most, int | Decimal) and most < least:
            yield file.problem(
                (*path, "most"),
                say("The most, {most}, is less than the least, {least}", most=str(most), least=str(least)),
                say("Expected is at least {limit}", limit=str(least)),
            )


def _named_after_its_file(recommendations: Bound[RecommendationsFile], model: ModelFolder) -> Iterator[Problem]:
    process, stem = recommendations.tree.at(("process",)), FilePath(recommendations.tree.file).stem
    if isinstance(process, str) and process != stem and process in process_names(model):
        yield recommendations.problem(
            ("process",),
            say("The process {id} stands in the file {file}", id=process, file=f"{stem}.yaml"),
            say("Expected is the process that the file is named after"),
            say("Write {text}, or rename the file.", text=stem),
        )
