"""The outputs in docs/command-line.md are what the commands print, run in their order in one folder."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Run

MANUAL = Path(__file__).parents[2] / "docs" / "command-line.md"
BLOCK = re.compile(r"^```(console|yaml) ?(\S*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PROGRAM = "$ python -m assessment "


def test_the_manual_prints_what_the_program_prints(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for language, name, content in BLOCK.findall(MANUAL.read_text(encoding="utf-8")):
        if language == "yaml" and name:
            Path(name).write_text(content, encoding="utf-8")
        elif language == "console":
            for command, printed in _commands(content):
                outcome = run(*command.split())
                _hold(printed, outcome.err + outcome.out, command)


def _commands(console: str) -> Iterator[tuple[str, list[str]]]:
    for part in console.split(PROGRAM)[1:]:
        command, *printed = part.splitlines()
        yield command, printed


def _hold(printed: list[str], real: str, command: str) -> None:
    """Every run of lines between the dots stands in the real output, in this order; without dots, nothing else does."""
    if "..." not in printed:
        assert printed == real.splitlines(), command
    rest = "\n" + real
    for passage in "\n".join(["", *printed, ""]).split("\n...\n"):
        wanted = "\n" + passage.strip("\n")
        assert wanted in rest, f"{command} does not print, or not in this order:{wanted}"
        rest = rest[rest.index(wanted) + len(wanted) :]
