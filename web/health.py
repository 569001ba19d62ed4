"""Whether the process lives, and whether the installation is as it should be. No names, no answers, no addresses."""

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from assessment import wiring


async def healthz(_request: Request) -> Response:
    """Answers as long as the process can."""
    return JSONResponse({"status": "ok"})


async def readyz(_request: Request) -> Response:
    """What was looked at; 503 where something is not as it should be."""
    health = await to_thread.run_sync(wiring.health)
    checks = [{"name": each.name, "well": each.well, "found": each.found} for each in health.checks]
    return JSONResponse({"well": health.well, "checks": checks}, status_code=200 if health.well else 503)
