"""Files that show what was rated: in by a POST of their bytes, out by a GET. The policy is asked each time."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from assessment import wiring
from web import attachments
from web.visitors import actor_of


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
    return await attachments.take(
        request,
        lambda: evidence.may_attach(actor, assessment, indicator),
        lambda name, content: evidence.attach(actor, assessment, indicator, name, content),
    )


async def hand_out(request: Request) -> Response:
    """A file, for saving."""
    assessment, file_id = request.path_params["assessment"], request.path_params["file"]
    actor = await actor_of(request)
    return await attachments.hand_out(lambda: wiring.desk().evidence.fetch(actor, assessment, file_id), "evidence")
