"""The program itself, as a process of its own: its door, its terminal, its pipes."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import EXAMPLES

ROOT = Path(__file__).parents[2]
SCAN = EXAMPLES / "talbrueck-quick-scan.yaml"


def test_it_starts_and_says_what_it_is() -> None:
    done = _run("--version")
    assert done.returncode == 0
    assert done.stdout.startswith(b"Hanse ")


def test_it_speaks_the_language_of_the_terminal() -> None:
    assert "Keine Probleme" in _run("check", str(SCAN), LC_ALL="de_DE.UTF-8").stdout.decode()
    assert "No problems" in _run("check", str(SCAN), LC_ALL="C").stdout.decode()


def test_it_prints_on_a_terminal_that_knows_no_umlauts() -> None:
    done = _run("score", "--answers", str(SCAN), PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert b"Talbr?ck" in done.stdout


def test_a_reader_that_goes_away_is_no_accident() -> None:
    command = [sys.executable, "-m", "assessment", "score", "--answers", EXAMPLES / "brueckenhafen.yaml", "--json"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


@pytest.mark.parametrize(
    "words", [("score", "--answers", str(SCAN)), ("check", "--json", str(SCAN))], ids=["score", "check"]
)
def test_output_that_cannot_be_written_is_told_in_one_line(words: tuple[str, ...]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "assessment", *words], cwd=ROOT, stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 1
    assert done.stderr.count(b"\n") == 1
    assert b"No space left" in done.stderr or b"kein Platz" in done.stderr


def _run(*words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "assessment", *words]
    around = {"PATH": "/usr/bin:/bin", **environment}
    return subprocess.run(command, cwd=ROOT, env=around, capture_output=True, check=False, timeout=60)
