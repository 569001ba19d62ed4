"""People read and take along what is kept about them, and are erased on their wish; somebody stays in charge."""

from typing import Any

import pytest

from assessment.desk import Desk, Stores
from assessment.desk.errors import NotAccepted, NotFound
from models.people import Account, Actor, Grant
from tests.desk.conftest import ADMINISTRATOR, HERE, LEAD, START

CORA = Actor("cora", "Cora", frozenset({Grant("contributor", HERE.id)}))


@pytest.fixture
def cora(stores: Stores) -> Actor:
    """Somebody more in the city."""
    memory: Any = stores.people.accounts
    memory.memory.accounts[CORA.id] = Account(CORA.id, "cora", "Cora", START)
    memory.memory.names[CORA.id] = "Cora"
    for grant in CORA.grants:
        memory.grant(CORA.id, grant)
    return CORA


def test_everybody_reads_what_is_kept_about_them_and_about_nobody_else(desk: Desk, cora: Actor) -> None:
    desk.people.invite(LEAD, Grant("contributor", HERE.id))
    assert desk.own_data.export(cora).of("deed") == ()
    (deed,) = desk.own_data.export(LEAD).of("deed")
    assert deed.at is not None


def test_whoever_erases_themself_types_their_login_name(desk: Desk, stores: Stores, cora: Actor) -> None:
    with pytest.raises(NotAccepted):
        desk.own_data.erase_me(cora, "lena")
    desk.own_data.erase_me(cora, " Cora ")
    assert stores.people.accounts.get(cora.id) is None
    note = stores.audit.entries()[-1].note
    assert (note.action, note.person, note.subject_id) == ("erase person", cora.id, cora.id)


def test_the_administrator_erases_somebody_who_asked(desk: Desk, stores: Stores, cora: Actor) -> None:
    desk.own_data.erase(ADMINISTRATOR, cora.id)
    assert stores.people.accounts.get(cora.id) is None
    (line, *_) = desk.auditing.of_house(ADMINISTRATOR)
    assert (line.who, line.about) == ("Ada", None)


def test_a_lead_erases_nobody_else(desk: Desk, cora: Actor) -> None:
    with pytest.raises(NotFound):
        desk.own_data.erase(LEAD, cora.id)


@pytest.mark.parametrize("last", [LEAD, ADMINISTRATOR])
def test_the_last_who_leads_or_administers_stays(desk: Desk, stores: Stores, last: Actor) -> None:
    with pytest.raises(NotAccepted):
        desk.own_data.erase_me(last, str(last.display_name))
    assert stores.people.accounts.get(last.id) is not None


def test_who_was_erased_since_a_copy_is_erased_again_when_it_is_put_back(
    desk: Desk, stores: Stores, cora: Actor
) -> None:
    name = desk.backups.make(ADMINISTRATOR).name
    memory: Any = stores.people.accounts
    kept = memory.memory.accounts[cora.id]
    desk.own_data.erase(ADMINISTRATOR, cora.id)
    memory.memory.accounts[cora.id] = kept  # as the copy brings her back
    desk.backups.put_back(ADMINISTRATOR, name)
    assert stores.people.accounts.get(cora.id) is None
