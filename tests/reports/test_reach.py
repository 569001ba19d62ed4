"""While a report is written, what people wrote makes the program open no file, ask no host and start no program."""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from reports.forms import FORMS, Form, write
from tests.reports.kinds import subjects

ROOT = Path(__file__).parents[2]
OURS = tuple(str(Path(each).resolve()) for each in (ROOT, sys.prefix, sys.base_prefix, tempfile.gettempdir()))
_HEARD: list[tuple[str, str]] = []
_LISTENING = [False]


def _hear(event: str, told: tuple[object, ...]) -> None:
    if _LISTENING[0] and (event == "open" or event.startswith(("socket.", "subprocess.", "os.exec", "os.system"))):
        _HEARD.append((event, str(told[0]) if told else ""))


sys.addaudithook(_hear)


@contextmanager
def heard() -> Iterator[list[tuple[str, str]]]:
    """What the program did with the system meanwhile, by event and object."""
    _HEARD.clear()
    _LISTENING[0] = True
    try:
        yield _HEARD
    finally:
        _LISTENING[0] = False


@pytest.mark.parametrize("form", FORMS)
def test_hostile_texts_reach_nothing_outside(form: Form) -> None:
    report = subjects.report("mayor", "de", hostile=True)
    with heard() as events:
        write(report, form)
    assert [each for each in events if each[0] != "open"] == []
    foreign = [path for _, path in events if not path.isdecimal() and not str(Path(path).resolve()).startswith(OURS)]
    assert foreign == []


def test_a_file_that_is_opened_would_be_heard(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("x")
    with heard() as events:
        (tmp_path / "x").read_text()
    assert ("open", str(tmp_path / "x")) in events
