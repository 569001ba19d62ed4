"""The files that show what was rated: to save, to take out, and to add."""

import streamlit as st

from assessment.desk.errors import WishRefused
from assessment.desk.filetypes import KINDS
from locales.words import Words
from models.assessment import NotSaved
from models.evidence import FILE_LIMIT, EvidenceFile
from screens.answers import keeping
from screens.answers.keeping import Spot
from screens.browser import parts
from screens.frame.here import desk
from screens.show.plain import plain


def files(words: Words, spot: Spot, kept: tuple[EvidenceFile, ...]) -> None:
    """Draws the files of a question, and the button for more."""
    for file in kept:
        with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"file:{file.id}"):
            url = f"/evidence/{spot.assessment}/{file.id}"
            st.link_button(f"{plain(file.name)} · {_size(words, file.size)}", url, icon=":material/attach_file:")
            st.button(
                words("Remove"),
                key=f"remove:{file.id}",
                type="tertiary",
                on_click=_remove,
                args=(spot, file.name),
            )
    url = f"/evidence/{spot.assessment}/{spot.indicator}"
    parts.uploader(words, url, ",".join(KINDS), f"part-uploader-{spot.key}", FILE_LIMIT)
    limit = FILE_LIMIT // 1_000_000
    st.caption(words("PDF, PNG, JPEG, DOCX, XLSX, ODT or TXT, {limit} MB at most each.", limit=limit))


def _size(words: Words, size: int) -> str:
    if size >= 100_000:
        return words("{number} MB", number=words.number(size / 1_000_000, 1))
    return words("{number} KB", number=words.number(max(size / 1_000, 0.1), 1))


def _remove(spot: Spot, name: str) -> None:
    keeping.forget_trouble(spot)
    try:
        desk().evidence.remove(spot.actor, spot.assessment, spot.indicator, name)
    except (WishRefused, NotSaved) as refused:
        keeping.failed(spot, refused)
