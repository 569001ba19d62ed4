"""The Python face of the parts in `code/`: what each is given, and what it hands back."""

import base64
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

import streamlit as st
from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest

from locales.words import Words
from screens.browser.names import names

FILE_LIMIT = 5_000_000
"""Bytes that a file to be opened may have."""

_ID_LIMIT = 64
_LINE = '<div class="row"><span role="status"></span></div>'
_DRAWING = '<div class="drawing"></div>'
_BUTTON = '<div class="row"><button type="button" hidden></button><span role="status"></span></div>'
_FILE = (
    '<div class="row"><button type="button" hidden></button><input type="file" hidden />'
    '<span role="status"></span></div>'
)
_TEXT = (
    '<label for="text"></label><textarea id="text" disabled></textarea><p class="hint"></p><span role="status"></span>'
)
# With the page, not by an address: a look that comes a moment later moves what somebody is about to press.
_LOOKS = (Path(__file__).parent / "code" / "parts.css").read_text(encoding="utf-8")
_FAMILY = "hanse"
_CAME_BACK = "page-came-back"
_PARTS = {
    "page": "",
    "drawn": "",
    "keyboard": "",
    "heard": "",
    "place": "",
    "ahead": "",
    "live": "",
    "keeper": _LINE,
    "opener": _FILE,
    "uploader": _FILE,
    "saver": _BUTTON,
    "drawing": _DRAWING,
    "writing": _TEXT,
}


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """A file that somebody opened in their browser."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Download:
    """Something to save as a file.

    Either `text` or `content`, which go to the browser with the page, or `url`, which is fetched when asked for;
    `body` makes that a POST.
    """

    label: str
    name: str
    text: str | None = None
    content: bytes | None = None
    url: str | None = None
    body: str | None = None
    media_type: str = "application/yaml"
    kind: Literal["primary", "secondary"] = "secondary"


@dataclass(frozen=True, slots=True)
class TextField:
    """A field for longer text.

    `stored` and `version` are what the store has; `taken` names the draft that was stored, or dropped, last, and
    `stopped` one that cannot be stored as it is, so that the browser does not send it again and again.
    """

    slot: str
    label: str
    hint: str
    stored: str
    version: int
    limit: int
    taken: str | None
    stopped: str | None


@dataclass(frozen=True, slots=True)
class Written:
    """What somebody wrote: a name for this draft, its text, and the version of the field that they saw.

    `after` names a draft that was sent before and had not been answered yet: this one goes on where that one ended.
    """

    id: str
    text: str
    seen: int
    after: str | None = None


@dataclass(frozen=True, slots=True)
class Way:
    """Where a link in a text leads: a page by its address, and what the address says beside it."""

    page: str
    query: Mapping[str, str]


def page(words: Words, pages: Sequence[str] = ()) -> Way | None:
    """Tells the browser the page's language; says when the connection is lost, and draws the page anew after that.

    Args:
        words: the language.
        pages: the addresses of the pages that links in texts may lead to, in the same window.

    Returns:
        The way that somebody just took by such a link.
    """
    lost = words("The connection is interrupted. What was saved is safe; the page comes back by itself.")
    data = {"language": words.language, "lost": lost, "pages": list(pages)}
    told = _mount("page", key="part-page", data=data, on_back_change=_nothing, on_way_change=_nothing)
    if told.get("back") is not None:
        st.session_state[_CAME_BACK] = told["back"]
    return way(told.get("way"), pages)


def drawn() -> None:
    """Tells the browser that the page was drawn to its end; until then it goes on saying that the connection is lost.

    A page that was only begun may still show a choice that never reached the server.
    """
    _mount("drawn", key="part-drawn", data={"back": st.session_state.get(_CAME_BACK)})


def keyboard() -> None:
    """Keeps the keyboard where the person is: into what is folded out and back, and close to what is gone."""
    _mount("keyboard", key="part-keyboard")


def heard(words: Words) -> None:
    """Tells those who do not see the page what it shows: what controls are called, and what was stored."""
    _mount("heard", key="part-heard", data={"names": names(words)})


def way(sent: object, pages: Collection[str]) -> Way | None:
    """What a browser sent as a way; it is never to be trusted."""
    match sent:
        case {"page": str(page), "query": dict(query)} if page in pages:
            return Way(page, {name: value for name, value in query.items() if _is_text(name) and _is_text(value)})
        case _:
            return None


def place(about: str, now: str) -> None:
    """Brings people to the top when the step `now` of what the page is `about` has changed."""
    _mount("place", key=f"part-place-{about}", data={"about": about, "place": now})


def ahead(program: str) -> None:
    """Loads a program of Streamlit's, by its address beside Streamlit's first one, while nothing else is to be done."""
    _mount("ahead", key="part-ahead", data={"program": program})


def live(assessment: str, about: Sequence[str], look: Callable[[bool], None]) -> None:
    """Listens to what others do to an assessment.

    Args:
        assessment: the id of the assessment.
        about: the processes or questions that are on the page; of others nothing is said.
        look: called when something may have changed; with True once nothing more will be heard, because the session
            ended or the person may not read the assessment any more.
    """
    key = f"part-live-{assessment}"

    def hand_over() -> None:
        match st.session_state[key].get("news"):
            case {"over": bool(over)}:
                look(over)

    _mount("live", key=key, data={"url": f"/events/{assessment}", "about": list(about)}, on_news_change=hand_over)


def keeper(words: Words, slot: str, session: str, text: str | None) -> dict[str, str] | None:
    """Keeps `text` in the browser; with None it asks for what is kept there.

    Returns:
        What the browser said last: `session`, the session that asked, and `text`, what it holds.
    """
    data = {
        "slot": slot,
        "session": session,
        "text": text,
        "saved": words("Saved in this browser only, {time}", time="{time}"),
        "kept": words("Kept in this browser only"),
        "refused": words("Your browser keeps nothing. Save your answers as a file before you leave."),
    }
    kept = _mount("keeper", key=f"part-keeper-{slot}", data=data, on_kept_change=_nothing).get("kept")
    return kept if isinstance(kept, dict) else None


def opener(words: Words, label: str, accept: str, key: str) -> OpenedFile | None:
    """A button that opens a file; the file, in the one run after it was chosen."""
    data = {
        "label": label,
        "accept": accept,
        "limit": FILE_LIMIT,
        "too_large": words("This file is too large. 5 MB are the limit."),
    }
    return opened(_mount("opener", key=key, data=data, width="content", on_file_change=_nothing).get("file"))


def uploader(words: Words, url: str, accept: str, key: str, limit: int) -> None:
    """A button that sends files to an address of ours.

    Args:
        words: the language.
        url: where they go.
        accept: the endings that may be chosen.
        key: names the button.
        limit: bytes that one file may have.
    """
    data = {
        "url": f"{url}?language={words.language}",
        "label": words("Add files"),
        "accept": accept,
        "limit": limit,
        "too_large": words("This file is too large. {limit} MB are the limit.", limit=limit // 1_000_000),
        "failed": words("This did not work. Please try again in a moment."),
        "sending": words("{name}: {share} % sent", name="{name}", share="{share}"),
    }
    _mount("uploader", key=key, data=data, on_kept_change=_nothing)


def drawing(svg: str, key: str) -> None:
    """A drawing, as wide as its column. It carries its own text alternative."""
    _mount("drawing", key=key, data={"svg": svg})


def saver(words: Words, download: Download, key: str) -> None:
    """A button that saves something as a file."""
    data = {
        "label": download.label,
        "name": download.name,
        "text": download.text,
        "base64": None if download.content is None else base64.b64encode(download.content).decode(),
        "url": download.url,
        "body": download.body,
        "type": download.media_type,
        "kind": download.kind,
        "busy": words("One moment, your file is being made …"),
        "done": words("Saved. Look into your downloads."),
        "failed": words("This did not work. Please try again in a moment."),
    }
    _mount("saver", key=key, data=data, width="content")


def writing(words: Words, field: TextField, take: Callable[[Written], None]) -> None:
    """A field for longer text that loses nothing. `take` is called with each draft, before the page is drawn."""
    key = f"part-writing-{field.slot}"

    def hand_over() -> None:
        draft = written(st.session_state[key].get("written"))
        if draft is not None:
            take(draft)

    data = {**asdict(field), "waiting": words("not stored yet")}
    _mount("writing", key=key, data=data, on_written_change=hand_over)


def written(sent: object) -> Written | None:
    """What a browser sent as a draft; it is never to be trusted."""
    match sent:
        case {"id": str(draft), "text": str(text), "seen": int(seen), **more} if _is_id(draft):
            after = more.get("after")
            return Written(draft, text, seen, after if isinstance(after, str) and _is_id(after) else None)
        case _:
            return None


def _is_id(sent: str) -> bool:
    return len(sent) <= _ID_LIMIT and sent.isascii()


def _is_text(sent: object) -> bool:
    """Whether it is text that can go on: JSON also knows halves of characters, which none of us keeps."""
    return isinstance(sent, str) and not any("\ud800" <= each <= "\udfff" for each in sent)


def opened(sent: object) -> OpenedFile | None:
    """What a browser sent as a file; it is never to be trusted, not even from our own script."""
    match sent:
        case {"name": str(name), "content": str(content)} if len(content) <= FILE_LIMIT * 4 // 3 + 4:
            return OpenedFile(Path(name).name[:200].encode(errors="replace").decode(), _bytes(content))
        case _:
            return None


def _bytes(content: str) -> bytes:
    try:
        return base64.b64decode(content, validate=True)
    except ValueError:
        return b""


def _nothing() -> None:
    """Streamlit asks for a function to be told of changes; here the value itself is looked at in each run."""


def _mount(name: str, **arguments: Any) -> dict[str, Any]:
    mount: Callable[..., Any] = _renderer(name)
    # A part without anything to see must not take room: the style sheet knows containers with this key.
    with nullcontext() if _PARTS[name] else st.container(key=f"unseen-{arguments['key']}", gap=None):
        return dict(mount(**arguments))


def _renderer(name: str) -> Callable[..., Any]:
    """The part with this name, made known to the running app once."""
    manager = get_bidi_component_manager()
    full_name = f"{_FAMILY}.{name}"
    if manager.get_component_asset_root(full_name) is None:
        parts = [ComponentConfig(each, "code") for each in _PARTS]
        manager.register_from_manifest(ComponentManifest(_FAMILY, "1", parts), Path(__file__).parent)
    html = _PARTS[name] or None
    return st.components.v2.component(full_name, html=html, js=f"{name}.js", css=_LOOKS if html else None)
