"""Reads YAML that strangers may have written: events only, bounded, without recursion, every place remembered.

YAML's shortcuts (anchors, aliases, merge keys, tags) are refused, because a few hundred bytes of them can keep a
machine busy for ever. Plain values become null, true, false, whole numbers or exact decimals; everything else is text.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, NoReturn

import yaml
from yaml import events as ev

from assessment.loading import syntax
from assessment.loading.pure_parser import PureParser
from assessment.loading.spelling import clipped
from assessment.loading.tree import Mark, Path, Plain, Tree
from models.message import Message, say
from models.problem import InputRefused, Place, Problem


def _event_parser() -> Callable[[str], Any]:
    try:
        from yaml._yaml import CParser  # noqa: PLC0415 - absent where PyYAML was built without libyaml
    except ImportError:
        return PureParser
    return CParser


_EVENTS = _event_parser()

MAX_BYTES = 1_000_000
MAX_DEPTH = 16
MAX_NODES = 200_000
MAX_TEXT = 20_000
MAX_PROBLEMS = 100
"""A reader who has a hundred problems to mend does not need the next thousand."""

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Control characters and what is no character at all; tabs and line breaks are none of them."""

_WHOLE = re.compile(r"-?(0|[1-9][0-9]{0,17})\Z")
_DECIMAL = re.compile(r"-?(0|[1-9][0-9]{0,17})\.[0-9]{1,17}\Z")
_WORDS: dict[str, Plain] = {"": None, "~": None, "null": None, "true": True, "false": False}


def read(data: bytes, file: str) -> Tree:
    """The tree of a YAML file.

    Args:
        data: the file's bytes.
        file: its name, as people are to see it in problems.

    Raises:
        InputRefused: where nothing sensible can be made of the file.
    """
    text = _text(data, file)
    return _Builder(file).build(text)


def _text(data: bytes, file: str) -> str:
    if len(data) > MAX_BYTES:
        _refuse(
            Place(file),
            say("The file is too large"),
            say("At most {limit} bytes are read", limit=MAX_BYTES),
        )
    if (kind := _kind_of_file(data)) is not None:
        _refuse(
            Place(file, 1, 1),
            say("This is {kind}, not an answers file", kind=kind),
            say("Expected is a text file (YAML) or a workbook (.xlsx), whatever the name of the file ends in"),
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig")
        _refuse(
            _place_after(file, before),
            say("The byte {value} is not UTF-8 text", value=f"0x{data[error.start]:02X}"),
            say("Expected is a text file in UTF-8"),
            say("Save the file as UTF-8 in your editor."),
        )
    if forbidden := FORBIDDEN.search(text):
        _refuse(_place_after(file, text[: forbidden.start()]), *_control_character(forbidden.group()))
    return text


_BEGINNINGS: tuple[tuple[bytes, Message], ...] = (
    (b"%PDF", say("a PDF document")),
    (b"\xff\xd8\xff", say("a picture")),
    (b"\x89PNG", say("a picture")),
    (b"GIF8", say("a picture")),
    (b"<!doctype html", say("a web page")),
    (b"<html", say("a web page")),
    (b"PK\x03\x04", say("a workbook or another archive")),
)
_A_SLIP = 8
"""So many zero bytes may have got into a text by mistake; the first is then shown. Other files are full of them."""
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def _kind_of_file(data: bytes) -> Message | None:
    """What a file is that is clearly no text for this reader; None for what may be one."""
    beginning = data[:1000].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    known = next((kind for start, kind in _BEGINNINGS if beginning.startswith(start.lower())), None)
    noughts = data[:1000].count(0)
    return known or (say("a file for a program") if noughts > _A_SLIP and not data.startswith(_UTF_16) else None)


def _place_after(file: str, before: str) -> Place:
    return Place(file, before.count("\n") + 1, len(before) - before.rfind("\n"))


def _control_character(character: str) -> tuple[Message, Message]:
    found = say("The control character {code} stands here", code=f"U+{ord(character):04X}")
    return found, say("Texts hold letters, signs, tabs and line breaks only")


def _refuse(place: Place, found: Message, expected: Message, suggestion: Message | None = None) -> NoReturn:
    raise InputRefused((Problem(place, "", found, expected, suggestion),))


@dataclass(slots=True)
class _Frame:
    """A mapping or sequence that is still open. `key` waits for its value; a `dropped` one was there already."""

    node: dict[str, Any] | list[Any]
    path: Path
    key: str | None = None
    dropped: bool = False


@dataclass(slots=True)
class _Builder:
    """Puts a stream of events together, with its own stack, so that no depth can exhaust Python's."""

    file: str
    root: Plain = None
    values: dict[Path, Mark] = field(default_factory=dict)
    keys: dict[Path, Mark] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    stack: list[_Frame] = field(default_factory=list)
    documents: int = 0
    nodes: int = 0

    def build(self, text: str) -> Tree:
        """The tree of all events of `text`."""
        try:
            self._drain(_EVENTS(text))
        except yaml.MarkedYAMLError as error:
            mark, explanation = syntax.explain(error, text)
            self._stop(mark, *explanation)
        if self.documents == 0:
            self._stop((1, 1), say("The file is empty"), say("Expected are keys and values"))
        return Tree(self.file, self.root, self.values, self.keys, tuple(self.problems))

    def _drain(self, parser: Any) -> None:
        handlers: dict[type[Any], Callable[[Any], None]] = {
            ev.ScalarEvent: self._scalar,
            ev.MappingStartEvent: self._open,
            ev.SequenceStartEvent: self._open,
            ev.MappingEndEvent: self._close,
            ev.SequenceEndEvent: self._close,
            ev.AliasEvent: self._alias,
            ev.DocumentStartEvent: self._document,
        }
        while (event := parser.get_event()) is not None:
            handler = handlers.get(type(event))
            if handler is not None:
                handler(event)

    def _document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            found = say("A second document begins here")
            self._stop(_mark(event.start_mark), found, say("A file holds one document"), say("Remove the line ---."))

    def _alias(self, event: Any) -> None:
        self._shortcut(event, say("The alias *{name} stands here", name=event.anchor[:40]))

    def _check_node(self, event: Any) -> None:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            found = say("The file holds more than {limit} values", limit=MAX_NODES)
            self._stop(_mark(event.start_mark), found, say("At most {limit} values are read", limit=MAX_NODES))
        if event.anchor is not None:
            self._shortcut(event, say("The anchor &{name} stands here", name=event.anchor[:40]))
        if event.tag is not None:
            name = event.tag.replace("tag:yaml.org,2002:", "!!")[:40]
            self._shortcut(event, say("The tag {name} stands here", name=name))

    def _shortcut(self, event: Any, found: Message) -> NoReturn:
        expected = say("Anchors, aliases, merge keys and tags of YAML are not read")
        self._stop(_mark(event.start_mark), found, expected, say("Write the value out wherever it is needed."))

    def _scalar(self, event: Any) -> None:
        self._check_node(event)
        mark = _mark(event.start_mark)
        self._check_text(event.value, mark)
        if self._key_is_next():
            self._take_key(event, mark)
        else:
            self._put(_typed(event), mark)

    def _check_text(self, text: str, mark: Mark) -> None:
        if len(text) > MAX_TEXT:
            found = say("A text of {count} characters begins here", count=len(text))
            self._stop(mark, found, say("At most {limit} characters are read", limit=MAX_TEXT))
        if forbidden := FORBIDDEN.search(text):
            self._stop(mark, *_control_character(forbidden.group()))

    def _key_is_next(self) -> bool:
        return bool(self.stack) and isinstance(self.stack[-1].node, dict) and self.stack[-1].key is None

    def _take_key(self, event: Any, mark: Mark) -> None:
        key: str = event.value
        if key == "<<" and _is_plain(event):
            self._shortcut(event, say("The merge key << stands here"))
        frame = self.stack[-1]
        path = (*frame.path, key)
        frame.key, frame.dropped = key, path in self.keys
        if frame.dropped:
            self._note_duplicate(key, mark, self.keys[path])
        else:
            self.keys[path] = mark

    def _note_duplicate(self, key: str, mark: Mark, first: Mark) -> None:
        found = say("The key {key} stands here and already on line {line}", key=clipped(key), line=first[0])
        expected = say("Each key stands once")
        self._note(mark, found, expected, say("Keep one of the two lines."))
        if len(self.problems) >= MAX_PROBLEMS:
            raise InputRefused(self.problems)

    def _put(self, value: Plain, mark: Mark) -> None:
        if not self.stack:
            self.root, self.values[()] = value, mark
            return
        frame = self.stack[-1]
        self.values.setdefault(self._next_path(), mark)
        if isinstance(frame.node, list):
            frame.node.append(value)
            return
        if not frame.dropped:
            frame.node[str(frame.key)] = value
        frame.key = None

    def _next_path(self) -> Path:
        if not self.stack:
            return ()
        frame = self.stack[-1]
        if isinstance(frame.node, list):
            return (*frame.path, len(frame.node))
        # What hangs under a key given twice is read and dropped; the mark keeps its places apart from the first one's.
        return (*frame.path, f"{frame.key}\0" if frame.dropped else str(frame.key))

    def _open(self, event: Any) -> None:
        self._check_node(event)
        mark = _mark(event.start_mark)
        if self._key_is_next():
            self._stop(mark, say("A list or a group of keys stands where a key belongs"), say("Keys are plain text"))
        if len(self.stack) >= MAX_DEPTH:
            found = say("Values are nested more than {limit} deep", limit=MAX_DEPTH)
            self._stop(mark, found, say("At most {limit} levels are read", limit=MAX_DEPTH))
        path = self._next_path()
        self.values.setdefault(path, mark)
        self.stack.append(_Frame({} if isinstance(event, ev.MappingStartEvent) else [], path))

    def _close(self, _event: Any) -> None:
        frame = self.stack.pop()
        value: Plain = tuple(frame.node) if isinstance(frame.node, list) else frame.node
        self._put(value, self.values[frame.path])

    def _note(self, mark: Mark, found: Message, expected: Message, suggestion: Message | None = None) -> None:
        self.problems.append(Problem(Place(self.file, *mark), "", found, expected, suggestion))

    def _stop(self, mark: Mark, found: Message, expected: Message, suggestion: Message | None = None) -> NoReturn:
        self._note(mark, found, expected, suggestion)
        raise InputRefused(self.problems)


def _mark(mark: Any) -> Mark:
    return mark.line + 1, mark.column + 1


def _is_plain(event: Any) -> bool:
    return not event.style  # the C parser says "" where the Python one says None


def _typed(event: Any) -> Plain:
    text: str = event.value
    if not _is_plain(event):
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _WHOLE.match(text):
        return int(text)
    return Decimal(text) if _DECIMAL.match(text) else text
