"""Every text stands as its authors wrote it, where their collection lies beside the checkout.

The collection is `../shared/content/content_model.yaml`, one file with all texts. Without it there is nothing to
compare with, and the test says so.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from assessment.loading.reader import read
from models.authored import Text
from tests.questionnaires.content import ROOT, Content

COLLECTION = ROOT.parent / "shared" / "content" / "content_model.yaml"
REWORDED = Path(__file__).with_name("reworded.yaml")
"""What the collection says in German where the files deliberately say it in other words, with the reasons."""

Said = tuple[str, str]
"""English and German."""


@pytest.fixture(scope="module")
def collection() -> Mapping[str, Any]:
    if not COLLECTION.exists():
        pytest.skip("shared/content/content_model.yaml does not lie beside the checkout: nothing to compare with")
    root = read(COLLECTION.read_bytes(), COLLECTION.name).root
    assert isinstance(root, dict)
    return root


@pytest.fixture(scope="module")
def reworded() -> Mapping[str, str]:
    root: Any = read(REWORDED.read_bytes(), REWORDED.name).root
    return {label: before for group in root for label, before in group["before"].items()}


def _said(value: Text | Mapping[str, str]) -> Said:
    if isinstance(value, Text):
        return value.en or "", value.de or ""
    return value["en"], value["de"]


def _collected_processes(collection: Mapping[str, Any]) -> Iterator[tuple[str, Said]]:
    for dimension in collection["dimensions"]:
        yield f"{dimension['id']} name", _said(dimension["name"])
        yield f"{dimension['id']} question", _said(dimension["guiding_question"])
    for process in collection["processes"]:
        yield f"{process['id']} name", _said(process["name"])
        yield f"{process['id']} purpose", _said(process["purpose"])
        for part in ("outcomes", "base_practices", "work_products"):
            yield from ((each["id"], _said(each)) for each in process[part])


def _written_processes(content: Content) -> Iterator[tuple[str, Said]]:
    for dimension in content.model.dimensions:
        yield f"{dimension.id} name", _said(dimension.name)
        yield f"{dimension.id} question", _said(dimension.guiding_question)
    for process in content.processes:
        yield f"{process.id} name", _said(process.name)
        yield f"{process.id} purpose", _said(process.purpose)
        for part in (process.outcomes, process.base_practices, process.work_products):
            yield from ((each.id, _said(each)) for each in part)


def _collected_framework(collection: Mapping[str, Any]) -> Iterator[tuple[str, Said]]:
    for rating in collection["rating_scale"]:
        yield f"rating {rating['code']}", _said(rating["name"])
    for level in collection["capability_levels"]:
        yield f"level {level['level']} name", _said(level["name"])
        yield f"level {level['level']} meaning", _said(level["meaning"])
    for attribute in (*collection["process_attributes"], *collection["optional_process_attributes"]):
        yield attribute["id"].replace(" ", ""), _said(attribute["name"])
        if "key_question" in attribute:
            yield f"{attribute['id'].replace(' ', '')} question", _said(attribute["key_question"])
        yield from ((each["id"].replace(" ", ""), _said(each)) for each in attribute["generic_practices"])


def _written_framework(content: Content) -> Iterator[tuple[str, Said]]:
    framework = content.edition_2019
    for rating in framework.scale(4).ratings:
        yield f"rating {rating.letter}", _said(rating.name)
    for level in framework.levels:
        yield f"level {level.level} name", _said(level.name)
        yield f"level {level.level} meaning", _said(level.meaning)
    for attribute in framework.attributes:
        yield attribute.id, _said(attribute.name)
        yield f"{attribute.id} question", _said(attribute.key_question)
    for each in content.practices:
        yield from ((practice.id, _said(practice)) for practice in each.practices)


def _collected_maturity(collection: Mapping[str, Any]) -> Iterator[tuple[str, Said]]:
    yield "name", _said(collection["content_model"]["name"])
    for group in collection["process_sets"]:
        yield f"set {group['id']} name", _said(group["name"])
        yield f"set {group['id']} rationale", _said(group["rationale"])
    for level in collection["organizational_maturity"]:
        yield f"maturity {level['level']} name", _said(level["name"])
        yield f"maturity {level['level']} meaning", _said(level["meaning"])


def _written_maturity(content: Content) -> Iterator[tuple[str, Said]]:
    yield "name", _said(content.model.name)
    for group in content.model.process_sets:
        yield f"set {group.id} name", _said(group.name)
        yield f"set {group.id} rationale", _said(group.rationale)
    for level in content.model.maturity:
        yield f"maturity {level.level} name", _said(level.name)
        yield f"maturity {level.level} meaning", _said(level.meaning)


def _collected_quick_scan(collection: Mapping[str, Any]) -> Iterator[tuple[str, Said]]:
    for stage in collection["quick_scan"]["stages"]:
        yield f"stage {stage['stage']}", _said(stage["name"])
    for question in collection["quick_scan"]["questions"]:
        yield question["id"], _said(question["question"])
        for anchor in question["answers"]:
            yield f"{question['id']} stage {anchor['stage']}", _said(anchor)


def _written_quick_scan(content: Content) -> Iterator[tuple[str, Said]]:
    for stage in content.stages.stages:
        yield f"stage {stage.stage}", _said(stage.name)
    for question in content.quick_scan.questions:
        yield question.id, _said(question.question)
        for anchor in question.anchors:
            yield f"{question.id} stage {anchor.stage}", _said(anchor)


def _collected_recommendations(collection: Mapping[str, Any]) -> Iterator[tuple[str, Said]]:
    for each in collection["recommendation_sketches"]:
        yield f"{each['process']} indicator", _said(each["indicator_for_level_4"])
        yield f"{each['process']} idea", _said(each["idea_for_level_5"])
        for level in (0, 1, 2):
            yield f"{each['process']} step {level}", _said(each[f"{level}->{level + 1}"])


def _written_recommendations(content: Content) -> Iterator[tuple[str, Said]]:
    for each in content.recommendations:
        yield f"{each.process} indicator", _said(each.indicator)
        yield f"{each.process} idea", _said(each.idea)
        yield from ((f"{each.process} step {step.from_level}", _said(step.do)) for step in each.steps)


PARTS = {
    "processes": (_collected_processes, _written_processes),
    "framework": (_collected_framework, _written_framework),
    "maturity": (_collected_maturity, _written_maturity),
    "quick scan": (_collected_quick_scan, _written_quick_scan),
    "recommendations": (_collected_recommendations, _written_recommendations),
}


@pytest.mark.parametrize("part", PARTS)
def test_every_text_stands_as_its_authors_wrote_it(
    content: Content, collection: Mapping[str, Any], reworded: Mapping[str, str], part: str
) -> None:
    collected, written = PARTS[part]
    present = {label: (english, reworded.get(label, german)) for label, (english, german) in written(content)}
    astray = {label: said for label, said in collected(collection) if present.get(label) != said}
    assert astray == {}


def test_what_was_reworded_no_longer_says_what_it_said(content: Content, reworded: Mapping[str, str]) -> None:
    written = dict(each for _, part in PARTS.values() for each in part(content))
    assert [label for label, before in reworded.items() if written[label][1] == before] == []


def test_the_literature_is_cited_as_its_authors_cited_it(content: Content, collection: Mapping[str, Any]) -> None:
    cited = [{"id": each.id, "citation": each.citation, "url": each.url} for each in content.sources]
    assert cited == list(collection["sources"])


def test_the_founding_documents_are_paraphrased_as_their_readers_did(
    content: Content, collection: Mapping[str, Any]
) -> None:
    paraphrased = [document.model_dump() for document in content.founding_documents]
    assert paraphrased == list(collection["founding_statements"])


@pytest.mark.parametrize("field", ["sdgs", "founding_refs", "source_refs", "dimension"])
def test_processes_refer_to_what_their_authors_referred_to(
    content: Content, collection: Mapping[str, Any], field: str
) -> None:
    written = {process.id: getattr(process, field) for process in content.processes}
    assert written == {process["id"]: process[field] for process in collection["processes"]}


def test_questions_are_core_or_optional_as_their_authors_chose(content: Content, collection: Mapping[str, Any]) -> None:
    written = [(each.id, each.process, each.core) for each in content.quick_scan.questions]
    assert written == [(each["id"], each["process"], each["core"]) for each in collection["quick_scan"]["questions"]]


def test_the_process_sets_hold_what_their_authors_put_in(content: Content, collection: Mapping[str, Any]) -> None:
    written = [(each.id, each.for_maturity_level, each.processes) for each in content.model.process_sets]
    assert written == [
        (each["id"], each["for_maturity_level"], each["processes"]) for each in collection["process_sets"]
    ]
