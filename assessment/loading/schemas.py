"""Prints JSON Schemas from the models, so that an editor knows what a questionnaire or answers file may hold.

    python -m assessment.loading.schemas

writes them into `questionnaires/schema/`. They say no more than the models do; what goes beyond the form of a single
file (ids that must exist, bands that must ascend) only `check` can say.
"""

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from assessment.loading.answers_file import AnswersFile
from assessment.loading.library import QUESTIONNAIRES
from models.authored import LANGUAGES, Authored, Text
from models.framework import Framework, StageFramework
from models.library import FiguresFile, GlossaryFile, GoodPracticesFile
from models.mapping import MappingFile
from models.questionnaire import GenericPracticesFile, ModelFile, Process, QuickScanFile, SourcesFile
from models.recommendations import RecommendationsFile

SCHEMAS: Mapping[str, type[Authored]] = {
    "framework": Framework,
    "stage-framework": StageFramework,
    "capability-model": ModelFile,
    "process": Process,
    "generic-practices": GenericPracticesFile,
    "sources": SourcesFile,
    "quick-scan": QuickScanFile,
    "recommendations": RecommendationsFile,
    "glossary": GlossaryFile,
    "good-practices": GoodPracticesFile,
    "figures": FiguresFile,
    "mapping": MappingFile,
    "answers": AnswersFile,
}
"""The model behind each schema file."""


class _AsWritten(GenerateJsonSchema):
    """Schemas of what people write: decimals are plain numbers, and a text stands in some language."""

    def decimal_schema(self, schema: Any) -> JsonSchemaValue:  # noqa: ARG002 - its bounds stand around it
        return {"type": "number"}

    def model_schema(self, schema: Any) -> JsonSchemaValue:
        printed = super().model_schema(schema)
        if issubclass(schema["cls"], Text):
            printed["anyOf"] = [{"required": [language]} for language in LANGUAGES]
        return printed


def schema(name: str) -> str:
    """The text of the schema with this name. Raises `KeyError` for one that does not exist."""
    content = SCHEMAS[name].model_json_schema(schema_generator=_AsWritten)
    printed = {"$schema": _AsWritten.schema_dialect, **_with_bounds(content)}
    return json.dumps(printed, indent=2, ensure_ascii=False) + "\n"


def _with_bounds(content: Any) -> Any:
    """Bounds of exact numbers under the names that JSON Schema has for them, where pydantic keeps its own."""
    if isinstance(content, list):
        return [_with_bounds(each) for each in content]
    if not isinstance(content, dict):
        return content
    names = {"ge": "minimum", "le": "maximum"} if content.get("type") == "number" else {}
    return {names.get(key, key): _with_bounds(value) for key, value in content.items()}


def path_of(name: str, folder: Path = QUESTIONNAIRES) -> Path:
    """Where the schema with this name is kept in a questionnaires folder."""
    return folder / "schema" / f"{name}.schema.json"


def write_schemas(folder: Path = QUESTIONNAIRES) -> tuple[Path, ...]:
    """Writes every schema into the questionnaires folder; returns the files."""
    path_of("", folder).parent.mkdir(exist_ok=True)
    paths = tuple(path_of(name, folder) for name in SCHEMAS)
    for name, path in zip(SCHEMAS, paths, strict=True):
        path.write_text(schema(name), encoding="utf-8")
    return paths


if __name__ == "__main__":
    for written in write_schemas():
        sys.stdout.write(f"{written}\n")
