"""What people take away beside reports: copies of the database, papers, their own data. Each route asks the desk."""

import json
from typing import Any

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from assessment import wiring
from assessment.desk.errors import WishRefused
from models.personal import AREAS, PersonalData
from web import handing
from web.visitors import actor_of


def routes() -> list[Route]:
    """All of them."""
    return [
        Route("/files/backups/{name}", backup),
        Route("/files/own-data.json", own_data),
        Route("/files/papers/{name}.md", paper),
    ]


async def backup(request: Request) -> Response:
    """A copy of the database."""
    actor, name = await actor_of(request), request.path_params["name"]
    try:
        path = await to_thread.run_sync(lambda: wiring.desk().backups.take(actor, name))
    except WishRefused:
        return handing.not_found()
    return FileResponse(path, media_type="application/vnd.sqlite3", filename=name, headers=handing.FOR_ONE)


async def own_data(request: Request) -> Response:
    """Everything that is kept about the person who asks, as JSON."""
    actor = await actor_of(request)
    try:
        data = await to_thread.run_sync(lambda: wiring.desk().own_data.export(actor))
    except WishRefused:
        return handing.not_found()
    text = json.dumps(_told(data), ensure_ascii=False, indent=2)
    return handing.file(text, "application/json", "my-data.json")


def _told(data: PersonalData) -> dict[str, Any]:
    me = data.account
    roles = [
        {"role": each.role, "city": each.city, "assessment": each.assessment, "cohort": each.cohort}
        for each in sorted(me.grants, key=str)
    ]
    head = {"id": me.id, "login": me.login, "name": me.display_name, "created": me.created.isoformat(), "roles": roles}
    kept: dict[str, Any] = {
        area: [{"at": each.at.isoformat() if each.at else None, **each.about} for each in data.of(area)]
        for area in AREAS
    }
    return {"account": head, **kept}


async def paper(request: Request) -> Response:
    """A paper about the installation, as Markdown."""
    actor, name = await actor_of(request), request.path_params["name"]
    try:
        text = await to_thread.run_sync(lambda: wiring.desk().papers.read(actor, name))
    except WishRefused:
        return handing.not_found()
    return handing.file(text, "text/markdown; charset=utf-8", f"{name}.md")
