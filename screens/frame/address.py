"""Under which address this installation was opened, for links that leave it."""

from urllib.parse import urlsplit

import streamlit as st

_ALONE = frozenset({"localhost", "127.0.0.1", "::1"})


def link(path: str) -> str:
    """A whole link to a path of ours; the path alone where the address is not known."""
    here = urlsplit(st.context.url or "")
    return f"{here.scheme}://{here.netloc}{path}" if here.netloc else path


def reaches_others() -> bool:
    """Whether a link from here leads anywhere on another machine."""
    return urlsplit(st.context.url or "").hostname not in (None, *_ALONE)
