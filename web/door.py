"""What app.py puts around the screens: the routes beside them and the middleware in front, outermost first."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from anyio import to_thread
from starlette.middleware import Middleware
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from assessment import wiring
from web import (
    administration,
    claims,
    entrance,
    evidence,
    groups,
    measures,
    metrics,
    programme,
    projector,
    provider,
    resources,
    room_phone,
)
from web.compression import CompressedOnce
from web.events import Events
from web.gate import Gate
from web.headers import SecurityHeaders, content_security_policy
from web.health import healthz, readyz
from web.papers import Papers
from web.shell import MendedPage, read_shell
from web.upkeep import Upkeep
from web.visitors import MembersOnly

NEEDED: Mapping[str, object] = MappingProxyType(
    {
        "browser.gatherUsageStats": False,
        "client.showErrorDetails": "none",
        "runner.postScriptGC": False,
        "server.enableAgentApi": False,
    }
)
"""Settings without which the app does not start: no telemetry, no traces on screen, no pause after each click."""

_FIGURES = metrics.from_zero()
_FORMS = entrance.PATHS | provider.PATHS | room_phone.PATHS | claims.PATHS


def routes(static: Path) -> list[BaseRoute]:
    """The routes that have no screen.

    Args:
        static: our own folder of fonts and icons.
    """
    return [
        Route("/healthz", healthz),
        Route("/readyz", readyz),
        *entrance.routes(),
        *provider.routes(),
        *administration.routes(),
        *metrics.routes(_FIGURES),
        *measures.routes(),
        *resources.routes(),
        *programme.routes(),
        *Papers().routes(),
        *Events().routes(),
        *evidence.routes(),
        *groups.routes(),
        *room_phone.routes(),
        *projector.routes(),
        *claims.routes(),
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
        Middleware(metrics.Counted, figures=_FIGURES),
        Middleware(SecurityHeaders, policy=content_security_policy(shell.any_page)),
        Middleware(Gate, hosts=hosts),
        Middleware(MembersOnly, open_pages=_FORMS),
        Middleware(MendedPage, shell=shell, plain=_FORMS | projector.PATHS),
        Middleware(CompressedOnce),
    ]


_UPKEEP = Upkeep()


class SettingsMissingError(Exception):
    """The app was started in a way that leaves out `.streamlit/config.toml`, on which privacy and safety rest."""


async def start(settings: Mapping[str, object]) -> None:
    """Makes ready what the first visitor should not wait for; what is wrong with the installation shows here.

    Args:
        settings: Streamlit's options as they are in force, those of `NEEDED` at least.

    Raises:
        SettingsMissingError: where one of them is not as it must be.
    """
    wrong = [name for name, value in NEEDED.items() if settings.get(name) != value]
    if wrong:
        names = ", ".join(wrong)
        raise SettingsMissingError(
            f"not as .streamlit/config.toml has them: {names}. Start the app from its own folder."
        )
    wiring.set_up_logging()
    await to_thread.run_sync(wiring.desk)
    _UPKEEP.begin()


async def stop() -> None:
    """Commits what waits and lets go of everything."""
    await _UPKEEP.end()
    await to_thread.run_sync(wiring.close)
