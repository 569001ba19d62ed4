"""Running text broken into lines: by measured widths, with hyphenation, in time that grows with the length only.

No markup is read anywhere: what a person typed is text and stays text.
"""

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import pyphen
from babel.dates import get_month_names

from models.authored import LANGUAGES, Language
from reports.document import Span
from reports.palette import PAPER
from reports.pdf.look import Style
from reports.pdf.pen import Ink, Target
from reports.typeface import clean, one_line, width


def _months() -> set[str]:
    """The names of the months in every language of ours; all of them, since names of cities stay as they are."""
    named = (get_month_names("wide", locale=language).values() for language in LANGUAGES)
    return {month for names in named for month in names}


_SOFT = "\u00ad"
_DICTIONARIES: dict[Language, str] = {"de": "de_DE", "en": "en_GB"}
_SHORTEST_DIVIDED = 6
_LONGEST_LOOKED_UP = 60
_MOST_BALANCED = 4
_LONGEST_BELONGING = 11
# A line may end after these without a hyphen, where a word goes on behind them: hyphens, slashes, parts of addresses.
# It does not end inside a number or an id: "GP3.1.3", "14.06.", "27/1978" stay whole.
_AFTER = re.compile(
    r"(?<=[^\W\d]|\))[-/\u2013\u2014](?=[\w(])|(?<=\d)[-/\u2013\u2014](?=[^\W\d]|\()"
    r"|(?<=[^\W\d])\.(?=[^\W\d])|(?<=\w)[?&=_@](?=\w)|/(?=[^\W\d])"
)
# "level 2", "PA 4.2", "now: 2", "Nr. 5": a short number stays with the word or the short form before it.
_SHORT_NUMBER = re.compile(r"\d{1,2}([.,]\d{1,2})?\W{0,2}")
_WORD_BEFORE = re.compile(r".*[^\W\d_]:?|(.*\W)?[^\W\d_]{1,4}\.")
# "54 %", "12,000 €", "67 × sure", "PA 1.1 L,": a sign or the letter of a rating stays with the number before it.
_SIGN = re.compile(r"[%€‰×]\W{0,2}|[NPLF]\W{0,3}")
_NUMBER_BEFORE = re.compile(r".*\d")
# "20. Mai", "20 May", "0 to 2", "1,0 bis 2,5": a month stays with its day, and a range is not torn.
_AFTER_A_DAY = re.compile(rf"({'|'.join(sorted(_months()))})\W{{0,2}}")
_DAY_BEFORE = re.compile(r"(.*\W)?\d{1,2}\.?")
_UP_TO = re.compile(r"bis|to")
_START_BEFORE = re.compile(r"(.*\W)?\d{1,2}([.,]\d{1,2})?")
_BELONGING = (
    (_WORD_BEFORE, _SHORT_NUMBER),
    (_NUMBER_BEFORE, _SIGN),
    (_DAY_BEFORE, _AFTER_A_DAY),
    (_START_BEFORE, _UP_TO),
)
"""What a word may end in, and what then stays with it."""
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line in one ink; `hyphen` draws one behind it."""

    text: str
    ink: Ink
    target: Target | None = None
    hyphen: bool = False

    @property
    def width(self) -> float:
        """In points, with its hyphen."""
        return width(self.text + "-" * self.hyphen, self.ink.face, self.ink.size)


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of text, ready to be drawn."""

    pieces: tuple[Piece, ...]

    @property
    def width(self) -> float:
        """In points."""
        return sum(piece.width for piece in self.pieces)


Word = tuple[Piece, ...]


def set_text(spans: Iterable[Span], style: Style, room: float, language: Language) -> tuple[TextLine, ...]:
    """The lines of a text that are at most `room` points wide. A text without any letters has no lines."""
    breaker = _Breaker(style, room, language)
    for words in _paragraphs(spans, style):
        for word in words[:-1]:
            breaker.put(word)
        for word in words[-1:]:
            breaker.put_whole(word)
        breaker.end_line()
    return tuple(breaker.lines)


def set_balanced(spans: Sequence[Span], style: Style, room: float, language: Language) -> tuple[TextLine, ...]:
    """The lines of a short text, as even as they can be without growing in number: for headings and titles."""
    lines = set_text(spans, style, room, language)
    low, high = room / 2, room
    while 1 < len(lines) <= _MOST_BALANCED and high - low > style.size:
        middle = (low + high) / 2
        tried = set_text(spans, style, middle, language)
        low, high = (low, middle) if len(tried) == len(lines) else (middle, high)
    return set_text(spans, style, high, language) if high < room else lines


def set_short(text: str, style: Style, room: float, language: Language, *, limit: int) -> tuple[TextLine, ...]:
    """The lines of a plain text, at most `limit` of them; what is more ends in an ellipsis."""
    lines = set_balanced((Span(one_line(text)),), style, room, language)
    if len(lines) <= limit:
        return lines
    lines = set_text((Span(one_line(text)),), style, room - style.size, language)
    *others, last = lines[limit - 1].pieces
    return (*lines[: limit - 1], TextLine((*others, replace(last, text=last.text + "\u2026", hyphen=False))))


def widest_stretch(
    spans: Iterable[Span], style: Style, language: Language, *, at_least: float = 0, at_most: float = math.inf
) -> float:
    """The width, in points, of the widest part of a text that no end of a line should divide.

    Args:
        spans: the text.
        style: in which it is set.
        language: whose words may be divided.
        at_least: what comes out where no part is wider. Words of so few letters that they cannot be are not measured.
        at_most: parts that are wider are divided anyhow, and do not count.
    """
    divided = language if style.divided else None
    widest = at_least
    for span in spans:
        look = _look(span, style)
        for word in clean(span.text).replace(_SOFT, "").split():
            if len(word) * style.size > widest:
                parts = (part.width for piece in _chunks(word, look) for part in _stretches(piece, divided))
                widest = max([widest, *(wide for wide in parts if wide <= at_most)])
    return widest


def _stretches(piece: Piece, language: Language | None) -> Iterator[Piece]:
    start = 0
    for place, hyphen in (*_places(piece.text, language), (len(piece.text), piece.hyphen)):
        yield replace(piece, text=piece.text[start:place], hyphen=hyphen)
        start = place


class _Breaker:
    """Fills line after line; a word that does not fit is divided, or begins the next line."""

    def __init__(self, style: Style, room: float, language: Language) -> None:
        self.lines: list[TextLine] = []
        self._style = style
        self._room = max(room, style.size * 1.5)
        self._language: Language | None = language if style.divided else None
        self._space = width(" ", style.face, style.size)
        self._pieces: list[Piece] = []
        self._used = 0.0

    def put(self, word: Word) -> None:
        """Adds a word, on as many lines as it takes."""
        rest: Word | None = word
        while rest:
            rest = self._put_some(rest)

    def put_whole(self, word: Word) -> None:
        """Adds the last word of a paragraph, so that no paragraph ends in a line with half a word."""
        if self._pieces and _width_up_to(word, self._room) <= self._room < self._used + self._space + _width_up_to(
            word, self._room
        ):
            self.end_line()
        self.put(word)

    def end_line(self) -> None:
        """Ends the line where something stands in it."""
        if self._pieces:
            self.lines.append(TextLine(tuple(_joined(self._pieces))))
        self._pieces, self._used = [], 0.0

    def _put_some(self, word: Word) -> Word | None:
        space = self._space if self._pieces else 0.0
        left = self._room - self._used - space
        wide = _width_up_to(word, left)
        if wide <= left:
            self._append(word, space, wide)
            return None
        head, tail = _divide(word, left, self._language, anywhere=not self._pieces)
        if head:
            self._append(head, space, 0)
        self.end_line()
        return tail

    def _append(self, word: Word, space: float, wide: float) -> None:
        if space:
            self._pieces.append(replace(word[0], text=" ", hyphen=False, target=self._shared_target(word)))
        self._pieces.extend(word)
        self._used += space + wide

    def _shared_target(self, word: Word) -> Target | None:
        """The space between two words of one link belongs to the link."""
        return word[0].target if self._pieces[-1].target is word[0].target else None


def _width_up_to(word: Word, enough: float) -> float:
    """The width of a word; of one that is wider than `enough`, only that it is."""
    wide = 0.0
    for piece in word:
        wide += piece.width
        if wide > enough:
            break
    return wide


def _divide(word: Word, room: float, language: Language | None, *, anywhere: bool) -> tuple[Word, Word]:
    """The part of a word that fits into `room`, and the rest. With `anywhere`, at least one character is taken."""
    for index, piece in enumerate(word):
        if piece.width > room:
            before = word[:index]
            if before and piece.text.startswith(" "):
                return _whole(before, word[index:], anywhere=anywhere)
            head, tail = _divided(piece, room, language, anywhere=anywhere and not before)
            if head is None:
                return _whole(before, word[index:], anywhere=anywhere)
            return (*before, head), (tail, *word[index + 1 :])
        room -= piece.width
    return word, ()


def _whole(before: Word, after: Word, *, anywhere: bool) -> tuple[Word, Word]:
    """Between two pieces of one word the line breaks only where it must, at the loosest joint; no line begins blank."""
    if not anywhere:
        return (), (*before, *after)
    pieces = (*before, *after)
    loose = (at for at in range(len(before), 0, -1) if _is_loose(pieces[at - 1], pieces[at]))
    place = next(loose, len(before))
    first = replace(pieces[place], text=pieces[place].text.lstrip(" "))
    return pieces[:place], (first, *pieces[place + 1 :])


def _is_loose(piece: Piece, following: Piece) -> bool:
    """Whether a line that must break may break here: before a number, but not inside a range, nor before a sign."""
    belongs = following.text.startswith(" ")
    numbered = _SHORT_NUMBER.fullmatch(following.text.strip()) and not _UP_TO.fullmatch(piece.text.strip())
    return not belongs or bool(numbered)


def _divided(piece: Piece, room: float, language: Language | None, *, anywhere: bool) -> tuple[Piece | None, Piece]:
    for place, hyphen in reversed(_places(piece.text, language)):
        head = replace(piece, text=piece.text[:place], hyphen=hyphen)
        if head.width <= room:
            return head, replace(piece, text=piece.text[place:])
    if not anywhere:
        return None, piece
    place = _fitting(piece, room)
    return replace(piece, text=piece.text[:place]), replace(piece, text=piece.text[place:])


def _fitting(piece: Piece, room: float) -> int:
    """How many characters fit, at least one."""
    used = 0.0
    for number, character in enumerate(piece.text):
        used += width(character, piece.ink.face, piece.ink.size)
        if used > room and number:
            return number
    return len(piece.text)


@lru_cache(maxsize=20_000)
def _places(text: str, language: Language | None) -> tuple[tuple[int, bool], ...]:
    """Where a word may be divided, and whether a hyphen has to be added there."""
    places = {match.end(): False for match in _AFTER.finditer(text)}
    if language is not None:
        for match in _WORD.finditer(text):
            if len(match[0]) >= _SHORTEST_DIVIDED:
                places.update((match.start() + place, True) for place in _dictionary(language).positions(match[0]))
    return tuple(sorted(places.items()))


@lru_cache(maxsize=len(_DICTIONARIES))
def _dictionary(language: Language) -> pyphen.Pyphen:
    return pyphen.Pyphen(lang=_DICTIONARIES[language], left=3, right=3)


def _paragraphs(spans: Iterable[Span], style: Style) -> Iterator[Sequence[Word]]:
    """The words of each paragraph; a line break in the text ends one."""
    words: list[Word] = []
    glued = False
    for span in spans:
        look = _look(span, style)
        for number, text in enumerate(clean(span.text).replace(_SOFT, "").split("\n")):
            if number:
                yield words
                words, glued = [], False
            glued = _take(words, text, look, glued=glued)
    yield words


def _take(words: list[Word], text: str, look: Piece, *, glued: bool) -> bool:
    """Adds the words of a span; the first one grows the last word where no space stands between them."""
    for number, part in enumerate(text.split(" ")):
        if part and number == 0 and glued and words:
            words[-1] = (*words[-1], *_chunks(part, look))
        elif part and words and _belongs_to(words[-1], part):
            words[-1] = (*words[-1], *_chunks(f" {part}", look))
        elif part:
            words.append(tuple(_chunks(part, look)))
    return not text.endswith(" ") if text else glued


def _belongs_to(word: Word, part: str) -> bool:
    """Whether a word is a number, a sign or a month that stays on the line of the word before it."""
    before = word[-1].text
    if len(part) > _LONGEST_BELONGING:
        return False
    return any(this.fullmatch(part) and that.fullmatch(before) for that, this in _BELONGING)


def _chunks(part: str, look: Piece) -> Iterator[Piece]:
    """A word in pieces of bounded length, so that an endless one costs no more than as many short ones."""
    for start in range(0, len(part), _LONGEST_LOOKED_UP):
        yield replace(look, text=part[start : start + _LONGEST_LOOKED_UP])


def _look(span: Span, style: Style) -> Piece:
    face = style.strong if span.strong else style.face
    if span.anchor is None and span.href is None:
        return Piece("", Ink(face, style.size, style.colour))
    return Piece("", Ink(face, style.size, PAPER.accent), Target(clean(span.text), span.anchor, span.href))


def _joined(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Neighbours that look the same become one."""
    current = pieces[0]
    for piece in pieces[1:]:
        alike = piece.ink == current.ink and piece.target is current.target
        if alike and not current.hyphen:
            current = replace(current, text=current.text + piece.text, hyphen=piece.hyphen)
        else:
            yield current
            current = piece
    yield current
