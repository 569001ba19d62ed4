"""A window of the screens is taken up again by the browser that opened it, and by nobody else."""

from collections.abc import Callable

import pytest
from starlette.testclient import TestClient
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from assessment.desk import Desk
from models.people import PLAIN_COOKIE
from screens.frame.window import session_in
from tests.house import somebody
from tests.web.conftest import Screens

ADDRESS = "ws://localhost/_stcore/stream"
OWN = {"origin": "http://localhost"}


def _connects(browser: TestClient, *, window: str = "") -> str:
    """Opens a window, or goes on in one, until it has its name; the name."""
    protocols = ["streamlit", "token", window] if window else ["streamlit"]
    with browser.websocket_connect(ADDRESS, protocols, headers=dict(OWN)) as socket:
        assert socket.accepted_subprotocol == "streamlit"
        socket.receive_text()
        socket.receive_bytes()
        return socket.receive_bytes().decode()


def test_the_browser_that_opened_a_window_goes_on_in_it(client: TestClient, screens: Screens) -> None:
    window = _connects(client)
    _connects(client, window=window)
    assert screens.windows == [["streamlit"], ["streamlit", "token", window]]


def test_a_browser_in_which_nobody_is_signed_in_goes_on_in_its_own(stranger: TestClient, screens: Screens) -> None:
    window = _connects(stranger)
    _connects(stranger, window=window)
    assert screens.windows[-1] == ["streamlit", "token", window]


@pytest.mark.parametrize("who", ["a colleague", "nobody", "somebody who made a cookie up"])
def test_whoever_learned_the_name_of_a_window_gets_a_new_one(
    client: TestClient, client_of: Callable[[], TestClient], desk: Desk, screens: Screens, who: str
) -> None:
    window, other = _connects(client), client_of()
    if who != "nobody":
        secret = somebody(desk, "ben", "trainer").secret if who == "a colleague" else "made up"
        other.cookies.set(PLAIN_COOKIE, secret)
    _connects(other, window=window)
    assert screens.windows[-1] == ["streamlit"]


@pytest.mark.parametrize("said", ["streamlit,,{}", "streamlit, ,{}", "streamlit,x,{},y", "streamlit,x, {} ,"])
def test_however_the_name_of_a_window_is_said_it_opens_nothing(
    client: TestClient, client_of: Callable[[], TestClient], screens: Screens, said: str
) -> None:
    window, other = _connects(client), client_of()
    headers = {**OWN, "sec-websocket-protocol": said.format(window)}
    with other.websocket_connect(ADDRESS, headers=headers) as socket:
        socket.receive_text()
    assert screens.windows[-1] == ["streamlit"]


def test_the_window_of_somebody_who_signed_in_anew_is_not_the_old_one(
    client: TestClient, desk: Desk, screens: Screens
) -> None:
    window = _connects(client)
    client.cookies.clear()
    _connects(client, window=window)
    assert screens.windows[-1] == ["streamlit"]


def test_a_window_that_nobody_opened_here_opens_anew(client: TestClient, screens: Screens) -> None:
    _connects(client, window="made-up")
    assert screens.windows == [["streamlit"]]


def test_the_name_of_a_window_is_read_from_what_its_browser_is_told() -> None:
    told = ForwardMsg()
    told.new_session.initialize.session_id = "one"
    assert session_in(told.SerializeToString()) == "one"
    assert session_in(ForwardMsg(script_finished=0).SerializeToString()) is None
    assert session_in(b"\xff\xff\xff") is None
