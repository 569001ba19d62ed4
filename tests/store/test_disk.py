"""Files stop before the disk is full: what is left belongs to answers, and the installation stays well."""

from collections import namedtuple
from pathlib import Path

import pytest

from store.disk import FILES_END_BYTES, LOW_DISK_BYTES, free, takes_files

_Usage = namedtuple("_Usage", ("total", "used", "free"))


@pytest.fixture
def nearly_full(monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk on which ten bytes are left for files."""
    monkeypatch.setattr("shutil.disk_usage", lambda _folder: _Usage(0, 0, FILES_END_BYTES + 10))


@pytest.mark.usefixtures("nearly_full")
def test_a_file_is_taken_as_long_as_the_rest_of_the_disk_stays_free(tmp_path: Path) -> None:
    assert takes_files(tmp_path, 10)
    assert not takes_files(tmp_path, 11)


@pytest.mark.usefixtures("nearly_full")
def test_files_alone_never_bring_an_installation_to_where_it_is_not_well(tmp_path: Path) -> None:
    assert free(tmp_path) - 10 > LOW_DISK_BYTES
