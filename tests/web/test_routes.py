"""Every route of the app, found by asking the app: who may take it, and that no foreign page can."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable

import pytest
from httpx2 import Response
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Mount, Route
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from assessment.desk import Desk
from assessment.desk.policy import ACTIONS, Action, allowed
from models.assessment import Assessment, City
from models.people import PLAIN_COOKIE, ROLES, VISITOR, Grant, Role
from tests.house import PASSWORD, anna, me, somebody
from tests.web.conftest import ROOT, STREAMLIT, Screens, window_in
from web.door import middleware, routes
from web.gate import is_open

OPEN: dict[str, str] = {
    "/healthz": "says that the process lives, and nothing else",
    "/readyz": "says how the installation is; no names, no answers",
    "/metrics": "asks for a token of its own; to everybody else there is nothing",
    "/first-start": "makes the first account; not there afterwards",
    "/sign-in": "makes somebody of a visitor",
    "/sign-out": "ends the session that the browser brings",
    "/guest": "takes a guest's code",
    "/redeem": "takes an invitation, or adds its role to the account that is signed in",
    "/reset": "takes a reset code",
    "/password": "changes a password against the old one",
    "/provider": "leads to the identity provider",
    "/provider-return": "takes in whom the provider vouches for",
    "/signed-out": "says that the session has ended",
    "/files/quick-scan.pdf": "prints what the body holds, for anybody, and keeps nothing",
    "/files/sample-report.pdf": "the same invented sample for everybody",
    "/files/empty/{questionnaire}.{ending}": "the same empty form for everybody",
    "/assets": "our fonts, icons and styles",
    "/join": "takes the code of a live room",
    "/room-city": "asks for which city the phone that the cookie names answers",
    "/my-room": "what the phone that the cookie names may see and say: its own city, in its own room",
    "/room-answer": "takes an answer for the city of the phone that the cookie names",
    "/room-state": "tells the phone that the cookie names what stands in its own city",
    "/room-item": "puts something on the table for the city of the phone that the cookie names",
    "/room-claim": "makes a code for the city of the phone that the cookie names",
    "/room-file": "hands out what the city of the phone that the cookie names said",
    "/room-leave": "erases what the city of the phone that the cookie names said",
}
"""Routes of ours that ask no policy, and why."""

FILES = "/files/{assessment}.{ending}"
ASKING: dict[str, Action] = {
    "/files/programme.ics": "read programme",
    "/programme/{event}/material": "write programme",
    "/programme/{event}/{file}": "read programme",
    "/files/resources/{city}.xlsx": "read city",
    FILES: "hand out files",
    "/files/measures/{city}.{ending}": "read measures",
    "/reports/{assessment}.{ending}": "hand out files",
    "/files/reports/{name}.zip": "hand out files",
    "/files/backups/{name}": "keep backups",
    "/files/own-data.json": "keep own account",
    "/files/papers/{name}.md": "read papers",
    "/events/{assessment}": "read assessment",
    "/groups/{cohort}/{edition}.{ending}": "read cohort",
    "/groups/{cohort}/{edition}/{picture}.{ending}": "read cohort",
    "/evidence/{assessment}/{indicator}": "answer",
    "/evidence/{assessment}/{file}": "read assessment",
    "/projector": "lead room",
    "/claim": "begin assessment",
    "/join-cohort": "join cohorts",
}
"""Routes of ours that hand out or change something of a city, and the action that the desk asks for."""

STREAMLIT_OPEN: dict[str, str] = {
    "/_stcore/health": "says that the process lives",
    "/_stcore/host-config": "settings of the page that stand in every copy of Streamlit",
    "/_stcore/stream": "the screens, which ask the desk with every run",
    "/_stcore/bidi-components/{path:path}": "scripts of our own components",
    "/media/{file_id:path}": "pictures drawn on a screen, under names nobody can guess; files of cities never go there",
    "": "the page itself, its scripts and styles",
}
"""Routes of Streamlit that the gate lets through, and why. All others look as if they were not there."""

OWN = {"origin": "http://localhost"}
FOREIGN = (
    {"origin": "http://evil.example"},
    {"origin": "null"},
    {"origin": "http://localhost.evil.example"},
    {"origin": "http://localhost:81"},
    {"sec-fetch-site": "cross-site"},
    {"sec-fetch-site": "same-site"},
    {"origin": "http://localhost", "sec-fetch-site": "cross-site"},
)
Every = list[tuple[str, list[str], str]]


@pytest.fixture(scope="module")
def every(tmp_path_factory: pytest.TempPathFactory) -> Every:
    """Path, methods and kind of every route of the running app."""
    environment = {**os.environ, "HANSE_DATA": str(tmp_path_factory.mktemp("data"))}  # noqa: TID251 - handed on
    command = [sys.executable, "-W", "ignore", "-m", "tests.web.every_route"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=True)
    return [(path, methods, kind) for path, methods, kind in json.loads(done.stdout)]


def _ours() -> list[Route | Mount]:
    return [each for each in routes(ROOT / "static") if isinstance(each, Route | Mount)]


def _sample(path: str) -> str:
    """An address that leads to this route."""
    named = path.replace("{ending}", "yaml")
    return re.sub(r"\{\w+\}", "0" * 24, re.sub(r"\{\w+:path\}", "x/y", named))


WRITING = [
    (each.path, method)
    for each in _ours()
    if isinstance(each, Route)
    for method in sorted((each.methods or set()) - {"GET", "HEAD", "OPTIONS"})
]


def test_every_route_asks_for_an_action_or_is_open_for_a_reason() -> None:
    assert {each.path for each in _ours()} == OPEN.keys() | ASKING.keys()
    assert not OPEN.keys() & ASKING.keys()
    assert set(ASKING.values()) <= set(ACTIONS)
    assert all(OPEN.values())


def test_the_app_serves_our_routes_and_of_streamlit_only_what_was_looked_at(every: Every) -> None:
    ours = [each.path for each in _ours()]
    assert [path for path, _, _ in every][: len(ours)] == ours
    theirs = {path for path, _, _ in every[len(ours) :]}
    let_through = {path for path in theirs if is_open(_sample(path) or "/static/js/x.js")}
    assert let_through == STREAMLIT_OPEN.keys()
    assert len(theirs) > len(let_through)


def test_of_what_is_let_through_only_our_own_routes_change_anything(every: Every) -> None:
    writing = {
        path for path, methods, _ in every if is_open(_sample(path)) and set(methods) - {"GET", "HEAD", "OPTIONS"}
    }
    assert writing == {path for path, _ in WRITING}


@pytest.mark.parametrize(("path", "method"), WRITING)
def test_no_foreign_page_can_write(client: TestClient, desk: Desk, path: str, method: str) -> None:
    for headers in FOREIGN:
        answer = client.request(method, _sample(path), headers=headers, data={"username": "anna"})
        assert (answer.status_code, answer.text) == (404, "not found"), headers
    assert me(desk) != VISITOR


@pytest.mark.parametrize(("path", "method"), WRITING)
def test_it_is_the_gate_that_keeps_foreign_pages_out(desk: Desk, path: str, method: str) -> None:
    anna(desk)
    gate = middleware(STREAMLIT, ["localhost"], frozenset({_sample(path)}), window_in)
    for headers in FOREIGN:
        assert _reached(path, method, headers, []), "the control: nobody keeps a foreign page out"
        assert not _reached(path, method, headers, gate), headers
    assert _reached(path, method, OWN, gate)


def _reached(path: str, method: str, headers: dict[str, str], in_front: list[Middleware]) -> bool:
    """Whether a request comes as far as a route of this path, behind what stands in front."""
    reached: list[str] = []

    async def note(request: Request) -> PlainTextResponse:
        reached.append(request.url.path)
        return PlainTextResponse("taken")

    app = Starlette(routes=[Route(path, note, methods=[method])], middleware=in_front)
    with TestClient(app, base_url="http://localhost") as browser:
        browser.request(method, _sample(path), headers=headers)
    return reached != []


@pytest.mark.parametrize("path", [path for path, _ in WRITING])
def test_reading_a_page_changes_nothing(client: TestClient, desk: Desk, path: str) -> None:
    data = {"username": "eva", "password": PASSWORD, "new": PASSWORD, "code": "x", "link": "1"}
    before = desk.people.everyone(me(desk))
    answer = client.get(_sample(path), params=data, follow_redirects=False)
    assert answer.status_code in (200, 303, 404, 405)
    assert "set-cookie" not in answer.headers
    assert desk.people.everyone(me(desk)) == before


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "http://localhost:81", "http://localhost.evil.example"]
)
def test_no_foreign_page_can_open_the_connection(client: TestClient, screens: Screens, origin: str) -> None:
    address = "ws://localhost/_stcore/stream"
    with pytest.raises(WebSocketDisconnect), client.websocket_connect(address, headers={"origin": origin}):
        pass
    assert screens.reached == []
    with client.websocket_connect(address, headers=OWN) as socket:
        assert socket.receive_text() == "hello"


HELD: dict[str, Callable[[Assessment, City], dict[str, str]]] = {
    "own": lambda begun, _: {"city": begun.city.id},
    "opened": lambda begun, _: {"assessment": begun.id},
    "foreign": lambda _, elsewhere: {"city": elsewhere.id},
    "house": lambda _begun, _elsewhere: {},
}


@pytest.fixture
def other(desk: Desk) -> City:
    return desk.people.found(me(desk), "Anderswo")


def _holds(desk: Desk, login: str, held: Grant) -> str:
    """The secret of somebody who holds this role and no other."""
    accounts, person = desk.people.stores.accounts, somebody(desk, login, "trainer")
    accounts.grant(person.actor.id, held)
    if held != Grant("trainer"):
        accounts.take(person.actor.id, Grant("trainer"))
    return person.secret


@pytest.mark.parametrize("relation", HELD)
def test_files_go_to_those_whom_the_table_names(
    desk: Desk, stranger: TestClient, assessment: Assessment, other: City, relation: str
) -> None:
    unknown = _got(stranger, FILES, "0" * 24)
    for number, role in enumerate(role for role in ROLES if role != "visitor"):
        held = Grant(role, **HELD[relation](assessment, other))
        stranger.cookies.clear()
        stranger.cookies.set(PLAIN_COOKIE, _holds(desk, f"person{number}", held))
        may = all(allowed(role, each, relation) for each in ("read assessment", ASKING[FILES]))  # type: ignore[arg-type]
        answer = _got(stranger, FILES, assessment.id)
        assert answer.status_code == (200 if may else 404), (role, relation)
        if not may:
            assert _shown(answer) == _shown(unknown)


@pytest.mark.parametrize("path", [path for path in ASKING if "{" in path])
def test_what_one_may_not_see_answers_as_what_was_never_there(
    desk: Desk, stranger: TestClient, assessment: Assessment, other: City, path: str
) -> None:
    seen = []
    people: list[tuple[Role, City | None]] = [("lead", other), ("contributor", other), ("trainer", None)]
    for number, (role, city) in enumerate(people):
        stranger.cookies.clear()
        stranger.cookies.set(PLAIN_COOKIE, _holds(desk, f"b{number}", Grant(role, city.id if city else None)))
        seen += [_got(stranger, path, key) for key in (assessment.id, "0" * 24, "x", assessment.id.upper(), other.id)]
    stranger.cookies.clear()
    seen += [_got(stranger, path, assessment.id), _got(stranger, path, "0" * 24)]
    assert {answer.status_code for answer in seen} == {404}
    assert len({_shown(answer) for answer in seen}) == 1


def test_what_was_taken_away_is_gone_with_the_next_request(
    desk: Desk, stranger: TestClient, assessment: Assessment
) -> None:
    held = Grant("contributor", assessment.city.id)
    secret = _holds(desk, "ben", held)
    stranger.cookies.set(PLAIN_COOKIE, secret)
    assert _got(stranger, FILES, assessment.id).status_code == 200
    desk.people.stores.accounts.take(desk.entrance.who(secret).id, held)
    assert _shown(_got(stranger, FILES, assessment.id)) == _shown(_got(stranger, FILES, "0" * 24))


def _got(browser: TestClient, path: str, key: str) -> Response:
    return browser.get(_sample(path.replace("{assessment}", key)), follow_redirects=False)


def _shown(answer: Response) -> str:
    return json.dumps([answer.status_code, sorted(answer.headers.items()), answer.text])
