"""A mapping that does not fit its two versions is told entry by entry, with what was expected."""

import shutil
from pathlib import Path

import pytest

from assessment.loading import check, load_library
from assessment.loading.mappings import read_mapping
from models.problem import InputRefused
from tests.moving.versions import PAIR, library_now

FILE = "twinning/mappings/from-1.0.0.yaml"
TEXT = (PAIR / FILE).read_text()

MISTAKES = {
    "an id of the former version that does not exist": (
        "before: [GOV.1.O2]",
        "before: [GOV.1.O7]",
        [
            "10:30: mapping, entry 2, before, 1: GOV.1.O7 does not stand in version 1.0.0. Expected is the id of a "
            "question, a process, or a practice of that version. Did you mean GOV.1.O2?"
        ],
    ),
    "a split that leads to one question": (
        "after: [PAR.1.O3, PAR.1.O4]",
        "after: [PAR.1.O3]",
        [
            "14:46: mapping, entry 4, after: An entry of the kind split has 1 id here. Expected are at least 2.",
        ],
    ),
    "a rating that there is not": (
        "L: P}",
        "L: Q}",
        ["19:30: mapping, entry 7, L: Q is no rating of version 2.0.0. Expected is one of F, L, L+, L-, N, P, P+, P-."],
    ),
    "ratings where nothing is rescaled": (
        "{kind: dropped, before: [CAP.1.O2]}",
        "{kind: dropped, before: [CAP.1.O2], ratings: {N: N}}",
        ["21:41: mapping, entry 8: An entry of the kind dropped has ratings. Only rescaled has ratings."],
    ),
    "two entries about one question": (
        "{kind: dropped, before: [CAP.1.O2]}",
        "{kind: dropped, before: [CAP.1.O2, CAP.1.O3]}",
        [
            "22:27: mapping, entry 9, before, 1: CAP.1.O3 stands here a second time. "
            "Each id stands once. Keep one of the two entries."
        ],
    ),
    "a question that went without a word": (
        "  - {kind: dropped, before: [CAP.1.O2]}\n",
        "",
        [
            "9:3: mapping: Asked differently now, or not any more, and not named here: CAP.1.O2. Expected is "
            "an entry for each, of one of the kinds same, renamed, rescaled, split, merged, dropped, new, review."
        ],
    ),
    "a question that came without a word": (
        "  - {kind: new, after: [CAP.2]}\n",
        "",
        [
            "9:3: mapping: Asked for the first time, and not named here: CAP.2.O1, CAP.2.GP2.1.1, "
            "CAP.2.GP2.1.3. Expected is an entry for each, of one of the kinds same, renamed, rescaled, split, "
            "merged, dropped, new, review."
        ],
    ),
    "two versions that are one": (
        'after: "2.0.0"',
        'after: "1.0.0"',
        ["4:8: mapping, after: Both versions are 1.0.0. Expected are two versions."],
    ),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(PAIR, tmp_path / "questionnaires"))


def told(folder: Path) -> list[str]:
    return [str(problem).replace(f"{folder}/", "").replace(f"{FILE}:", "") for problem in check([folder])]


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_told_where_it_stands_and_nothing_else(folder: Path, mistake: str) -> None:
    instead_of, write, problems = MISTAKES[mistake]
    assert instead_of in TEXT
    (folder / FILE).write_text(TEXT.replace(instead_of, write, 1))
    assert told(folder) == problems


def test_the_pair_of_versions_has_no_mistakes(folder: Path) -> None:
    assert told(folder) == []


def test_a_number_that_names_two_contents_is_refused(folder: Path) -> None:
    head = folder / "twinning" / "model.yaml"
    head.write_text(head.read_text().replace('version: "2.0.0"', 'version: "1.0.0"'))
    (folder / FILE).unlink()
    assert told(folder) == [
        "earlier/1.0.0/twinning/model.yaml:3:10: model twinning, version: twinning 1.0.0 stands in two places with "
        "different content. One version has one content, because answers name it. Raise the version of the newer one, "
        "or put the earlier one back as it was."
    ]
    with pytest.raises(InputRefused):
        load_library(folder)


def test_a_mapping_of_versions_that_are_not_here_is_refused() -> None:
    with pytest.raises(InputRefused, match=r"twinning 3\.0\.0 is not here\. Expected is one of 2\.0\.0, 1\.0\.0\."):
        read_mapping(TEXT.replace('after: "2.0.0"', 'after: "3.0.0"').encode(), "m.yaml", library_now())


def test_a_mapping_is_read_as_it_is_written() -> None:
    assert read_mapping(TEXT.encode(), "m.yaml", library_now()) == library_now().mappings[0]


def test_answers_are_read_with_the_version_that_they_name() -> None:
    library = library_now()
    assert [each.version for each in library.versions("twinning")] == ["2.0.0", "1.0.0"]
    assert library.questionnaire("twinning").version == "2.0.0"
    assert library.questionnaire("twinning", "1.0.0") in library.earlier
