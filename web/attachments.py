"""A file that comes in as the body of a POST, and one that goes out by a GET: what every such route does alike.

What comes in is counted while it comes, so that nothing larger than the limit is ever held. What goes out is for saving
only: no browser shows it inside a page of ours.
"""

from collections.abc import Callable
from typing import Protocol
from urllib.parse import unquote

from anyio import to_thread
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from assessment.desk import filetypes
from assessment.desk.errors import NotAllowed, NotFound, SignedOut, WishRefused
from locales.words import words
from models.assessment import NotSaved
from models.evidence import FILE_LIMIT
from web import handing
from web.language import language_of

NAME_HEADER = "x-file-name"
"""Carries the name of a file, percent-encoded: in the address it would stand in every log."""


class Attached(Protocol):
    """A file as it is kept."""

    @property
    def name(self) -> str:
        """What it is called."""
        ...

    @property
    def media_type(self) -> str:
        """What kind it is of."""
        ...


async def take(request: Request, asked: Callable[[], None], attach: Callable[[str, bytes], Attached]) -> Response:
    """Reads the file in the body and keeps it.

    Args:
        request: what was sent.
        asked: raises where the person may not; called before anything is read.
        attach: keeps the file of this name with this content.
    """
    try:
        await to_thread.run_sync(asked)
        content = await _content_of(request)
        name = unquote(request.headers.get(NAME_HEADER, ""))
        file = await to_thread.run_sync(lambda: attach(name, content))
    except ClientDisconnect:
        return PlainTextResponse("gone", 400)
    except (NotFound, NotAllowed, SignedOut):
        return handing.not_found()
    except (WishRefused, NotSaved) as refused:
        return JSONResponse({"message": _told(refused, request)}, 503 if isinstance(refused, NotSaved) else 422)
    return JSONResponse({"name": file.name}, 201)


async def hand_out(fetch: Callable[[], tuple[Attached, bytes]], usual: str) -> Response:
    """A file, for saving.

    Args:
        fetch: gets it; raises `WishRefused` where the person may not have it.
        usual: what it is called where a browser cannot read its own name.
    """
    try:
        file, content = await to_thread.run_sync(fetch)
    except WishRefused:
        return handing.not_found()
    return handing.file(content, file.media_type, usual, in_full=file.name)


async def _content_of(request: Request) -> bytes:
    """The body, counted while it comes. Raises `NotAccepted` where it is too large."""
    parts, size = [], 0
    async for part in request.stream():
        size += len(part)
        if size > FILE_LIMIT:
            raise filetypes.too_large()
        parts.append(part)
    return b"".join(parts)


def _told(refused: WishRefused | NotSaved, request: Request) -> str:
    """Why a wish was refused, in the language of whoever asked."""
    say = words(language_of(request.scope))
    if isinstance(refused, NotSaved):
        return say("This could not be stored just now. Nothing was changed; please try again in a moment.")
    return say.say(refused.message)
