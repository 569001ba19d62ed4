"""Files are written as a whole or not at all, and nothing else is touched."""

import errno
import os
from pathlib import Path

import pytest

from assessment.cli.files import read_input, unusable, write_output
from locales.words import words
from models.problem import InputRefused


def test_a_new_file_holds_what_was_written(tmp_path: Path) -> None:
    write_output(tmp_path / "new", b"data")
    assert (tmp_path / "new").read_bytes() == b"data"


def test_an_old_file_is_replaced_and_keeps_who_may_read_it(tmp_path: Path) -> None:
    path = tmp_path / "old"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_output(path, b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "target").write_bytes(b"old")
    (tmp_path / "link").symlink_to(tmp_path / "target")
    write_output(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "target").read_bytes() == b"new"


def test_a_failure_half_way_leaves_the_old_file_and_no_rest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def disk_full(_: int) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "file"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", disk_full)
    with pytest.raises(InputRefused, match="No space left"):
        write_output(path, b"new")
    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["file"]


def test_a_rest_of_an_earlier_crash_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / ".file.0.part").write_bytes(b"half")
    write_output(tmp_path / "file", b"whole")
    assert (tmp_path / "file").read_bytes() == b"whole"
    assert (tmp_path / ".file.0.part").read_bytes() == b"half"


def test_a_device_is_written_to_and_stays(tmp_path: Path) -> None:
    write_output(Path("/dev/null"), b"data")
    assert not Path("/dev/null").is_file()


@pytest.mark.parametrize(
    ("name", "said"), [("missing/file", "There is no folder to write it to"), (".", "This is a folder")]
)
def test_where_nothing_can_be_written_a_problem_says_why(tmp_path: Path, name: str, said: str) -> None:
    with pytest.raises(InputRefused, match=said):
        write_output(tmp_path / name, b"data")


@pytest.mark.parametrize(("name", "said"), [("missing", "There is no such file"), (".", "This is a folder")])
def test_where_nothing_can_be_read_a_problem_says_why(tmp_path: Path, name: str, said: str) -> None:
    with pytest.raises(InputRefused, match=said):
        read_input(tmp_path / name)


@pytest.mark.parametrize("code", [errno.EACCES, errno.ENOSPC, errno.EROFS, errno.ENAMETOOLONG])
def test_the_reasons_of_the_system_are_told_in_both_languages(code: int) -> None:
    told = unusable(OSError(code, os.strerror(code)))
    assert os.strerror(code) in words("en").say(told)
    assert os.strerror(code) not in words("de").say(told)


def test_a_reason_that_is_not_known_here_is_told_as_the_system_says_it() -> None:
    assert words("de").say(unusable(OSError(errno.EXDEV, "Invalid cross-device link"))).endswith("cross-device link")
