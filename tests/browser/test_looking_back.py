"""After some years: a view from outside beside the own, how the city changed, and a newer version of the questions."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from assessment.desk import Desk
from models.assessment import AssessmentSettings, Rated
from models.people import Actor
from tests.browser.conftest import Visit
from tests.browser.server import Server
from tests.browser.visitor import Visitor
from tests.desk.test_closing import FULL
from tests.house import me, opened, somebody
from tests.moving.versions import FORMER, PAIR

pytestmark = pytest.mark.browser

SCOPE = AssessmentSettings(scope=("GOV.1", "PAR.1", "PAR.2", "CAP.1"))


@dataclass(frozen=True)
class Town:
    """A house with one city: what was signed with the former version, what with the one in use, what is begun."""

    address: str
    city: str
    begun: str


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    """The house, served. Version 2.0.0 of the questions came after the first two assessments were begun."""
    folder = tmp_path_factory.mktemp("years")
    with _house(folder, FORMER) as desk:
        city = _signed(desk, me(desk), "Erste", "N", 2024)
        begun = desk.assessments.begin(me(desk), "twinning", "Probestadt", "Begonnen", SCOPE)
        for question in ("GOV.1.O1", "GOV.1.O2"):
            desk.answering.rate(me(desk), begun.id, question, Rated("rated", "L"), seen=0)
        somebody(desk, "carl", "consultant")
        desk.people.open_to(me(desk), begun.id, "carl")
        lead = me(desk)
    with _house(folder, PAIR) as desk:
        _signed(desk, lead, "Zweite", "F", 2026)
    server = Server(folder, settings={"HANSE_QUESTIONNAIRES": str(PAIR)})
    server.start()
    yield Town(server.address, city, begun.id)
    server.stop()


@contextmanager
def _house(folder: Path, questionnaires: Path) -> Iterator[Desk]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HANSE_QUESTIONNAIRES", str(questionnaires))
        with opened(folder / "data", patch) as desk:
            yield desk


def _signed(desk: Desk, lead: Actor, title: str, letter: str, year: int) -> str:
    """An assessment that is answered with one letter and closed in one year; the id of its city."""
    begun = desk.assessments.begin(lead, "twinning", "Probestadt", title, replace(SCOPE, scope=("GOV.1",)))
    for outcome in desk.library.models[0].process("GOV.1").outcomes:
        desk.answering.rate(lead, begun.id, outcome.id, Rated("rated", letter), seen=0)
    day = date(year, 5, 1)
    desk.closing.keep_record(lead, begun.id, replace(FULL, first_day=day, last_day=day), seen=0)
    desk.closing.close(lead, begun.id, "Leitung", seen=1)
    return begun.city.id


@pytest.fixture
def somebody_at(town: Town, browser: Browser, tmp_path: Path) -> Iterator[Visit]:
    """Opens a page of the house as somebody who signs in there: `somebody_at("trend", login="anna")`."""
    visitors: list[Visitor] = []

    def begin(path: str, *, login: str) -> Visitor:
        visitors.append(Visitor.arrives(browser, town.address, tmp_path))
        visitors[-1].page.goto(f"{town.address}/{path}")
        visitors[-1].signs_in(login)
        return visitors[-1]

    yield begin
    for visitor in visitors:
        visitor.leaves()


def test_an_assessor_rates_beside_the_city_which_then_reads_why(town: Town, somebody_at: Visit) -> None:
    carl = somebody_at(f"assessing?assessment={town.begun}&topic=GOV.1", login="carl")
    carl.page.get_by_role("radio", name="Teilweise", exact=True).first.click(delay=60)
    carl.settle()
    carl.press("Der Stadt meine Sicht zeigen")
    carl.sees("Die Stadt sieht Ihre Sicht")
    city = somebody_at(f"views?assessment={town.begun}", login="anna")
    city.sees("Die Sicht von Carl")
    city.page.get_by_role("table").nth(1).get_by_role("link").last.click()
    city.settle()
    city.sees("Worauf das beruht")
    city.sees("Die Sicht von Carl")
    city.press("Beide Sichten nebeneinander", "link")
    city.sees("Grade nebeneinander")
    assert carl.complaints == city.complaints == []


def test_the_city_sees_how_it_changed_and_moves_its_answers_to_the_newer_questions(
    town: Town, somebody_at: Visit
) -> None:
    anna = somebody_at(f"trend?city={town.city}", login="anna")
    anna.sees("Wie wir uns verändert haben")
    anna.page.get_by_role("table").last.get_by_role("link").first.click()
    anna.settle()
    anna.sees("Erste")
    anna.sees("Worauf das beruht")
    anna.go("assessments")
    anna.unfold("Was die Umstellung bewirken würde")
    anna.fill("Name der neuen Bewertung", "Mit neuen Fragen")
    anna.press("Umstellen")
    anna.sees("Mit neuen Fragen")
    assert anna.complaints == []
