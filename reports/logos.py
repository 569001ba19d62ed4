"""Logos: a picture from outside becomes one that this program wrote itself, or is refused with a sentence.

Only PNG and JPEG are looked at, the size is asked before a single pixel is unpacked, and what comes out holds pixels
alone: no metadata, no second file behind the first one, no profile.
"""

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from PIL import Image, ImageOps, UnidentifiedImageError

from models.branding import LOGO_BYTES, LOGO_PIXELS
from models.message import Message, say
from models.problem import InputRefused, Place, Problem

_FORMATS = ("PNG", "JPEG")
_LARGEST_SIDE = 1200
"""Pixels: a logo is a few centimetres wide on paper, so more would only make every report larger."""


def read_logo(data: bytes, name: str) -> bytes:
    """The picture, written anew as PNG. The same picture gives the same bytes.

    Args:
        data: the file as somebody sent it.
        name: what it is called, for the sentence that refuses it.

    Raises:
        InputRefused: for what is too large, no PNG or JPEG, or damaged.
    """
    if len(data) > LOGO_BYTES:
        raise _refused(name, say("This file is larger than 1 MB"), say("Expected is a logo of at most 1 MB"))
    with _calmly(name):
        picture = Image.open(io.BytesIO(data), formats=_FORMATS)
        if picture.width * picture.height > LOGO_PIXELS:
            raise _refused(
                name,
                say("This picture has {width} times {height} pixels", width=picture.width, height=picture.height),
                _FEWER,
            )
        return _written(picture)


def size_of(logo: bytes) -> tuple[int, int]:
    """Width and height in pixels of a logo that this program wrote."""
    width, height = Image.open(io.BytesIO(logo), formats=("PNG",)).size
    return width, height


@cache
def blank_logo(width: int, height: int) -> bytes:
    """One that holds the place of a logo which is not there any more. Raises `ValueError` for a size that none has."""
    if not (0 < width <= _LARGEST_SIDE and 0 < height <= _LARGEST_SIDE):
        raise ValueError("no logo is of this size")
    return _written(Image.new("RGBA", (width, height)))


def _written(picture: Image.Image) -> bytes:
    upright = ImageOps.exif_transpose(picture)
    clean = upright.convert("RGBA")
    clean.thumbnail((_LARGEST_SIDE, _LARGEST_SIDE))
    bare = Image.new("RGBA", clean.size)
    bare.paste(clean)
    out = io.BytesIO()
    bare.save(out, "PNG", optimize=False)
    return out.getvalue()


@contextmanager
def _calmly(name: str) -> Iterator[None]:
    """Whatever Pillow finds wrong with a file becomes one sentence."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            yield
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _refused(name, say("This picture has far too many pixels"), _FEWER) from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise _refused(name, say("This is no PNG or JPEG that can be read"), _EXPECTED) from error


_FEWER = say("Expected are at most 4 million pixels")
_EXPECTED = say("Expected is a picture as PNG or JPEG; other kinds, SVG among them, are not taken")


def _refused(name: str, found: Message, expected: Message) -> InputRefused:
    return InputRefused((Problem(Place(name), "", found, expected),))
