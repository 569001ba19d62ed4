"""Who comes with a request: the session cookie, how it is set, and where people may be sent afterwards."""

import re
from ipaddress import IPv6Address, IPv6Network, ip_address
from urllib.parse import urlencode

from anyio import to_thread
from starlette.requests import HTTPConnection, Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from assessment import wiring
from assessment.desk.entrance import Arrival, secret_in
from locales.preference import preferred
from models.people import PLAIN_COOKIE, SECURE_COOKIE, VISITOR, Actor
from web.language import language_of, on_screen

OPEN_PAGES = frozenset(
    {
        *("/", "/quick-scan", "/method", "/privacy", "/imprint", "/accessibility"),
        *("/healthz", "/readyz", "/metrics"),
    }
)
"""Pages for everybody, and those that programs ask for."""

_OWN_PATH = re.compile(r"/[a-z0-9-]*(\?[A-Za-z0-9_.~%=&+-]*)?")
_PAGE = re.compile(r"/[a-z0-9-]+")
_NETWORK_BITS = 64


async def actor_of(request: HTTPConnection) -> Actor:
    """The person who comes with a request; a visitor without a session."""
    secret = secret_in(request.cookies)
    if secret is None:
        return VISITOR
    return await to_thread.run_sync(lambda: wiring.desk().entrance.who(secret))


def address_of(request: HTTPConnection) -> str:
    """Where a request comes from, for counting tries: of IPv6 the network, which one home or house has to itself."""
    named = request.client.host if request.client else ""
    try:
        address = ip_address(named.partition("%")[0])
    except ValueError:
        return named
    if isinstance(address, IPv6Address):
        return str(address.ipv4_mapped or IPv6Network((address, _NETWORK_BITS), strict=False))
    return str(address)


def own_path(wanted: str | None) -> str:
    """The page of ours that somebody wanted to see; the start page where it is none of ours."""
    return wanted if wanted and _OWN_PATH.fullmatch(wanted) else "/"


def welcome(request: Request, arrival: Arrival, to: str) -> Response:
    """Sends somebody who has just signed in on their way, with their session."""
    answer = RedirectResponse(_in_their_language(request, own_path(to)), 303, headers={"cache-control": "no-store"})
    secure = request.url.scheme == "https"
    answer.set_cookie(
        SECURE_COOKIE if secure else PLAIN_COOKIE,
        arrival.secret,
        max_age=int(arrival.lasts.total_seconds()),
        path="/",
        secure=secure,
        httponly=True,
        samesite="lax",
    )
    return answer


def _in_their_language(request: Request, path: str) -> str:
    """The path, with the language of the form where the browser would not have asked for it by itself."""
    language = language_of(request.scope)
    if "language=" in path or language == preferred(request.headers.get("accept-language")):
        return path
    return f"{path}{'&' if '?' in path else '?'}{on_screen(language)}"


def goodbye(to: str) -> Response:
    """Sends somebody away without a session."""
    answer = RedirectResponse(to, 303, headers={"cache-control": "no-store"})
    answer.delete_cookie(PLAIN_COOKIE, path="/", httponly=True, samesite="lax")
    answer.delete_cookie(SECURE_COOKIE, path="/", secure=True, httponly=True, samesite="lax")
    return answer


class MembersOnly:
    """Offers the way in where a page is not for everybody."""

    def __init__(self, app: ASGIApp, open_pages: frozenset[str]) -> None:
        self._app = app
        self._open = OPEN_PAGES | open_pages

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handles one connection."""
        closed = scope["type"] == "http" and scope["path"] not in self._open and _PAGE.fullmatch(scope["path"])
        if closed and await actor_of(HTTPConnection(scope)) == VISITOR:
            await (await _way_in(scope))(scope, receive, send)
        else:
            await self._app(scope, receive, send)


async def _way_in(scope: Scope) -> Response:
    query = scope.get("query_string", b"").decode("latin-1")
    wanted = own_path(scope["path"] + (f"?{query}" if query else ""))
    first = await to_thread.run_sync(wiring.desk().entrance.awaits_first)
    door = "/first-start" if first else "/sign-in"
    return RedirectResponse(f"{door}?{urlencode({'next': wanted})}", 303, headers={"cache-control": "no-store"})
