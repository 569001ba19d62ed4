"""A real spreadsheet program opens the workbook, saves it in its own way, and nothing is lost."""

import subprocess
from pathlib import Path

import pytest

from assessment.loading import QUESTIONNAIRES, load_library, parse_answers
from locales.words import words
from reports.workbook import read, write
from tests.parts import needs

LIBRARY = load_library(QUESTIONNAIRES)


@pytest.mark.slow
@pytest.mark.parametrize("example", ["birkenfurt.yaml", "talbrueck-quick-scan.yaml"])
def test_a_workbook_that_libreoffice_saved_holds_the_same_answers(example: str, tmp_path: Path) -> None:
    office = needs("libreoffice")
    data = (QUESTIONNAIRES / "examples" / example).read_bytes()
    answers = parse_answers(data, example, LIBRARY)
    (tmp_path / "filled.xlsx").write_bytes(write(LIBRARY.questionnaire(answers.questionnaire), answers, words("de")))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [office, "--headless", profile, "--convert-to", "xlsx", "--outdir", tmp_path / "saved", "filled.xlsx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=120)
    saved = (tmp_path / "saved" / "filled.xlsx").read_bytes()
    assert read(saved, "filled.xlsx", LIBRARY).answers == answers
