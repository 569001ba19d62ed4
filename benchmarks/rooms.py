"""Forty phones in one live room answer at the same moment, against the app as people start it."""

import http.client
import tempfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from statistics import quantiles
from threading import Barrier
from time import perf_counter
from urllib.parse import urlencode

from assessment.desk.rooms import Opening
from assessment.loading import QUESTIONNAIRES
from assessment.wiring import Settings, open_house
from models.people import Grant
from store.database import file_url
from tests.browser.server import Server

PHONES = 40
CITIES = 20
ROUNDS = 8


def main() -> None:
    """Print how long a tap takes from the phone until it stands, while forty tap at once; and what a reveal takes."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        house = open_house(Settings(data, file_url(data / "hanse.db"), QUESTIONNAIRES))
        desk = house.desk
        secret = desk.entrance.first_start("bench", "", "four unrelated words here").secret
        actor = desk.entrance.who(secret)
        desk.people.give(actor, actor.id, Grant("trainer"))
        actor = desk.entrance.who(secret)
        room = desk.rooms.open(actor, Opening("Benchmark"))
        server = Server(Path(folder))
        server.start()
        try:
            phones = [_joined(server, room.code, at) for at in range(PHONES)]
            desk.rooms.begin(actor, room.id, "first", seen=1)
            barrier = Barrier(PHONES)
            with ThreadPoolExecutor(PHONES) as people:
                work = [people.submit(_taps, server, each, room.questions[:ROUNDS], barrier) for each in phones]
                figures = [figure for each in work for figure in each.result()]
            _print("one tap, forty phones at once", figures)
            for each in phones:
                _send(server, "/my-room", each, rating="1", do="finish")
            seen = desk.rooms.show(actor, room.id).room.version
            start = perf_counter()
            desk.rooms.reveal(actor, room.id, seen=seen)
            print(f"{f'a reveal, {PHONES} cities, 8 questions':<34} {perf_counter() - start:6.2f} s")
        finally:
            server.stop()
            house.close()


def _joined(server: Server, code: str, at: int) -> str:
    """The cookie of a phone that came into the room with its city."""
    cookie = _send(server, "/join", "", code=code)
    _send(server, "/room-city", cookie, name=f"City {at:02}", agreed="yes")
    return cookie


def _taps(server: Server, cookie: str, questions: tuple[str, ...], barrier: Barrier) -> list[float]:
    figures = []
    for at, question in enumerate(questions):
        barrier.wait()
        start = perf_counter()
        fields = {"rating": "1", "question": question, "value": str(1 + at % 5), "seen": "0", "op": f"op{at}"}
        _send(server, "/room-answer", cookie, **fields)
        figures.append((perf_counter() - start) * 1000)
    return figures


def _send(server: Server, path: str, cookie: str, **fields: str) -> str:
    headers = {"content-type": "application/x-www-form-urlencoded", "cookie": cookie}
    with closing(http.client.HTTPConnection("localhost", server.port, timeout=30)) as connection:
        connection.request("POST", path, urlencode(fields), headers)
        answer = connection.getresponse()
        answer.read()
        if answer.status >= 400:
            raise RuntimeError(f"{path} answered {answer.status}")
        return (answer.getheader("set-cookie") or "").split(";")[0]


def _print(name: str, figures: list[float]) -> None:
    cuts = quantiles(figures, n=100)
    print(f"{name:<34} p50 {cuts[49]:6.1f} ms   p95 {cuts[94]:6.1f} ms   of {len(figures)}")
