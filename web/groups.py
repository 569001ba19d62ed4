"""Files of a published edition: report, workbook, figures, pictures. Each asks the desk, which asks the policy."""

import csv
from collections.abc import Callable
from io import StringIO

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from assessment import wiring
from assessment.desk.errors import WishRefused
from locales.words import words as words_in
from reports import forms, pictures
from reports.charts import Chart
from reports.content.group import GroupCase, figures_table, group_classes, group_radar
from reports.content.group_report import group_report
from web.language import language_of
from web.visitors import actor_of

_CSV = "text/csv; charset=utf-8"
_PICTURES: dict[str, Callable[[GroupCase], Chart | None]] = {"radar": group_radar, "classes": group_classes}
_UNSAFE = ("=", "+", "-", "@", "|", "%", "\t", "＝", "＋", "－", "＠")


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
        return _not_found()
    case = await _case(request, ending)
    if case is None:
        return _not_found()
    content = await to_thread.run_sync(_written, case, ending)
    return _file(content, _CSV if ending == "csv" else forms.MEDIA_TYPES[ending], f"group.{ending}")


async def picture(request: Request) -> Response:
    """A chart of an edition, for slides."""
    ending, draw = request.path_params["ending"], _PICTURES.get(request.path_params["picture"])
    if draw is None or ending not in ("svg", "png"):
        return _not_found()
    case = await _case(request, ending)
    chart = None if case is None else draw(case)
    if chart is None:
        return _not_found()
    if ending == "svg":
        return _file(pictures.svg(chart).encode(), "image/svg+xml", "chart.svg")
    return _file(await to_thread.run_sync(pictures.png, chart), "image/png", "chart.png")


async def _case(request: Request, form: str) -> GroupCase | None:
    actor, found = await actor_of(request), request.path_params
    words = words_in(language_of(request.scope))

    def look() -> GroupCase | None:
        try:
            handed = wiring.desk().benchmarking.hand_out(actor, found["cohort"], found["edition"], form)
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
    return forms.write(group_report(case), form)


def _as_csv(case: GroupCase) -> bytes:
    """The table of figures, with a mark that tells spreadsheets its encoding. A text never becomes a formula."""
    drawn, out = figures_table(case), StringIO()
    writer = csv.writer(out, delimiter=";" if case.words.language == "de" else ",")
    for row in (drawn.head, *drawn.rows):
        writer.writerow([_text("".join(span.text for span in each.content)) for each in row])
    return out.getvalue().encode("utf-8-sig")


def _text(value: str) -> str:
    return f"'{value}" if value.startswith(_UNSAFE) else value


def _file(content: bytes, kind: str, name: str) -> Response:
    headers = {"content-disposition": f'attachment; filename="{name}"', "cache-control": "private, no-store"}
    return Response(content, media_type=kind, headers=headers)


def _not_found() -> Response:
    return PlainTextResponse("not found", 404)
