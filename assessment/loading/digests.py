"""Fingerprints of questionnaires: the same content has the same digest, however its files are written.

Two digests are kept. `digest` covers everything people can read in a result. `rules` covers only what moves a number
or decides what is asked; two assessments may be compared where their rules are the same. So a corrected sentence, a
new recommendation or a further source changes the digest and not the rules; a new outcome, weight, band or process
set changes both. Neither the order of keys nor of files counts, nor a value that says the default.

A quick scan counts with its stage framework and, of its model, with what it draws: the dimensions, and the dimension
and name of each process that is asked about. Changes elsewhere in the model leave the digests of the scan alone.
"""

import hashlib
import json
import unicodedata
from collections.abc import Iterable
from decimal import Decimal

from models.authored import Authored
from models.framework import Framework, StageFramework
from models.questionnaire import AttributePractices, Dimension, ModelFile, Process, QuickScanFile

_LANGUAGES = ("de", "en")
_BESIDE = {"version", "languages", "generic_steps", "core_indicators", "proposal", "warnings"}
"""What stands in the head of a model and moves no number."""

_EMPTY: tuple[object, ...] = (None, {}, [])


def sha256(content: object) -> str:
    """The digest of plain content: canonical JSON (sorted keys, no blanks, texts in NFC), hashed."""
    canonical = json.dumps(_canonical(content), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(canonical.encode()).hexdigest()


def _canonical(content: object) -> object:
    if isinstance(content, dict):
        return {key: _canonical(value) for key, value in content.items()}
    if isinstance(content, list | tuple):
        return [_canonical(value) for value in content]
    if isinstance(content, Decimal):
        return f"{content.normalize():f}"
    return unicodedata.normalize("NFC", content) if isinstance(content, str) else content


def model_content(
    head: ModelFile,
    processes: Iterable[Process],
    practices: Iterable[AttributePractices],
    frameworks: Iterable[Framework],
    others: Iterable[Authored],
) -> object:
    """Everything people can read in a result of a capability model. `others` are its sources and recommendations."""
    return {
        "head": _plain(head),
        "processes": [_plain(each) for each in processes],
        "practices": [_plain(each) for each in practices],
        "frameworks": _frameworks(frameworks),
        "others": [_plain(each) for each in others],
    }


def model_rules(
    head: ModelFile,
    processes: Iterable[Process],
    practices: Iterable[AttributePractices],
    frameworks: Iterable[Framework],
) -> object:
    """What moves a number of a capability model or decides what is asked."""
    asked = {"id", "dimension", "outcomes"}
    return _without_texts(
        {
            "head": _plain(head, exclude=_BESIDE),
            "processes": [each.model_dump(include=asked, exclude_defaults=True) for each in processes],
            "practices": [_plain(each) for each in practices],
            "frameworks": _frameworks(frameworks, exclude={"version"}),
        }
    )


def scan_content(
    scan: QuickScanFile, stages: StageFramework, dimensions: Iterable[Dimension], processes: Iterable[Process]
) -> object:
    """Everything people can read in a result of a quick scan. `processes` are those it asks about."""
    return {
        "scan": _plain(scan),
        "framework": _plain(stages),
        "dimensions": [_plain(each) for each in dimensions],
        "processes": [each.model_dump(include={"id", "dimension", "name"}) for each in processes],
    }


def scan_rules(
    scan: QuickScanFile, stages: StageFramework, dimensions: Iterable[Dimension], processes: Iterable[Process]
) -> object:
    """What moves a number of a quick scan or decides what is asked."""
    return _without_texts(
        {
            "scan": _plain(scan, exclude={"version"}),
            "framework": _plain(stages, exclude={"version"}),
            "dimensions": [each.id for each in dimensions],
            "processes": {each.id: each.dimension for each in processes},
        }
    )


def _plain(part: Authored, exclude: set[str] | None = None) -> dict[str, object]:
    return part.model_dump(exclude=exclude, exclude_defaults=True)


def _frameworks(frameworks: Iterable[Framework], exclude: set[str] | None = None) -> list[dict[str, object]]:
    return [_plain(each, exclude) for each in sorted(frameworks, key=lambda each: each.id)]


def _without_texts(content: object) -> object:
    if isinstance(content, dict):
        kept = {key: _without_texts(value) for key, value in content.items() if key not in _LANGUAGES}
        return {key: value for key, value in kept.items() if value not in _EMPTY}
    if isinstance(content, list | tuple):
        return [_without_texts(each) for each in content]
    return content
