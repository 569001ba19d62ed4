"""Who is let through at all: known hosts, our own pages, and the few doors that the pages need.

Everything else looks as if it were not there. Foreign pages may neither write to us nor open a connection.
Which pages need a session is decided behind this gate (`web.visitors`).
"""

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

# One segment: our pages, /healthz and the like. Deeper paths are open one by one.
_PAGE = re.compile(r"/[a-z0-9-]*(\.png|\.json)?")
_CLOSED = frozenset({"/oauth2callback"})
"""Of one segment too, but Streamlit's own sign-in, which nobody uses here."""

_OPEN = (
    "/_stcore/health",
    "/_stcore/host-config",
    "/_stcore/stream",
    "/_stcore/bidi-components/",
    "/static/",
    "/media/",
    "/assets/",
    "/events/",
    "/evidence/",
    "/programme/",
    "/files/",
    "/groups/",
    "/reports/",
)
_READING = frozenset({"GET", "HEAD", "OPTIONS"})


class Gate:
    """Turns away unknown hosts, foreign origins and closed doors before anything else sees the request."""

    def __init__(self, app: ASGIApp, hosts: Sequence[str]) -> None:
        self._app = app
        self._hosts = frozenset(host.lower() for host in hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handles one connection."""
        if scope["type"] not in {"http", "websocket"} or self._may_pass(scope):
            await self._app(scope, receive, send)
        elif scope["type"] == "websocket":
            await receive()
            await send({"type": "websocket.close", "code": 4404})
        else:
            await PlainTextResponse("not found", 404)(scope, receive, send)

    def _may_pass(self, scope: Scope) -> bool:
        headers = Headers(scope=scope)
        return self._knows(headers.get("host")) and is_open(scope["path"]) and (_only_reads(scope) or _is_own(headers))

    def _knows(self, host: str | None) -> bool:
        # An unknown name that leads here is how a foreign page would talk to a server on somebody's own machine.
        name = urlsplit(f"//{host}").hostname if host else None
        return "*" in self._hosts or name in self._hosts


def is_open(path: str) -> bool:
    """Whether there is anything behind this path."""
    return path.startswith(_OPEN) or (_PAGE.fullmatch(path) is not None and path not in _CLOSED)


def _only_reads(scope: Scope) -> bool:
    return scope["type"] == "http" and scope["method"] in _READING


def _is_own(headers: Headers) -> bool:
    # Browsers name the origin of every write and of every websocket; programs without one carry nobody's session.
    if headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
        return False
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc == headers.get("host")
