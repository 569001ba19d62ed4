"""All use cases together, as screens and web get them."""

from dataclasses import dataclass, field

from assessment.benchmark.publishing import ALL, Rules
from assessment.desk.account_ports import Passwords, PeopleStores, Tokens
from assessment.desk.aiming import Aiming
from assessment.desk.answering import Answering
from assessment.desk.assessing import Assessing
from assessment.desk.assessments import Assessments
from assessment.desk.assessor_ports import AssessorStore
from assessment.desk.auditing import Auditing
from assessment.desk.beginning import Beginning
from assessment.desk.benchmarking import Benchmarking
from assessment.desk.branding import Brandings
from assessment.desk.cities import Cities
from assessment.desk.city_ports import CityStores
from assessment.desk.claiming import Claiming
from assessment.desk.closed_results import ClosedResults
from assessment.desk.closing import Closings
from assessment.desk.closing_ports import ClosingStore
from assessment.desk.cohorts import Cohorts
from assessment.desk.consensus import Consensus
from assessment.desk.contributing import Contributing
from assessment.desk.copying import Backups, CopyStore
from assessment.desk.delegating import Delegating
from assessment.desk.demonstration import Demonstration
from assessment.desk.door import Door
from assessment.desk.drafts import Drafts
from assessment.desk.entrance import Entrance
from assessment.desk.evidence import Evidence
from assessment.desk.exchange import Exchange
from assessment.desk.following import Following
from assessment.desk.frozen import Frozen
from assessment.desk.guests import Guests
from assessment.desk.identities import Identities
from assessment.desk.matching import Matching
from assessment.desk.measuring import MeasureStore, Measuring
from assessment.desk.moving import Moving
from assessment.desk.network_ports import NetworkStores
from assessment.desk.own_data import OwnData, PersonalStore
from assessment.desk.pages import Pages
from assessment.desk.papers import HousePapers
from assessment.desk.people import People
from assessment.desk.ports import AnswerStore, AssessmentStore, AuditStore, Clock, EvidenceStore, Ids, PageStore
from assessment.desk.programme import Programmes
from assessment.desk.rater_ports import RaterStore
from assessment.desk.rating import Rating
from assessment.desk.redacting import Redacting, Redactions
from assessment.desk.report_ports import Logos, ReportStores
from assessment.desk.reporting import Reporting
from assessment.desk.resourcing import Resourcing
from assessment.desk.results import Results
from assessment.desk.reviewing import Reviewing
from assessment.desk.room_figures import Figuring
from assessment.desk.room_ports import RoomStore, SeatStore
from assessment.desk.room_views import RoomViews
from assessment.desk.rooms import Rooms
from assessment.desk.same_as import SameAs, SameAsStore
from assessment.desk.seats import Seats
from assessment.desk.signed_levels import SignedLevels
from assessment.desk.space import Space, boundless
from assessment.desk.throttle import Throttle
from assessment.desk.trends import Trends
from assessment.loading.frozen import FrozenAnswers
from models.identity import Membership
from models.questionnaire import Library
from models.retention import Retention


@dataclass(frozen=True)
class Desk:
    """The use cases, grouped by intention, and the questionnaires they are about."""

    library: Library
    entrance: Entrance
    identities: Identities
    people: People
    assessments: Assessments
    answering: Answering
    evidence: Evidence
    exchange: Exchange
    results: Results
    pages: Pages
    cities: Cities
    delegating: Delegating
    following: Following
    cohorts: Cohorts
    benchmarking: Benchmarking
    demonstration: Demonstration
    auditing: Auditing
    reviewing: Reviewing
    closing: Closings
    redacting: Redacting
    backups: Backups
    own_data: OwnData
    papers: HousePapers
    rating: Rating
    consensus: Consensus
    guests: Guests
    same_as: SameAs
    matching: Matching
    programme: Programmes
    contributing: Contributing
    resourcing: Resourcing
    moving: Moving
    assessing: Assessing
    trends: Trends
    measuring: Measuring
    aiming: Aiming
    reporting: Reporting
    branding: Brandings
    rooms: Rooms
    seats: Seats
    claiming: Claiming


@dataclass(frozen=True)
class Stores:
    """Where everything is kept."""

    assessments: AssessmentStore
    answers: AnswerStore
    pages: PageStore
    people: PeopleStores
    audit: AuditStore
    closings: ClosingStore
    raters: RaterStore
    cities: CityStores
    evidence: EvidenceStore
    copies: CopyStore
    same_as: SameAsStore
    personal: PersonalStore
    measures: MeasureStore
    reports: ReportStores
    rooms: RoomStore
    seats: SeatStore
    network: NetworkStores
    assessors: AssessorStore


@dataclass(frozen=True)
class Sources:
    """What comes from outside: time, ids, secrets, the slow work on passwords, who belongs where, and the disk."""

    clock: Clock
    ids: Ids
    tokens: Tokens
    passwords: Passwords
    logos: Logos
    memberships: tuple[Membership, ...] = ()
    keep: Retention = field(default_factory=Retention)
    rules: Rules | None = ALL
    space: Space = boundless


def make_desk(library: Library, stores: Stores, sources: Sources) -> Desk:
    """A desk over these stores."""
    clock, ids, tokens = sources.clock, sources.ids, sources.tokens
    kept = stores.cities
    throttle = Throttle(stores.people.attempts, clock, sources.keep.addresses)
    entrance = Entrance(stores.people, sources.passwords, tokens, throttle, clock, ids)
    door = Door(stores.assessments, entrance.still)
    beginning = Beginning(door, stores.assessments, library, clock, ids)
    freezer = FrozenAnswers(library)
    frozen, network = Frozen(stores.closings, freezer), stores.network
    redactions = Redactions(stores.closings, stores.answers, freezer, library)
    levels = SignedLevels(stores.assessments, frozen, library)
    answering = Answering(door, stores.answers, library, clock, ids)
    results = Results(door, stores.answers, library, stores.audit, clock, frozen)
    exchange = Exchange(door, stores.assessments, stores.answers, library, beginning, clock, ids)
    accounts, attempts = stores.people.accounts, stores.people.attempts
    figuring = Figuring(stores.rooms, stores.seats, kept.editions, accounts, library, clock)
    rating = Rating(door, stores.raters, stores.answers, library, clock, ids)
    measuring = Measuring(door, stores.measures, stores.audit, library, clock, ids)
    views = RoomViews(stores.rooms, stores.seats, figuring)
    return Desk(
        library=library,
        entrance=entrance,
        identities=Identities(door, entrance, stores.people, tokens, clock, ids, sources.memberships),
        people=People(door, stores.people, tokens, clock, ids),
        assessments=Assessments(door, stores.assessments, stores.answers, library, beginning, clock),
        answering=answering,
        evidence=Evidence(door, stores.answers, stores.evidence, answering, frozen, library, clock, ids, sources.space),
        results=results,
        reporting=Reporting(door, stores.assessments, stores.reports.reports, results, freezer, measuring, clock),
        branding=Brandings(door, stores.reports.brandings, sources.logos, clock),
        exchange=exchange,
        pages=Pages(door, stores.pages, clock),
        cities=Cities(door, kept.cities, library, clock),
        delegating=Delegating(
            door,
            stores.assessments,
            stores.answers,
            kept.delegations,
            kept.checks,
            stores.people.accounts,
            rating,
            library,
            clock,
        ),
        following=Following(door, stores.assessments, stores.answers, kept.checks, library, beginning, ids),
        benchmarking=Benchmarking(
            door,
            kept,
            Drafts(
                kept,
                ClosedResults(stores.assessments, frozen, library),
                library,
                clock,
                ids,
                sources.rules,
                figuring.shown,
            ),
            stores.audit,
        ),
        cohorts=Cohorts(door, kept.cohorts, stores.assessments, stores.people, tokens, clock, ids),
        demonstration=Demonstration(door, kept.invented, library, freezer, clock),
        auditing=Auditing(door, stores.audit, stores.people.accounts, stores.assessments, clock),
        reviewing=Reviewing(door, stores.answers, stores.closings, library),
        backups=Backups(door, stores.copies, stores.audit, clock, stores.personal, stores.assessments, redactions),
        papers=HousePapers(door),
        own_data=OwnData(door, stores.people.accounts, stores.personal, clock),
        closing=Closings(door, stores.closings, stores.answers, freezer, library, clock),
        redacting=Redacting(door, redactions, clock),
        rating=rating,
        consensus=Consensus(door, stores.raters, stores.answers, stores.assessments, library, clock, ids),
        assessing=Assessing(
            door,
            stores.assessors,
            stores.answers,
            Frozen(stores.closings, freezer),
            library,
            clock,
            ids,
        ),
        moving=Moving(door, stores.assessments, stores.answers, library, beginning, ids),
        trends=Trends(
            door, stores.assessments, stores.answers, stores.closings, Frozen(stores.closings, freezer), library, clock
        ),
        same_as=SameAs(door, stores.same_as, stores.answers, library, clock, ids),
        guests=Guests(door, stores.people, tokens, clock),
        matching=Matching(door, network.exchange, kept.cities, levels, kept.targets, library, clock, ids),
        programme=Programmes(door, network.programme, kept.cohorts, clock, ids, sources.space),
        contributing=Contributing(door, network.contributions, library, clock, ids),
        resourcing=Resourcing(door, network.resources, library, clock),
        aiming=Aiming(door, kept.targets, kept.cities, library, clock),
        measuring=measuring,
        rooms=Rooms(door, stores.rooms, views, accounts, library, tokens, clock, ids),
        seats=Seats(stores.rooms, stores.seats, views, kept.cohorts, attempts, tokens, clock, ids, sources.keep.rooms),
        claiming=Claiming(door, entrance, accounts, stores.seats, exchange, clock, sources.keep.rooms),
    )
