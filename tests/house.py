"""A house of its own for a test: a data folder that nobody else uses, and the desk over it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from assessment import wiring
from assessment.desk import Desk


@contextmanager
def opened(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """The desk of this process, over an empty database in `folder`, until the block ends."""
    wiring.close()
    monkeypatch.setenv("HANSE_DATA", str(folder))
    monkeypatch.delenv("HANSE_DATABASE_URL", raising=False)
    try:
        yield wiring.desk()
    finally:
        wiring.close()
