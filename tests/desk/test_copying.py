"""Copies are made, taken and put back by whoever administers the house; what stands in the way is told in words."""

from typing import Any

import pytest

from assessment.desk import Desk, Stores
from assessment.desk.errors import NotAccepted, NotFound
from models.audit import Note
from models.copies import PutBack
from models.people import Grant
from tests.desk.conftest import ADMINISTRATOR, HERE, LEAD, START


@pytest.fixture
def copies(stores: Stores) -> Any:
    """The store of copies, to be set otherwise."""
    return stores.copies


def test_what_is_done_with_copies_is_noted_by_their_names(desk: Desk, stores: Stores) -> None:
    name = desk.backups.make(ADMINISTRATOR).name
    desk.backups.take(ADMINISTRATOR, name)
    desk.backups.put_back(ADMINISTRATOR, name)
    told = [(each.note.detail["how"], each.note.subject_id) for each in stores.audit.entries()]
    assert told == [("made", name), ("taken", name), ("restored", name)]


def test_whoever_was_erased_is_erased_again_even_as_the_only_lead_in_the_copy(desk: Desk, stores: Stores) -> None:
    name = desk.backups.make(ADMINISTRATOR).name
    # What the trail says before the copy comes back, and the account as it stands in the copy.
    stores.audit.add(Note(START, LEAD.id, "erase person", "account", LEAD.id, None, {"how": "erased"}))
    assert Grant("lead", HERE.id) in LEAD.grants
    desk.backups.put_back(ADMINISTRATOR, name)
    assert stores.people.accounts.get(LEAD.id) is None


def test_an_unknown_copy_is_not_found(desk: Desk) -> None:
    for wish in (desk.backups.take, desk.backups.put_back):
        with pytest.raises(NotFound):
            wish(ADMINISTRATOR, "../hanse.db")


@pytest.mark.parametrize("outcome", ["unusable", "newer", "busy"])
def test_what_keeps_a_copy_from_being_put_back_is_told(
    desk: Desk, stores: Stores, copies: Any, outcome: PutBack
) -> None:
    name = desk.backups.make(ADMINISTRATOR).name
    copies.outcome = outcome
    with pytest.raises(NotAccepted, match="Nothing was changed"):
        desk.backups.put_back(ADMINISTRATOR, name)
    assert len(stores.audit.entries()) == 1


def test_a_full_disk_is_told(desk: Desk, copies: Any) -> None:
    copies.full = True
    with pytest.raises(NotAccepted, match="No space left"):
        desk.backups.make(ADMINISTRATOR)


def test_for_a_server_it_is_said_what_to_use(desk: Desk, copies: Any) -> None:
    copies.possible = False
    assert not desk.backups.possible(ADMINISTRATOR)
    with pytest.raises(NotAccepted, match="pg_dump"):
        desk.backups.make(ADMINISTRATOR)
