"""Files of a published edition: report, workbook, figures, pictures. Each asks the desk, which asks the policy."""

from collections.abc import Callable

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from assessment import wiring
from assessment.desk.errors import WishRefused
from locales.words import words as words_in
from reports import forms, pictures
from reports.charts import Chart
from reports.comma_separated import MEDIA_TYPE, comma_separated
from reports.content.cohort import cohort_case
from reports.content.group import GroupCase, figures_table, group_classes, group_radar
from reports.kinds import KINDS, report
from web import handing
from web.language import language_of
from web.visitors import actor_of

NETWORK = "network"
"""Stands in addresses where no cohort is meant, but all cities."""

_PICTURES: dict[str, Callable[[GroupCase], Chart | None]] = {"radar": group_radar, "classes": group_classes}


def routes() -> list[BaseRoute]:
    """All of them."""
    return [
        Route("/groups/{cohort}/{edition}.{ending}", edition),
        Route("/groups/{cohort}/{edition}/{picture}.{ending}", picture),
    ]


async def edition(request: Request) -> Response:
    """An edition as a report, a workbook, or the figures alone."""
    ending = request.path_params["ending"]
    if ending not in (*forms.FORMS, "csv"):
        return handing.not_found()
    case = await _case(request, ending)
    if case is None:
        return handing.not_found()
    content = await to_thread.run_sync(_written, case, ending)
    return handing.file(content, MEDIA_TYPE if ending == "csv" else forms.MEDIA_TYPES[ending], f"group.{ending}")


async def picture(request: Request) -> Response:
    """A chart of an edition, for slides."""
    ending, draw = request.path_params["ending"], _PICTURES.get(request.path_params["picture"])
    if draw is None or ending not in ("svg", "png"):
        return handing.not_found()
    case = await _case(request, ending)
    chart = None if case is None else draw(case)
    if chart is None:
        return handing.not_found()
    if ending == "svg":
        return handing.file(pictures.svg(chart).encode(), "image/svg+xml", "chart.svg")
    return handing.file(await to_thread.run_sync(pictures.png, chart), "image/png", "chart.png")


async def _case(request: Request, form: str) -> GroupCase | None:
    actor, found = await actor_of(request), request.path_params
    words = words_in(language_of(request.scope))

    def look() -> GroupCase | None:
        try:
            cohort = None if found["cohort"] == NETWORK else found["cohort"]
            handed = wiring.desk().benchmarking.hand_out(actor, cohort, found["edition"], form)
        except WishRefused:
            return None
        name = words("the whole network") if handed.cohort is None else handed.cohort.name
        model = wiring.library().models[0]
        return GroupCase(model, handed.kept, name, words, handed.before)

    return await to_thread.run_sync(look)


def _written(case: GroupCase, ending: str) -> bytes:
    if ending == "csv":
        return _as_csv(case)
    form = next(each for each in forms.FORMS if each == ending)
    return forms.write(report(KINDS["cohort"], cohort_case([case])), form)


def _as_csv(case: GroupCase) -> bytes:
    """The table of figures."""
    drawn = figures_table(case)
    rows = (["".join(span.text for span in each.content) for each in row] for row in (drawn.head, *drawn.rows))
    return comma_separated(rows, case.words.language)
