"""What app.py puts around the screens: the routes beside them and the middleware in front, outermost first."""

from collections.abc import Sequence
from pathlib import Path

from anyio import to_thread
from starlette.middleware import Middleware
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from assessment import wiring
from web import entrance
from web.compression import CompressedOnce
from web.gate import Gate
from web.headers import SecurityHeaders, content_security_policy
from web.health import healthz, readyz
from web.papers import Papers
from web.shell import MendedPage, read_shell
from web.visitors import MembersOnly


def routes(static: Path) -> list[BaseRoute]:
    """The routes that have no screen.

    Args:
        static: our own folder of fonts and icons.
    """
    return [
        Route("/healthz", healthz),
        Route("/readyz", readyz),
        *entrance.routes(),
        *Papers().routes(),
        Mount("/assets", StaticFiles(directory=static)),
    ]


def middleware(streamlit_static: Path, hosts: Sequence[str]) -> list[Middleware]:
    """What every request passes through.

    Args:
        streamlit_static: the folder with Streamlit's page and bundles.
        hosts: the names under which this installation may be reached.
    """
    shell = read_shell(streamlit_static)
    return [
        Middleware(SecurityHeaders, policy=content_security_policy(shell.any_page)),
        Middleware(Gate, hosts=hosts),
        Middleware(MembersOnly, open_pages=entrance.PATHS),
        Middleware(MendedPage, shell=shell, plain=entrance.PATHS),
        Middleware(CompressedOnce),
    ]


async def start() -> None:
    """Makes ready what the first visitor should not wait for; what is wrong with the installation shows here."""
    wiring.set_up_logging()
    await to_thread.run_sync(wiring.desk)


async def stop() -> None:
    """Commits what waits and lets go of everything."""
    await to_thread.run_sync(wiring.close)
