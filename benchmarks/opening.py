"""What a trainer waits for: a cohort of 30 full assessments opened in Chromium, against the app as people start it."""

import tempfile
from collections.abc import Callable
from contextlib import ExitStack, closing
from dataclasses import dataclass, replace
from functools import partial
from importlib import import_module
from os import getloadavg
from pathlib import Path
from statistics import median
from time import perf_counter, sleep
from unittest.mock import patch

from playwright.sync_api import sync_playwright

from assessment.invented.cast import CAST, Character
from assessment.loading import QUESTIONNAIRES
from assessment.wiring import Settings, open_house
from models.people import Grant
from store.database import file_url
from tests.browser.conftest import ARGUMENTS
from tests.browser.server import Server
from tests.browser.visitor import PASSWORD, Visitor
from tests.parts import needs

CITIES = 30
ROUNDS = 7
PATIENCE = 120_000
"""Milliseconds after which something is wrong, whatever else the machine does."""

READING = 3
"""Seconds in which somebody reads a page before they go on from it."""

_AT_REST = 0.1
"""Seconds of the processor in a second in which a server is doing nothing."""


def main() -> None:
    """Print seconds from the first request until everything is drawn; the aim is below 2 s."""
    with ExitStack() as open_things:
        folder = Path(open_things.enter_context(tempfile.TemporaryDirectory()))
        _fill(folder / "data")
        server = Server(folder)
        server.start()
        open_things.callback(server.stop)
        chromium = open_things.enter_context(sync_playwright()).chromium
        browser = open_things.enter_context(closing(chromium.launch(executable_path=needs("chromium"), args=ARGUMENTS)))
        trainer = Visitor.arrives(browser, server.address, folder)
        trainer.page.set_default_timeout(PATIENCE)
        trainer.page.goto(f"{server.address}/cohorts")
        trainer.signs_in("anna")
        _prepared(server)
        bench = _Bench(server, trainer)
        bench.first_time()
        bench.again()


@dataclass(frozen=True)
class _Bench:
    """The app and the window of the trainer."""

    server: Server
    trainer: Visitor

    def first_time(self) -> None:
        """Each view for the first time since the server started: what was signed is scored, nothing is judged yet."""
        open_page, view = partial(_open, self.trainer), partial(_view, self.trainer)
        self._print("the page for the first time", [self._taken(open_page)])
        for name, label in (("Zahlen", "figures"), ("Planung", "planner"), ("Veröffentlichen", "publish")):
            sleep(READING)
            self._print(f"  then its {label}", [self._taken(partial(view, name))])

    def again(self) -> None:
        """The page and its figures opened again and again, and a page without content beside them."""
        opened, figures, bare = [], [], []
        for _ in range(ROUNDS):
            opened.append(self._taken(partial(_open, self.trainer)))
            figures.append(self._taken(partial(_view, self.trainer, "Zahlen")))
            bare.append(self._taken(partial(self.trainer.go, "imprint")))
        self._print("the page opened again, cities", opened)
        self._print("its figures opened again", figures)
        self._print("a page without content, beside", bare)
        print(f"load of the machine in the last minute: {getloadavg()[0]:.1f}")

    def _taken(self, work: Callable[[], object]) -> tuple[float, float]:
        """Seconds until it is drawn, and those that the server worked meanwhile."""
        worked, start = self.server.processor_seconds, perf_counter()
        work()
        return perf_counter() - start, self.server.processor_seconds - worked

    def _print(self, name: str, taken: list[tuple[float, float]]) -> None:
        seconds, worked = ([each[at] for each in taken] for at in (0, 1))
        told = f"{name:<34} median {median(seconds):5.2f} s, worst {max(seconds):5.2f} s, {len(taken)} times"
        print(f"{told}; the server worked {median(worked):.2f} s of it", flush=True)


def _prepared(server: Server) -> None:
    """Waits as people let an app wait that was just started: until it has scored beforehand what was signed."""
    before, worked = server.processor_seconds, 1.0
    while worked > _AT_REST:
        sleep(1)
        worked, before = server.processor_seconds - before, server.processor_seconds


def _open(trainer: Visitor) -> None:
    trainer.page.goto(f"{trainer.app}/cohorts")
    trainer.sees("Code für Städte")
    trainer.settle()


def _view(trainer: Visitor, name: str) -> None:
    trainer.page.get_by_role("radio", name=name, exact=True).click()
    trainer.settle()


def _fill(data: Path) -> None:
    """A house whose administrator leads a cohort of thirty invented cities, each with two closed assessments."""
    cast = tuple(_character(at) for at in range(CITIES))
    house = open_house(Settings(data, file_url(data / "hanse.db"), QUESTIONNAIRES))
    with ExitStack() as replaced:
        replaced.enter_context(closing(house))
        for name, value in (("network.CAST", cast), ("measures.CAST", cast), ("exchange.MEETINGS", ())):
            module, _, attribute = name.partition(".")
            replaced.enter_context(patch.object(import_module(f"assessment.invented.{module}"), attribute, value))
        desk = house.desk
        secret = desk.entrance.first_start("anna", "", PASSWORD).secret
        actor = desk.entrance.who(secret)
        desk.people.give(actor, actor.id, Grant("trainer"))
        desk.demonstration.load(desk.entrance.who(secret))


def _character(at: int) -> Character:
    """One of the cast, asked about every process; from the thirteenth on with another name and strength."""
    of, again = CAST[at % len(CAST)], at // len(CAST)
    name = f"{of.name} {again + 1}" if again else of.name
    strength = (of.strength + 0.7 * again) % 3
    return replace(of, name=name, strength=strength, sets=(), level=3, done=1.0, cohorts=(0,))
