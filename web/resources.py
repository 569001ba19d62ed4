"""What a city's work costs, as a workbook to go on reckoning with. The policy is asked each time."""

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from assessment import wiring
from assessment.desk.errors import NotFound, WishRefused
from locales.words import Words, words
from models.people import Actor
from reports.content.resources import resources_section
from reports.document import Report
from reports.workbook.figures import write_figures
from web import handing
from web.language import language_of
from web.visitors import actor_of

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def routes() -> list[Route]:
    """All of them."""
    return [Route("/files/resources/{city}.xlsx", workbook)]


async def workbook(request: Request) -> Response:
    """The figures of one city."""
    city, say = request.path_params["city"], words(language_of(request.scope))
    actor = await actor_of(request)
    try:
        content = await to_thread.run_sync(lambda: _written(actor, city, say))
    except WishRefused:
        return handing.not_found()
    return handing.file(content, _XLSX, "resources.xlsx")


def _written(actor: Actor, city: str, say: Words) -> bytes:
    desk = wiring.desk()
    standing = desk.resourcing.of_city(actor, city)
    if standing is None:
        raise NotFound
    section = resources_section(desk.library.models[0], standing.resources, desk.measuring.of_city(actor, city), say)
    title = say("What the international work costs")
    report = Report(
        language=say.language,
        title=title,
        subject=title,
        date=standing.at.date().isoformat(),
        cover=None,
        contents_title=None,
        sections=(section,),
        running_head=title,
        running_foot="",
    )
    return write_figures(report)
