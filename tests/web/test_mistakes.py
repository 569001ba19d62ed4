"""A mistake of ours gets a number and no more: neither people nor the log read what somebody wrote."""

import re

import pytest
from starlette.testclient import TestClient
from starlette.types import Receive, Scope, Send

from web.mistakes import BrokenOff, Numbered


def test_a_route_that_breaks_answers_with_the_number_under_which_the_log_tells_where(
    client: TestClient, caplog: pytest.LogCaptureFixture
) -> None:
    answer = client.post("/broken?language=en", content="what is secret", headers={"origin": "http://localhost"})
    assert answer.status_code == 500
    assert answer.headers["x-content-type-options"] == "nosniff"
    number = re.search(r"number ([0-9A-F]{8})", answer.text)
    assert number
    assert f"incident {number[1]}: ValueError" in caplog.text
    assert "broken" in caplog.text


def test_neither_the_answer_nor_the_log_quotes_the_error(client: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    answer = client.post("/broken", content="what is secret", headers={"origin": "http://localhost"})
    assert "secret" not in answer.text + caplog.text


def test_an_answer_that_breaks_in_the_middle_does_not_look_whole(caplog: pytest.LogCaptureFixture) -> None:
    written = "what is secret"

    async def half(_scope: Scope, _receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"half", "more_body": True})
        raise ValueError(written)

    with pytest.raises(BrokenOff) as broken:
        TestClient(Numbered(half)).get("/")
    assert f"incident {broken.value}" in caplog.text
    assert "secret" not in caplog.text
    assert broken.value.__suppress_context__
