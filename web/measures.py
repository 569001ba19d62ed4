"""Measures to take along. The desk asks the policy; what a person may not read looks as if it were not there."""

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from assessment import wiring
from assessment.desk.errors import WishRefused
from locales.words import Words, words
from models.people import Actor
from reports import calendar
from reports.workbook import measure_book
from web import handing
from web.language import language_of
from web.visitors import actor_of

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def routes() -> list[Route]:
    """The route that hands them out."""
    return [Route("/files/measures/{city}.{ending}", hand_out)]


async def hand_out(request: Request) -> Response:
    """The measures of a city as a calendar or a workbook."""
    actor, city, ending = await actor_of(request), request.path_params["city"], request.path_params["ending"]
    write = {"ics": _calendar, "xlsx": _workbook}.get(ending)
    if write is None:
        return handing.not_found()
    try:
        content, kind = await to_thread.run_sync(write, actor, city, words(language_of(request.scope)))
    except WishRefused:
        return handing.not_found()
    return handing.file(content, kind, f"measures.{ending}")


def _calendar(actor: Actor, city: str, say: Words) -> tuple[bytes, str]:
    found = wiring.desk().measuring.hand_out(actor, city, "ics")
    return calendar.write(found, _name(actor, city), say, wiring.now()), calendar.MEDIA_TYPE


def _workbook(actor: Actor, city: str, say: Words) -> tuple[bytes, str]:
    return measure_book.write(wiring.desk().measuring.hand_out(actor, city, "xlsx"), say), _XLSX


def _name(actor: Actor, city: str) -> str:
    return next(each.name for each in wiring.desk().people.my_cities(actor) if each.id == city)
