"""Live news: who may not read an assessment hears nothing of it, and who may hears of everything soon."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine

import pytest
from anyio.from_thread import start_blocking_portal
from starlette.requests import Request
from starlette.responses import StreamingResponse
from starlette.testclient import TestClient

from assessment.desk import Desk
from models.assessment import Assessment, Rated
from models.people import PLAIN_COOKIE, Grant
from tests.house import Person, anna, me, somebody
from web import events
from web.events import Events, Inbox

F = Rated("rated", "F")


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(events, "LOOK_SECONDS", 0.01)
    monkeypatch.setattr(events, "ASK_SECONDS", 0.05)


def asks(assessment: str, who: Person | None) -> Request:
    """A request as a browser sends it."""
    cookie = [(b"cookie", f"{PLAIN_COOKIE}={who.secret}".encode())] if who else []
    scope = {"type": "http", "method": "GET", "path": "/", "headers": cookie, "path_params": {"assessment": assessment}}
    return Request(scope)


async def stream(live: Events, assessment: str, who: Person | None) -> AsyncIterator[str]:
    """What this person is told, without the signs that the line still stands."""
    answer = await live.stream(asks(assessment, who))
    assert isinstance(answer, StreamingResponse)
    async for told in answer.body_iterator:
        assert isinstance(told, str)
        if not told.startswith(":"):
            yield told


def within(seconds: float, walk: Callable[[], Coroutine[object, object, None]]) -> None:
    """Runs a walk that must not wait for ever, in a thread of its own: a browser may have left a loop in this one."""

    async def hurry() -> None:
        await asyncio.wait_for(walk(), seconds)

    with start_blocking_portal() as portal:
        portal.call(hurry)


def test_a_listener_hears_which_questions_something_happened_to(desk: Desk, assessment: Assessment) -> None:
    ben = somebody(desk, "ben", "contributor", assessment.city.id)

    async def walk() -> None:
        told = stream(Events(), assessment.id, ben)
        assert (await anext(told)).startswith("retry:")
        await asyncio.to_thread(lambda: desk.answering.rate(me(desk), assessment.id, "PAR.2.O1", F, seen=0))
        assert await anext(told) == 'data: ["PAR.2.O1"]\n\n'
        await told.aclose()  # type: ignore[attr-defined]

    within(20, walk)


def test_nothing_is_heard_of_other_assessments(desk: Desk, assessment: Assessment) -> None:
    other = desk.assessments.begin(me(desk), "urban-diplomacy", "Probestadt", "Zweite", assessment.settings)

    async def walk() -> None:
        told = stream(Events(), assessment.id, anna(desk))
        await anext(told)
        await asyncio.to_thread(lambda: desk.answering.rate(me(desk), other.id, "PAR.2.O2", F, seen=0))
        await asyncio.to_thread(lambda: desk.answering.rate(me(desk), assessment.id, "PAR.2.O1", F, seen=0))
        assert await anext(told) == 'data: ["PAR.2.O1"]\n\n'
        await told.aclose()  # type: ignore[attr-defined]

    within(20, walk)


def _signs_out(desk: Desk, ben: Person, _: Assessment) -> None:
    desk.entrance.sign_out(ben.secret)


def _loses_the_role(desk: Desk, ben: Person, assessment: Assessment) -> None:
    desk.people.take(me(desk), ben.actor.id, Grant("contributor", assessment.city.id))


@pytest.mark.parametrize("ends", [_signs_out, _loses_the_role])
def test_the_stream_closes_when_the_person_may_listen_no_more(
    desk: Desk, assessment: Assessment, ends: Callable[[Desk, Person, Assessment], None]
) -> None:
    ben = somebody(desk, "ben", "contributor", assessment.city.id)

    async def walk() -> None:
        told = stream(Events(), assessment.id, ben)
        await anext(told)
        await asyncio.to_thread(ends, desk, ben, assessment)
        await asyncio.to_thread(lambda: desk.answering.rate(me(desk), assessment.id, "PAR.2.O1", F, seen=0))
        assert [each async for each in told] == ["event: end\ndata: \n\n"]

    within(20, walk)


def test_every_stream_ends_with_the_process(desk: Desk, assessment: Assessment) -> None:
    async def walk() -> None:
        live = Events()
        told = stream(live, assessment.id, anna(desk))
        await anext(told)
        live.end()
        assert [each async for each in told] == []
        assert (await live.stream(asks(assessment.id, anna(desk)))).status_code == 404

    within(20, walk)


def test_a_database_that_cannot_be_read_for_a_while_loses_no_news(
    desk: Desk, assessment: Assessment, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Shaky:
        def __init__(self) -> None:
            self.reads: list[OSError | tuple[tuple[str, str], ...]] = [
                OSError("gone"),
                (),
                OSError("gone"),
                ((assessment.id, "PAR.2.O1"),),
            ]

        def begin(self) -> None:
            self.read()

        def read(self) -> tuple[tuple[str, str], ...]:
            found = self.reads.pop(0) if self.reads else ()
            if isinstance(found, OSError):
                raise found
            return found

    monkeypatch.setattr(events, "TROUBLE_SECONDS", 0.01)
    monkeypatch.setattr("assessment.wiring.news", Shaky)

    async def walk() -> None:
        told = stream(Events(), assessment.id, anna(desk))
        await anext(told)
        assert await anext(told) == 'data: ["PAR.2.O1"]\n\n'
        await told.aclose()  # type: ignore[attr-defined]

    within(20, walk)


def test_a_listener_that_does_not_come_along_holds_each_question_once() -> None:
    async def walk() -> None:
        inbox = Inbox()
        for _ in range(1000):
            inbox.put("GOV.1.O1")
        inbox.put("GOV.1.O2")
        assert await inbox.take(1) == ["GOV.1.O1", "GOV.1.O2"]
        assert await inbox.take(0) == []

    within(20, walk)


def test_strangers_and_people_of_other_cities_get_what_does_not_exist(
    client_of: Callable[[], TestClient], desk: Desk, assessment: Assessment
) -> None:
    elsewhere = desk.people.found(me(desk), "Anderswo")
    otto = somebody(desk, "otto", "lead", elsewhere.id)
    answers = []
    for who, wanted in ((None, assessment.id), (otto, assessment.id), (otto, "unknown"), (anna(desk), "unknown")):
        browser = client_of()
        if who:
            browser.cookies.set(PLAIN_COOKIE, who.secret)
        answer = browser.get(f"/events/{wanted}")
        answers.append((answer.status_code, answer.text))
    assert answers == [(404, "not found")] * 4
