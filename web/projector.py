"""The wall of a live room: what its trainers show, in a language of its own, readable from the back of the room.

Whoever leads the room opens it, on the machine that the projector hangs on. Nothing is on it that was not revealed,
and nothing in what is sent to it either.
"""

import hashlib
from html import escape

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from assessment import wiring
from assessment.desk.errors import WishRefused
from locales.preference import named
from locales.words import words as words_in
from web import handing
from web.projector_views import wall
from web.room_page import RoomPage, page
from web.visitors import actor_of

PATHS = frozenset({"/projector"})
"""A page of its own, for those who lead the room."""

_LOOKS = ("light", "dark")


def routes() -> list[Route]:
    """All of them."""
    return [Route("/projector", projector)]


async def projector(request: Request) -> Response:
    """The wall; with `part` only what is on it, for the script that looks whether it changed."""
    actor, key, query = await actor_of(request), request.query_params.get("room", ""), request.query_params
    try:
        view = await to_thread.run_sync(lambda: wiring.desk().rooms.watch(actor, key))
    except WishRefused:
        return handing.not_found()
    words = words_in(named(query.get("language")) or view.room.language)
    content = await to_thread.run_sync(lambda: wall(view, words, str(request.base_url)))
    mark = hashlib.sha256(content.encode()).hexdigest()[:16]
    if query.get("part") == mark:
        return Response(status_code=204, headers={"cache-control": "no-store"})
    if "part" in query:
        return PlainTextResponse(content, headers={"cache-control": "no-store", "x-mark": mark})
    look = query.get("look", "")
    kept = {"room": key, **({"look": look} if look in _LOOKS else {})}
    names = {"light": words("Light"), "dark": words("Dark")}
    links = "".join(
        f'<a href="/projector?room={escape(key)}&look={each}&language={words.language}">{escape(names[each])}</a> '
        for each in _LOOKS
        if each != look
    )
    switch = f'<nav class="look">{links}</nav>'
    head = f'<span class="city">{escape(view.room.title)}</span>{switch}'
    body = f'<div id="stage" data-mark="{mark}" aria-live="polite">{content}</div>'
    told = {"room": key, "language": words.language, "lost": words("No connection. The picture may be old.")}
    look = look if look in _LOOKS else ""
    shown = RoomPage("/projector", view.room.title, body, "projector.css", "projector.js", kept, told, head, look)
    return page(shown, words)
