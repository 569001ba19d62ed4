"""`path`: the shortest way from the answers to a target, step by step."""

import argparse
import textwrap
from collections.abc import Iterator, Sequence

from assessment.cli.aims import Assessed, add_aims, aim, assessed
from assessment.cli.command import Command, add_answers, add_json, add_language, add_settings
from assessment.cli.manual import EXIT_FINE, Manual
from assessment.cli.printing import print_json
from assessment.cli.surroundings import Surroundings
from assessment.path import alternatives, destinations, ways
from assessment.recommending import steps_between
from locales.words import Words
from locales.words import words as words_in
from models.message import say
from models.path import Improvement, Path, Stretch, Target
from reports.content.naming import process_name
from reports.content.paths import EQUAL_WAYS, OTHER_CHOICES, Alternatives, equal_ways, other_choices
from reports.content.subjects import Naming

_WIDTH = 100
_MANUAL = Manual(
    name="path",
    purpose=say("find the shortest way to a level, a target or a maturity"),
    synopsis=(
        "--answers FILE (--process ID=LEVEL ... | --maturity LEVEL | --target NAME|FILE) [--framework ID] "
        "[--method mean|median|survey-midpoints|lowest] [--scale 4|6] [--highest-level N] [--language de|en] [--json]"
    ),
    description=(
        say(
            "Prints the cheapest improvements that reach a target, whatever the open answers turn out to be: which "
            "rating has to become how good, process by process, those first that the lowest maturity level asks for. "
            "Each letter costs one. Nothing on the way lowers anything."
        ),
        say(
            "What no rating can change is named with its reason. With --json the steps come with indicator, from, to "
            "and cost. Where several ways cost the same, the others are named too; with --json they stand under "
            "alternatives: at most four whole ways, and for each process those of each attribute. How the path is "
            "found stands in docs/method/path.md."
        ),
    ),
    examples=(
        ("python -m assessment path --answers city.yaml --process GOV.1=2", say("Bring one process to level 2:")),
        ("python -m assessment path --answers city.yaml --maturity 1", say("See what the next maturity level takes:")),
        ("python -m assessment path --answers city.yaml --target ambitious --json", say("Aim at a named target:")),
    ),
)


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    add_answers(parser)
    add_aims(parser)
    add_settings(parser)
    add_language(parser, usually=say("that of the answers, else that of the terminal; with --json English"))
    add_json(parser)


def _run(arguments: argparse.Namespace, surroundings: Surroundings) -> int:
    found = assessed(arguments, surroundings)
    target = aim(arguments, found)
    path, *others = ways(found.model, found.answers, target, found.profile.settings)
    if arguments.json:
        print_json(_as_json(path, others, found, words_in(arguments.language or "en")))
        return EXIT_FINE
    for line in _told(path, target, found):
        print(line)
    return EXIT_FINE


def _as_json(path: Path, others: Sequence[Path], found: Assessed, words: Words) -> dict[str, object]:
    return {
        "cost": path.cost,
        "steps": [_step(step, found, words) for step in path.steps],
        "processes": [_stretch(stretch, found, words) for stretch in path.stretches],
        "alternatives": [[{"indicator": step.indicator, "to": step.ends} for step in each.steps] for each in others],
        "hindrances": [{"subject": each.subject, "why": words.say(each.why)} for each in path.hindrances],
    }


def _step(step: Improvement, found: Assessed, words: Words) -> dict[str, object]:
    return {
        "indicator": step.indicator,
        "process": step.process,
        "attribute": step.attribute,
        "from": step.begins,
        "to": step.ends,
        "cost": step.cost,
        "evidence_needed": step.proof,
        "text": _text(step, found, words),
    }


def _stretch(stretch: Stretch, found: Assessed, words: Words) -> dict[str, object]:
    return {
        "process": stretch.process,
        "from": stretch.begins,
        "to": stretch.ends,
        "cost": stretch.cost,
        "do": list(_advice(stretch, found, words)),
        "evidence": [words.text(each) for each in found.model.process(stretch.process).work_products],
        "alternatives": {
            attribute: [[{"indicator": step.indicator, "to": step.ends} for step in way] for way in every]
            for attribute, every in _equal(stretch, found).items()
        },
    }


def _equal(stretch: Stretch, found: Assessed) -> Alternatives:
    return alternatives(found.model, found.answers, stretch.process, stretch.ends, found.profile.settings)


def _told(path: Path, target: Target, found: Assessed) -> Iterator[str]:
    words, naming = found.words, Naming(found.model, found.words)
    for hindrance in path.hindrances:
        subject = " ".join(filter(None, naming.named(hindrance.subject)))
        yield from _wrapped(words("{subject}: {why}", subject=subject, why=hindrance.why), "")
    if not path.steps:
        yield words("There is no way there.") if path.hindrances else words("The target is reached already.")
        return
    yield words.many(
        len(path.steps),
        "1 rating to improve; letters in all: {cost}.",
        "{count} ratings to improve; letters in all: {cost}.",
        cost=path.cost,
    )
    every = destinations(found.model, found.answers, target, found.profile.settings)
    for number, choice in enumerate(other_choices(path, every, found.profile, words)):
        yield from ["", words.say(OTHER_CHOICES)] if number == 0 else ()
        yield from _wrapped(choice, "  ")
    for stretch in path.stretches:
        yield ""
        name = process_name(found.model, stretch.process, words)
        yield words(
            "{process}: from level {begins} to level {ends}", process=name, begins=stretch.begins, ends=stretch.ends
        )
        for advice in _advice(stretch, found, words):
            yield from _wrapped(advice, "  ")
        for step in stretch.steps:
            change = words("{begins} to {ends}", begins=step.begins, ends=step.ends)
            proof = " " + words("(with evidence)") if step.proof else ""
            yield from _wrapped(f"{step.indicator}  {change}{proof}  {_text(step, found, words)}", "    ")
        framework = found.model.framework(found.profile.settings.framework)
        for number, (attribute, told) in enumerate(equal_ways(_equal(stretch, found), framework, words)):
            yield from [f"  {words.say(EQUAL_WAYS)}"] if number == 0 else ()
            yield from _wrapped(f"{attribute}: {told}", "    ")


def _advice(stretch: Stretch, found: Assessed, words: Words) -> Iterator[str]:
    """What the model recommends for each level on the way."""
    steps = steps_between(found.model, stretch.process, stretch.begins, stretch.ends)
    yield from (words.text(step.do) for step in steps)


def _text(step: Improvement, found: Assessed, words: Words) -> str:
    framework = found.model.framework(found.profile.settings.framework)
    texts = {each.id: each.text for each in found.model.indicators(step.process, framework)}
    return words.text(texts[step.indicator])


def _wrapped(text: str, indent: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent=indent, subsequent_indent=indent + "    ")


PATH = Command(_MANUAL, _add_arguments, _run)
