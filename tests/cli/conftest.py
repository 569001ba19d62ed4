"""The command line in the hands of a test: words in, exit code and what was printed out."""

import datetime
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from assessment.cli import Surroundings, main
from assessment.loading import QUESTIONNAIRES
from models.authored import Language
from store.database import file_url

HEAD = """\
questionnaire: urban-diplomacy
version: "1.0.0"
city: Musterstadt
scope: [GOV.1, PAR.2]
highest_level: 1
ratings:
"""
EXAMPLES = QUESTIONNAIRES / "examples"
NOW = datetime.datetime(2025, 7, 1, 22, 15, tzinfo=datetime.UTC)


@dataclass(frozen=True)
class Outcome:
    """What a command did."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Run = Callable[..., Outcome]


def database_of(folder: Path) -> Path:
    """Where the app keeps its database, in a test's folder."""
    return folder / "data" / "hanse.db"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """Runs a command; its words may be paths. The terminal speaks English unless told otherwise."""

    def run(*words: str | Path, language: Language = "en", database_url: str | None = None) -> Outcome:
        database = database_of(tmp_path)
        around = Surroundings(QUESTIONNAIRES, language, NOW, database.parent, database_url or file_url(database))
        code = main([str(word) for word in words], around)
        printed = capsys.readouterr()
        return Outcome(code, printed.out, printed.err)

    return run


@pytest.fixture
def answers(tmp_path: Path) -> Callable[[str], Path]:
    """Writes an answers file about two processes; what is given are its ratings, line by line."""

    def write(ratings: str) -> Path:
        path = tmp_path / "answers.yaml"
        path.write_text(HEAD + "".join(f"  {line}\n" for line in ratings.splitlines()), encoding="utf-8")
        return path

    return write
