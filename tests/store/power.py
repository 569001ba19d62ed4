"""What a power cut leaves on the disk: everything that was flushed, and of the rest whatever chance decides.

While `recorded` lasts, the SQLite library that the program itself uses reports each write to a file of one folder, each
flush to the disk, and each file that is made or removed. Cut off anywhere, such a record says what a disk may hold
afterwards: of whatever was not flushed yet, any sector may have got there or not, in any order, and a file whose name
was not flushed may be missing.

SQLite reaches files through a table of functions (its manual: "The OS Interface or VFS"). Some entries of that table
are replaced by functions that hand on what passes through them, and note it down once it is done.
"""

import ctypes
import importlib
import random
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from store.sqlite import MODULE
from tests.parts import missing

SECTOR = 512


@dataclass(frozen=True, slots=True)
class Write:
    """Bytes that were written at a place in the file."""

    at: int
    data: bytes

    def done(self, content: bytearray | None) -> bytearray | None:
        """The file afterwards. One that is not there cannot be written to."""
        if content is not None:
            content.extend(bytes(max(0, self.at - len(content))))
            content[self.at : self.at + len(self.data)] = self.data
        return content

    def parts(self) -> "Iterator[Write]":
        """The sectors, each of which reaches the disk or not."""
        for start in range(0, len(self.data), SECTOR):
            yield Write(self.at + start, self.data[start : start + SECTOR])


@dataclass(frozen=True, slots=True)
class Shorten:
    """The file was cut to a length in bytes."""

    size: int

    def done(self, content: bytearray | None) -> bytearray | None:
        """The file afterwards."""
        return None if content is None else content[: self.size]

    def parts(self) -> "Iterator[Shorten]":
        """It happens as a whole."""
        yield self


@dataclass(frozen=True, slots=True)
class Make:
    """The file was made."""

    def done(self, content: bytearray | None) -> bytearray | None:
        """The file afterwards."""
        return bytearray() if content is None else content

    def parts(self) -> "Iterator[Make]":
        """It happens as a whole."""
        yield self


@dataclass(frozen=True, slots=True)
class Remove:
    """The file was removed."""

    def done(self, content: bytearray | None) -> bytearray | None:  # noqa: ARG002 - whatever it was
        """Nothing is there afterwards."""
        return None

    def parts(self) -> "Iterator[Remove]":
        """It happens as a whole."""
        yield self


@dataclass(frozen=True, slots=True)
class Flush:
    """What had happened to the file so far is on the disk for good."""


Step = Write | Shorten | Make | Remove | Flush


@dataclass
class Disk:
    """A disk while the steps of a record happen one after the other; files by name."""

    sure: dict[str, bytearray | None]
    waiting: dict[str, list[Write | Shorten | Make | Remove]] = field(default_factory=dict)

    def happen(self, file: str, step: Step) -> None:
        """One step of the record."""
        waiting = self.waiting.setdefault(file, [])
        if not isinstance(step, Flush):
            waiting.append(step)
            return
        with_folder = any(isinstance(each, Make | Remove) for each in waiting)
        for each in waiting:
            self.sure[file] = each.done(self.sure.get(file))
        waiting.clear()
        if with_folder:
            # SQLite flushes the folder too, with the first flush of a new log or after a removal: all names are sure.
            for other in self.waiting:
                self._settle_name(other)

    def _settle_name(self, file: str) -> None:
        waiting = self.waiting[file]
        last = max((number for number, each in enumerate(waiting) if isinstance(each, Make | Remove)), default=None)
        if last is not None:
            self.sure[file] = waiting[last].done(None)
            del waiting[: last + 1]

    def after_a_cut(self, chance: random.Random) -> Mapping[str, bytes]:
        """What may be there if the power goes now."""
        left = {file: self._left(file, chance) for file in {**self.sure, **self.waiting}}
        return {file: bytes(content) for file, content in left.items() if content is not None}

    def _left(self, file: str, chance: random.Random) -> bytearray | None:
        sure = self.sure.get(file)
        content = None if sure is None else bytearray(sure)
        share = chance.choice((0.0, 0.1, 0.5, 0.9, 1.0))  # of what was under way got there
        for step in self.waiting.get(file, ()):
            for part in step.parts():
                content = part.done(content) if chance.random() < share else content
        return content


Record = list[tuple[str, Step]]


@contextmanager
def recorded(folder: Path) -> Iterator[Record]:
    """Notes what SQLite does to the files of a folder that are opened while this lasts."""
    with _Table(folder) as record:
        yield record


_Open = ctypes.CFUNCTYPE(ctypes.c_int, *[ctypes.c_void_p] * 3, ctypes.c_int, ctypes.c_void_p)
_Delete = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
_Write = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int, ctypes.c_int64)
_Truncate = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int64)
_Sync = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int)


class _Vfs(ctypes.Structure):
    """The beginning of sqlite3_vfs."""

    _fields_ = (
        ("version", ctypes.c_int),
        ("file_size", ctypes.c_int),
        ("longest_path", ctypes.c_int),
        ("next", ctypes.c_void_p),
        ("name", ctypes.c_char_p),
        ("data", ctypes.c_void_p),
        ("open", ctypes.c_void_p),
        ("delete", ctypes.c_void_p),
    )


class _Methods(ctypes.Structure):
    """sqlite3_io_methods, version 3: what can be done with an open file."""

    _fields_ = (
        ("version", ctypes.c_int),
        ("close", ctypes.c_void_p),
        ("read", ctypes.c_void_p),
        ("write", ctypes.c_void_p),
        ("truncate", ctypes.c_void_p),
        ("sync", ctypes.c_void_p),
        ("others", ctypes.c_void_p * 13),
    )


class _File(ctypes.Structure):
    """The beginning of sqlite3_file."""

    _fields_ = (("methods", ctypes.POINTER(_Methods)),)


class _Table:
    """The table of functions of SQLite's usual VFS, with some entries replaced."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._record: Record = []
        self._names: dict[int, str] = {}  # of open files, by the address of their sqlite3_file
        self._kept: list[object] = []  # Python must not clear away what SQLite still calls
        self._vfs = _usual_vfs()
        self._open, self._delete = _Open(self._vfs.open), _Delete(self._vfs.delete)

    def __enter__(self) -> Record:
        self._vfs.open = self._address(_Open(self._on_open))
        self._vfs.delete = self._address(_Delete(self._on_delete))
        return self._record

    def __exit__(self, *_: object) -> None:
        for name, original in (("open", self._open), ("delete", self._delete)):
            setattr(self._vfs, name, ctypes.cast(original, ctypes.c_void_p).value)

    def _on_open(self, vfs: int, path: int | None, file: int, flags: int, out: int) -> int:
        name = self._name(path)
        new = name is not None and not (self._folder / name).exists()
        code = int(self._open(vfs, path, file, flags, out))
        if name is not None and code == 0:
            self._names[file] = name
            self._record += [(name, Make())] if new else []
            self._replace_methods(_File.from_address(file))
        return code

    def _on_delete(self, vfs: int, path: int, flush: int) -> int:
        code, name = int(self._delete(vfs, path, flush)), self._name(path)
        if name is not None and code == 0:
            self._record += [(name, Remove()), *([(name, Flush())] if flush else [])]
        return code

    def _replace_methods(self, file: _File) -> None:
        """Gives an open file its own table of what can be done with it: the same functions, three of them noted."""
        own = _Methods.from_buffer_copy(file.methods.contents)
        write, truncate, sync = _Write(own.write), _Truncate(own.truncate), _Sync(own.sync)
        own.write = self._noted(_Write, write, lambda data, size, at: Write(at, ctypes.string_at(data, size)))
        own.truncate = self._noted(_Truncate, truncate, Shorten)
        own.sync = self._noted(_Sync, sync, lambda _flags: Flush())
        self._kept += [own, write, truncate, sync]
        file.methods = ctypes.pointer(own)

    def _noted(self, kind: Any, original: Callable[..., int], step: Callable[..., Step]) -> int:
        def call(file: int, *about: int) -> int:
            code = original(file, *about)
            if code == 0:
                self._record.append((self._names[file], step(*about)))
            return code

        return self._address(kind(call))

    def _name(self, path: int | None) -> str | None:
        """The name of a file of the folder; none for others."""
        found = Path(ctypes.string_at(path).decode()) if path else None
        return found.name if found is not None and found.parent == self._folder else None

    def _address(self, function: Any) -> int:
        self._kept.append(function)
        return ctypes.cast(function, ctypes.c_void_p).value or 0


def _usual_vfs() -> _Vfs:
    inside = "pysqlite3._sqlite3" if MODULE.__name__.startswith("pysqlite3") else "_sqlite3"
    try:
        library = ctypes.CDLL(importlib.import_module(inside).__file__)
        library.sqlite3_vfs_find.restype = ctypes.POINTER(_Vfs)
        found: _Vfs = library.sqlite3_vfs_find(None).contents
    except (AttributeError, OSError):
        missing("SQLite's table of file functions", "use a Python for which there is a wheel of pysqlite3")
    return found
