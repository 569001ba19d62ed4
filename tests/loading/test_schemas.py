import json
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from assessment.loading import QUESTIONNAIRES, dump_answers, parse_answers
from assessment.loading.reader import read
from assessment.loading.schemas import SCHEMAS, path_of, schema, write_schemas
from assessment.loading.tree import Plain
from models.questionnaire import Library
from tests.loading.conftest import FIXTURES, SMALL

HEADER = re.compile(r"# yaml-language-server: \$schema=(\S+)\n")
FILES = sorted(QUESTIONNAIRES.rglob("*.yaml"))


def as_json(node: Plain) -> Any:
    """Plain values as an editor sees them."""
    if isinstance(node, dict):
        return {key: as_json(value) for key, value in node.items()}
    if isinstance(node, tuple):
        return [as_json(value) for value in node]
    return float(node) if isinstance(node, Decimal) else node


def complaints(name: str, text: str) -> list[str]:
    validator = Draft202012Validator(json.loads(schema(name)))
    return [error.message for error in validator.iter_errors(as_json(read(text.encode(), name).root))]


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_says_what_its_model_says_today(name: str) -> None:
    assert path_of(name).read_text(encoding="utf-8") == schema(name), "run: python -m assessment.loading.schemas"


def test_no_schema_is_left_over() -> None:
    assert {path.name for path in path_of("any").parent.iterdir()} == {path_of(name).name for name in SCHEMAS}


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_one(name: str) -> None:
    Draft202012Validator.check_schema(json.loads(schema(name)))


def test_schemas_are_written_where_editors_look_for_them(tmp_path: Path) -> None:
    assert [path.name for path in write_schemas(tmp_path)] == [f"{name}.schema.json" for name in SCHEMAS]
    assert path_of("process", tmp_path).read_text(encoding="utf-8") == schema("process")


def test_there_are_questionnaire_files() -> None:
    assert len(FILES) > 60


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(QUESTIONNAIRES)))
def test_a_questionnaire_file_names_its_schema_and_fits_it(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    header = HEADER.match(text)
    assert header, "the first line names the schema for the editor"
    named = (file.parent / header[1]).resolve()
    assert named.parent == path_of("any").parent
    assert complaints(named.name.removesuffix(".schema.json"), text) == []


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("framework", SMALL / "frameworks" / "two-levels.yaml"),
        ("process", SMALL / "harbour" / "processes" / "AAA.1.yaml"),
        ("answers", FIXTURES / "answers.yaml"),
    ],
)
def test_the_schema_accepts_what_the_model_accepts(name: str, file: Path) -> None:
    assert complaints(name, file.read_text()) == []


def test_answers_that_are_written_fit_their_schema(library: Library) -> None:
    answers = parse_answers((FIXTURES / "answers.yaml").read_bytes(), "answers.yaml", library)
    assert complaints("answers", dump_answers(answers)) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("glossary", "kind: glossary\nterms: [{id: a, term: {}}]"),
        ("glossary", "kind: glossary\nterms: [{id: a, term: {en: x, fr: y}}]"),
        ("answers", "questionnaire: a\nversion: 1.0\ncity: b"),
        ("answers", 'questionnaire: a\nversion: "1.0.0"\ncity: b\nscope: all'),
        ("answers", 'questionnaire: a\nversion: "1.0.0"\ncity: b\nratings: {A: {rated: L}}'),
    ],
)
def test_an_editor_marks_what_the_model_refuses(name: str, text: str) -> None:
    assert complaints(name, text) != []


def test_an_editor_marks_a_band_beyond_every_bound() -> None:
    text = (SMALL / "frameworks" / "two-levels.yaml").read_text().replace("up_to: 15,", "up_to: -15,", 1)
    assert len(complaints("framework", text)) == 1
