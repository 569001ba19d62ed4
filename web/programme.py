"""The programme's files: the calendar of whoever asks, and the material of events. The policy is asked each time."""

from urllib.parse import quote, unquote

from anyio import to_thread
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from assessment import wiring
from assessment.desk.errors import NotAllowed, NotFound, SignedOut, WishRefused
from models.assessment import NotSaved
from models.people import VISITOR
from reports.programme_calendar import programme_calendar
from web.evidence import NAME_HEADER, content_of, told
from web.visitors import actor_of

_PRIVATE = {"cache-control": "private, no-store"}


def routes() -> list[Route]:
    """All of them."""
    return [
        Route("/files/programme.ics", calendar),
        Route("/programme/{event}/material", take, methods=["POST"]),
        Route("/programme/{event}/{file}", hand_out),
    ]


async def calendar(request: Request) -> Response:
    """Everything that the person may see, as a calendar file."""
    actor = await actor_of(request)
    if actor == VISITOR:
        return _not_found()
    found = await to_thread.run_sync(lambda: wiring.desk().programme.mine(actor))
    headers = {**_PRIVATE, "content-disposition": 'attachment; filename="programme.ics"'}
    return Response(programme_calendar(found.events, wiring.now()), media_type="text/calendar", headers=headers)


async def take(request: Request) -> Response:
    """Puts the file in the body to an event."""
    event, programme = request.path_params["event"], wiring.desk().programme
    actor = await actor_of(request)
    try:
        await to_thread.run_sync(lambda: programme.may_attach(actor, event))
        content = await content_of(request)
        name = unquote(request.headers.get(NAME_HEADER, ""))
        file = await to_thread.run_sync(lambda: programme.attach(actor, event, name, content))
    except ClientDisconnect:
        return PlainTextResponse("gone", 400)
    except (NotFound, NotAllowed, SignedOut):
        return _not_found()
    except (WishRefused, NotSaved) as refused:
        return JSONResponse({"message": told(refused, request)}, 503 if isinstance(refused, NotSaved) else 422)
    return JSONResponse({"name": file.name}, 201)


async def hand_out(request: Request) -> Response:
    """A file of an event, for saving."""
    event, key = request.path_params["event"], request.path_params["file"]
    actor = await actor_of(request)
    try:
        file, content = await to_thread.run_sync(lambda: wiring.desk().programme.fetch(actor, event, key))
    except WishRefused:
        return _not_found()
    named = f"attachment; filename=\"material\"; filename*=UTF-8''{quote(file.name, safe='')}"
    return Response(content, media_type=file.media_type, headers={**_PRIVATE, "content-disposition": named})


def _not_found() -> Response:
    return PlainTextResponse("not found", 404)
