"""The demonstration network: believable, marked as invented, put up once and taken down without a trace."""

from collections import Counter

import pytest

from assessment.desk import Desk, Stores, demonstration, measure_fields
from assessment.desk.city_profiles import accepted
from assessment.desk.errors import NotAccepted, NotAllowed
from assessment.invented import make_network
from assessment.invented.cast import CAST
from assessment.loading.frozen import FrozenAnswers
from assessment.planning.measures import effects
from assessment.scoring import profile
from models.invented import MARK, Network
from models.people import Actor, Grant
from models.questionnaire import CapabilityModel, Library
from tests.desk.conftest import ADMINISTRATOR, LEAD, START


@pytest.fixture
def network(invented: Network) -> Network:
    """All of it."""
    return invented


@pytest.fixture
def made_before(monkeypatch: pytest.MonkeyPatch, invented: Network) -> None:
    """Whoever loads it gets the one that was made before."""
    monkeypatch.setattr(demonstration, "signed_network", lambda *_: invented)


def test_there_are_twelve_cities_three_cohorts_and_two_years(network: Network) -> None:
    assert len(network.cities) == 12
    assert len({each.cohort.id for each in network.memberships}) == 3
    assert {len(each.assessments) for each in network.cities} == {2}
    for city in network.cities:
        before, now = (each.assessment for each in city.assessments)
        assert now.follows == before.id
        assert now.created.year == before.created.year + 1


def test_everything_says_that_it_is_invented(network: Network) -> None:
    names = [city.city.name for city in network.cities] + [name for _, name in network.people]
    names += [each.cohort.name for each in network.memberships]
    assert all("erfunden" in name or "invented" in name for name in names)
    assert all(each.assessment.invented for city in network.cities for each in city.assessments)
    assert all(each.cohort.invented for each in network.memberships)


def test_some_cities_are_german_and_some_english(network: Network) -> None:
    assert {each.language for each in CAST} == {"de", "en"}
    assert {each.assessments[0].assessment.title.split()[0] for each in network.cities} == {
        "Selbstbewertung",
        "Self-assessment",
    }


def test_every_profile_could_have_been_written_by_a_lead(network: Network, model: CapabilityModel) -> None:
    for each in network.cities:
        accepted(each.profile, [dimension.id for dimension in model.head.dimensions], START.date())
    assert {each.profile.size_class for each in network.cities} == set(range(7))


def test_the_same_day_gives_the_same_network(model: CapabilityModel) -> None:
    assert make_network(model, START) == make_network(model, START)


def test_nothing_in_it_could_be_taken_for_something_else(network: Network) -> None:
    ids = [key for key, _ in network.people] + [city.city.id for city in network.cities]
    ids += [each.assessment.id for city in network.cities for each in city.assessments]
    assert all(key.startswith(MARK) for key in ids)
    assert len(set(ids)) == len(ids)


def test_some_assessments_are_under_way_delegated_and_in_part_unchecked(network: Network) -> None:
    now = [city.assessments[1] for city in network.cities]
    assert Counter(each.assessment.state for each in now) == {"closed": 10, "draft": 2}
    assert all((each.delegations != ()) == (each.assessment.state == "draft") for each in now)
    assert any(each.unchecked for each in now)
    assert all(not each.unchecked for each in now if each.assessment.state == "closed")


def test_answers_differ_from_city_to_city_and_carry_reasons_in_part(network: Network) -> None:
    first = [city.assessments[0].answers for city in network.cities]
    assert len({tuple(each.value for each in answers[:40]) for answers in first}) == 12
    kinds = Counter(each.field for answers in first for each in answers)
    assert 0.1 < kinds["note"] / kinds["rating"] < 0.5
    assert 0.02 < kinds["evidence"] / kinds["rating"] < 0.5


def test_an_administrator_puts_it_up_once_and_takes_it_down(desk: Desk, stores: Stores) -> None:
    desk.demonstration.load(ADMINISTRATOR)
    assert desk.demonstration.present(ADMINISTRATOR)
    with pytest.raises(NotAccepted):
        desk.demonstration.load(ADMINISTRATOR)
    account = stores.people.accounts.get(ADMINISTRATOR.id)
    assert account is not None
    leading = Actor(account.id, account.name, account.grants)
    assert len(desk.assessments.list(leading)) == 24
    assert len(desk.cohorts.mine(leading)) == 3
    desk.demonstration.remove(ADMINISTRATOR)
    assert not desk.demonstration.present(ADMINISTRATOR)
    with pytest.raises(NotAccepted):
        desk.demonstration.remove(ADMINISTRATOR)
    told = [each.note.detail["how"] for each in stores.audit.entries()]
    assert told == ["loaded", "removed"]


@pytest.mark.usefixtures("made_before")
def test_nobody_in_it_can_sign_in(desk: Desk, stores: Stores) -> None:
    before = stores.people.accounts.all()
    desk.demonstration.load(ADMINISTRATOR)
    assert [each.id for each in stores.people.accounts.all()] == [each.id for each in before]


@pytest.mark.usefixtures("made_before")
def test_a_closed_assessment_of_it_has_nothing_left_to_answer(desk: Desk, stores: Stores) -> None:
    desk.demonstration.load(ADMINISTRATOR)
    lead = Actor("admin", "Ada", frozenset({Grant("lead", f"{MARK}01")}))
    stores.people.accounts.grant("admin", Grant("lead", f"{MARK}01"))
    progress = desk.answering.overview(lead, f"{MARK}01-1").processes
    unsure = sum(each.asked - each.answered for each in progress)
    assert unsure <= 0.1 * sum(each.asked for each in progress)


def test_nobody_else_may(desk: Desk) -> None:
    with pytest.raises(NotAllowed):
        desk.demonstration.load(LEAD)


def test_what_is_closed_was_signed_with_a_full_record_and_nothing_else_was(library: Library, network: Network) -> None:
    freezer = FrozenAnswers(library)
    for city in network.cities:
        for each in city.assessments:
            assert (each.assessment.state == "closed") == (each.closing is not None)
            if each.closing is not None:
                assert each.closing.record.missing == ()
                assert freezer.read(each.closing.inputs).city == city.city.name


@pytest.mark.usefixtures("made_before")
def test_a_closed_assessment_of_it_can_be_taken_up_again(desk: Desk, stores: Stores) -> None:
    desk.demonstration.load(ADMINISTRATOR)
    stores.people.accounts.grant("admin", Grant("lead", f"{MARK}01"))
    leading = Actor("admin", "Ada", frozenset({Grant("lead", f"{MARK}01")}))
    opened = desk.closing.reopen(leading, f"{MARK}01-1", "Für die Schulung", seen=1)
    assert opened.revision == 2
    assert [each.reopened_because for each in desk.closing.closings(leading, opened.id)] == ["Für die Schulung"]


def test_it_comes_with_figures_of_a_cohort_and_what_became_of_them(network: Network) -> None:
    (published,) = network.published
    assert {each.edition.cohort for each in published.editions} == {"", f"{MARK}cohort-3"}
    later = [each for each in published.editions if each.before is not None]
    assert [each.before for each in later] == [published.editions[-2].edition.id]
    assert all(each.invented and each.edition.id.startswith(MARK) for each in published.editions)
    assert {len(each.edition.members) for each in published.editions} == {10}


def test_every_measure_of_it_could_have_been_written_by_a_lead(network: Network, model: CapabilityModel) -> None:
    processes = [each.id for each in model.processes]
    assert all(measure_fields.accepted(each, processes, START.date()) == each for each in network.measures)
    assert len({each.id for each in network.measures}) == len(network.measures)
    assert all(each.id.startswith(MARK) and each.note in ("erfunden", "invented") for each in network.measures)


def test_every_city_of_it_has_planned_something_and_most_have_done_some_of_it(network: Network) -> None:
    states = {
        city.city.id: {each.state for each in network.measures if each.city == city.city.id} for city in network.cities
    }
    assert all(states.values())
    assert sum("done" in each for each in states.values()) > 6
    assert set[str]().union(*states.values()) == {"done", "under way", "decided", "proposed"}


def test_of_what_was_done_last_year_most_ratings_rose_and_some_did_not(network: Network, library: Library) -> None:
    model, freezer, told = library.models[0], FrozenAnswers(library), Counter[str]()
    for city in network.cities:
        results = [profile(model, freezer.read(each.closing.inputs)) for each in city.assessments if each.closing]
        done = [each for each in network.measures if each.assessment == city.assessments[0].assessment.id]
        if len(results) == 2:
            told.update(each.verdict for each in effects(done, results[0], results[1], model.framework()))
    assert told["rose"] > told["did not rise"] > 0
