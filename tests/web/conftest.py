"""The routes and middleware of the house, in front of an inner app that stands in for the screens."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
import streamlit
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocket

from assessment.desk import Desk
from models.assessment import Assessment, AssessmentSettings, Rated
from models.people import PLAIN_COOKIE
from screens.frame.ways import ADDRESSES
from tests.house import anna, me, opened
from web.astray import places
from web.door import middleware, routes

ROOT = Path(__file__).parents[2]
STREAMLIT = Path(streamlit.__file__).parent / "static"
SCRIPT = "console.log('hanse');\n" * 500

_KNOWN = ADDRESSES | {"posted", "broken"}

Client = Callable[..., TestClient]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    with opened(tmp_path / "data", monkeypatch) as own:
        yield own


@pytest.fixture
def assessment(desk: Desk) -> Assessment:
    actor, settings = me(desk), AssessmentSettings(scope=("GOV.1", "PAR.2"), highest_level=1)
    begun = desk.assessments.begin(actor, "urban-diplomacy", "Probestadt", "Probelauf", settings)
    desk.answering.rate(actor, begun.id, "GOV.1.O1", Rated("rated", "F"), seen=0)
    return begun


class Screens:
    """Stands in for Streamlit: its page on every path, a script, and a websocket. Counts what reaches it."""

    def __init__(self) -> None:
        self.reached: list[str] = []
        self.windows: list[list[str]] = []

    async def page(self, request: Request) -> Response:
        self.reached.append(request.url.path)
        return FileResponse(STREAMLIT / "index.html")

    async def script(self, request: Request) -> Response:
        self.reached.append(request.url.path)
        return Response(SCRIPT, media_type="text/javascript", headers={"cache-control": "public, immutable"})

    async def image(self, request: Request) -> Response:
        self.reached.append(request.url.path)
        return Response(b"\x89PNG", media_type="image/png")

    async def posted(self, request: Request) -> Response:
        self.reached.append(request.url.path)
        return PlainTextResponse("taken")

    async def broken(self, request: Request) -> Response:
        raise ValueError((await request.body()).decode())

    async def stream(self, socket: WebSocket) -> None:
        self.reached.append("websocket")
        said = [each.strip() for each in socket.headers.get("sec-websocket-protocol", "").split(",")]
        self.windows.append(said)
        await socket.accept(said[0] or None)
        await socket.send_text("hello")
        await socket.send_bytes(b"something else")
        await socket.send_bytes(f"window-{len(self.windows)}".encode())
        await socket.close()


def window_in(message: bytes) -> str | None:
    """The window that a message of the screens above begins."""
    return message.decode() if message.startswith(b"window-") else None


@pytest.fixture
def screens() -> Screens:
    return Screens()


@pytest.fixture
def stranger(screens: Screens, desk: Desk) -> Iterator[TestClient]:
    """A browser without a session, on an installation that has an account."""
    anna(desk)
    yield from browser_of(screens)


@pytest.fixture
def client(screens: Screens, desk: Desk) -> Iterator[TestClient]:
    """A browser in which Anna is signed in."""
    for opened_client in browser_of(screens):
        opened_client.cookies.set(PLAIN_COOKIE, anna(desk).secret)
        yield opened_client


@pytest.fixture
def client_of(screens: Screens, desk: Desk) -> Iterator[Callable[[], TestClient]]:
    """Opens browsers without a session, as many as wanted."""
    with ExitStack() as opened_clients:
        yield lambda: opened_clients.enter_context(contextmanager(browser_of)(screens))


def browser_of(screens: Screens) -> Iterator[TestClient]:
    own = routes(ROOT / "static")
    inner = [
        *own,
        Route("/static/js/index.js", screens.script),
        Route("/static/media/picture.png", screens.image),
        Route("/posted", screens.posted, methods=["POST"]),
        Route("/broken", screens.broken, methods=["POST"]),
        WebSocketRoute("/_stcore/stream", screens.stream),
        Route("/{path:path}", screens.page),
    ]
    app = Starlette(routes=inner, middleware=middleware(STREAMLIT, ["localhost"], places(_KNOWN, own), window_in))
    with TestClient(app, base_url="http://localhost") as opened_client:
        yield opened_client
