"""Text that is only text. Streamlit reads nearly everything as Markdown; what people wrote must never become any."""

import re

_SPECIAL = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:&@^=])")


def plain(text: str) -> str:
    """The text, so that Markdown shows it as it was written, line breaks included."""
    return _SPECIAL.sub(r"\\\1", text).replace("\n", "  \n")
