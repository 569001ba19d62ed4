"""Colours are told apart by everybody and leave text legible."""

from itertools import pairwise

import pytest

from reports.palette import COVER, DARK, PAPER, RATINGS, Theme, rating

_AA = 4.5
_AA_GRAPHICS = 3.0
_THEMES = {"paper": PAPER, "dark": DARK, "cover": COVER}
# How a colour looks to people without red cones or without green cones (Viénot, Brettel and Mollon 1999), linear RGB.
_BLINDNESS = {
    "protanopia": ((0.11238, 0.88762, 0.0), (0.11238, 0.88762, 0.0), (0.00401, -0.00401, 1.0)),
    "deuteranopia": ((0.29275, 0.70725, 0.0), (0.29275, 0.70725, 0.0), (-0.02234, 0.02234, 1.0)),
}


@pytest.mark.parametrize("theme", _THEMES.values(), ids=_THEMES)
@pytest.mark.parametrize("ink", ["ink", "muted", "heading", "accent"])
def test_text_is_legible_on_its_ground(theme: Theme, ink: str) -> None:
    assert _contrast(getattr(theme, ink), theme.ground) >= _AA


@pytest.mark.parametrize("theme", _THEMES.values(), ids=_THEMES)
@pytest.mark.parametrize("role", ["city", "target", "previous", "median"])
def test_lines_stand_out_from_their_ground(theme: Theme, role: str) -> None:
    assert _contrast(getattr(theme, role), theme.soft) >= _AA_GRAPHICS


@pytest.mark.parametrize("letter", RATINGS)
def test_a_letter_is_legible_on_its_colour(letter: str) -> None:
    assert _contrast(RATINGS[letter].ink, RATINGS[letter].fill) >= _AA


@pytest.mark.parametrize("theme", _THEMES.values(), ids=_THEMES)
def test_what_is_not_rated_is_legible_too(theme: Theme) -> None:
    assert _contrast(theme.absent.ink, theme.absent.fill) >= _AA


@pytest.mark.parametrize("blindness", _BLINDNESS)
def test_ratings_grow_darker_in_order_for_colour_blind_readers(blindness: str) -> None:
    lightness = [_luminance(_seen(RATINGS[letter].fill, blindness)) for letter in "NPLF"]
    assert all(better < worse * 0.85 for worse, better in pairwise(lightness))


@pytest.mark.parametrize("blindness", _BLINDNESS)
@pytest.mark.parametrize("theme", _THEMES.values(), ids=_THEMES)
def test_city_and_target_differ_for_colour_blind_readers(theme: Theme, blindness: str) -> None:
    seen = [_seen(colour, blindness) for colour in (theme.city, theme.target)]
    assert max(abs(one - other) for one, other in zip(*seen, strict=True)) > 0.15


def test_refined_letters_have_the_colour_of_the_letter_they_count_as() -> None:
    assert rating("P-") == rating("P")
    assert rating("L+") == rating("L")


def test_no_rating_has_a_colour_of_its_own() -> None:
    assert rating(None).fill not in {shade.fill for shade in RATINGS.values()}


def _linear(colour: str) -> tuple[float, ...]:
    parts = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return tuple(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)


def _seen(colour: str, blindness: str) -> tuple[float, ...]:
    red, green, blue = _linear(colour)
    return tuple(a * red + b * green + c * blue for a, b, c in _BLINDNESS[blindness])


def _luminance(linear: tuple[float, ...]) -> float:
    red, green, blue = linear
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    darker, lighter = sorted((_luminance(_linear(one)), _luminance(_linear(other))))
    return (lighter + 0.05) / (darker + 0.05)
