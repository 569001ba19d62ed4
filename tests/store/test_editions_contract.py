"""Published editions: written once and as a whole, the same in memory, on SQLite, on PostgreSQL."""

import datetime
from dataclasses import replace
from fractions import Fraction

import pytest

from models.assessment import City
from models.audit import Note
from models.benchmark import Depth, Edition, Figures, Hidden, KeptEdition, Profiled, Publication
from models.cohort import Cohort, Membership
from models.message import say
from models.people import Account, Grant, OneTimeCode
from tests.store.conftest import Kept
from tests.store.samples import MOMENT

HOUR = datetime.timedelta(hours=1)
COHORT = Cohort("k1", "Hafenstädte", invented=False, created=MOMENT)
MEMBER = Membership(COHORT, City("c1", "City c1"), MOMENT, frozenset({"figures"}))
WHO = ("c1", "digest")
BROUGHT = Profiled(WHO, {"GOV.1": 2, "GOV.1/PA1.1": 3, "GOV.1.O1": 3})
FIGURES = Figures(10, Fraction(17, 10), Fraction(3, 2), (Fraction(1), Fraction(5, 2)), (35, 65))
EDITION = Edition(
    "e1",
    "k1",
    "2",
    frozenset({WHO}),
    (Publication("GOV.1", frozenset({WHO}), FIGURES), Publication("GOV", frozenset({WHO}), Figures(5, Fraction(2)))),
    (Hidden("PAR.1", say("Fewer than {count} cities.", count=5)),),
)
DEPTH = Depth("urban-diplomacy", "rules", "iso", "mean", 4, 3, ("GOV.1", "PAR.1"))
KEPT = KeptEdition(EDITION, "key", 1, DEPTH, "size-3", MOMENT, invented=False)
NOTE = Note(MOMENT, "ada", "publish edition", "cohort", "k1", "c1")


@pytest.fixture
def joined(kept: Kept) -> Kept:
    """A cohort with one city, which agreed to be counted."""
    kept.people.accounts.add_first(Account("ada", "ada", "Ada", MOMENT), "hash")
    kept.cities.cohorts.add(COHORT, "ada")
    grant = Grant("lead", cohort=COHORT.id)
    kept.people.codes.add(OneTimeCode("code", "cohort", "ada", 1, MOMENT + HOUR, grant))
    kept.cities.cohorts.join("code", MEMBER)
    return kept


def test_an_edition_comes_back_as_it_was_published(joined: Kept) -> None:
    editions = joined.cities.editions
    assert editions.publish([KEPT], [BROUGHT], [MEMBER], "figures", [NOTE])
    register = editions.register("key")
    assert register.editions == editions.of_cohort("k1") == (KEPT,)
    assert dict(register.profiles) == {WHO: BROUGHT}
    assert editions.register("other").editions == editions.of_network(invented=False) == ()


def test_the_editions_that_count_a_city_are_found_by_it(joined: Kept) -> None:
    editions = joined.cities.editions
    editions.publish([KEPT], [BROUGHT], [MEMBER], "figures")
    assert editions.counting(["c1", "unknown"]) == (editions.register("key"),)
    assert editions.counting(["c2"]) == editions.counting([]) == ()


def test_an_edition_over_the_network_belongs_to_no_cohort(joined: Kept) -> None:
    editions = joined.cities.editions
    network = replace(KEPT, edition=replace(EDITION, cohort=""))
    assert editions.publish([network], [BROUGHT], [], "benchmark")
    assert (editions.of_network(invented=False), editions.of_network(invented=True)) == ((network,), ())
    assert editions.of_cohort("k1") == ()


def test_whoever_did_not_see_the_last_edition_publishes_nothing(joined: Kept) -> None:
    editions = joined.cities.editions
    assert editions.publish([KEPT], [BROUGHT], [MEMBER], "figures")
    again = replace(KEPT, edition=replace(EDITION, id="e2"))
    assert not editions.publish([again], [BROUGHT], [MEMBER], "figures")
    assert not editions.publish([replace(again, number=3)], [BROUGHT], [MEMBER], "figures")
    assert editions.publish([replace(again, number=2)], [BROUGHT], [MEMBER], "figures")
    assert [each.edition.id for each in editions.register("key").editions] == ["e1", "e2"]


def test_two_editions_are_published_together(joined: Kept) -> None:
    editions = joined.cities.editions
    later = replace(KEPT, edition=replace(EDITION, id="e2"), number=2, before="e1")
    assert editions.publish([KEPT, later], [BROUGHT], [MEMBER], "figures")
    assert editions.of_cohort("k1") == (KEPT, later)


def test_nothing_is_published_over_a_city_that_took_its_agreement_back(joined: Kept) -> None:
    joined.cities.cohorts.change(replace(MEMBER, consents=frozenset({"state"}), version=2))
    assert not joined.cities.editions.publish([KEPT], [BROUGHT], [MEMBER], "figures")
    joined.cities.cohorts.change(replace(MEMBER, left=MOMENT, version=3))
    assert not joined.cities.editions.publish([KEPT], [BROUGHT], [MEMBER], "figures")
    assert joined.cities.editions.register("key").editions == ()
