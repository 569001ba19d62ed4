"""Scripts and styles travel compressed: compressed once, kept, and sent from memory ever after.

Streamlit sends its bundles as they are, 2.8 MB for a page with a form. Their names hold a hash of their content, so
what was compressed once stays right as long as the process lives.
"""

import gzip
from dataclasses import dataclass
from posixpath import normpath

from anyio import to_thread
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_FOLDER = "/static/"
_KINDS = ("text/javascript", "application/javascript", "text/css", "application/json", "image/svg+xml")


@dataclass(frozen=True, slots=True)
class _Kept:
    start: Message
    body: bytes


class CompressedOnce:
    """Keeps compressed copies of the bundles."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._kept: dict[str, _Kept] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handles one connection."""
        if not _is_wanted(scope):
            await self._app(scope, receive, send)
            return
        kept = self._kept.get(scope["path"]) or await self._fetched(scope, receive, send)
        if kept is not None:
            await send({**kept.start, "headers": list(kept.start["headers"])})
            await send({"type": "http.response.body", "body": kept.body})

    async def _fetched(self, scope: Scope, receive: Receive, send: Send) -> _Kept | None:
        """A new compressed copy, or None where the answer was sent as it came, or came in part only."""
        start: Message | None = None
        parts: list[bytes] = []
        ended = False

        async def collect(message: Message) -> None:
            nonlocal start, ended
            if message["type"] == "http.response.start" and _is_worth_it(message):
                start = message
            elif start is None:
                await send(message)
            else:
                parts.append(message.get("body", b""))
                ended = not message.get("more_body", False)

        await self._app(scope, receive, collect)
        if start is None:
            return None
        whole = b"".join(parts)
        if not ended or len(whole) != int(Headers(raw=start["headers"]).get("content-length", len(whole))):
            # Sending ends early where whoever asked has gone. What was kept then would be cut for everybody after.
            return None
        body = await to_thread.run_sync(gzip.compress, whole, 9)
        return self._kept.setdefault(scope["path"], _Kept(_announced(start, len(body)), body))


def _is_wanted(scope: Scope) -> bool:
    if scope["type"] != "http" or scope["method"] != "GET" or not scope["path"].startswith(_FOLDER):
        return False
    # One file has many addresses (//, /./), and each would be kept.
    if normpath(scope["path"]) != scope["path"]:
        return False
    headers = Headers(scope=scope)
    return "gzip" in headers.get("accept-encoding", "") and "range" not in headers and "if-none-match" not in headers


def _is_worth_it(start: Message) -> bool:
    kind = Headers(raw=start["headers"]).get("content-type", "")
    return start["status"] == 200 and kind.startswith(_KINDS)


def _announced(start: Message, length: int) -> Message:
    announced: Message = {**start, "headers": list(start["headers"])}
    headers = MutableHeaders(scope=announced)
    headers["content-encoding"] = "gzip"
    headers["content-length"] = str(length)
    headers.add_vary_header("accept-encoding")
    return announced
