"""Targets of cities: the same promises in memory, on SQLite and on PostgreSQL."""

from models.audit import Note
from tests.store.conftest import Kept
from tests.store.samples import ANNA, BEN, MOMENT

MODEL = "urban-diplomacy"
NOTE = Note(MOMENT, ANNA.id, "set targets", "city", "c1", "c1")


def test_a_target_comes_back_as_it_went_in(kept: Kept) -> None:
    assert kept.cities.targets.of_city("c1", MODEL) is None
    assert kept.cities.targets.keep("c1", MODEL, None, {"GOV.1": 2}, seen=0, person=ANNA.id, at=MOMENT, note=NOTE)
    found = kept.cities.targets.of_city("c1", MODEL)
    assert found is not None
    assert (found.named, found.levels, found.version, found.author, found.at) == (None, {"GOV.1": 2}, 1, "Anna", MOMENT)


def test_a_target_is_changed_only_by_who_saw_what_stands_there(kept: Kept) -> None:
    keep = kept.cities.targets.keep
    assert keep("c1", MODEL, "solid", {}, seen=0, person=ANNA.id, at=MOMENT)
    assert not keep("c1", MODEL, "ambitious", {}, seen=0, person=BEN.id, at=MOMENT)
    assert not keep("c1", MODEL, "ambitious", {}, seen=2, person=BEN.id, at=MOMENT)
    assert keep("c1", MODEL, "ambitious", {}, seen=1, person=BEN.id, at=MOMENT)
    found = kept.cities.targets.of_city("c1", MODEL)
    assert found is not None
    assert (found.named, found.version) == ("ambitious", 2)


def test_every_model_has_a_target_of_its_own(kept: Kept) -> None:
    kept.cities.targets.keep("c1", MODEL, "solid", {}, seen=0, person=ANNA.id, at=MOMENT)
    assert kept.cities.targets.of_city("c1", "another") is None
    assert kept.cities.targets.of_city("c2", MODEL) is None
