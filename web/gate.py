"""Who is let through at all: known hosts, our own pages, and the few doors that the pages need.

Everything else looks as if it were not there. Foreign pages may neither write to us nor open a connection.
Which pages need a session is decided behind this gate (`web.visitors`).
"""

import re
from collections.abc import Sequence

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from web import handing

# One segment: our pages, /healthz and the like. Deeper paths are open one by one.
_PAGE = re.compile(r"/[a-z0-9-]*(\.png|\.json)?")
_CLOSED = frozenset({"/oauth2callback"})
"""Of one segment too, but Streamlit's own sign-in, which nobody uses here."""

_HOST = re.compile(r"(?P<name>[A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(:[0-9]{1,5})?")

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
            await handing.not_found()(scope, receive, send)

    def _may_pass(self, scope: Scope) -> bool:
        headers = Headers(scope=scope)
        return (
            self._knows(headers.get("host"))
            and is_open(scope["path"])
            and (_only_reads(scope) or _is_own(scope, headers))
        )

    def _knows(self, host: str | None) -> bool:
        # An unknown name that leads here is how a foreign page would talk to a server on somebody's own machine. Links
        # that leave us begin with what was named, so it is nothing but a host.
        named = _HOST.fullmatch(host or "")
        return named is not None and ("*" in self._hosts or named["name"].lower().strip("[]") in self._hosts)


def is_open(path: str) -> bool:
    """Whether there is anything behind this path."""
    return path.startswith(_OPEN) or (_PAGE.fullmatch(path) is not None and path not in _CLOSED)


def _only_reads(scope: Scope) -> bool:
    return scope["type"] == "http" and scope["method"] in _READING


def _is_own(scope: Scope, headers: Headers) -> bool:
    # Browsers name the origin of every write and of every websocket; programs without one carry nobody's session.
    if headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
        return False
    origin, host = headers.get("origin"), headers.get("host")
    # A page that came by http may be anybody's. The other way round a proxy may have kept from us that it is https.
    own = {f"https://{host}"} if scope["scheme"] in {"https", "wss"} else {f"http://{host}", f"https://{host}"}
    return origin is None or origin in own
