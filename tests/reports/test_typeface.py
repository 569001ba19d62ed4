"""Any text can be set: every character is drawn, or shown as a box."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.typeface import FONTS, MISSING, clean, one_line, runs, width


@given(st.text())
def test_runs_hold_one_drawn_character_for_each_typed_one(text: str) -> None:
    assert sum(len(run.text) for run in runs(text, "regular")) == len(text)


@given(st.text())
def test_what_is_drawn_or_stood_for_is_what_was_typed(text: str) -> None:
    assert "".join(run.stands_for or run.text for run in runs(text, "bold")) == text


@given(st.text())
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(st.text(min_size=1), st.text(min_size=1))
def test_a_text_is_as_wide_as_its_parts(one: str, other: str) -> None:
    assert width(one + other, "regular", 10) == pytest.approx(width(one, "regular", 10) + width(other, "regular", 10))


@pytest.mark.parametrize(
    ("typed", "cleaned"),
    [
        ("a\x00b\x1bc", "abc"),
        ("a\tb", "a b"),
        ("a\r\nb\u2028c", "a\nb\nc"),
        ("e\u0301", "é"),
        ("rechts\u202elinks", "rechtslinks"),
        ("50\u202f%", "50\u202f%"),
        ("a\u2003b", "a b"),
        ("halb\ud800", "halb"),
    ],
)
def test_invisible_characters_go_and_spaces_become_plain(typed: str, cleaned: str) -> None:
    assert clean(typed) == cleaned


def test_a_label_is_one_line() -> None:
    assert one_line("  zwei\nZei\u00adlen ") == "zwei Zeilen"


@pytest.mark.parametrize("text", ["Łódź", "Đà Nẵng", "Αθήνα", "Київ", "→", "½ €"])
def test_european_names_need_no_second_font(text: str) -> None:
    assert {run.font for run in runs(text, "regular")} == {"Inter-Regular"}


def test_dejavu_steps_in_where_inter_has_no_such_character() -> None:
    assert [run.font for run in runs("a☐", "regular")] == ["Inter-Regular", "DejaVuSans"]


@pytest.mark.parametrize("character", ["城", "م", "ע", "\U0001f600", "\ue000"])
def test_what_cannot_be_set_properly_becomes_a_box(character: str) -> None:
    (run,) = runs(character, "regular")
    assert (run.text, run.stands_for) == (MISSING, character)


@pytest.mark.parametrize("font", ["Inter", "DejaVu"])
def test_every_typeface_travels_with_its_licence(font: str) -> None:
    assert "opyright" in (FONTS / f"{font}-LICENSE.txt").read_text(encoding="utf-8")
