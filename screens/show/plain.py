"""Text that is only text. Streamlit reads nearly everything as Markdown; what people wrote must never become any.

A backslash stops what Markdown itself reads. Some signs are read once more after that, when the backslash is gone
(addresses become links, :names: become icons, arrows become other arrows): an invisible joiner keeps these apart.
"""

import re

JOINER = "\u2060"

_SPECIAL = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:&@^=])")
_READ_AGAIN = re.compile(r"(?<=:)(?=[\w/+-])|(?<=www)(?=\.)|(?<=@)(?=\w)|(?<=[-<>~])(?=[-=>])", re.IGNORECASE)


def plain(text: str) -> str:
    """The text, so that Markdown shows it as it was written, line breaks included."""
    return _SPECIAL.sub(r"\\\1", _READ_AGAIN.sub(JOINER, text)).replace("\n", "  \n")
