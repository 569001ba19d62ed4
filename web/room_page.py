"""The plain pages of live rooms: head, header and small parts. Everything that people wrote is escaped here."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from html import escape
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from locales.preference import NAMES
from locales.product import NAME
from locales.words import Words
from models.authored import LANGUAGES
from reports.charts import Radar
from reports.vectors import svg
from web.bodies import fields_of

_BODY_LIMIT = 20_000
_FIELDS = 120


@dataclass(frozen=True, slots=True)
class RoomPage:
    """A page: its address with what stands in it, title, content as HTML, and what its script is told."""

    path: str
    title: str
    content: str
    sheet: str = "room.css"
    script: str | None = "room.js"
    query: Mapping[str, str] = field(default_factory=dict)
    told: Mapping[str, str] = field(default_factory=dict)
    head: str = ""
    look: str = ""


def page(of: RoomPage, words: Words, status: int = 200) -> Response:
    """The page."""
    script = f'<script src="/assets/{of.script}" defer></script>' if of.script else ""
    look = f' data-look="{escape(of.look)}"' if of.look else ""
    html = (
        f'<!doctype html><html lang="{words.language}"{look}><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(of.title)} · {NAME}</title>"
        '<link rel="icon" type="image/svg+xml" href="/assets/icon.svg">'
        f'<link rel="stylesheet" href="/assets/{of.sheet}">{script}</head><body{_data(of.told)}>'
        f'<header><span class="home"><img src="/assets/icon.svg" alt="" width="28" height="28">{NAME}</span>'
        f"{of.head}{_switch(of, words)}</header><main>{of.content}</main></body></html>"
    )
    return HTMLResponse(html, status, headers={"cache-control": "no-store", "content-language": words.language})


async def sent(request: Request) -> dict[str, str]:
    """What a form or a script of ours sent; nothing where the body is none of ours."""
    return await fields_of(request, _BODY_LIMIT, _FIELDS)


def form(action: str, words: Words, content: str, *, extra: str = "", **hidden: str) -> str:
    """A form that is sent by POST."""
    kept = "".join(f'<input type="hidden" name="{escape(k)}" value="{escape(v)}">' for k, v in hidden.items())
    return f'<form method="post" action="{action}?language={words.language}"{extra}>{kept}{content}</form>'


def button(text: str, kind: str = "", *, name: str = "", value: str = "") -> str:
    """A button that sends its form."""
    named = f' name="{escape(name)}" value="{escape(value)}"' if name else ""
    return f"<button{named}{f' class={chr(34)}{kind}{chr(34)}' if kind else ''}>{escape(text)}</button>"


def alert(text: str | None) -> str:
    """What went wrong, if anything did."""
    return f'<p class="alert" role="alert">{escape(text)}</p>' if text else ""


def heading(level: int, text: str) -> str:
    """A heading."""
    return f"<h{level}>{escape(text)}</h{level}>"


def paragraph(text: str, kind: str = "") -> str:
    """A sentence."""
    return f"<p{f' class={chr(34)}{kind}{chr(34)}' if kind else ''}>{escape(text)}</p>"


def table(head: Iterable[str], rows: Iterable[Iterable[str]], caption: str) -> str:
    """A table of texts; the first cell of each row names it."""
    columns = "".join(f'<th scope="col">{escape(each)}</th>' for each in head)
    body = "".join(_row(list(each)) for each in rows)
    return (
        f'<div class="scroll" tabindex="0" role="group" aria-label="{escape(caption)}"><table>'
        f"<thead><tr>{columns}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def radar(chart: Radar, width: float) -> str:
    """A radar in both looks, of which the style sheet shows one."""
    return (
        f'<div class="radar on-light">{svg(chart, width)}</div>'
        f'<div class="radar on-dark">{svg(chart, width, dark=True)}</div>'
    )


def _row(cells: list[str]) -> str:
    first, *others = cells
    return f'<tr><th scope="row">{escape(first)}</th>{"".join(f"<td>{escape(each)}</td>" for each in others)}</tr>'


def _data(told: Mapping[str, str]) -> str:
    return "".join(f' data-{escape(name)}="{escape(value)}"' for name, value in told.items())


def _switch(of: RoomPage, words: Words) -> str:
    links = "".join(
        f'<a lang="{code}" hreflang="{code}" href="{of.path}?{escape(urlencode({**of.query, "language": code}))}">'
        f"{name}</a>"
        for code, name in NAMES.items()
        if code != words.language and code in LANGUAGES
    )
    return f'<nav class="language">{links}</nav>'
