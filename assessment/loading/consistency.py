"""Sees whether the parts of a questionnaire fit each other: names and files, scales, levels, stages, sets and steps.

Like the look-up of references, it works on what the files say and passes by what has the wrong form, which the
models have said already.
"""

from collections.abc import Iterator
from pathlib import Path as FilePath

from assessment.loading.binding import Bound
from assessment.loading.folder import Folder, ModelFolder
from assessment.loading.ladders import check_ladders
from assessment.loading.references import process_names
from assessment.loading.spelling import clipped, listed
from assessment.loading.tree import EACH, Path
from assessment.loading.values import among, ascending, beginning_with, numbers_at, texts_at
from models.authored import LANGUAGES, Authored
from models.framework import Framework, StageFramework
from models.message import say
from models.problem import Problem
from models.questionnaire import GenericPracticesFile, ModelFile, Process, QuickScanFile

GOALS = range(1, 18)
"""The numbers of the Sustainable Development Goals of the United Nations."""


def check_consistency(folder: Folder) -> Iterator[Problem]:
    """Everything that does not fit together."""
    for framework in folder.frameworks:
        yield from _framework(framework)
    levels = sorted({level for each in folder.frameworks for level in numbers_at(each, "levels", EACH, "level")})
    for stages in folder.stage_frameworks:
        yield from ascending(stages, ("stages", EACH, "stage"))
        yield from among(stages, ("stages", EACH, "indicates_level"), levels)
    for model in folder.models:
        yield from _order(model)
        yield from _maturity(model.head, folder)
        yield from _practices(model, folder)
        for process in model.processes:
            yield from _process(process)
        yield from check_ladders(model, levels)
        if model.scan:
            yield from _scan(model.scan, folder)
    for matter in folder.library:
        yield from _checked_on_a_day(matter)


# Frameworks


def _framework(framework: Bound[Framework]) -> Iterator[Problem]:
    yield from ascending(framework, ("levels", EACH, "level"))
    for path, _scale in framework.tree.each("scales", EACH):
        yield from ascending(framework, (*path, "ratings", EACH, "value"))
        yield from ascending(framework, (*path, "ratings", EACH, "up_to"))
        yield from _ends_at_hundred(framework, path)
    letters = texts_at(framework, *_four_points(framework), "ratings", EACH, "letter")
    for pattern in (("scales", EACH, "ratings", EACH, "counts_as"), ("level_rule", EACH), ("cap_without_evidence",)):
        yield from among(framework, pattern, letters)
    yield from among(framework, ("default_method",), texts_at(framework, "methods", EACH))
    yield from among(framework, ("default_scale",), numbers_at(framework, "scales", EACH, "points"))
    yield from among(framework, ("attributes", EACH, "level"), numbers_at(framework, "levels", EACH, "level"))


def _four_points(framework: Bound[Framework]) -> Path:
    """Where the four-point scale stands; where there is none, the first scale."""
    found = (path for path, points in framework.tree.each("scales", EACH, "points") if points == 4)
    return next(found, ("scales", 0, "points"))[:-1]


def _ends_at_hundred(framework: Bound[Framework], scale: Path) -> Iterator[Problem]:
    *_others, (path, last) = [((), None), *framework.tree.each(*scale, "ratings", EACH, "up_to")]
    if path and last != 100:
        yield framework.problem(
            path,
            say("The last band ends at {value}", value=str(last)),
            say("Expected is that the bands reach 100 percent"),
            say("Write {text}.", text="100"),
        )


# Models


def _order(model: ModelFolder) -> Iterator[Problem]:
    order = texts_at(model.head, "process_order", EACH)
    if ("process_order",) not in model.head.tree.values:
        return
    for process_id in sorted(process_names(model) - set(order)):
        yield model.head.problem(
            ("process_order",),
            say("The process {id} has a file and is missing in the order", id=process_id),
            say("Expected are all processes"),
            say("Add {key}.", key=process_id),
            at_key=True,
        )


def _maturity(head: Bound[ModelFile], folder: Folder) -> Iterator[Problem]:
    disorder = list(ascending(head, ("maturity", EACH, "level")))
    yield from disorder
    if not disorder:
        maturity_levels = numbers_at(head, "maturity", EACH, "level")
        yield from among(head, ("process_sets", EACH, "for_maturity_level"), maturity_levels)
    framework = head.tree.at(("framework",))
    levels = [
        level
        for each in folder.frameworks
        if each.tree.at(("id",)) == framework
        for level in numbers_at(each, "levels", EACH, "level")
        if level > 0  # nothing has to be reached for level 0: no rule can ask for it
    ]
    for pattern in (("all_of", EACH), ("chosen",), ("chosen_from_below",)):
        yield from among(head, ("maturity", EACH, *pattern, "capability"), levels)
    yield from among(head, ("targets", EACH, "all_of", EACH, "capability"), levels)
    yield from among(head, ("proposal", "higher", "capability"), levels)
    yield from among(head, ("warnings", EACH, "below"), levels)


def _practices(model: ModelFolder, folder: Folder) -> Iterator[Problem]:
    practices = model.practices
    there = texts_at(practices, "attributes", EACH, "attribute")
    known = [name for each in folder.frameworks for name in texts_at(each, "attributes", EACH, "id")]
    for path, attribute in practices.tree.each("attributes", EACH, "attribute"):
        if attribute in known and isinstance(attribute, str):
            prefix = attribute.replace("PA", "GP") + "."
            yield from beginning_with(practices, (*path[:-1], "practices", EACH, "id"), prefix)
    if ("attributes",) not in practices.tree.values or not set(there) <= set(known):
        return  # an attribute without practices may be the one whose name is wrong
    for framework in folder.frameworks:
        is_own = framework.tree.at(("id",)) == model.head.tree.at(("framework",))
        for name in _rated_by_practices(framework):
            if name not in there:
                yield _without_practices(practices, framework, name, is_own)


def _rated_by_practices(framework: Bound[Framework]) -> list[str]:
    attributes = [each for _path, each in framework.tree.each("attributes", EACH) if isinstance(each, dict)]
    return [str(each.get("id")) for each in attributes if each.get("rated_by") == "generic-practices"]


def _without_practices(
    practices: Bound[GenericPracticesFile], framework: Bound[Framework], attribute: str, is_own: bool
) -> Problem:
    """An error for the model's own framework; any other one is then only not offered with this model."""
    name = str(framework.tree.at(("id",)))
    at_least_one = say("Expected is at least one practice for each attribute that is rated by them")
    return practices.problem(
        ("attributes",),
        say("The attribute {id} of the framework {framework} has no generic practices", id=attribute, framework=name),
        at_least_one if is_own else say("Without them the model cannot be used with this framework"),
        say("Add {key}.", key=attribute),
        at_key=True,
        warning=not is_own,
    )


def _process(process: Bound[Process]) -> Iterator[Problem]:
    process_id, stem = process.tree.at(("id",)), FilePath(process.tree.file).stem
    if not isinstance(process_id, str):
        return
    if process_id != stem:
        yield process.problem(
            ("id",),
            say("The id {id} stands in the file {file}", id=clipped(process_id), file=f"{stem}.yaml"),
            say("Expected is the id that the file is named after"),
            say("Write {text}, or rename the file.", text=stem),
        )
        return  # its outcomes will fit again once this is mended
    for part in ("outcomes", "base_practices", "work_products"):
        yield from beginning_with(process, (part, EACH, "id"), f"{process_id}.")
    yield from among(process, ("sdgs", EACH), list(GOALS))


# Quick scans


def _scan(scan: Bound[QuickScanFile], folder: Folder) -> Iterator[Problem]:
    framework = scan.tree.at(("framework",))
    stages = [each for each in folder.stage_frameworks if each.tree.at(("id",)) == framework]
    for path, anchors in scan.tree.each("questions", EACH, "anchors"):
        if stages and isinstance(anchors, tuple):
            yield from _one_anchor_per_stage(scan, path, stages[0])
        for language in LANGUAGES:
            yield from _different_anchors(scan, path, language)


def _one_anchor_per_stage(scan: Bound[QuickScanFile], path: Path, stages: Bound[StageFramework]) -> Iterator[Problem]:
    wanted = numbers_at(stages, "stages", EACH, "stage")
    there = numbers_at(scan, *path, EACH, "stage")
    yield from among(scan, (*path, EACH, "stage"), wanted)
    if len(set(there)) < len(there) or not set(there) <= set(wanted):
        return  # one that stands for the wrong stage will fill the gap once it is mended
    for stage in sorted(set(wanted) - set(there)):
        yield scan.problem(
            path,
            say("The stage {stage} has no anchor", stage=stage),
            say("Expected is one anchor for each of the stages {stages}", stages=listed(map(str, wanted))),
            at_key=True,
        )


def _different_anchors(scan: Bound[QuickScanFile], path: Path, language: str) -> Iterator[Problem]:
    """Two anchors with the same words could not be told apart on the screen."""
    seen: set[str] = set()
    for where, text in scan.tree.each(*path, EACH, language):
        if isinstance(text, str) and text in seen:
            yield scan.problem(
                where,
                say('The anchor "{text}" stands twice in this question', text=clipped(text)),
                say("Expected are anchors with different words"),
            )
        seen.add(str(text))


# The library


def _checked_on_a_day(matter: Bound[Authored]) -> Iterator[Problem]:
    """Good practices that somebody verified on no day, or looked at on a day without saying what came of it."""
    for path, practice in matter.tree.each("practices", EACH):
        if not isinstance(practice, dict):
            continue
        verified, day = practice.get("status") == "verified", practice.get("checked_on")
        if verified != (day is not None):
            yield matter.problem(
                path,
                say("This practice is verified on no day")
                if verified
                else say("This practice was checked on {day}", day=str(day)),
                say("Expected are `status: verified` and `checked_on` together, or neither of them"),
            )
