"""Headers that every answer carries, so that a browser loads nothing foreign and shows us in nobody's frame."""

import base64
import hashlib
import re

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_INLINE_SCRIPT = re.compile(r"<script(?![^>]*\ssrc=)[^>]*>(.*?)</script>", re.DOTALL)

_FIXED = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "x-frame-options": "DENY",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}

_OVER_HTTPS = {"cross-origin-opener-policy": "same-origin"}
"""What browsers heed over https alone, and complain of over plain http."""


def content_security_policy(page: str) -> str:
    """The policy under which a page and its own inline scripts run, and nothing else.

    Args:
        page: the HTML that the app is served as; the hash of each inline script in it is computed here.
    """
    hashes = [f"'sha256-{_digest(script)}'" for script in _INLINE_SCRIPT.findall(page)]
    directives = (
        "default-src 'self'",
        " ".join(["script-src 'self'", *hashes]),
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self' blob:",
        "frame-src 'self'",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
    return "; ".join(directives)


class SecurityHeaders:
    """Adds the headers to every HTTP answer, errors included."""

    def __init__(self, app: ASGIApp, policy: str) -> None:
        self._app = app
        self._headers = {**_FIXED, "content-security-policy": policy}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handles one connection."""

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(self._headers)
                if scope["scheme"] == "https":
                    MutableHeaders(scope=message).update(_OVER_HTTPS)
            await send(message)

        await self._app(scope, receive, with_headers if scope["type"] == "http" else send)


def _digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
