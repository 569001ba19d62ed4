"""What app.py puts around the screens: the routes beside them and the middleware in front, outermost first."""

from collections.abc import Callable, Mapping, Sequence
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
    joining,
    measures,
    metrics,
    programme,
    projector,
    provider,
    resources,
    room_phone,
)
from web.astray import OnlyKnown, WayOn
from web.compression import CompressedOnce
from web.cookies import OwnCookies
from web.events import Events
from web.gate import Gate
from web.headers import SecurityHeaders, content_security_policy
from web.health import healthz, readyz
from web.mistakes import Numbered
from web.papers import Papers
from web.shell import MendedPage, read_shell
from web.upkeep import Upkeep
from web.visitors import MembersOnly
from web.windows import OwnWindows

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
_FORMS = entrance.PATHS | provider.PATHS | room_phone.PATHS | claims.PATHS | joining.PATHS


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
        *joining.routes(),
        Mount("/assets", StaticFiles(directory=static)),
    ]


def middleware(
    streamlit_static: Path, hosts: Sequence[str], known: frozenset[str], session_in: Callable[[bytes], str | None]
) -> list[Middleware]:
    """What every request passes through.

    Args:
        streamlit_static: the folder with Streamlit's page and bundles.
        hosts: the names under which this installation may be reached.
        known: the paths of one segment behind which there is something (`web.astray.places`).
        session_in: reads the name of a window's session from a message to its browser.
    """
    shell = read_shell(streamlit_static)
    return [
        Middleware(metrics.Counted, figures=_FIGURES),
        Middleware(SecurityHeaders, policy=content_security_policy(shell.any_page)),
        Middleware(Numbered),
        Middleware(OwnCookies),
        Middleware(WayOn),
        Middleware(Gate, hosts=hosts),
        Middleware(OwnWindows, session_in=session_in),
        Middleware(OnlyKnown, known=known),
        Middleware(MembersOnly, open_pages=_FORMS),
        Middleware(MendedPage, shell=shell, plain=_FORMS | projector.PATHS),
        Middleware(CompressedOnce),
    ]


_UPKEEP = Upkeep()


class SettingsMissingError(Exception):
    """The app was started in a way that leaves out `.streamlit/config.toml`, on which privacy and safety rest."""


async def start(settings: Mapping[str, object], once: Callable[[], None]) -> None:
    """Makes ready what the first visitor should not wait for; what is wrong with the installation shows here.

    Args:
        settings: Streamlit's options as they are in force, those of `NEEDED` at least.
        once: what is made ready beside the first requests.

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
    _UPKEEP.begin(once)


async def stop() -> None:
    """Commits what waits and lets go of everything."""
    await _UPKEEP.end()
    await to_thread.run_sync(wiring.close)
