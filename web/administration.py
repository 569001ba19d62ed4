"""What whoever administers the house takes away: copies of the database. Each route asks the desk."""

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Route

from assessment import wiring
from assessment.desk.errors import WishRefused
from web.visitors import actor_of

_PRIVATE = {"cache-control": "private, no-store"}


def routes() -> list[Route]:
    """All of them."""
    return [Route("/files/backups/{name}", backup)]


async def backup(request: Request) -> Response:
    """A copy of the database."""
    actor, name = await actor_of(request), request.path_params["name"]
    try:
        path = await to_thread.run_sync(lambda: wiring.desk().backups.take(actor, name))
    except WishRefused:
        return PlainTextResponse("not found", 404)
    return FileResponse(path, media_type="application/vnd.sqlite3", filename=name, headers=_PRIVATE)
