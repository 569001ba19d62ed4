"""Help reads like a manual page, the same with every version of Python."""

from pathlib import Path

import pytest

from assessment.cli.main import COMMANDS
from assessment.cli.manual import WIDTH
from models.authored import LANGUAGES, Language
from tests.cli.conftest import Run
from tests.golden import Golden

PAGES = ["", *COMMANDS]
KEPT = ("LC_ALL,", "FILE|FOLDER", "FILE", "HANSE_QUESTIONNAIRES", "HANSE_DATABASE_URL")
"""Names with their explanation in the line below."""
GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("command", PAGES)
def test_a_manual_page_is_as_somebody_last_approved_it(command: str, run: Run, golden: Golden) -> None:
    golden.check(GOLDEN / f"help-{command or 'all'}.txt", _page(command, run))


@pytest.mark.parametrize("command", PAGES)
def test_a_manual_page_has_all_its_sections(command: str, run: Run) -> None:
    lines = _page(command, run).splitlines()
    sections = [line for line in lines if line.isupper() and not line.startswith(" ")]
    assert [each for each in sections if each not in ("COMMANDS", "ENVIRONMENT")] == [
        "NAME",
        "SYNOPSIS",
        "DESCRIPTION",
        "OPTIONS",
        "EXAMPLES",
        "EXIT CODES",
    ]


@pytest.mark.parametrize("command", PAGES)
def test_a_manual_page_is_german_where_the_terminal_is(command: str, run: Run) -> None:
    english, german = (_page(command, run, language).splitlines() for language in ("en", "de"))
    copied = {line for line in english if "python -m assessment" in line or "[" in line or line in ("", "NAME")}
    said = [line for line in english if line.lstrip()[:1] not in ("-", "") and line not in copied]
    kept = [line for line in said if line in german and line.strip().split()[0] not in KEPT]
    assert "BESCHREIBUNG" in german
    assert kept == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", PAGES)
def test_a_manual_page_fits_a_terminal_but_for_examples_to_copy(command: str, language: Language, run: Run) -> None:
    lines = _page(command, run, language).splitlines()
    assert all(len(line) <= WIDTH for line in lines if "python -m assessment" not in line)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_example_of_a_manual_page_can_be_understood(command: str) -> None:
    examples = [line for line, _ in COMMANDS[command].manual.examples]
    assert examples
    assert all(line.startswith("python -m assessment ") for line in examples)


def test_the_version_is_printed(run: Run) -> None:
    outcome = run("--version")
    assert outcome.code == 0
    assert outcome.out.startswith("Hanse ")


def _page(command: str, run: Run, language: Language = "en") -> str:
    outcome = run(*filter(None, [command]), "--help", language=language)
    assert (outcome.code, outcome.err) == (0, "")
    return outcome.out
