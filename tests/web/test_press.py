"""Reports are printed a few at a time. Strangers have a short line of their own, in which nobody else has to wait."""

from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from threading import Event, Thread

import anyio
import pytest
from anyio.from_thread import start_blocking_portal
from starlette.requests import Request
from starlette.testclient import TestClient
from starlette.types import Message

from assessment.desk import Desk
from models.assessment import Assessment
from reports.order import Order
from tests.web.test_papers import SCAN
from web import press
from web.press import Press, PressBusy

ORDER = Order("", "quick-scan")


class Printer:
    """Stands in for the process that prints: quick scans wait until they may go on."""

    def __init__(self) -> None:
        self.orders: list[str] = []
        self.begun, self.may_go_on = Event(), Event()

    def __call__(self, order: Order, _questionnaires: Path) -> bytes:
        self.orders.append(order.kind)
        if order.kind == "quick-scan":
            self.begun.set()
            assert self.may_go_on.wait(30)
        return b"%PDF-"


@pytest.fixture
def printer(monkeypatch: pytest.MonkeyPatch) -> Iterator[Printer]:
    instead = Printer()
    monkeypatch.setattr(press, "print_one", instead)
    yield instead
    instead.may_go_on.set()


def _request(*heard: Message) -> Request:
    """Of somebody from whom these messages come, and then nothing more."""
    coming = list(heard)

    async def receive() -> Message:
        if not coming:
            await anyio.sleep_forever()
        return coming.pop(0)

    return Request({"type": "http"}, receive)


def _run(told: Callable[[], Awaitable[None]]) -> None:
    # A thread of its own: a browser walk may have left an event loop running in this one.
    with start_blocking_portal() as portal:
        portal.call(told)


def test_however_many_strangers_wait_whoever_has_an_account_gets_the_report(
    client: TestClient, client_of: Callable[[], TestClient], assessment: Assessment, printer: Printer
) -> None:
    strangers = [client_of() for _ in range(3)]
    waiting = [
        Thread(target=each.post, args=("/files/quick-scan.pdf",), kwargs={"content": SCAN}) for each in strangers
    ]
    for each in waiting:
        each.start()
    assert printer.begun.wait(30)
    assert client.get(f"/reports/{assessment.id}.pdf").status_code == 200
    printer.may_go_on.set()
    for each in waiting:
        each.join()


def test_the_sample_is_printed_once_for_everybody(client: TestClient, desk: Desk, printer: Printer) -> None:
    answers = [client.get("/files/sample-report.pdf?language=en") for _ in range(3)]
    assert {each.content for each in answers} == {b"%PDF-"}
    assert printer.orders == ["full"]
    assert client.get("/files/sample-report.pdf?language=de").status_code == 200
    assert printer.orders == ["full", "full"]


def test_who_comes_when_too_many_wait_is_told_so_at_once(printer: Printer) -> None:
    async def crowd() -> None:
        small = Press(at_once=1, waiting=1)
        async with anyio.create_task_group() as group:
            for _ in range(2):
                group.start_soon(small.printed, ORDER, Path(), _request())
                await anyio.wait_all_tasks_blocked()
            with pytest.raises(PressBusy):
                await small.printed(ORDER, Path(), _request())
            printer.may_go_on.set()

    _run(crowd)
    assert len(printer.orders) == 2


@pytest.mark.parametrize("heard", [["http.disconnect"], ["http.request", "http.disconnect"]])
def test_nothing_is_printed_for_who_has_gone(printer: Printer, heard: list[str]) -> None:
    async def late() -> None:
        with pytest.raises(PressBusy):
            await Press(at_once=1, waiting=1).printed(ORDER, Path(), _request(*({"type": each} for each in heard)))

    _run(late)
    assert printer.orders == []


def test_a_busy_press_answers_with_a_sentence(
    client: TestClient, desk: Desk, printer: Printer, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def busy(*_: object) -> bytes:
        raise PressBusy

    monkeypatch.setattr(Press, "printed", busy)
    answer = client.post("/files/quick-scan.pdf?language=en", content=SCAN)
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "120")
    assert "Please try again" in answer.text
