"""Plain pages with one form each, for what has to work before anybody is signed in, and without any script."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from locales.preference import NAMES
from locales.product import NAME
from locales.words import Words
from models.authored import LANGUAGES
from web.bodies import fields_of
from web.language import on_screen

_BODY_LIMIT = 10_000
_FIELDS = 20


@dataclass(frozen=True, slots=True)
class Field:
    """Something to fill in: its name for the browser, its label, and what browsers may help with (`autocomplete`)."""

    name: str
    label: str
    autocomplete: str
    kind: str = "text"
    value: str = ""
    hint: str = ""
    required: bool = True


@dataclass(frozen=True, slots=True)
class Form:
    """A page with a form; without a button it only tells something.

    `hidden` travels along unseen; `alert` says what went wrong; `script` is one of our files; `other` is a second
    button, with the path that gets the form instead; `onward` the address that the page leads to at once by itself.
    """

    path: str
    title: str
    intro: str
    button: str | None = None
    fields: Sequence[Field] = ()
    hidden: Mapping[str, str] = field(default_factory=dict)
    links: Sequence[tuple[str, str]] = ()
    alert: str | None = None
    script: str | None = None
    other: tuple[str, str] | None = None
    onward: str | None = None


def page(form: Form, words: Words, status: int = 200) -> Response:
    """The page."""
    scripts = f'<script src="/assets/{form.script}" defer></script>' if form.script else ""
    onward = f'<meta http-equiv="refresh" content="0; url={escape(form.onward)}">' if form.onward else ""
    alert = f'<p class="alert" role="alert">{escape(form.alert)}</p>' if form.alert else ""
    links = "".join(f'<li><a href="{escape(url)}">{escape(text)}</a></li>' for text, url in form.links)
    html = (
        f'<!doctype html><html lang="{words.language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"{onward}<title>{escape(form.title)} · {NAME}</title>"
        '<link rel="icon" type="image/svg+xml" href="/assets/icon.svg">'
        f'<link rel="stylesheet" href="/assets/forms.css">{scripts}</head><body>'
        f'<header><a class="home" href="/?{on_screen(words.language)}">'
        f'<img src="/assets/icon.svg" alt="" width="32" height="32">{NAME}</a>{_switch(form, words)}</header>'
        f"<main><h1>{escape(form.title)}</h1><p>{escape(form.intro)}</p>{alert}{_form(form, words)}"
        f"{f'<ul>{links}</ul>' if links else ''}</main></body></html>"
    )
    return HTMLResponse(html, status, headers={"cache-control": "no-store", "content-language": words.language})


async def filled(request: Request) -> dict[str, str]:
    """What was filled in; nothing where the body is no form of ours."""
    return await fields_of(request, _BODY_LIMIT, _FIELDS)


def _switch(form: Form, words: Words) -> str:
    others = [language for language in LANGUAGES if language != words.language]
    return "<nav>" + "".join(_other(form, language) for language in others) + "</nav>"


def _other(form: Form, language: str) -> str:
    query = {**form.hidden, "language": language}
    name = next(name for code, name in NAMES.items() if code == language)
    return f'<a lang="{language}" hreflang="{language}" href="{form.path}?{escape(urlencode(query))}">{name}</a>'


def _form(form: Form, words: Words) -> str:
    if form.button is None:
        return ""
    hidden = "".join(f'<input type="hidden" name="{escape(k)}" value="{escape(v)}">' for k, v in form.hidden.items())
    fields = "".join(_field(each, first=at == 0 and not each.value) for at, each in enumerate(form.fields))
    language = f"?language={words.language}"
    buttons = f"<button>{escape(form.button)}</button>" + _other_button(form, language)
    return f'<form method="post" action="{form.path}{language}">{hidden}{fields}{buttons}</form>'


def _other_button(form: Form, language: str) -> str:
    if form.other is None:
        return ""
    label, path = form.other
    return f'<button class="other" formaction="{path}{language}" formnovalidate>{escape(label)}</button>'


def _field(of: Field, *, first: bool) -> str:
    hint = f'<small id="{of.name}-hint">{escape(of.hint)}</small>' if of.hint else ""
    attributes = [
        f'id="{of.name}" name="{of.name}" type="{of.kind}" autocomplete="{of.autocomplete}" maxlength="256"',
        f'value="{escape(of.value)}"' if of.value and of.kind != "password" else "",
        "required" if of.required else "",
        "autofocus" if first else "",
        f'aria-describedby="{of.name}-hint"' if of.hint else "",
        'autocapitalize="none" spellcheck="false"' if of.autocomplete in ("username", "one-time-code") else "",
    ]
    return f'<label for="{of.name}">{escape(of.label)}</label>{hint}<input {" ".join(filter(None, attributes))}>'
