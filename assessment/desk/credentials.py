"""What may be a login name and what may be a password. Length and rarity count; no mixture of signs is demanded."""

import re
import unicodedata
from functools import cache
from pathlib import Path

from assessment.desk.errors import NotAccepted
from models.message import say

PASSWORD_SHORTEST = 12
PASSWORD_LONGEST = 256
LOGIN_LONGEST = 64

_LOGIN = re.compile(r"[\w.@+-]{2,64}")
_DENIED = Path(__file__).parent / "denied-passwords.txt"
_ROWS = ("abcdefghijklmnopqrstuvwxyz", "1234567890", "qwertzuiopü", "qwertyuiop", "asdfghjklöä", "yxcvbnm", "zxcvbnm")


def login(written: str) -> str:
    """A login name in the one form in which it is kept. Raises `NotAccepted`."""
    kept = as_kept(written)
    if _LOGIN.fullmatch(kept) is None:
        raise NotAccepted(
            say("A login name has 2 to {most} letters, digits or one of . _ - + @, and no spaces.", most=LOGIN_LONGEST)
        )
    return kept


def as_kept(written: str) -> str:
    """A login name as it would be kept, whatever was typed: without space around it, small, in one Unicode form."""
    return unicodedata.normalize("NFKC", written).strip().casefold()


def password(written: str, login_name: str) -> str:
    """A password that may be used. Raises `NotAccepted`."""
    if len(written) < PASSWORD_SHORTEST:
        raise NotAccepted(say("A password needs at least {least} characters.", least=PASSWORD_SHORTEST))
    if len(written) > PASSWORD_LONGEST:
        raise NotAccepted(say("A password has at most {most} characters.", most=PASSWORD_LONGEST))
    if _is_guessed(written.casefold(), login_name):
        raise NotAccepted(
            say("Many would guess this password. Take another one, for example four words that have nothing in common.")
        )
    return written


def _is_guessed(small: str, login_name: str) -> bool:
    letters = re.sub(r"[^a-zäöüß]", "", small)
    bare = letters.replace(login_name, "") if login_name else letters
    return (
        len(set(small)) < 5
        or _is_repeated(small)
        or any(_is_in_row(part) for part in (small, letters))
        or letters in _denied()
        or small in _denied()
        or (bare != letters and (len(bare) < 4 or bare in _denied()))
    )


def _is_in_row(text: str) -> bool:
    return len(text) > 7 and any(text in row * 2 or text in row[::-1] * 2 for row in _ROWS)


def _is_repeated(small: str) -> bool:
    return small in (small + small)[1:-1]


@cache
def _denied() -> frozenset[str]:
    lines = _DENIED.read_text(encoding="utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))
