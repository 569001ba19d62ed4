"""An address at which there is nothing, opened by a person: a page of ours that says so, and a way on.

Programs get the bare words "not found". Which pages there are is no secret (the source is open); what is in them is
decided elsewhere, so an address without a page says so to everybody, before anybody is asked to sign in.
"""

import re
from collections.abc import Collection
from urllib.parse import quote

from starlette.datastructures import Headers
from starlette.requests import HTTPConnection
from starlette.responses import Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from locales.words import Words, words
from models.people import VISITOR, Actor
from web import handing
from web.forms import Form, page
from web.language import language_of, on_screen
from web.visitors import actor_of

_PAGE = re.compile(r"/[a-z0-9-]*")


def places(addresses: Collection[str], routes: Collection[BaseRoute]) -> frozenset[str]:
    """Every path of one segment behind which there is something: the pages at these addresses, and routes."""
    return frozenset(f"/{each}" for each in addresses) | {each.path for each in routes if isinstance(each, Route)}


class OnlyKnown:
    """Stops at addresses that look like those of pages and are none: Streamlit would show its own page there."""

    def __init__(self, app: ASGIApp, known: frozenset[str]) -> None:
        self._app = app
        self._known = known

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handles one connection."""
        unknown = scope["type"] == "http" and _PAGE.fullmatch(scope["path"]) and scope["path"] not in self._known
        await (handing.not_found() if unknown else self._app)(scope, receive, send)


class WayOn:
    """Puts our page in the place of every bare "not found" that a browser would show to somebody."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handles one connection."""
        answered = False

        async def kinder(message: Message) -> None:
            nonlocal answered
            if message["type"] == "http.response.start" and _is_bare(message):
                answered = True
                await (await _astray(scope))(scope, receive, send)
            if not answered:
                await send(message)

        await self._app(scope, receive, kinder if _by_person(scope) else send)


def _by_person(scope: Scope) -> bool:
    if scope["type"] != "http" or scope["method"] not in {"GET", "HEAD"}:
        return False
    return "text/html" in Headers(scope=scope).get("accept", "")


def _is_bare(message: Message) -> bool:
    return message["status"] == 404 and Headers(raw=message["headers"]).get("content-type", "").startswith("text/plain")


async def _astray(scope: Scope) -> Response:
    say = words(language_of(scope))
    form = Form(
        # Without more than one slash in front: a browser would take the first part of such a path for a host.
        "/" + quote(scope["path"].lstrip("/")),
        say("There is nothing at this address"),
        say(
            "Perhaps it was mistyped, or a link is old. Nothing was changed or lost; your way goes on from one of "
            "these."
        ),
        links=_ways(say, await actor_of(HTTPConnection(scope))),
    )
    return page(form, say, 404)


def _ways(say: Words, actor: Actor) -> tuple[tuple[str, str], ...]:
    screens = on_screen(say.language)
    if actor == VISITOR:
        sign_in = (say("Sign in"), f"/sign-in?language={say.language}")
        return (say("Start"), f"/?{screens}"), sign_in, (say("Quick scan"), f"/quick-scan?{screens}")
    on = (say("Assessments"), "assessments") if actor.guest_of is None else (say("Rate"), "rating")
    return (say("Start"), f"/?{screens}"), (on[0], f"/{on[1]}?{screens}")
