"""One table says who may do what; every use case asks it, and strangers learn nothing."""

import datetime
import inspect
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, fields
from itertools import product
from pathlib import Path
from typing import Any, Literal

import pytest

from assessment.desk import Desk, Stores
from assessment.desk.door import may_somewhere
from assessment.desk.errors import ChangedMeanwhile, NotAllowed, NotFound, WishRefused
from assessment.desk.policy import ACTIONS, ALLOWED, RELATIONS, Action, Relation, allowed
from assessment.desk.rooms import Opening
from assessment.scoring import profile
from models.answers import Answers
from models.assessment import NO_DAYS, Assessment, AssessmentSettings, Change, Rated
from models.benchmark import Depth
from models.branding import PLAIN
from models.city_profile import CityProfile
from models.cohort import CONSENTS, Cohort, Membership
from models.contribution import Contribution, ContributionState, KeptContribution
from models.differences import Differences
from models.evidence import EvidenceFile
from models.identity import Assured, Identity
from models.matching import Offer, Request
from models.measures import Measure, MeasureDraft
from models.people import ROLES, VISITOR, Account, Actor, Grant, Role
from models.profile import Profile
from models.programme import Event, KeptEvent, MaterialFile
from models.record import Record
from models.resources import Resources
from models.room import Room, RoomCity
from tests.desk.conftest import ADMINISTRATOR, ELSEWHERE, HERE, LEAD, OTHER_LEAD, START
from tests.desk.policy_table import written
from tests.golden import Golden

F = Rated("rated", "F")
FILE = Answers("urban-diplomacy", "1.0.0", HERE.name)
NEW_CITY = Answers("urban-diplomacy", "1.0.0", "Neustadt")
THERE = Identity("https://provider.example", "1")
NOTHING = Differences((), (), 0, (), ())
COHORT = Cohort("cohort", "Hafenstädte", invented=False, created=START)
DRAFT = MeasureDraft("Verzeichnis anlegen")
ROOM = Room(
    *("room", "Netzwerktag", "quick-scan", "1.0.0", ("QS01",), "ABC234", "de"),
    *(START, START + datetime.timedelta(days=3), LEAD.id),
    cohort=COHORT.id,
    phase="first",
)
OF_HERE = "id1"
"""The assessment of the scene: the first thing that got an id."""

PRACTICE = "GOV.1.GP2.1.1"

DEPTH = Depth("urban-diplomacy", "", "", "mean", 4, 3, ())
Kind = Literal["assessment", "city", "cohort", "room", "account", "house", "self"]
Call = Callable[[Desk, Actor, str], object]

WITH: dict[Kind, tuple[Relation, ...]] = {
    "assessment": ("own", "opened", "foreign"),
    "city": ("own", "foreign"),
    "cohort": ("led", "foreign"),
    "room": ("led", "foreign"),
    "account": ("own", "foreign"),
    "house": ("house",),
    "self": ("self",),
}
"""How people can stand to each kind of object."""


@dataclass(frozen=True)
class UseCase:
    """What a use case is about, the action it must ask for, and a wish that nothing but the policy refuses."""

    kind: Kind
    action: Action
    call: Call


def _settings() -> AssessmentSettings:
    return AssessmentSettings()


def _a_copy(desk: Desk) -> str:
    return desk.backups.copies.make(START).name


def _a_city_in(desk: Desk, room: str) -> str:
    """A city in a room, where there is such a room."""
    memory: Any = desk.rooms.rooms
    if room in memory.memory.rooms:
        memory.memory.room_cities["aue"] = RoomCity("aue", room, "Aue", "AAAAA", START)
    return "aue"


def _a_file(desk: Desk, assessment: str) -> str:
    """A file that stands in an answer; in no way that asks anybody."""
    if desk.evidence.door.assessments.get(assessment) is None:
        return "file"
    file = EvidenceFile("file", assessment, "GOV.1.O1", "a.txt", "text/plain", 4, "", LEAD.id, START)
    desk.evidence.kept.add(file, b"text")
    named = ("a.txt",)
    desk.evidence.answers.save([Change(assessment, "GOV.1.O1", "evidence", named, 0, "op-file", "set", LEAD.id, START)])
    return file.id


EVENT = Event(title="Werkstatt", kind="training", first_day=START.date(), last_day=START.date())
PRACTICE_TOLD = Contribution(what="Ein Verzeichnis", language="de", processes=("GOV.1",))
OFFER = Offer(strong=("GOV.1",), office="Rathaus")


def _an_event(desk: Desk, cohort: str) -> str:
    """An event of this cohort, kept in no way that asks anybody."""
    found = desk.cohorts.cohorts.get(cohort)
    if found is None:
        return "no event"
    desk.programme.kept.keep(KeptEvent("event", found, EVENT), person=LEAD.id, at=START)
    return "event"


def _with_file(desk: Desk, cohort: str) -> tuple[str, str]:
    """The same, with a file."""
    event = _an_event(desk, cohort)
    if event == "no event":
        return event, "no file"
    file = MaterialFile("material", event, "a.txt", "text/plain", 4, "", START)
    desk.programme.kept.attach(file, b"text", person=LEAD.id)
    return event, file.id


def _a_request(desk: Desk) -> str:
    """A request from elsewhere to the city of the scene."""
    for city in (HERE, ELSEWHERE):
        desk.matching.exchange.keep_offer(city.id, OFFER, seen=0, person=LEAD.id, at=START)
    desk.matching.exchange.ask(Request("request", ELSEWHERE, HERE, "", "asked", START), person=LEAD.id)
    return "request"


def _told_of(desk: Desk, state: ContributionState = "draft") -> str:
    """A contribution of the city of the scene in this state."""
    kept = KeptContribution("told", HERE, PRACTICE_TOLD, state)
    desk.contributing.kept.keep(kept, person=LEAD.id, at=START)
    return kept.id


def _a_measure(desk: Desk, city: str) -> Measure:
    """A measure of a city; in no way that asks anybody."""
    written = Measure("measure", city, "Verzeichnis anlegen")
    desk.measuring.measures.keep([written], [])
    return written


def _no_result(desk: Desk) -> Profile:
    """The result of an assessment without answers."""
    return profile(desk.library.models[0], FILE)


EVERY: dict[str, UseCase] = {
    "answering.overview": UseCase("assessment", "read assessment", lambda d, a, i: d.answering.overview(a, i)),
    "answering.kept": UseCase("assessment", "read assessment", lambda d, a, i: d.answering.kept(a, i)),
    "answering.sheet": UseCase("assessment", "read assessment", lambda d, a, i: d.answering.sheet(a, i, "GOV.1")),
    "answering.dimensions": UseCase("assessment", "read assessment", lambda d, a, i: d.answering.dimensions(a, i)),
    "answering.question": UseCase(
        "assessment", "read assessment", lambda d, a, i: d.answering.question(a, i, "GOV.1.O1")
    ),
    "answering.history": UseCase("assessment", "read assessment", lambda d, a, i: d.answering.history(a, i, "GOV.1")),
    "answering.rate": UseCase("assessment", "answer", lambda d, a, i: d.answering.rate(a, i, "GOV.1.O1", F, seen=0)),
    "answering.annotate": UseCase(
        "assessment", "answer", lambda d, a, i: d.answering.annotate(a, i, "GOV.1.O1", "note", "x", seen=0)
    ),
    "answering.clear": UseCase(
        "assessment", "answer", lambda d, a, i: d.answering.clear(a, i, "GOV.1.O1", "rating", seen=0)
    ),
    "answering.undo": UseCase(
        "assessment", "answer", lambda d, a, i: d.answering.undo(a, i, "GOV.1.O1", "rating", seen=0)
    ),
    "answering.decline": UseCase(
        "assessment", "answer", lambda d, a, i: d.answering.decline(a, i, "GOV.1.O1", "rating", F)
    ),
    "evidence.may_attach": UseCase("assessment", "answer", lambda d, a, i: d.evidence.may_attach(a, i, "GOV.1.O1")),
    "evidence.attach": UseCase(
        "assessment", "answer", lambda d, a, i: d.evidence.attach(a, i, "GOV.1.O1", "a.txt", b"text")
    ),
    "evidence.write": UseCase(
        "assessment", "answer", lambda d, a, i: d.evidence.write(a, i, "GOV.1.O1", ["x"], seen=0)
    ),
    "evidence.remove": UseCase("assessment", "answer", lambda d, a, i: d.evidence.remove(a, i, "GOV.1.O1", "a.txt")),
    "evidence.files": UseCase("assessment", "read assessment", lambda d, a, i: d.evidence.files(a, i, "GOV.1.O1")),
    "evidence.fetch": UseCase("assessment", "read assessment", lambda d, a, i: d.evidence.fetch(a, i, _a_file(d, i))),
    "evidence.signed": UseCase("assessment", "read assessment", lambda d, a, i: d.evidence.signed(a, i)),
    "assessments.get": UseCase("assessment", "read assessment", lambda d, a, i: d.assessments.get(a, i)),
    "assessments.rename": UseCase(
        "assessment", "change assessment", lambda d, a, i: d.assessments.rename(a, i, "Neu", seen=1)
    ),
    "assessments.change_settings": UseCase(
        "assessment", "change assessment", lambda d, a, i: d.assessments.change_settings(a, i, _settings(), seen=1)
    ),
    "assessments.archive": UseCase(
        "assessment", "change assessment", lambda d, a, i: d.assessments.archive(a, i, seen=1)
    ),
    "assessments.restore": UseCase(
        "assessment", "change assessment", lambda d, a, i: d.assessments.restore(a, i, seen=1)
    ),
    "assessments.delete": UseCase("assessment", "delete assessment", lambda d, a, i: d.assessments.delete(a, i)),
    "exchange.compare": UseCase("assessment", "read assessment", lambda d, a, i: d.exchange.compare(a, i, FILE)),
    "exchange.take_in": UseCase("assessment", "answer", lambda d, a, i: d.exchange.take_in(a, i, FILE, seen=NOTHING)),
    "exchange.export": UseCase("assessment", "read assessment", lambda d, a, i: d.exchange.export(a, i)),
    "results.profile": UseCase("assessment", "read assessment", lambda d, a, i: d.results.profile(a, i)),
    "results.report_inputs": UseCase("assessment", "read assessment", lambda d, a, i: d.results.report_inputs(a, i)),
    "people.open_to": UseCase("assessment", "open assessment", lambda d, a, i: d.people.open_to(a, i, "carl")),
    "people.opened_to": UseCase("assessment", "open assessment", lambda d, a, i: d.people.opened_to(a, i)),
    "people.shut": UseCase("assessment", "open assessment", lambda d, a, i: d.people.shut(a, i, "consultant")),
    "rating.overview": UseCase("assessment", "rate privately", lambda d, a, i: d.rating.overview(a, i)),
    "rating.sheet": UseCase("assessment", "rate privately", lambda d, a, i: d.rating.sheet(a, i, "GOV.1")),
    "rating.question": UseCase("assessment", "rate privately", lambda d, a, i: d.rating.question(a, i, "GOV.1.O1")),
    "rating.rate": UseCase(
        "assessment", "rate privately", lambda d, a, i: d.rating.rate(a, i, "GOV.1.O1", "F", seen=0)
    ),
    "rating.finish": UseCase("assessment", "rate privately", lambda d, a, i: d.rating.finish(a, i, "GOV.1")),
    "consensus.progress": UseCase("assessment", "moderate", lambda d, a, i: d.consensus.progress(a, i)),
    "consensus.open": UseCase("assessment", "moderate", lambda d, a, i: d.consensus.open(a, i, "GOV.1")),
    "consensus.take_back": UseCase("assessment", "moderate", lambda d, a, i: d.consensus.take_back(a, i, "GOV.1")),
    "consensus.agree": UseCase(
        "assessment", "moderate", lambda d, a, i: d.consensus.agree(a, i, "GOV.1.O1", "F", "darum", seen=0)
    ),
    "consensus.spread": UseCase("assessment", "see spread", lambda d, a, i: d.consensus.spread(a, i, "GOV.1")),
    "consensus.agreements": UseCase("assessment", "read assessment", lambda d, a, i: d.consensus.agreements(a, i)),
    "consensus.agreement": UseCase(
        "assessment", "read assessment", lambda d, a, i: d.consensus.agreement(a, i, "GOV.1.O1")
    ),
    "consensus.choose_way": UseCase(
        "assessment", "change assessment", lambda d, a, i: d.consensus.choose_way(a, i, "alone", seen=1)
    ),
    "same_as.mark": UseCase("assessment", "read assessment", lambda d, a, i: d.same_as.mark(a, i, PRACTICE)),
    "same_as.offers": UseCase("assessment", "read assessment", lambda d, a, i: d.same_as.offers(a, i, PRACTICE)),
    "same_as.take_over": UseCase(
        "assessment", "answer", lambda d, a, i: d.same_as.take_over(a, i, PRACTICE, {"GOV.2": 0})
    ),
    "guests.invite": UseCase("assessment", "invite guests", lambda d, a, i: d.guests.invite(a, i, "Ratsmitglied")),
    "guests.links": UseCase("assessment", "invite guests", lambda d, a, i: d.guests.links(a, i)),
    "guests.withdraw": UseCase("assessment", "invite guests", lambda d, a, i: d.guests.withdraw(a, i, "unknown")),
    "guests.here": UseCase("assessment", "invite guests", lambda d, a, i: d.guests.here(a, i)),
    "guests.send_away": UseCase("assessment", "invite guests", lambda d, a, i: d.guests.send_away(a, i, "unknown")),
    "guests.return_code": UseCase("self", "keep own account", lambda d, a, _: d.guests.return_code(a)),
    "people.of_city": UseCase("city", "see people", lambda d, a, i: d.people.of_city(a, i)),
    "people.invite": UseCase("city", "invite people", lambda d, a, i: d.people.invite(a, Grant("lead", i))),
    "people.invitations": UseCase("city", "invite people", lambda d, a, i: d.people.invitations(a, i)),
    "people.withdraw": UseCase("city", "invite people", lambda d, a, i: d.people.withdraw(a, i, "unknown")),
    "people.give": UseCase("city", "change roles", lambda d, a, i: d.people.give(a, "target", Grant("lead", i))),
    "people.take": UseCase("city", "change roles", lambda d, a, i: d.people.take(a, "target", Grant("contributor", i))),
    "people.hand_over": UseCase("city", "change roles", lambda d, a, i: d.people.hand_over(a, i, LEAD.id, "target")),
    "people.reset_link": UseCase("account", "reset password", lambda d, a, i: d.people.reset_link(a, i)),
    "people.require_new_password": UseCase(
        "account", "reset password", lambda d, a, i: d.people.require_new_password(a, i)
    ),
    "people.close": UseCase("account", "close account", lambda d, a, i: d.people.close(a, i)),
    "people.reopen": UseCase("account", "close account", lambda d, a, i: d.people.reopen(a, i)),
    "people.me": UseCase("self", "keep own account", lambda d, a, _: d.people.me(a)),
    "people.my_cities": UseCase("self", "keep own account", lambda d, a, _: d.people.my_cities(a)),
    "people.sign_out_everywhere": UseCase("self", "keep own account", lambda d, a, _: d.people.sign_out_everywhere(a)),
    "people.join": UseCase("self", "keep own account", lambda d, a, _: d.people.join(a, "unknown")),
    "identities.mine": UseCase("self", "keep own account", lambda d, a, _: d.identities.mine(a)),
    "identities.link": UseCase("self", "keep own account", lambda d, a, _: d.identities.link(a, Assured(THERE))),
    "identities.unlink": UseCase(
        "self", "keep own account", lambda d, a, _: d.identities.unlink(a, *d.identities.mine(a))
    ),
    "people.everyone": UseCase("house", "see accounts", lambda d, a, _: d.people.everyone(a)),
    "people.found": UseCase("house", "found city", lambda d, a, _: d.people.found(a, "Neustadt")),
    "people.invite to the house": UseCase(
        "house", "invite people", lambda d, a, _: d.people.invite(a, Grant("trainer"))
    ),
    "people.invitations of the house": UseCase("house", "invite people", lambda d, a, _: d.people.invitations(a, None)),
    "people.withdraw in the house": UseCase(
        "house", "invite people", lambda d, a, _: d.people.withdraw(a, None, "unknown")
    ),
    "people.give in the house": UseCase(
        "house", "change house roles", lambda d, a, _: d.people.give(a, "target", Grant("trainer"))
    ),
    "people.take in the house": UseCase(
        "house", "change house roles", lambda d, a, _: d.people.take(a, "consultant", Grant("consultant"))
    ),
    "assessments.list": UseCase("house", "list assessments", lambda d, a, _: d.assessments.list(a)),
    "assessments.begin": UseCase(
        "house", "found city", lambda d, a, _: d.assessments.begin(a, FILE.questionnaire, "Neu", "Titel", _settings())
    ),
    "exchange.begin_from": UseCase("house", "found city", lambda d, a, _: d.exchange.begin_from(a, NEW_CITY, "Titel")),
    "assessments.begin at home": UseCase(
        "city",
        "begin assessment",
        lambda d, a, _: d.assessments.begin(a, FILE.questionnaire, HERE.name, "Titel", _settings()),
    ),
    "exchange.begin_from at home": UseCase(
        "city", "begin assessment", lambda d, a, _: d.exchange.begin_from(a, FILE, "Titel")
    ),
    "assessments.set_days": UseCase(
        "assessment", "change assessment", lambda d, a, i: d.assessments.set_days(a, i, NO_DAYS, seen=1)
    ),
    "delegating.plan": UseCase("assessment", "delegate", lambda d, a, i: d.delegating.plan(a, i)),
    "delegating.delegate": UseCase(
        "assessment", "delegate", lambda d, a, i: d.delegating.delegate(a, i, "GOV", [LEAD.id])
    ),
    "delegating.mine": UseCase("assessment", "read assessment", lambda d, a, i: d.delegating.mine(a, i)),
    "delegating.waiting": UseCase("house", "list assessments", lambda d, a, _: d.delegating.waiting(a)),
    "following.begin_after at home": UseCase(
        "city", "begin assessment", lambda d, a, _: d.following.begin_after(a, OF_HERE, "Titel")
    ),
    "assessing.sheet": UseCase("assessment", "assess beside", lambda d, a, i: d.assessing.sheet(a, i, "GOV.1")),
    "assessing.question": UseCase(
        "assessment", "assess beside", lambda d, a, i: d.assessing.question(a, i, "GOV.1.O1")
    ),
    "assessing.judge": UseCase(
        "assessment",
        "assess beside",
        lambda d, a, i: d.assessing.judge(a, i, "GOV.1.O1", "F", note="x", evidence=(), seen=0),
    ),
    "assessing.history": UseCase("assessment", "assess beside", lambda d, a, i: d.assessing.history(a, i, "GOV.1.O1")),
    "assessing.show": UseCase("assessment", "assess beside", lambda d, a, i: d.assessing.show(a, i, shown=True)),
    "assessing.own_view": UseCase("assessment", "assess beside", lambda d, a, i: d.assessing.own_view(a, i)),
    "assessing.any_shown": UseCase("assessment", "see outside view", lambda d, a, i: d.assessing.any_shown(a, i)),
    "assessing.views": UseCase("assessment", "see outside view", lambda d, a, i: d.assessing.views(a, i)),
    "moving.offer": UseCase("assessment", "read assessment", lambda d, a, i: d.moving.offer(a, i)),
    "moving.move at home": UseCase("city", "begin assessment", lambda d, a, _: d.moving.move(a, OF_HERE, "Titel")),
    "trends.of_city": UseCase("house", "list assessments", lambda d, a, _: d.trends.of_city(a, HERE.id)),
    "trends.before": UseCase("assessment", "read assessment", lambda d, a, i: d.trends.before(a, i)),
    "trends.row": UseCase("assessment", "read assessment", lambda d, a, i: d.trends.row(a, i)),
    "following.former": UseCase("assessment", "read assessment", lambda d, a, i: d.following.former(a, i, "GOV.1.O1")),
    "following.link": UseCase("assessment", "read assessment", lambda d, a, i: d.following.link(a, i)),
    "following.confirm": UseCase("assessment", "answer", lambda d, a, i: d.following.confirm(a, i, "GOV.1")),
    "cities.profile": UseCase("city", "read city", lambda d, a, i: d.cities.profile(a, i)),
    "cities.write_profile": UseCase(
        "city", "change city", lambda d, a, i: d.cities.write_profile(a, i, CityProfile(), seen=0)
    ),
    "cities.rename": UseCase("city", "change city", lambda d, a, i: d.cities.rename(a, i, "Neu", seen=HERE.name)),
    "cohorts.found": UseCase("house", "found cohort", lambda d, a, _: d.cohorts.found(a, "Neue Gruppe")),
    "cohorts.show": UseCase("cohort", "read cohort", lambda d, a, i: d.cohorts.show(a, i)),
    "cohorts.appoint": UseCase("cohort", "change cohort", lambda d, a, i: d.cohorts.appoint(a, i, "nobody")),
    "cohorts.invite": UseCase("cohort", "change cohort", lambda d, a, i: d.cohorts.invite(a, i)),
    "cohorts.invitations": UseCase("cohort", "change cohort", lambda d, a, i: d.cohorts.invitations(a, i)),
    "cohorts.withdraw": UseCase("cohort", "change cohort", lambda d, a, i: d.cohorts.withdraw(a, i, "unknown")),
    "cohorts.named_by": UseCase("city", "join cohorts", lambda d, a, i: d.cohorts.named_by(a, i, "unknown")),
    "cohorts.join": UseCase("city", "join cohorts", lambda d, a, i: d.cohorts.join(a, i, "unknown", ())),
    "cohorts.of_city": UseCase("city", "read city", lambda d, a, i: d.cohorts.of_city(a, i)),
    "cohorts.agree": UseCase("city", "join cohorts", lambda d, a, i: d.cohorts.agree(a, i, COHORT.id, (), seen=1)),
    "benchmarking.preview": UseCase("cohort", "read cohort", lambda d, a, i: d.benchmarking.preview(a, i)),
    "benchmarking.counted": UseCase("cohort", "read cohort", lambda d, a, i: d.benchmarking.counted(a, i)),
    "benchmarking.of_cohort": UseCase("cohort", "read cohort", lambda d, a, i: d.benchmarking.of_cohort(a, i)),
    "benchmarking.named": UseCase("cohort", "read cohort", lambda d, a, i: d.benchmarking.named(a, i)),
    "benchmarking.hand_out": UseCase(
        "cohort", "read cohort", lambda d, a, i: d.benchmarking.hand_out(a, i, "unknown", "pdf")
    ),
    "benchmarking.publish": UseCase("cohort", "publish edition", lambda d, a, i: d.benchmarking.publish(a, i)),
    "benchmarking.publish_pair": UseCase(
        "cohort", "publish edition", lambda d, a, i: d.benchmarking.publish_pair(a, i)
    ),
    "benchmarking.of_city": UseCase("city", "read city", lambda d, a, i: d.benchmarking.of_city(a, i)),
    "benchmarking.beside": UseCase("assessment", "read assessment", lambda d, a, i: d.benchmarking.beside(a, i, DEPTH)),
    "benchmarking.preview_network": UseCase(
        "house", "publish for network", lambda d, a, _: d.benchmarking.preview_network(a)
    ),
    "benchmarking.of_network": UseCase("house", "publish for network", lambda d, a, _: d.benchmarking.of_network(a)),
    "benchmarking.publish_network": UseCase(
        "house", "publish for network", lambda d, a, _: d.benchmarking.publish_network(a)
    ),
    "cohorts.leave": UseCase("city", "join cohorts", lambda d, a, i: d.cohorts.leave(a, i, COHORT.id, seen=1)),
    "rooms.open": UseCase("house", "open room", lambda d, a, _: d.rooms.open(a, Opening("Netzwerktag"))),
    "rooms.show": UseCase("room", "lead room", lambda d, a, i: d.rooms.show(a, i)),
    "rooms.watch": UseCase("room", "lead room", lambda d, a, i: d.rooms.watch(a, i)),
    "rooms.move": UseCase("room", "lead room", lambda d, a, i: d.rooms.move(a, i, "table", seen=1)),
    "rooms.begin": UseCase("room", "lead room", lambda d, a, i: d.rooms.begin(a, i, "second", seen=1)),
    "rooms.reveal": UseCase("room", "lead room", lambda d, a, i: d.rooms.reveal(a, i, seen=1)),
    "rooms.solve": UseCase("room", "lead room", lambda d, a, i: d.rooms.solve(a, i, seen=1)),
    "rooms.time": UseCase("room", "lead room", lambda d, a, i: d.rooms.time(a, i, 5, seen=1)),
    "rooms.speak": UseCase("room", "lead room", lambda d, a, i: d.rooms.speak(a, i, "en", seen=1)),
    "rooms.take_out": UseCase("room", "lead room", lambda d, a, i: d.rooms.take_out(a, i, _a_city_in(d, i))),
    "rooms.appoint": UseCase("room", "lead room", lambda d, a, i: d.rooms.appoint(a, i, "nobody")),
    "claiming.claim": UseCase("city", "begin assessment", lambda d, a, i: d.claiming.claim(a, i, "unknown", "here")),
    "demonstration.present": UseCase("house", "load demonstration", lambda d, a, _: d.demonstration.present(a)),
    "demonstration.load": UseCase("house", "load demonstration", lambda d, a, _: d.demonstration.load(a)),
    "demonstration.remove": UseCase("house", "load demonstration", lambda d, a, _: d.demonstration.remove(a)),
    "results.hand_out": UseCase("assessment", "hand out files", lambda d, a, i: d.results.hand_out(a, i, "pdf")),
    "auditing.of_city": UseCase("city", "see audit", lambda d, a, i: d.auditing.of_city(a, i)),
    "auditing.of_house": UseCase("house", "see audit", lambda d, a, _: d.auditing.of_house(a)),
    "auditing.verified": UseCase("house", "see audit", lambda d, a, _: d.auditing.verified(a)),
    "auditing.exact_times": UseCase(
        "house", "see exact times", lambda d, a, _: d.auditing.exact_times(a, "Vorfall 1", START.date(), START.date())
    ),
    "own_data.export": UseCase("self", "keep own account", lambda d, a, _: d.own_data.export(a)),
    "own_data.erase_me": UseCase("self", "erase person", lambda d, a, _: d.own_data.erase_me(a, "arno")),
    "own_data.erase": UseCase("account", "erase person", lambda d, a, i: d.own_data.erase(a, i)),
    "papers.read": UseCase("house", "read papers", lambda d, a, _: d.papers.read(a, "personalrat")),
    "backups.possible": UseCase("house", "keep backups", lambda d, a, _: d.backups.possible(a)),
    "backups.all": UseCase("house", "keep backups", lambda d, a, _: d.backups.all(a)),
    "backups.make": UseCase("house", "keep backups", lambda d, a, _: d.backups.make(a)),
    "backups.take": UseCase("house", "keep backups", lambda d, a, _: d.backups.take(a, _a_copy(d))),
    "backups.put_back": UseCase("house", "keep backups", lambda d, a, _: d.backups.put_back(a, _a_copy(d))),
    "reviewing.review": UseCase("assessment", "review assessment", lambda d, a, i: d.reviewing.review(a, i)),
    "closing.record": UseCase("assessment", "review assessment", lambda d, a, i: d.closing.record(a, i)),
    "closing.closings": UseCase("assessment", "read assessment", lambda d, a, i: d.closing.closings(a, i)),
    "closing.keep_record": UseCase(
        "assessment", "close assessment", lambda d, a, i: d.closing.keep_record(a, i, Record(), seen=0)
    ),
    "closing.close": UseCase("assessment", "close assessment", lambda d, a, i: d.closing.close(a, i, "Amt", seen=1)),
    "closing.reopen": UseCase(
        "assessment", "close assessment", lambda d, a, i: d.closing.reopen(a, i, "Nachtrag", seen=1)
    ),
    "matching.my_offer": UseCase("city", "find partners", lambda d, a, i: d.matching.my_offer(a, i)),
    "matching.my_levels": UseCase("city", "find partners", lambda d, a, i: d.matching.my_levels(a, i)),
    "matching.suggested": UseCase("city", "find partners", lambda d, a, i: d.matching.suggested(a, i)),
    "matching.matches": UseCase("city", "find partners", lambda d, a, i: d.matching.matches(a, i)),
    "matching.contacts": UseCase("city", "find partners", lambda d, a, i: d.matching.contacts(a, i)),
    "matching.offer": UseCase("city", "offer exchange", lambda d, a, i: d.matching.offer(a, i, OFFER, seen=0)),
    "matching.withdraw": UseCase("city", "offer exchange", lambda d, a, i: d.matching.withdraw(a, i)),
    "matching.ask": UseCase("city", "offer exchange", lambda d, a, i: d.matching.ask(a, i, ELSEWHERE.id, "Guten Tag")),
    "matching.answer": UseCase(
        "city", "offer exchange", lambda d, a, i: d.matching.answer(a, i, _a_request(d), agree=True, seen=1)
    ),
    "matching.end": UseCase("city", "offer exchange", lambda d, a, i: d.matching.end(a, i, _a_request(d), seen=1)),
    "programme.of_cohort": UseCase("cohort", "read programme", lambda d, a, i: d.programme.of_cohort(a, i)),
    "programme.show": UseCase("cohort", "read programme", lambda d, a, i: d.programme.show(a, _an_event(d, i))),
    "programme.fetch": UseCase("cohort", "read programme", lambda d, a, i: d.programme.fetch(a, *_with_file(d, i))),
    "programme.announce": UseCase("cohort", "write programme", lambda d, a, i: d.programme.announce(a, i, EVENT)),
    "programme.announce to all": UseCase(
        "house", "write programme", lambda d, a, _: d.programme.announce(a, None, EVENT)
    ),
    "programme.change": UseCase(
        "cohort", "write programme", lambda d, a, i: d.programme.change(a, _an_event(d, i), EVENT, seen=1)
    ),
    "programme.cancel": UseCase("cohort", "write programme", lambda d, a, i: d.programme.cancel(a, _an_event(d, i))),
    "programme.may_attach": UseCase(
        "cohort", "write programme", lambda d, a, i: d.programme.may_attach(a, _an_event(d, i))
    ),
    "programme.attach": UseCase(
        "cohort", "write programme", lambda d, a, i: d.programme.attach(a, _an_event(d, i), "a.txt", b"text")
    ),
    "programme.detach": UseCase("cohort", "write programme", lambda d, a, i: d.programme.detach(a, *_with_file(d, i))),
    "contributing.published": UseCase("house", "read library", lambda d, a, _: d.contributing.published(a)),
    "contributing.of_city": UseCase("city", "contribute", lambda d, a, i: d.contributing.of_city(a, i)),
    "contributing.write": UseCase("city", "contribute", lambda d, a, i: d.contributing.write(a, i, PRACTICE_TOLD)),
    "contributing.submit": UseCase(
        "city", "contribute", lambda d, a, i: d.contributing.submit(a, i, _told_of(d), seen=1)
    ),
    "contributing.remove": UseCase("city", "contribute", lambda d, a, i: d.contributing.remove(a, i, _told_of(d))),
    "contributing.waiting": UseCase("house", "edit library", lambda d, a, _: d.contributing.waiting(a)),
    "contributing.publish": UseCase(
        "house", "edit library", lambda d, a, _: d.contributing.publish(a, _told_of(d, "submitted"), seen=1)
    ),
    "contributing.decline": UseCase(
        "house", "edit library", lambda d, a, _: d.contributing.decline(a, _told_of(d, "submitted"), "Darum", seen=1)
    ),
    "resourcing.of_city": UseCase("city", "read city", lambda d, a, i: d.resourcing.of_city(a, i)),
    "resourcing.write": UseCase(
        "city", "change city", lambda d, a, i: d.resourcing.write(a, i, Resources(year=2026, outlays={}), seen=0)
    ),
    "aiming.aims": UseCase("assessment", "read assessment", lambda d, a, i: d.aiming.aims(a, i)),
    "aiming.risks": UseCase("assessment", "read assessment", lambda d, a, i: d.aiming.risks(a, i, _no_result(d))),
    "aiming.set": UseCase("assessment", "set targets", lambda d, a, i: d.aiming.set(a, i, "solid", {}, seen=0)),
    "redacting.redact": UseCase(
        "assessment", "redact texts", lambda d, a, i: d.redacting.redact(a, i, "GOV.1.O1", "note")
    ),
    "redacting.texts": UseCase("assessment", "redact texts", lambda d, a, i: d.redacting.texts(a, i)),
    "measuring.of_city": UseCase("city", "read measures", lambda d, a, i: d.measuring.of_city(a, i)),
    "measuring.of_assessment": UseCase("assessment", "read measures", lambda d, a, i: d.measuring.of_assessment(a, i)),
    "measuring.beside": UseCase("assessment", "read assessment", lambda d, a, i: d.measuring.beside(a, i)),
    "measuring.begin": UseCase("city", "change measures", lambda d, a, i: d.measuring.begin(a, i, [DRAFT])),
    "measuring.begin_from": UseCase(
        "assessment", "change measures", lambda d, a, i: d.measuring.begin_from(a, i, [DRAFT])
    ),
    "measuring.change": UseCase("city", "change measures", lambda d, a, i: d.measuring.change(a, _a_measure(d, i))),
    "measuring.remove": UseCase(
        "city", "change measures", lambda d, a, i: d.measuring.remove(a, _a_measure(d, i).id, seen=1)
    ),
    "measuring.take_in": UseCase("city", "change measures", lambda d, a, i: d.measuring.take_in(a, i, [])),
    "measuring.hand_out": UseCase("city", "read measures", lambda d, a, i: d.measuring.hand_out(a, i, "ics")),
    "reporting.comments": UseCase("assessment", "read assessment", lambda d, a, i: d.reporting.comments(a, i)),
    "reporting.comment": UseCase(
        "assessment", "comment on report", lambda d, a, i: d.reporting.comment(a, i, "summary", "Text", seen=0)
    ),
    "reporting.standing": UseCase("assessment", "read assessment", lambda d, a, i: d.reporting.standing(a, i)),
    "reporting.hand_in": UseCase("assessment", "release report", lambda d, a, i: d.reporting.hand_in(a, i)),
    "reporting.confirm": UseCase("assessment", "check facts", lambda d, a, i: d.reporting.confirm(a, i)),
    "reporting.give_back": UseCase("assessment", "check facts", lambda d, a, i: d.reporting.give_back(a, i, "Falsch")),
    "reporting.release": UseCase("assessment", "release report", lambda d, a, i: d.reporting.release(a, i)),
    "reporting.begin_anew": UseCase("assessment", "release report", lambda d, a, i: d.reporting.begin_anew(a, i)),
    "reporting.material": UseCase("assessment", "hand out files", lambda d, a, i: d.reporting.material(a, i, "pdf")),
    "reporting.seen": UseCase("assessment", "hand out files", lambda d, a, i: d.reporting.seen(a, i)),
    "reporting.choice": UseCase("assessment", "hand out files", lambda d, a, i: d.reporting.choice(a, i)),
    "reporting.remember": UseCase("assessment", "hand out files", lambda d, a, i: d.reporting.remember(a, i, {})),
    "branding.of_city": UseCase("city", "read city", lambda d, a, i: d.branding.of_city(a, i)),
    "branding.write_city": UseCase("city", "brand city", lambda d, a, i: d.branding.write_city(a, i, PLAIN, seen=0)),
    "branding.mine": UseCase("house", "keep own look", lambda d, a, _: d.branding.mine(a)),
    "branding.write_mine": UseCase("house", "keep own look", lambda d, a, _: d.branding.write_mine(a, PLAIN, seen=0)),
    "branding.for_report": UseCase("assessment", "hand out files", lambda d, a, i: d.branding.for_report(a, i)),
    "redacting.redact_record": UseCase(
        "assessment", "redact texts", lambda d, a, i: d.redacting.redact_record(a, i, "sponsor")
    ),
    "pages.read": UseCase("house", "read pages", lambda d, a, _: d.pages.read(a, "privacy", "de")),
    "pages.write": UseCase("house", "write pages", lambda d, a, _: d.pages.write(a, "privacy", "de", "Text", seen=0)),
    "pages.versions": UseCase("house", "write pages", lambda d, a, _: d.pages.versions(a, "privacy", "de")),
}

WAY_IN = {
    *("entrance.awaits_first", "entrance.first_start", "entrance.sign_in", "entrance.sign_out"),
    *("entrance.change_password", "entrance.redeem", "entrance.reset", "entrance.admit_guest"),
    *("entrance.arrive", "entrance.tried"),
    *("entrance.who", "entrance.still", "identities.enter", "identities.redeem"),
}
"""What takes no actor: it makes one, of somebody who has proved who they are."""

PHONES = {
    *("seats.enter", "seats.name_city", "seats.join_city", "seats.view", "seats.answer", "seats.finish"),
    *("seats.result", "seats.take_along", "seats.put", "seats.promise", "seats.withdraw"),
}
"""What takes the secret of a phone instead of an actor: it opens one city in one room (tests/desk/test_seats.py)."""

FILTERING = {"people.cities", "cohorts.mine", "reporting.deliverable", "rooms.mine", "programme.mine"}
"""Use cases that refuse nobody and hand out only what the person may see."""

ON_ASSESSMENT = [name for name, each in EVERY.items() if each.kind == "assessment"]
CELLS = [(name, role, relation) for name, each in EVERY.items() for role, relation in product(ROLES, WITH[each.kind])]


def _use_cases(desk: Desk) -> Iterator[tuple[str, Any]]:
    for group in fields(desk):
        if group.name != "library":
            members = inspect.getmembers(getattr(desk, group.name), inspect.ismethod)
            yield from ((f"{group.name}.{name}", method) for name, method in members if not name.startswith("_"))


@pytest.fixture
def scene(stores: Stores, begun: Assessment) -> dict[Kind, str]:
    """An assessment of a city with one more person, a consultant, and the id of the object of each kind."""
    accounts = stores.people.accounts
    memory: Any = accounts
    stores.people.identities.link(THERE, "actor")
    for key, login, held in (
        ("target", "tina", Grant("contributor", HERE.id)),
        ("consultant", "carl", Grant("consultant")),
        ("actor", "arno", None),
    ):
        memory.memory.accounts[key] = Account(key, login, None, START)
        memory.memory.names[key] = None
        memory.memory.passwords[key] = "hash"
        if held:
            accounts.grant(key, held)
    memory.memory.cohorts[COHORT.id] = COHORT
    memory.memory.memberships[COHORT.id, HERE.id] = Membership(COHORT, HERE, START, frozenset(CONSENTS))
    memory.memory.rooms[ROOM.id] = ROOM
    assert begun.id == OF_HERE
    return {
        "assessment": begun.id,
        "city": HERE.id,
        "cohort": COHORT.id,
        "room": ROOM.id,
        "account": "target",
        "house": "",
        "self": "",
    }


def standing(role: Role, relation: Relation, assessment: str) -> Actor:
    """Somebody with this one role, held so that they stand to the objects of the scene in this relation."""
    held = {
        "own": Grant(role, HERE.id),
        "opened": Grant(role, assessment=assessment),
        "led": Grant(role, cohort=COHORT.id),
        "foreign": Grant(role, ELSEWHERE.id),
        "house": Grant(role),
        "self": Grant(role),
    }[relation]
    return Actor("actor", "Arno", frozenset({held}))


def test_the_table_is_the_one_that_was_reviewed(golden: Golden) -> None:
    golden.check(Path(__file__).parent / "policy.txt", written(ALLOWED))


def test_the_table_names_only_roles_actions_and_relations_that_exist() -> None:
    assert set(product(ROLES, ACTIONS, RELATIONS)) >= ALLOWED


def test_in_a_foreign_city_only_the_administrator_may_something_and_only_with_people() -> None:
    foreign = {(role, action) for role, action, relation in ALLOWED if relation == "foreign"}
    people = {
        "see people",
        "invite people",
        "change roles",
        "reset password",
        "close account",
        "see audit",
        "erase person",
    }
    assert foreign == {("administrator", action) for action in people}


def test_an_administrator_is_nowhere_let_into_an_assessment() -> None:
    inside: set[Action] = {
        "read assessment",
        "answer",
        "change assessment",
        "delete assessment",
        "open assessment",
        "hand out files",
        "review assessment",
        "close assessment",
        "redact texts",
    }
    assert not any(allowed("administrator", action, relation) for action, relation in product(inside, RELATIONS))


def test_every_use_case_takes_an_actor_and_has_its_action(desk: Desk) -> None:
    found = {name: method for name, method in _use_cases(desk) if name not in WAY_IN | PHONES}
    assert set(found) == {name.split(" ")[0] for name in EVERY} | FILTERING
    assert all(next(iter(inspect.signature(method).parameters)) == "actor" for method in found.values())


def test_the_way_in_is_all_that_takes_no_actor(desk: Desk) -> None:
    actorless = {name for name, method in _use_cases(desk) if "actor" not in inspect.signature(method).parameters}
    assert actorless == WAY_IN - {"entrance.still"} | PHONES


def test_every_action_of_the_table_has_a_use_case() -> None:
    assert {each.action for each in EVERY.values()} == set(ACTIONS)


@pytest.mark.parametrize(("name", "role", "relation"), CELLS)
def test_every_cell_holds_at_the_desk(
    desk: Desk, scene: dict[Kind, str], name: str, role: Role, relation: Relation
) -> None:
    case = EVERY[name]
    actor = standing(role, relation, scene["assessment"])
    for grant in actor.grants:
        desk.people.stores.accounts.grant(actor.id, grant)
    told: WishRefused | None = None
    try:
        case.call(desk, actor, scene[case.kind])
    except WishRefused as refused:
        told = refused
    assert isinstance(told, NotFound | NotAllowed) is not allowed(role, case.action, relation), told


@pytest.mark.parametrize("name", [name for name, each in EVERY.items() if each.kind == "assessment"])
def test_a_trainer_learns_nothing_of_assessments_in_a_cohort_they_lead(
    desk: Desk, scene: dict[Kind, str], name: str
) -> None:
    trainer = Actor("actor", "Arno", frozenset({Grant("trainer"), Grant("trainer", cohort=COHORT.id)}))
    with pytest.raises(NotFound):
        EVERY[name].call(desk, trainer, scene["assessment"])


@pytest.mark.parametrize("name", [name for name, each in EVERY.items() if each.kind == "city"])
def test_a_trainer_sees_cities_of_a_cohort_through_the_cohort_alone(
    desk: Desk, scene: dict[Kind, str], name: str
) -> None:
    trainer = Actor("actor", "Arno", frozenset({Grant("trainer"), Grant("trainer", cohort=COHORT.id)}))
    with pytest.raises((NotFound, NotAllowed)):
        EVERY[name].call(desk, trainer, scene["city"])


@pytest.mark.parametrize("name", ON_ASSESSMENT)
def test_unknown_foreign_and_roleless_look_the_same(desk: Desk, begun: Assessment, name: str) -> None:
    call = EVERY[name].call
    told = []
    nobody = Actor(LEAD.id)
    for actor, assessment in ((LEAD, "unknown"), (OTHER_LEAD, begun.id), (VISITOR, begun.id), (nobody, begun.id)):
        with pytest.raises(NotFound) as refused:
            call(desk, actor, assessment)
        told.append((type(refused.value), refused.value.message))
    assert len(set(map(str, told))) == 1


@pytest.mark.parametrize(
    "name", [name for name, each in EVERY.items() if each.kind in ("city", "cohort", "room", "account")]
)
def test_unknown_and_foreign_people_look_the_same(desk: Desk, scene: dict[Kind, str], name: str) -> None:
    if name.endswith("at home"):
        return
    case, told = EVERY[name], []
    for actor, subject in ((LEAD, "unknown"), (OTHER_LEAD, scene[case.kind]), (VISITOR, scene[case.kind])):
        with pytest.raises(NotFound) as refused:
            case.call(desk, actor, subject)
        told.append(str(refused.value.message))
    assert len(set(told)) == 1


@pytest.mark.parametrize("name", ON_ASSESSMENT)
def test_an_administrator_does_not_read_assessments_in_passing(desk: Desk, begun: Assessment, name: str) -> None:
    with pytest.raises(NotFound):
        EVERY[name].call(desk, ADMINISTRATOR, begun.id)


@pytest.mark.parametrize("name", ON_ASSESSMENT)
def test_each_use_case_asks_for_its_own_action(
    desk: Desk, begun: Assessment, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = EVERY[name]
    only_reading = frozenset({("lead", "read assessment", "own")})
    monkeypatch.setattr("assessment.desk.policy.ALLOWED", only_reading)
    if case.action == "read assessment":
        case.call(desk, LEAD, begun.id)
        return
    with pytest.raises(NotAllowed):
        case.call(desk, LEAD, begun.id)
    monkeypatch.setattr("assessment.desk.policy.ALLOWED", only_reading | {("lead", case.action, "own")})
    with suppress(ChangedMeanwhile, WishRefused):
        case.call(desk, LEAD, begun.id)


def test_a_role_counts_only_where_it_is_held(desk: Desk, begun: Assessment) -> None:
    both = Actor("actor", "Arno", frozenset({Grant("contributor", HERE.id), Grant("lead", ELSEWHERE.id)}))
    desk.answering.overview(both, begun.id)
    with pytest.raises(NotAllowed):
        desk.assessments.rename(both, begun.id, "Neu", seen=1)


def test_leading_one_city_of_a_person_opens_no_other_door(desk: Desk, scene: dict[Kind, str]) -> None:
    accounts = desk.people.stores.accounts
    for more in (Grant("contributor", ELSEWHERE.id), Grant("administrator")):
        accounts.grant("target", more)
        with pytest.raises(NotFound):
            desk.people.reset_link(LEAD, "target")
        accounts.take("target", more)
    desk.people.reset_link(LEAD, "target")


def test_a_menu_shows_only_what_may_be_done_somewhere() -> None:
    assert may_somewhere(LEAD, "see people")
    assert may_somewhere(ADMINISTRATOR, "see accounts")
    assert not may_somewhere(LEAD, "see accounts")
    assert not may_somewhere(VISITOR, "see people")


def test_cities_are_seen_by_those_who_may_see_their_people(desk: Desk) -> None:
    assert desk.people.cities(LEAD) == (HERE,)
    assert desk.people.cities(ADMINISTRATOR) == (ELSEWHERE, HERE)
    assert desk.people.cities(Actor("x", grants=frozenset({Grant("contributor", HERE.id)}))) == ()
    assert desk.people.cities(VISITOR) == ()
