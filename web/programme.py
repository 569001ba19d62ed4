"""The programme's files: the calendar of whoever asks, and the material of events. The policy is asked each time."""

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from assessment import wiring
from models.people import VISITOR
from reports.programme_calendar import programme_calendar
from web import attachments, handing
from web.visitors import actor_of


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
        return handing.not_found()
    found = await to_thread.run_sync(lambda: wiring.desk().programme.mine(actor))
    return handing.file(programme_calendar(found.events, wiring.now()), "text/calendar", "programme.ics")


async def take(request: Request) -> Response:
    """Puts the file in the body to an event."""
    event, programme = request.path_params["event"], wiring.desk().programme
    actor = await actor_of(request)
    return await attachments.take(
        request,
        lambda: programme.may_attach(actor, event),
        lambda name, content: programme.attach(actor, event, name, content),
    )


async def hand_out(request: Request) -> Response:
    """A file of an event, for saving."""
    event, key = request.path_params["event"], request.path_params["file"]
    actor = await actor_of(request)
    return await attachments.hand_out(lambda: wiring.desk().programme.fetch(actor, event, key), "material")
