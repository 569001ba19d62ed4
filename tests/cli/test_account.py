"""Whoever has the machine lets somebody in again who has lost the only way in."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assessment import wiring
from assessment.desk import Desk
from assessment.desk.errors import WrongPassword
from models.people import VISITOR, Grant
from store.database import file_url, open_database
from tests.cli.conftest import Run, database_of
from tests.house import PASSWORD, anna, me, opened, somebody

NEW = "ganz andere lange Worte"


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """A running app in the folder that the commands of a test look at, with Anna as its only administrator."""
    with opened(database_of(tmp_path).parent, monkeypatch) as desk:
        monkeypatch.setattr("tests.cli.conftest.NOW", wiring.now())
        anna(desk)
        yield desk


def test_a_lost_administrator_comes_in_again_while_the_app_runs(house: Desk, run: Run) -> None:
    outcome = run("account", "--reset", "Anna", "--address", "https://hanse.example/")
    link = outcome.out.splitlines()[0]
    assert (outcome.code, outcome.err) == (0, "")
    assert link.startswith("https://hanse.example/reset#")
    before = anna(house)
    house.entrance.reset(link.partition("#")[2], NEW, "here")
    assert before.actor == VISITOR
    assert Grant("administrator") in house.entrance.sign_in("anna", NEW, "here").account.grants
    with pytest.raises(WrongPassword):
        house.entrance.sign_in("anna", PASSWORD, "here")


def test_nothing_changes_before_the_link_is_used(house: Desk, run: Run) -> None:
    run("account", "--reset", "anna")
    assert me(house) != VISITOR
    house.entrance.sign_in("anna", PASSWORD, "here")


def test_programs_read_link_and_end(house: Desk, run: Run) -> None:
    told = run("account", "--reset", "anna", "--json").json
    assert told["link"] == f"/reset#{told['code']}"
    assert told["expires"] > wiring.now().isoformat()


def test_an_unknown_name_is_told_with_those_who_administer(house: Desk, run: Run) -> None:
    outcome = run("account", "--reset", "ana")
    assert outcome.code == 1
    assert "Administrators: anna" in outcome.err


def test_a_closed_account_stays_closed(house: Desk, run: Run) -> None:
    ben = somebody(house, "ben", "trainer").actor
    house.people.close(me(house), ben.id)
    outcome = run("account", "--reset", "ben")
    assert (outcome.code, outcome.out) == (1, "")
    assert "closed" in outcome.err


def test_without_a_database_it_says_so(run: Run) -> None:
    outcome = run("account", "--reset", "anna")
    assert outcome.code == 1
    assert "There is no database yet" in outcome.err


def test_a_database_of_another_version_is_left_alone(run: Run, tmp_path: Path) -> None:
    path = database_of(tmp_path)
    path.parent.mkdir()
    open_database(file_url(path)).close()
    path.touch()
    outcome = run("account", "--reset", "anna")
    assert outcome.code == 1
    assert "another version" in outcome.err
