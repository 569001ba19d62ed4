"""Files that show what was rated: in by a POST of their bytes, out by a GET. The policy is asked each time.

What comes in is counted while it comes, so that nothing larger than the limit is ever held. What goes out is for saving
only: no browser shows it inside a page of ours.
"""

from urllib.parse import quote, unquote

from anyio import to_thread
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from assessment import wiring
from assessment.desk import filetypes
from assessment.desk.errors import NotAllowed, NotFound, SignedOut, WishRefused
from locales.words import words
from models.assessment import NotSaved
from models.evidence import FILE_LIMIT
from web.language import language_of
from web.visitors import actor_of

NAME_HEADER = "x-file-name"
"""Carries the name of a file, percent-encoded: in the address it would stand in every log."""


def routes() -> list[Route]:
    """All of them."""
    return [
        Route("/evidence/{assessment}/{indicator}", take, methods=["POST"]),
        Route("/evidence/{assessment}/{file}", hand_out),
    ]


async def take(request: Request) -> Response:
    """Puts the file in the body to a question."""
    assessment, indicator = request.path_params["assessment"], request.path_params["indicator"]
    actor, evidence = await actor_of(request), wiring.desk().evidence
    try:
        await to_thread.run_sync(lambda: evidence.may_attach(actor, assessment, indicator))
        content = await content_of(request)
        name = unquote(request.headers.get(NAME_HEADER, ""))
        file = await to_thread.run_sync(lambda: evidence.attach(actor, assessment, indicator, name, content))
    except ClientDisconnect:
        return PlainTextResponse("gone", 400)
    except (NotFound, NotAllowed, SignedOut):
        return _not_found()
    except (WishRefused, NotSaved) as refused:
        return JSONResponse({"message": told(refused, request)}, 503 if isinstance(refused, NotSaved) else 422)
    return JSONResponse({"name": file.name}, 201)


async def hand_out(request: Request) -> Response:
    """A file, for saving."""
    assessment, file_id = request.path_params["assessment"], request.path_params["file"]
    actor = await actor_of(request)
    try:
        file, content = await to_thread.run_sync(lambda: wiring.desk().evidence.fetch(actor, assessment, file_id))
    except WishRefused:
        return _not_found()
    headers = {
        "content-disposition": f"attachment; filename=\"evidence\"; filename*=UTF-8''{quote(file.name, safe='')}",
        "cache-control": "private, no-store",
    }
    return Response(content, media_type=file.media_type, headers=headers)


async def content_of(request: Request) -> bytes:
    """The body, counted while it comes. Raises `NotAccepted` where it is too large."""
    parts, size = [], 0
    async for part in request.stream():
        size += len(part)
        if size > FILE_LIMIT:
            raise filetypes.too_large()
        parts.append(part)
    return b"".join(parts)


def told(refused: WishRefused | NotSaved, request: Request) -> str:
    """Why a wish was refused, in the language of whoever asked."""
    say = words(language_of(request.scope))
    if isinstance(refused, NotSaved):
        return say("This could not be stored just now. Nothing was changed; please try again in a moment.")
    return say.say(refused.message)


def _not_found() -> Response:
    return PlainTextResponse("not found", 404)
