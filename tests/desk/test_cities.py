"""A city's profile and name: what may be kept, who may change it, and what is said about each field."""

from decimal import Decimal

import pytest

from assessment.desk import Desk, Stores
from assessment.desk.errors import ChangedMeanwhile, NameTaken, NotAllowed, ProfileRefused
from models.city_profile import SIZE_BOUNDS, STARRED, CityProfile, Sum
from models.people import Actor, Grant
from models.questionnaire import CapabilityModel
from tests.desk.conftest import ELSEWHERE, HERE, LEAD

CONTRIBUTOR = Actor("cleo", "Cleo", frozenset({Grant("contributor", HERE.id)}))


@pytest.fixture
def full(model: CapabilityModel) -> CityProfile:
    """A profile with every starred field."""
    return written_in_full(model)


def written_in_full(model: CapabilityModel) -> CityProfile:
    """What somebody writes who fills in every starred field, where this model is asked."""
    return CityProfile(
        country="DE",
        region="DE-NW",
        population=180_000,
        population_year=2025,
        unit="mayor",
        staff=Decimal("1.5"),
        partnerships=5,
        friendships=1,
        project_partnerships=1,
        contacts=0,
        active=3,
        strategy="draft",
        importance={each.id: 3 for each in model.head.dimensions},
        assessment_kind="workshop",
    )


def _refused(desk: Desk, profile: CityProfile) -> dict[str, str]:
    with pytest.raises(ProfileRefused) as refused:
        desk.cities.write_profile(LEAD, HERE.id, profile, seen=0)
    assert desk.cities.profile(LEAD, HERE.id) is None
    return {name: str(told) for name, told in refused.value.problems.items()}


def test_a_profile_is_kept_and_seen_by_everybody_of_the_city(desk: Desk, full: CityProfile) -> None:
    desk.cities.write_profile(LEAD, HERE.id, full, seen=0)
    kept = desk.cities.profile(CONTRIBUTOR, HERE.id)
    assert kept is not None
    assert (kept.profile, kept.version, kept.author) == (full, 1, "Lena")


def test_only_a_lead_writes_it(desk: Desk, full: CityProfile) -> None:
    with pytest.raises(NotAllowed):
        desk.cities.write_profile(CONTRIBUTOR, HERE.id, full, seen=0)


def test_nobody_overwrites_a_profile_unseen(desk: Desk, full: CityProfile) -> None:
    desk.cities.write_profile(LEAD, HERE.id, full, seen=0)
    with pytest.raises(ChangedMeanwhile):
        desk.cities.write_profile(LEAD, HERE.id, full, seen=0)


def test_all_starred_fields_are_asked_for_at_once(desk: Desk) -> None:
    assert set(_refused(desk, CityProfile())) == set(STARRED)


@pytest.mark.parametrize(
    ("changed", "fields"),
    [
        ({"population": -1}, {"population"}),
        ({"population_year": 2031}, {"population_year"}),
        ({"active": 8}, {"active"}),
        ({"staff_temporary": Decimal(2)}, {"staff_temporary"}),
        ({"staff_third_party": Decimal("1.6")}, {"staff_third_party"}),
        ({"region": "AT-3"}, {"region"}),
        ({"region": "Hessen"}, {"region"}),
        ({"country": "Deutschland", "region": None}, {"country"}),
        ({"strategy": "adopted"}, {"strategy_year"}),
        ({"foreign_share": Decimal(101)}, {"foreign_share", "foreign_share_year"}),
        ({"foreign_share": Decimal(17)}, {"foreign_share_year"}),
        ({"agenda_reviews": (2021, 1066)}, {"agenda_reviews"}),
        ({"own_budget": Sum(amount=-5, currency="EUR", year=2025)}, {"own_budget"}),
        ({"own_budget": Sum(amount=5, currency="Euro", year=2025)}, {"own_budget"}),
        ({"third_party_budget": Sum(amount=5, currency="EUR", year=3025)}, {"third_party_budget"}),
        ({"importance": {"GOV": 3}}, {"importance"}),
        ({"network_names": ("Netz\x00",)}, {"network_names"}),
    ],
)
def test_what_cannot_be_right_is_named_field_by_field(
    desk: Desk, full: CityProfile, changed: dict[str, object], fields: set[str]
) -> None:
    assert set(_refused(desk, full.model_copy(update=changed))) == fields


def test_importance_outside_its_scale_is_refused(desk: Desk, full: CityProfile) -> None:
    wrong = full.model_copy(update={"importance": {**full.importance, "GOV": 6}})
    assert "1 to 5" in _refused(desk, wrong)["importance"]


def test_names_of_networks_are_cleaned_and_empty_ones_dropped(desk: Desk, full: CityProfile) -> None:
    desk.cities.write_profile(LEAD, HERE.id, full.model_copy(update={"network_names": ("  Ein  Netz ", " ")}), seen=0)
    kept = desk.cities.profile(LEAD, HERE.id)
    assert kept is not None
    assert kept.profile.network_names == ("Ein Netz",)


@pytest.mark.parametrize(("inhabitants", "size"), [(0, 0), *((bound, at) for at, bound in enumerate(SIZE_BOUNDS, 1))])
def test_the_size_class_follows_from_the_inhabitants(inhabitants: int, size: int) -> None:
    assert CityProfile(population=inhabitants).size_class == size
    assert CityProfile(population=inhabitants + 1).size_class == size


def test_without_inhabitants_there_is_no_size_class() -> None:
    assert CityProfile().size_class is None


def test_a_lead_gives_the_city_another_name(desk: Desk) -> None:
    desk.cities.rename(LEAD, HERE.id, "  Neu  Musterstadt ", seen=HERE.name)
    assert [city.name for city in desk.people.my_cities(LEAD)] == ["Neu Musterstadt"]
    with pytest.raises(ChangedMeanwhile):
        desk.cities.rename(LEAD, HERE.id, "Anders", seen=HERE.name)


def test_the_name_of_another_city_is_not_taken(desk: Desk) -> None:
    with pytest.raises(NameTaken):
        desk.cities.rename(LEAD, HERE.id, ELSEWHERE.name.upper(), seen=HERE.name)


def test_what_changes_a_city_is_noted_without_names(desk: Desk, stores: Stores, full: CityProfile) -> None:
    desk.cities.write_profile(LEAD, HERE.id, full, seen=0)
    desk.cities.rename(LEAD, HERE.id, "Neustadt", seen=HERE.name)
    notes = stores.cities.cities.memory.notes  # type: ignore[attr-defined]
    assert [(each.action, each.city, dict(each.detail)) for each in notes] == [
        ("change city", HERE.id, {"how": "profile", "version": "1"}),
        ("change city", HERE.id, {"how": "name"}),
    ]
