"""How well a colour can be told from another one, after WCAG 2.2: the ratio of their luminances, from 1 to 21.

The formula is that of relative luminance and contrast ratio in WCAG 2.2, success criterion 1.4.3.
"""

import colorsys
import re

LEGIBLE = 4.5
"""The ratio that text of usual size needs (WCAG AA)."""

WHITE = "#FFFFFF"
_HEX = re.compile(r"#[0-9A-Fa-f]{6}")
_STEPS = 400


def is_colour(text: str) -> bool:
    """Whether this is a colour as it is written here: # and six hexadecimal digits."""
    return _HEX.fullmatch(text) is not None


def contrast(one: str, other: str) -> float:
    """The ratio of two colours written as #RRGGBB."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def nearest_legible(colour: str, against: str = WHITE) -> str:
    """The colour itself where it is legible; else the first one that is, of the same hue, going darker."""
    red, green, blue = _parts(colour)
    hue, lightness, saturation = colorsys.rgb_to_hls(red, green, blue)
    for step in range(_STEPS + 1):
        tried = _written(*colorsys.hls_to_rgb(hue, lightness * (1 - step / _STEPS), saturation))
        if contrast(tried, against) >= LEGIBLE:
            return tried if step else colour.upper()
    return "#000000"


def mixed(colour: str, other: str, share: float) -> str:
    """Between two colours: `share` of the second one, from 0 to 1."""
    pairs = zip(_parts(colour), _parts(other), strict=True)
    red, green, blue = (one + (two - one) * share for one, two in pairs)
    return _written(red, green, blue)


def _parts(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return red, green, blue


def _written(red: float, green: float, blue: float) -> str:
    return "#" + "".join(f"{round(part * 255):02X}" for part in (red, green, blue))


def _luminance(colour: str) -> float:
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in _parts(colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
