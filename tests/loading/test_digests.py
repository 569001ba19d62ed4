import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from assessment.loading import load_library
from assessment.loading.digests import sha256
from models.questionnaire import Library
from tests.loading.conftest import SMALL

PROCESS = "harbour/processes/AAA.1.yaml"
MODEL = "harbour/model.yaml"
SCAN = "harbour/quick-scan.yaml"
FRAMEWORK = "frameworks/two-levels.yaml"
STAGES = "frameworks/steps.yaml"

LAYOUT: dict[str, tuple[str, str, str]] = {
    "a comment": (PROCESS, "dimension:", "# a comment\ndimension:"),
    "blank lines": (PROCESS, "dimension:", "\n\ndimension:"),
    "quotes": (PROCESS, "dimension: AAA", 'dimension: "AAA"'),
    "the order of keys": (PROCESS, "{en: Arriving, de: Ankommen}", "{de: Ankommen, en: Arriving}"),
    "a default written out": (PROCESS, "dimension:", "sensitive: false\ndimension:"),
    "another way to write a number": (FRAMEWORK, "value: 2, up_to: 85, name", "value: 2, up_to: 85.00, name"),
    "decomposed letters": (FRAMEWORK, "Überwiegend", "U\u0308berwiegend"),
}
TEXTS: dict[str, tuple[str, str, str]] = {
    "a better sentence": (PROCESS, "is decided.", "has been decided."),
    "a missing translation": (PROCESS, "{en: Arriving, de: Ankommen}", "{en: Arriving}"),
    "a base practice more": (PROCESS, "base_practices:\n", "base_practices:\n  - {id: AAA.1.BP2, en: Act.}\n"),
    "a new version": (MODEL, 'version: "1.0.0"', 'version: "1.0.1"'),
    "a new version of the framework": (FRAMEWORK, 'version: "1.0.0"', 'version: "1.0.1"'),
    "another goal": (PROCESS, "sdgs: [11, 17]", "sdgs: [11]"),
    "a recommendation": ("harbour/recommendations/AAA.1.yaml", "en: Decide.", "en: Decide now."),
    "a source": ("harbour/sources.yaml", "A book about harbours", "Another book about harbours"),
}
RULES: dict[str, tuple[str, str, str]] = {
    "a weight": (PROCESS, "weight: 2", "weight: 3"),
    "an outcome more": (PROCESS, "base_practices:", "  - {id: AAA.1.O3, en: More., de: Mehr.}\nbase_practices:"),
    "the dimension of a process": (PROCESS, "dimension: AAA", "dimension: BBB"),
    "the order of processes": (MODEL, "[AAA.1, BBB.1, CCC.1]", "[BBB.1, AAA.1, CCC.1]"),
    "the maturity rule": (MODEL, "at_least: 2", "at_least: 1"),
    "what may be left out": (MODEL, "at_most: 1", "at_most: 2"),
    "a band": (FRAMEWORK, "value: 2, up_to: 85, name", "value: 2, up_to: 84, name"),
    "the level rule": (FRAMEWORK, "below: F", "below: L"),
    "the default method": (FRAMEWORK, "default_method: mean", "default_method: lowest"),
    "a generic practice more": (
        "harbour/generic-practices.yaml",
        "      - {id: GP2.1.2,",
        "      - {id: GP2.1.3, en: More., de: Mehr.}\n      - {id: GP2.1.2,",
    ),
}


def changed(folder: Path, file: str, before: str, after: str) -> Library:
    shutil.copytree(SMALL, folder)
    text = (folder / file).read_text()
    assert before in text
    (folder / file).write_text(text.replace(before, after, 1))
    return load_library(folder)


def digests(library: Library) -> tuple[str, str]:
    return library.models[0].digest, library.models[0].rules_digest


@pytest.mark.parametrize("change", LAYOUT.values(), ids=LAYOUT)
def test_the_layout_of_files_changes_no_digest(change: tuple[str, str, str], library: Library, tmp_path: Path) -> None:
    assert digests(changed(tmp_path / "q", *change)) == digests(library)


@pytest.mark.parametrize("change", TEXTS.values(), ids=TEXTS)
def test_what_people_read_changes_the_digest_and_not_the_rules(
    change: tuple[str, str, str], library: Library, tmp_path: Path
) -> None:
    digest, rules = digests(changed(tmp_path / "q", *change))
    assert digest != library.models[0].digest
    assert rules == library.models[0].rules_digest


@pytest.mark.parametrize("change", RULES.values(), ids=RULES)
def test_what_moves_a_number_changes_both_digests(
    change: tuple[str, str, str], library: Library, tmp_path: Path
) -> None:
    digest, rules = digests(changed(tmp_path / "q", *change))
    assert digest != library.models[0].digest
    assert rules != library.models[0].rules_digest


@pytest.mark.parametrize(
    "change",
    [
        (SCAN, "core: false", "core: true"),
        (STAGES, "answers_for_mean: 2", "answers_for_mean: 1"),
        (PROCESS, "dimension: AAA", "dimension: BBB"),
    ],
)
def test_what_moves_a_stage_changes_the_rules_of_the_scan(
    change: tuple[str, str, str], library: Library, tmp_path: Path
) -> None:
    assert changed(tmp_path / "q", *change).quick_scans[0].rules_digest != library.quick_scans[0].rules_digest


@pytest.mark.parametrize(
    "change",
    [(SCAN, "By chance.", "By mere chance."), (STAGES, "On purpose", "Purposely"), (MODEL, "Arriving", "Landing")],
)
def test_what_people_read_in_a_scan_changes_its_digest_and_not_its_rules(
    change: tuple[str, str, str], library: Library, tmp_path: Path
) -> None:
    scan = changed(tmp_path / "q", *change).quick_scans[0]
    assert scan.digest != library.quick_scans[0].digest
    assert scan.rules_digest == library.quick_scans[0].rules_digest


def test_what_the_scan_does_not_use_leaves_its_digests_alone(library: Library, tmp_path: Path) -> None:
    scan = changed(tmp_path / "q", PROCESS, "weight: 2", "weight: 3").quick_scans[0]
    assert (scan.digest, scan.rules_digest) == (library.quick_scans[0].digest, library.quick_scans[0].rules_digest)


def test_a_digest_is_that_of_canonical_json() -> None:
    # printf '{"a":["15","32.5",true,null],"b":"ä"}' | sha256sum
    content = {"b": "a\u0308", "a": (Decimal("15.0"), Decimal("32.50"), True, None)}
    assert sha256(content) == "16d471cc186a94dc91b5c04a5850825b87844a4babc66d3aa938e1472779daad"
