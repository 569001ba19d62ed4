"""Text is broken into lines that fit, without losing or inventing a letter, in time that grows with its length."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.document import Span
from reports.pdf.lines import TextLine, set_balanced, set_short, set_text
from reports.pdf.look import BODY, HEADINGS, Style
from reports.typeface import clean

_ROOM = 200.0
_WORDS = st.lists(st.text(alphabet="abcdefgäöüß-/.,19", min_size=1, max_size=60), min_size=1, max_size=30)


@given(_WORDS, st.floats(min_value=20, max_value=400))
def test_no_line_is_wider_than_its_room(words: list[str], room: float) -> None:
    assert all(line.width <= room + 1e-6 for line in _set(" ".join(words), room))


@given(_WORDS)
def test_no_letter_is_lost_or_invented(words: list[str]) -> None:
    text = " ".join(words)
    assert "".join(_plain(_set(text))).replace(" ", "") == text.replace(" ", "")


@given(st.text())
def test_any_text_keeps_all_that_can_be_seen_of_it(text: str) -> None:
    seen = "".join(clean(text).replace("\u00ad", "").split())
    assert "".join("".join(_plain(_set(text))).split()) == seen


def test_a_long_german_word_is_divided_where_german_divides_it() -> None:
    lines = _set("Interessenvertretungsaufgaben sind wichtig", 68)
    assert _plain(lines)[0] == "Interessenver"
    assert lines[0].pieces[-1].hyphen


def test_a_word_that_fits_is_not_divided() -> None:
    assert _plain(_set("kurze Worte", 400)) == ["kurze Worte"]


def test_a_paragraph_never_ends_in_half_a_word() -> None:
    lines = _plain(_set("Wir besprechen Interessenvertretungen", 150))
    assert lines == ["Wir besprechen", "Interessenvertretungen"]


def test_a_compound_with_a_hyphen_breaks_behind_it_and_gets_no_second_one() -> None:
    lines = _set("Mehrebenen-Diplomatie", 75)
    assert _plain(lines) == ["Mehrebenen-", "Diplomatie"]
    assert not lines[0].pieces[-1].hyphen


def test_an_address_breaks_at_its_slashes_without_hyphens() -> None:
    lines = _set("https://www.example.org/ein/langer/pfad", 100, HEADINGS[3])
    assert "".join(_plain(lines)) == "https://www.example.org/ein/langer/pfad"
    assert not any(piece.hyphen for line in lines for piece in line.pieces)


def test_a_figure_and_its_percent_sign_stay_together() -> None:
    assert "50\u202f%" in " ".join(_plain(_set("genau 50\u202f% aller", 40)))


@pytest.mark.parametrize(
    "whole",
    [
        "20. Mai",
        "20 May",
        "3. September",
        "jetzt: 2",
        "0 bis 5",
        "1,0 bis 2,5",
        "GOV.1.GP3.1.3",
        "27/1978",
        "14.06.2023",
        "PA 4.2",
        "Grad 3",
        "54 %",
        "12.000 €,",
    ],
)
def test_ids_dates_signs_and_short_numbers_stay_on_one_line(whole: str) -> None:
    room = max(line.width for line in _set(whole)) + 2
    lines = _plain(_set(f"Bisher gilt hier {whole} und mehr", room))
    assert [line for line in lines if whole in line]


@pytest.mark.parametrize("whole", ["54 %", "7 %,", "20. Mai"])
def test_what_is_too_wide_for_its_column_does_not_end_in_a_lonely_sign_or_month(whole: str) -> None:
    text = f"Partnerschaften {whole}"
    room = _set(text, 400)[0].width - 1
    assert _plain(_set(text, room))[-1] == whole


@pytest.mark.parametrize("room", [12.0, 20.0, 30.0])
def test_no_line_begins_with_a_space(room: float) -> None:
    assert not [
        line for line in _plain(_set("Auf Grad 3 folgt PA 4.2, dann Jahrgang 12", room)) if line.startswith(" ")
    ]


def test_a_line_break_in_a_text_ends_the_line() -> None:
    assert _plain(_set("eins\nzwei")) == ["eins", "zwei"]


def test_spans_that_touch_make_one_word() -> None:
    lines = set_text((Span("Ziel", strong=True), Span(", nicht Weg")), BODY, _ROOM, "de")
    assert _plain(lines) == ["Ziel, nicht Weg"]


def test_a_link_over_several_words_is_one_link() -> None:
    lines = set_text((Span("siehe "), Span("die andere Seite", anchor="x"), Span(".")), BODY, _ROOM, "de")
    assert [piece.text for piece in lines[0].pieces if piece.target] == ["die andere Seite"]


def test_a_link_over_several_lines_keeps_one_target() -> None:
    lines = set_text((Span("Wort " * 40, href="https://example.org"),), BODY, _ROOM, "de")
    assert len({id(piece.target) for line in lines for piece in line.pieces}) == 1


def test_headings_are_even_instead_of_ending_in_one_word() -> None:
    text = "Strategie und Steuerung der internationalen Arbeit"
    ragged = set_text((Span(text),), HEADINGS[1], 470, "de")
    even = set_balanced((Span(text),), HEADINGS[1], 470, "de")
    assert len(even) == len(ragged) == 2
    assert abs(even[0].width - even[1].width) < abs(ragged[0].width - ragged[1].width)


@pytest.mark.parametrize("limit", [1, 2, 3])
def test_a_text_that_must_be_short_ends_in_an_ellipsis(limit: int) -> None:
    lines = set_short("Wort " * 100, BODY, _ROOM, "de", limit=limit)
    assert len(lines) == limit
    assert _plain(lines)[-1].endswith("\u2026")
    assert all(line.width <= _ROOM for line in lines)


def _set(text: str, room: float = _ROOM, style: Style = BODY) -> tuple[TextLine, ...]:
    return set_text((Span(text),), style, room, "de")


def _plain(lines: tuple[TextLine, ...]) -> list[str]:
    return ["".join(piece.text for piece in line.pieces) for line in lines]


@pytest.mark.parametrize("text", ["Geschäftsordnung Nr. 5", "Konzept, S. 88", "(O1 L, O2 P", "(GOV.1 GP2.1.2 N);"])
def test_what_belongs_to_the_word_before_it_stays_on_its_line(text: str) -> None:
    short = text.rsplit(" ", 2)[-2:]
    room = set_text((Span(text),), BODY, 1_000, "de")[0].width - 1
    assert _plain(_set(text, room))[-1] == " ".join(short)
