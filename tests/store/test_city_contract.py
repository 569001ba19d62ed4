"""Profiles, delegation, marks, cohorts, the invented network: the same promises in memory, on SQLite, on PostgreSQL."""

import datetime
from dataclasses import replace
from decimal import Decimal

from models.assessment import City, Rated
from models.audit import Note
from models.city_profile import CityProfile, Sum
from models.cohort import Cohort, Membership
from models.delegation import Delegation
from models.invented import InventedAssessment, InventedCity, Network
from models.measures import Measure
from models.people import Account, Actor, Grant, OneTimeCode
from models.programme import Event, KeptEvent, MaterialFile
from tests.store.conftest import Kept
from tests.store.samples import ANNA, BEN, MOMENT, F, L, an_assessment, change
from tests.store.test_rooms_contract import ROOM

HOUR = datetime.timedelta(hours=1)
PROFILE = CityProfile(
    country="DE",
    population=141_000,
    staff=Decimal("2.5"),
    own_budget=Sum(amount=85_000, currency="EUR", year=2025),
    special_roles=("port", "university"),
    network_names=("Ein Netz",),
    agenda_reviews=(2021, 2024),
    importance={"GOV": 3},
)
COHORT = Cohort("k1", "Hafenstädte", invented=False, created=MOMENT)
HERE = City("c1", "City c1")
MEMBER = Membership(COHORT, HERE, MOMENT, frozenset({"state", "names"}))
NOTE = Note(MOMENT, ANNA.id, "change city", "city", "c1", "c1")


def test_a_profile_comes_back_as_it_went_in(kept: Kept) -> None:
    assert kept.cities.cities.profile("c1") is None
    assert kept.cities.cities.keep_profile("c1", PROFILE, seen=0, person=ANNA.id, at=MOMENT, note=NOTE)
    found = kept.cities.cities.profile("c1")
    assert found is not None
    assert (found.profile, found.version, found.author, found.at) == (PROFILE, 1, "Anna", MOMENT)


def test_a_profile_is_changed_only_by_who_saw_what_stands_there(kept: Kept) -> None:
    keep = kept.cities.cities.keep_profile
    assert keep("c1", PROFILE, seen=0, person=ANNA.id, at=MOMENT)
    assert not keep("c1", CityProfile(), seen=0, person=BEN.id, at=MOMENT)
    assert not keep("c1", CityProfile(), seen=2, person=BEN.id, at=MOMENT)
    assert keep("c1", CityProfile(), seen=1, person=BEN.id, at=MOMENT)
    found = kept.cities.cities.profile("c1")
    assert found is not None
    assert (found.profile, found.version, found.author) == (CityProfile(), 2, None)


def test_a_city_gets_another_name_everywhere(kept: Kept) -> None:
    assert kept.cities.cities.rename("c1", "Neustadt", seen="City c1", note=NOTE) == "done"
    assert [city.name for city in kept.people.accounts.cities()] == ["Neustadt"]
    found = kept.assessments.get("a1")
    assert found is not None
    assert found.city.name == "Neustadt"


def test_two_cities_never_have_the_same_name(kept: Kept) -> None:
    assert kept.people.accounts.add_city(City("c2", "Straße"))
    assert not kept.people.accounts.add_city(City("c3", "STRASSE"))
    assert kept.cities.cities.rename("c1", "strasse", seen="City c1") == "taken"
    assert kept.assessments.city_named("STRASSE") == City("c2", "Straße")
    assert kept.assessments.city_named("Nirgends") is None


def test_a_name_that_somebody_else_changed_is_not_changed_unseen(kept: Kept) -> None:
    kept.cities.cities.rename("c1", "Neustadt", seen="City c1")
    assert kept.cities.cities.rename("c1", "Altstadt", seen="City c1") == "moved"
    assert kept.cities.cities.rename("c1", "NEUSTADT", seen="Neustadt") == "done"


def test_delegation_names_who_has_what(kept: Kept) -> None:
    kept.assessments.add(an_assessment("a2"), ANNA.id)
    kept.cities.delegations.replace("a1", "GOV", [BEN.id, ANNA.id], NOTE)
    kept.cities.delegations.replace("a1", "PAR.1", [BEN.id])
    kept.cities.delegations.replace("a2", "GOV", [BEN.id])
    assert set(kept.cities.delegations.of("a1")) == {
        Delegation("GOV", BEN.id, None),
        Delegation("GOV", ANNA.id, "Anna"),
        Delegation("PAR.1", BEN.id, None),
    }
    assert kept.cities.delegations.to(BEN.id) == {"a1": {"GOV", "PAR.1"}, "a2": {"GOV"}}
    kept.cities.delegations.replace("a1", "GOV", [ANNA.id])
    assert kept.cities.delegations.to(BEN.id) == {"a1": {"PAR.1"}, "a2": {"GOV"}}
    kept.assessments.delete("a1")
    assert kept.cities.delegations.to(BEN.id) == {"a2": {"GOV"}}


def test_marks_go_when_an_answer_is_confirmed_or_changed(kept: Kept) -> None:
    ids = ("GOV.1.O1", "GOV.1.O2", "GOV.1.O3", "GOV.1.O4")
    first = [change(L, 0, "op", assessment="a2", indicator=each, kind="import") for each in ids]
    kept.assessments.add(an_assessment("a2"), ANNA.id, first, ids)
    assert kept.cities.checks.unchecked("a2") == set(ids)
    assert kept.cities.checks.unchecked("a1") == frozenset()
    kept.cities.checks.confirm("a2", ["GOV.1.O1", "GOV.9.O9"])
    kept.answers.save([change(F, 1, "op1", assessment="a2", indicator="GOV.1.O2")])
    kept.answers.save([change("Notiz", 0, "op2", assessment="a2", indicator="GOV.1.O3", field="note")])
    assert kept.cities.checks.unchecked("a2") == {"GOV.1.O4"}


def test_a_mark_stays_where_nothing_was_changed(kept: Kept) -> None:
    first = [change(L, 0, "op", assessment="a2", kind="import")]
    kept.assessments.add(an_assessment("a2"), ANNA.id, first, ["GOV.1.O1"])
    kept.answers.save([change(F, 0, "op1", assessment="a2")])
    kept.answers.save([change(L, 0, "op2", assessment="a2")])
    assert kept.cities.checks.unchecked("a2") == {"GOV.1.O1"}


def _cohort(kept: Kept, uses: int = 1) -> None:
    kept.people.accounts.add_first(Account("ada", "ada", "Ada", MOMENT), "hash")
    kept.cities.cohorts.add(COHORT, "ada", NOTE)
    grant = Grant("lead", cohort=COHORT.id)
    kept.people.codes.add(OneTimeCode("code", "cohort", "ada", uses, MOMENT + HOUR, grant))


def test_whoever_begins_a_cohort_leads_it(kept: Kept) -> None:
    _cohort(kept)
    ada = kept.people.accounts.get("ada")
    assert ada is not None
    assert Grant("trainer", cohort="k1") in ada.grants
    assert (kept.cities.cohorts.get("k1"), kept.cities.cohorts.all()) == (COHORT, (COHORT,))
    assert kept.cities.cohorts.get("k2") is None


def test_a_city_joins_by_code_once(kept: Kept) -> None:
    _cohort(kept)
    assert kept.cities.cohorts.join("other", MEMBER) == "spent"
    assert kept.cities.cohorts.join("code", replace(MEMBER, cohort=replace(COHORT, id="k2"))) == "spent"
    assert kept.cities.cohorts.join("code", MEMBER, NOTE) == "done"
    assert kept.cities.cohorts.members("k1") == kept.cities.cohorts.of_city("c1") == (MEMBER,)
    kept.people.accounts.add_city(City("c2", "Zwei"))
    assert kept.cities.cohorts.join("code", replace(MEMBER, city=City("c2", "Zwei"))) == "spent"


def test_joining_twice_costs_no_use(kept: Kept) -> None:
    _cohort(kept, uses=2)
    assert kept.cities.cohorts.join("code", MEMBER) == "done"
    assert kept.cities.cohorts.join("code", MEMBER) == "taken"
    found = kept.people.codes.find("code", MOMENT)
    assert found is not None
    assert found.uses_left == 1


def test_a_city_leaves_and_comes_back_on_new_terms(kept: Kept) -> None:
    _cohort(kept, uses=2)
    kept.cities.cohorts.join("code", MEMBER)
    assert kept.cities.cohorts.change(replace(MEMBER, left=MOMENT, version=2))
    assert kept.cities.cohorts.members("k1") == ()
    assert not kept.cities.cohorts.change(replace(MEMBER, consents=frozenset({"figures"}), version=3))
    assert kept.cities.cohorts.join("code", replace(MEMBER, consents=frozenset())) == "done"
    assert kept.cities.cohorts.of_city("c1") == (replace(MEMBER, consents=frozenset(), version=3),)


def test_terms_are_changed_only_by_who_saw_them(kept: Kept) -> None:
    _cohort(kept)
    kept.cities.cohorts.join("code", MEMBER)
    assert kept.cities.cohorts.change(replace(MEMBER, consents=frozenset(), version=2), NOTE)
    assert not kept.cities.cohorts.change(replace(MEMBER, consents=frozenset({"state"}), version=2))
    assert kept.cities.cohorts.members("k1")[0].consents == frozenset()


def _network() -> Network:
    city = City("demo-01", "Auenfelde (erfunden)")
    assessment = replace(an_assessment("demo-01-1"), city=city)
    mine = {"assessment": assessment.id, "author": "demo-person"}
    answers = (
        replace(change(L, 0, "op", kind="import"), **mine),
        replace(change(F, 0, "op2"), **mine),
        replace(change(L, 0, "op", kind="import", indicator="GOV.1.O2"), **mine),
    )
    kept = InventedAssessment(assessment, answers, (Delegation("GOV", "demo-person", "Kim"),), ("GOV.1.O2",))
    cohort = Cohort("demo-cohort-1", "Gruppe (erfunden)", invented=True, created=MOMENT)
    return Network(
        (("demo-person", "Kim"),),
        (InventedCity(city, PROFILE, (kept,)),),
        (Membership(cohort, city, MOMENT, frozenset({"names"})),),
        measures=(Measure("demo-measure-1", city.id, "Lagebild erstellen", state="done", done=MOMENT.date()),),
    )


def test_the_invented_network_is_loaded_as_a_whole_and_once(kept: Kept) -> None:
    kept.people.accounts.add_first(Account("ada", "ada", "Ada", MOMENT), "hash")
    assert not kept.cities.invented.present()
    assert kept.cities.invented.load(_network(), Actor("ada"), NOTE)
    assert kept.cities.invented.present()
    assert not kept.cities.invented.load(_network(), Actor("ada"))
    answers = kept.answers.answers("demo-01-1")
    assert (answers["GOV.1.O1"].rated, answers["GOV.1.O1"].version("rating")) == (F, 2)
    assert [each.kind for each in kept.answers.history("demo-01-1", "GOV.1.O1")] == ["import", "set"]
    assert kept.cities.checks.unchecked("demo-01-1") == {"GOV.1.O2"}
    assert [each.name for each in kept.cities.delegations.of("demo-01-1")] == ["Kim"]
    assert kept.measures.of_city("demo-01") == _network().measures
    ada = kept.people.accounts.get("ada")
    assert ada is not None
    assert ada.grants >= {Grant("lead", "demo-01"), Grant("trainer", cohort="demo-cohort-1")}


def test_removing_the_invented_network_leaves_everything_else(kept: Kept) -> None:
    kept.people.accounts.add_first(Account("ada", "ada", "Ada", MOMENT), "hash")
    before = kept.people.accounts.get("ada")
    kept.answers.save([change(L, 0, "op1")])
    assert not kept.cities.invented.remove()
    kept.cities.invented.load(_network(), Actor("ada"))
    kept.assessments.add(replace(an_assessment("a9"), city=City("demo-01", "")), "ada")
    assert kept.cities.invented.remove(NOTE)
    assert not kept.cities.invented.present()
    assert kept.people.accounts.get("ada") == before
    assert [kept.assessments.get(key) for key in ("demo-01-1", "a9")] == [None, None]
    assert kept.cities.cohorts.all() == ()
    assert kept.measures.get("demo-measure-1") is None
    assert kept.answers.answers("a1")["GOV.1.O1"].rated == L
    assert kept.cities.invented.load(_network(), Actor("ada"))


def test_events_and_rooms_of_an_invented_cohort_go_with_it_and_others_stay(kept: Kept) -> None:
    kept.people.accounts.add_first(Account("ada", "ada", "Ada", MOMENT), "hash")
    kept.cities.invented.load(_network(), Actor("ada"))
    (member,) = _network().memberships
    day = MOMENT.date()
    event = KeptEvent("e1", member.cohort, Event(title="Werkstatt", kind="training", first_day=day, last_day=day))
    for each in (event, replace(event, id="e2", cohort=None)):
        kept.network.programme.keep(each, person="ada", at=MOMENT)
        file = MaterialFile(f"f-{each.id}", each.id, "a.pdf", "application/pdf", 4, "d", MOMENT)
        kept.network.programme.attach(file, b"%PDF", person="ada")
    kept.rooms.add(replace(ROOM, cohort=member.cohort.id))
    kept.rooms.add(replace(ROOM, id="r2", code="DEF567"))
    kept.cities.invented.remove()
    assert [kept.network.programme.get(key) is None for key in ("e1", "e2")] == [True, False]
    assert [each.event for each in kept.network.programme.files(["e1", "e2"])] == ["e2"]
    assert [kept.rooms.get(key) is None for key in ("r1", "r2")] == [True, False]


def test_without_accounts_the_first_one_inherits_the_invented_cities_and_cohorts(kept: Kept) -> None:
    assert kept.cities.invented.load(_network(), None)
    assert kept.people.accounts.add_first(Account("ada", "ada", "Ada", MOMENT), "hash")
    ada = kept.people.accounts.get("ada")
    assert ada is not None
    assert Grant("lead", "demo-01") in ada.grants
    assert ada.grants >= {Grant("trainer", cohort=each.cohort.id) for each in _network().memberships}
    assert Rated("rated", "F") == kept.answers.answers("demo-01-1")["GOV.1.O1"].rated
