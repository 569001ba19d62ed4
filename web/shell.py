"""The one HTML page in which the app appears, mended once at the start.

As it comes it says that it is English, is called Streamlit, fetches a font that we do not use and tells visitors
without JavaScript about an interface that we keep closed.
"""

import gzip
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from locales.words import words
from models.authored import LANGUAGES, Language
from web.language import language_of


class PageChangedError(Exception):
    """Streamlit's page no longer has the parts that are mended here; somebody has to look."""


@dataclass(frozen=True, slots=True)
class Shell:
    """The mended page in every language, plain and compressed."""

    pages: Mapping[Language, bytes]
    compressed: Mapping[Language, bytes]

    @property
    def any_page(self) -> str:
        """One of the pages, to read their scripts from: these are the same in all languages."""
        return self.pages["en"].decode()


def read_shell(static: Path) -> Shell:
    """Mends Streamlit's page.

    Args:
        static: the folder with Streamlit's `index.html`.

    Raises:
        PageChangedError: a part to be mended is not there.
    """
    original = (static / "index.html").read_text(encoding="utf-8")
    pages = {language: _mended(original, language).encode() for language in LANGUAGES}
    return Shell(pages, {language: gzip.compress(page, 9) for language, page in pages.items()})


class MendedPage:
    """Answers with the mended page wherever Streamlit would answer with its own: not on our `plain` pages."""

    def __init__(self, app: ASGIApp, shell: Shell, plain: frozenset[str]) -> None:
        self._app = app
        self._plain = plain
        self._shell = shell

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handles one connection."""
        answered = False

        async def mended(message: Message) -> None:
            nonlocal answered
            if message["type"] == "http.response.start" and _is_page(message):
                answered = True
                await self._answer(scope)(scope, receive, send)
            if not answered:
                await send(message)

        ours = scope["type"] == "http" and scope["path"] not in self._plain
        await self._app(scope, receive, mended if ours else send)

    def _answer(self, scope: Scope) -> Response:
        language = language_of(scope)
        small = "gzip" in Headers(scope=scope).get("accept-encoding", "")
        headers = {
            "cache-control": "no-cache",
            "vary": "accept-language, accept-encoding",
            "content-language": language,
        }
        if small:
            headers["content-encoding"] = "gzip"
        body = (self._shell.compressed if small else self._shell.pages)[language]
        return Response(body, media_type="text/html", headers=headers)


def _is_page(message: Message) -> bool:
    return message["status"] == 200 and Headers(raw=message["headers"]).get("content-type", "").startswith("text/html")


def _mended(page: str, language: Language) -> str:
    say = words(language)
    no_script = say("This page needs JavaScript. The command line and the workbook work without it.")
    for pattern, replacement in (
        (r'<html lang="en">', f'<html lang="{language}">'),
        (r"<title>Streamlit</title>", "<title>Hanse</title>"),
        (r'<link rel="shortcut icon"[^>]*>', '<link rel="icon" type="image/svg+xml" href="/assets/icon.svg" />'),
        (r'<link\s+rel="preload"[^>]*?as="font"[^>]*?>', ""),
        (r'<link rel="service-desc"[^>]*>', ""),
        (r"<!--.*?-->", ""),
        (r"<noscript>.*?</noscript>", f"<noscript><p>{no_script}</p></noscript>"),
    ):
        page, found = re.subn(pattern, replacement, page, flags=re.DOTALL)
        if not found:
            raise PageChangedError(f"Streamlit's page has no part like {pattern}")
    return page
