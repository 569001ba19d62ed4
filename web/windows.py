"""A window of the screens belongs to the browser that opened it.

After a lost connection Streamlit lets anybody go on in a window who names its session, with everything that was drawn
in it for somebody else, and such names stand in logs. So only a browser with the same cookie goes on in a window; to
every other one the name means nothing, and a new window opens.
"""

import hashlib
from collections import OrderedDict
from collections.abc import Callable

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assessment.desk.entrance import secret_in

_MOST = 10_000
"""Windows whose browser is remembered. One that was forgotten opens anew; nothing is lost by that."""

_PROTOCOL = "sec-websocket-protocol"
_WINDOW = 2
"""The place of the window in that header, counted from 0."""


class OwnWindows:
    """Remembers which browser opened which window, and lets no other one in.

    Args:
        session_in: the name of a window's session in a message to its browser; None where it holds none.
    """

    def __init__(self, app: ASGIApp, session_in: Callable[[bytes], str | None]) -> None:
        self._app = app
        self._session_in = session_in
        self._owners: OrderedDict[str, str] = OrderedDict()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handles one connection."""
        if scope["type"] != "websocket":
            await self._app(scope, receive, send)
            return
        owner, known = _owner(scope), False

        async def note(message: Message) -> None:
            nonlocal known
            content = message.get("bytes")
            if not known and content and (session := self._session_in(content)):
                known = True
                self._remember(session, owner)
            await send(message)

        await self._app(self._without_foreign(scope, owner), receive, note)

    def _remember(self, session: str, owner: str) -> None:
        self._owners[session] = owner
        self._owners.move_to_end(session)
        if len(self._owners) > _MOST:
            self._owners.popitem(last=False)

    def _without_foreign(self, scope: Scope, owner: str) -> Scope:
        """The connection; it names no window that this browser did not open."""
        # The browser has one header to say things in: protocol, a token that we do not use, the window to go on in.
        # It is read as Streamlit reads it: by place, whatever the server made of it.
        said = [each.strip() for each in Headers(scope=scope).get(_PROTOCOL, "").split(",")]
        if len(said) <= _WINDOW or self._owners.get(said[_WINDOW]) == owner:
            return scope
        own = {**scope, "subprotocols": said[:1]}
        MutableHeaders(scope=own)[_PROTOCOL] = said[0]
        return own


def _owner(scope: Scope) -> str:
    return hashlib.sha256((secret_in(HTTPConnection(scope).cookies) or "").encode()).hexdigest()
