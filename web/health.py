"""Whether the process lives, and whether the installation is as it should be. No names, no answers, no addresses."""

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from assessment import wiring


async def healthz(_request: Request) -> Response:
    """Answers as long as the process can."""
    return JSONResponse({"status": "ok"})


async def readyz(request: Request) -> Response:
    """What was looked at; 503 where something is not as it should be. A warning is for a person, not for a balancer."""
    health = await to_thread.run_sync(wiring.health)
    checks = [{"name": each.name, "well": each.well, "found": each.found} for each in health.checks]
    answer = {"well": health.well, "checks": checks, "warnings": _warnings(request)}
    return JSONResponse(answer, status_code=200 if health.well else 503)


def _warnings(request: Request) -> list[str]:
    if request.url.scheme == "https" or request.url.hostname in ("localhost", "127.0.0.1", "::1"):
        return []
    return ["reached over plain http: whoever listens on the network can take over sessions; put https in front"]
