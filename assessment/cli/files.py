"""Reads what a person names and writes what a person asked for: a file is there as a whole, or not at all."""

import io
import os
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import BinaryIO

from assessment.loading.system import reason
from models.message import Message, say
from models.problem import InputRefused, Place, Problem

MAX_BYTES = 6_000_000
"""No input is larger; the readers have narrower bounds of their own."""


def read_input(path: Path) -> bytes:
    """The content of a file. Raises `InputRefused` where there is none to be had."""
    return read_bytes(path, MAX_BYTES)


def read_bytes(path: Path, most: int) -> bytes:
    """As `read_input`, with another bound."""
    try:
        with path.open("rb") as file:
            return file.read(most)
    except FileNotFoundError:
        raise refused(path, say("There is no such file"), say("Expected is the name of a file that exists")) from None
    except IsADirectoryError:
        raise refused(path, say("This is a folder"), say("Expected is the name of a file")) from None
    except OSError as error:
        raise refused(path, unusable(error), say("Expected is a file that may be read")) from None


def write_output(path: Path, data: bytes) -> None:
    """Writes a file, over an old one if there is one, which stays untouched until the new one is complete.

    Raises `InputRefused` where it cannot be written.
    """
    try:
        if _is_device(path):
            _write_through(path, data)
        else:
            # A link stays a link: what it points to is written.
            _replace(path.resolve(), data)
    except FileNotFoundError:
        raise refused(path, say("There is no folder to write it to"), say("Expected is a folder that exists")) from None
    except IsADirectoryError:
        raise refused(path, say("This is a folder"), say("Expected is the name of a file to write")) from None
    except OSError as error:
        raise refused(path, unusable(error), say("Expected is a place that may be written to")) from None


def check_free(path: Path, data: bytes) -> Problem | None:
    """What stands in the way of writing a file: one of that name that holds something else, answers perhaps.

    Raises `InputRefused` where the file that is there cannot be read.
    """
    if not os.path.isfile(path) or _same(read_input(path), data):  # noqa: PTH113 - Path.is_file raises where nobody may look
        return None
    found = say("This file is there already, and holds something else")
    return Problem(
        Place(str(path)), "", found, say("Expected is a name that is still free"), say("With --force it is replaced.")
    )


def _same(old: bytes, new: bytes) -> bool:
    """Whether two files hold the same. A workbook also says when it was saved, which makes no difference."""
    if old == new or not (old.startswith(b"PK") and new.startswith(b"PK")):
        return old == new
    try:
        return _members(old) == _members(new)
    except zipfile.BadZipFile:
        return False


def _members(archive: bytes) -> dict[str, int]:
    """The check sum of each part of a workbook but of the one with its times."""
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        return {each.filename: each.CRC for each in opened.infolist() if each.filename != "docProps/core.xml"}


def make_folder(path: Path) -> None:
    """Makes a folder, and those above it. Raises `InputRefused` where it cannot be made."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise refused(path, say("This is a file"), say("Expected is the name of a folder")) from None
    except OSError as error:
        raise refused(path, unusable(error), say("Expected is a place that may be written to")) from None


def _is_device(path: Path) -> bool:
    """Whether a name stands for a pipe or a device, which nothing can be renamed over. /dev/stdout may be a file."""
    return Path("/dev") in path.absolute().parents or (path.exists() and not path.is_file())


def _write_through(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)


def _replace(target: Path, data: bytes) -> None:
    with _beside(target) as (file, part):
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
        if target.exists():
            part.chmod(target.stat().st_mode & 0o777)
        part.replace(target)


@contextmanager
def _beside(target: Path) -> Iterator[tuple[BinaryIO, Path]]:
    """A new file in the same folder, removed again unless it was renamed."""
    for number in count():
        part = target.with_name(f".{target.name}.{number}.part")
        try:
            file = part.open("xb")
        except FileExistsError:
            continue
        break
    try:
        with file:
            yield file, part
    finally:
        part.unlink(missing_ok=True)


def unusable(error: OSError) -> Message:
    """That the system did not let a file be used, and why."""
    return say("It cannot be used: {reason}", reason=reason(error))


def refused(path: Path | str, found: Message, expected: Message) -> InputRefused:
    """What stands in the way of using a file, for a person."""
    return InputRefused([Problem(Place(str(path)), "", found, expected)])
