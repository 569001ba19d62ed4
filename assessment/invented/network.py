"""The network: each city with its profile, last year's assessment and this year's, and the cohorts they joined."""

import datetime
from collections.abc import Iterator
from decimal import Decimal

from assessment.invented import exchange
from assessment.invented.answers import letters, share
from assessment.invented.cast import CAST, COHORTS, MADE_UP, PEOPLE, SIGNED, TITLES, Character
from assessment.planning.schedule import answers_day, papers_day, working_day
from models.answers import Answer, Answers
from models.assessment import Assessment, AssessmentSettings, Change, City, EventKind, Field, Rated, Scope, Value
from models.city_profile import CityProfile, Sum
from models.cohort import CONSENTS, Cohort, Consent, Membership
from models.delegation import Delegation
from models.invented import MARK, InventedAssessment, InventedCity, Network
from models.questionnaire import CapabilityModel
from models.record import Record

_YEAR = datetime.timedelta(days=365)
_BEGAN = datetime.timedelta(days=35)
_TO_COMMITTEE = datetime.timedelta(days=56)
_TO_SIGNING = datetime.timedelta(days=30)
_AGREES = 0.75
_COUNTED: frozenset[Consent] = frozenset({"figures", "benchmark"})


def make_network(model: CapabilityModel, now: datetime.datetime) -> Network:
    """The whole network as it would stand now.

    Args:
        model: the questionnaire that everybody answers.
        now: the moment; this year's assessments began some weeks before it.
    """
    people = tuple((_person(language, at), name) for language, names in PEOPLE.items() for at, name in enumerate(names))
    cities = tuple(_city(model, number, each, now) for number, each in enumerate(CAST, 1))
    memberships = tuple(_memberships(cities, now))
    cast = tuple((city.city, of) for city, of in zip(cities, CAST, strict=True))
    cohorts = {int(each.cohort.id.rsplit("-", 1)[-1]) - 1: each.cohort for each in memberships}
    return Network(
        people,
        cities,
        memberships,
        offers=tuple(exchange.offers(model, cast, now)),
        requests=tuple(exchange.requests(cast, now)),
        events=tuple(exchange.events(cohorts, now)),
        contributions=tuple(exchange.contributions(cast, now)),
        resources=tuple(exchange.resources(model, cast, now)),
    )


def _city(model: CapabilityModel, number: int, of: Character, now: datetime.datetime) -> InventedCity:
    city = City(f"{MARK}{number:02}", f"{of.name} ({MADE_UP[of.language]})")
    before = _last_year(model, of, city, now - _BEGAN - _YEAR)
    return InventedCity(city, _profile(model, of, now.year), (before, _this_year(model, of, before, now)))


def _last_year(model: CapabilityModel, of: Character, city: City, began: datetime.datetime) -> InventedAssessment:
    assessment = _assessment(model, of, city, began, closed=True)
    answers = letters(model, of, _scope(model, of), began.year, 0.0)
    changes = tuple(_changes(assessment, answers, "set", of))
    return InventedAssessment(assessment, changes, record=_record(assessment, of))


def _this_year(
    model: CapabilityModel, of: Character, before: InventedAssessment, now: datetime.datetime
) -> InventedAssessment:
    """This year goes on from the last one: what was taken over, then what was changed as far as people came."""
    began = now - _BEGAN
    assessment = _assessment(model, of, before.assessment.city, began, closed=of.done == 1, after=before.assessment)
    taken = {(each.indicator, each.field): each for each in before.answers}
    processes = [each.id for each in model.processes if each.id in _scope(model, of)]
    reached = set(processes[: round(len(processes) * of.done)])
    now_said = letters(model, of, _scope(model, of), began.year, of.gain)
    later = [
        each
        for each in _changes(assessment, now_said, "set", of)
        if _process(each.indicator) in reached and _said_otherwise(each, taken)
    ]
    unseen = {each.indicator for each in before.answers} - {each.indicator for each in later}
    unchecked = sorted(each for each in unseen if _process(each) not in reached)
    copied = tuple(_taken_over(each, assessment) for each in before.answers)
    record = _record(assessment, of) if assessment.state == "closed" else None
    given = tuple(_delegations(of, processes))
    return InventedAssessment(assessment, copied + tuple(later), given, tuple(unchecked), record)


def _record(assessment: Assessment, of: Character) -> Record:
    """What is on record about a closed assessment: a light one, by people of the office itself."""
    begun = assessment.created.date()
    return Record(
        **SIGNED[of.language],
        unit=assessment.city.name,
        thoroughness="3",
        independence="D",
        first_day=begun,
        last_day=begun + _TO_SIGNING,
    )


def _assessment(
    model: CapabilityModel,
    of: Character,
    city: City,
    began: datetime.datetime,
    *,
    closed: bool,
    after: Assessment | None = None,
) -> Assessment:
    committee = working_day(began.date() + _TO_COMMITTEE)
    papers = papers_day(committee)
    return Assessment(
        id=f"{city.id}-{2 if after else 1}",
        city=city,
        title=TITLES[of.language].format(year=began.year),
        questionnaire=model.id,
        questionnaire_version=model.version,
        digest=model.digest,
        rules_digest=model.rules_digest,
        settings=AssessmentSettings(highest_level=of.level, scope=_kept_scope(model, of)),
        state="closed" if closed else "draft",
        invented=True,
        created=began,
        follows=after.id if after else None,
        answers_due=answers_day(papers),
        papers_due=papers,
        committee_day=committee,
    )


def _scope(model: CapabilityModel, of: Character) -> frozenset[str]:
    every = {each.id for each in model.processes}
    members = {member for each in of.sets for member in model.set_members(each)}
    return frozenset(members or every)


def _kept_scope(model: CapabilityModel, of: Character) -> Scope:
    if not of.sets:
        return "full"
    if of.sets == (model.head.basic_scope,):
        return "basic"
    scope = _scope(model, of)
    return tuple(each.id for each in model.processes if each.id in scope)


def _changes(assessment: Assessment, said: Answers, kind: EventKind, of: Character) -> Iterator[Change]:
    for number, (indicator, answer) in enumerate(said.ratings.items()):
        at = assessment.created + datetime.timedelta(hours=3, minutes=7 * number)
        author = _person(of.language, int(share("author", indicator) * 2))
        for field, value in _fields(answer):
            op = f"{MARK}{kind}"
            yield Change(assessment.id, indicator, field, value, 0, op, kind, author, at)


def _fields(answer: Answer) -> Iterator[tuple[Field, Value]]:
    if answer.state is not None:
        yield "rating", Rated(answer.state, answer.rating)
    if answer.note is not None:
        yield "note", answer.note
    if answer.evidence:
        yield "evidence", answer.evidence


def _taken_over(change: Change, into: Assessment) -> Change:
    return Change(
        into.id, change.indicator, change.field, change.value, 0, f"{MARK}import", "import", change.author, into.created
    )


def _said_otherwise(change: Change, taken: dict[tuple[str, Field], Change]) -> bool:
    before = taken.get((change.indicator, change.field))
    return before is None or before.value != change.value


def _delegations(of: Character, processes: list[str]) -> Iterator[Delegation]:
    """In assessments that are under way, each dimension is somebody's."""
    if of.done == 1:
        return
    for at, dimension in enumerate(dict.fromkeys(each.split(".")[0] for each in processes)):
        person = at % 2
        yield Delegation(dimension, _person(of.language, person), PEOPLE[of.language][person])


def _memberships(cities: tuple[InventedCity, ...], now: datetime.datetime) -> Iterator[Membership]:
    for number, (name, days) in enumerate(COHORTS):
        began = now - datetime.timedelta(days=days)
        cohort = Cohort(f"{MARK}cohort-{number + 1}", name, invented=True, created=began)
        for at, (kept, of) in enumerate(zip(cities, CAST, strict=True)):
            if number in of.cohorts:
                agreed = frozenset(each for each in CONSENTS if _agrees(of, number, each))
                yield Membership(cohort, kept.city, began + datetime.timedelta(days=at), agreed)


def _agrees(of: Character, cohort: int, consent: Consent) -> bool:
    """All of them let themselves be counted, so that there is something to see; to the rest most agree."""
    return consent in _COUNTED or share("agrees", of.name, cohort, consent) < _AGREES


def _profile(model: CapabilityModel, of: Character, year: int) -> CityProfile:
    partnerships, friendships, projects, contacts = of.partnerships
    least_to_most = {
        each.id: min(5, 3 + (each.id in of.strong) + round(share("matters", of.name, each.id)))
        for each in model.head.dimensions
    }
    return CityProfile(
        country=of.country,
        region=of.region,
        population=of.population,
        population_year=year - 1,
        kind=of.kind,
        special_roles=of.roles,
        unit=of.unit,
        lead_rank=of.rank,
        staff=Decimal(of.staff),
        own_budget=Sum(amount=of.budget, currency=of.currency, year=year - 1),
        third_party_budget=Sum(amount=round(of.budget * share("third", of.name)), currency=of.currency, year=year - 1),
        partnerships=partnerships,
        friendships=friendships,
        project_partnerships=projects,
        contacts=contacts,
        active=of.active,
        networks=len(of.networks),
        network_names=tuple(f"{each} ({MADE_UP[of.language]})" for each in of.networks),
        projects=projects + of.partnerships[2] // 2,
        visits_in=of.active,
        trips_out=of.active // 2,
        consulates=of.population // 100_000,
        strategy=of.strategy,
        strategy_year=year - 2 if of.strategy in ("adopted", "revision") else None,
        agenda_resolution=of.strategy != "none",
        agenda_monitoring=of.strategy == "adopted",
        foreign_share=Decimal(f"{6 + 20 * share('foreign', of.name):.1f}"),
        foreign_share_year=year - 1,
        importance=least_to_most,
        assessment_kind="workshop" if of.sets != (model.head.basic_scope,) else "self",
    )


def _person(language: str, at: int) -> str:
    return f"{MARK}person-{language}-{at + 1}"


def _process(indicator: str) -> str:
    return ".".join(indicator.split(".")[:2])
