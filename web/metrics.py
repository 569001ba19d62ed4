"""Figures for whoever watches over the installation, in the form that Prometheus reads. No names, answers or addresses.

They are for those alone who know the token of `HANSE_METRICS_TOKEN`; without that setting, and to everybody else, there
is nothing here.
"""

import hmac
import time
from dataclasses import dataclass

from anyio import to_thread
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assessment import wiring
from models.health import Health
from web import handing

_KINDS = ("assets", "events", "evidence", "files", "media", "reports", "static", "_stcore")
"""The folders of our addresses; a page, or what is not there, is `page`. Addresses themselves hold ids."""

_SECONDS = (0.01, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)


@dataclass(frozen=True, slots=True)
class Figures:
    """What is counted in this process."""

    registry: CollectorRegistry
    requests: Counter
    seconds: Histogram
    screens: Gauge
    checks: Gauge
    ready: Gauge

    def look(self, health: Health) -> None:
        """Takes over what the checks found."""
        self.ready.set(health.well)
        for check in health.checks:
            self.checks.labels(check.name).set(check.well)


def from_zero() -> Figures:
    """Figures in which nothing is counted yet."""
    kept = CollectorRegistry()
    return Figures(
        kept,
        Counter("hanse_requests", "Requests answered", ("kind", "status"), registry=kept),
        Histogram("hanse_request_seconds", "Time to the whole answer", ("kind",), registry=kept, buckets=_SECONDS),
        Gauge("hanse_screens", "Screens that are connected now", registry=kept),
        Gauge("hanse_check", "1 where a check of /readyz is well", ("name",), registry=kept),
        Gauge("hanse_ready", "1 where people can rely on the installation", registry=kept),
    )


class Counted:
    """Counts what passes through."""

    def __init__(self, app: ASGIApp, figures: Figures) -> None:
        self._app = app
        self._figures = figures

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handles one connection."""
        if scope["type"] == "websocket":
            with self._figures.screens.track_inprogress():
                await self._app(scope, receive, send)
        elif scope["type"] == "http":
            await self._answered(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    async def _answered(self, scope: Scope, receive: Receive, send: Send) -> None:
        kind, status, begun = _kind(scope["path"]), 500, time.perf_counter()

        async def note(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, note)
        finally:
            self._figures.requests.labels(kind, str(status)).inc()
            # A stream of news stays open for hours; its length says nothing about speed.
            if kind != "events":
                self._figures.seconds.labels(kind).observe(time.perf_counter() - begun)


def routes(figures: Figures) -> list[Route]:
    """The route."""

    async def metrics(request: Request) -> Response:
        if not _knows(request, await to_thread.run_sync(wiring.metrics_token)):
            return handing.not_found()
        figures.look(await to_thread.run_sync(wiring.health))
        return Response(generate_latest(figures.registry), media_type=CONTENT_TYPE_LATEST)

    return [Route("/metrics", metrics)]


def _knows(request: Request, token: str | None) -> bool:
    said = request.headers.get("authorization", "")
    return token is not None and hmac.compare_digest(said.encode(), f"Bearer {token}".encode())


def _kind(path: str) -> str:
    first = path.split("/")[1] if path.startswith("/") else ""
    return first if first in _KINDS else "page"
