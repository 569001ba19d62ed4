"""Which cookies count: over https only those that nobody but us can have set.

A cookie without the prefix can be planted over http, or by another application under the same domain: people would go
on in the session of whoever planted it.
"""

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Receive, Scope, Send

SECURE_PREFIX = "__Host-"
"""Browsers take a cookie called so over https only, from this very host."""

_NAME = "cookie"


class OwnCookies:
    """Takes out of requests that came over https what http, too, can set."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handles one connection."""
        await self._app(_cleaned(scope) if scope.get("scheme") in {"https", "wss"} else scope, receive, send)


def _cleaned(scope: Scope) -> Scope:
    said = [each.strip() for line in Headers(scope=scope).getlist(_NAME) for each in line.split(";")]
    kept = "; ".join(each for each in said if each.startswith(SECURE_PREFIX))
    cleaned = dict(scope)
    headers = MutableHeaders(scope=cleaned)
    del headers[_NAME]
    if kept:
        headers[_NAME] = kept
    return cleaned
