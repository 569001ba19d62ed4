"""The desk's ports kept in memory: what the use cases are tested with, held to the same contract as the database."""

import datetime
import itertools
import threading
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from models.aims import KeptTarget
from models.assessment import (
    AnswerEvent,
    Assessment,
    Change,
    City,
    Conflict,
    Field,
    NotSaved,
    Outcome,
    Saved,
    StoredAnswer,
    StoredField,
)
from models.assessor import Judgement, JudgementEvent
from models.audit import AuditEntry, Note, Verdict
from models.authored import Language
from models.benchmark import Contribution, KeptEdition, Profiled
from models.city_profile import KeptProfile
from models.closing import Closing, OpenEnds
from models.cohort import Cohort, Membership
from models.contribution import KeptContribution
from models.evidence import ASSESSMENT_LIMIT, EvidenceFile
from models.identity import Identity
from models.matching import KeptOffer, Request
from models.measures import Measure
from models.pages import Page, PageName
from models.people import Account, Actor, Grant, OneTimeCode, Session
from models.programme import KeptEvent, MaterialFile
from models.raters import Agreement, Opening, PrivateRating
from models.record import StoredRecord
from models.reporting import Choice, Comment, Step
from models.resources import KeptResources
from models.room import Item, Rating, Room, RoomAnswer, RoomCity, RoomEdition, Seat

Key = tuple[str, str, Field]


@dataclass(repr=False)
class Memory:
    """Everything that is kept, behind one lock. It tells nothing of itself: a failing test would print it all."""

    lock: threading.RLock = field(default_factory=threading.RLock)
    names: dict[str, str | None] = field(default_factory=dict)
    cities: dict[str, City] = field(default_factory=dict)
    accounts: dict[str, Account] = field(default_factory=dict)
    passwords: dict[str, str] = field(default_factory=dict)
    grants: dict[str, set[Grant]] = field(default_factory=dict)
    sessions: dict[str, Session] = field(default_factory=dict)
    codes: dict[str, OneTimeCode] = field(default_factory=dict)
    attempts: list[tuple[str, str, datetime.datetime, int]] = field(default_factory=list)
    identities: dict[Identity, str] = field(default_factory=dict)
    numbers: "itertools.count[int]" = field(default_factory=lambda: itertools.count(1))
    assessments: dict[str, Assessment] = field(default_factory=dict)
    current: dict[Key, StoredField] = field(default_factory=dict)
    events: list[tuple[str, AnswerEvent]] = field(default_factory=list)
    done: dict[tuple[Key, str], StoredField] = field(default_factory=dict)
    files: dict[str, tuple[EvidenceFile, bytes]] = field(default_factory=dict)
    declined: set[tuple[Key, str]] = field(default_factory=set)
    pages: dict[tuple[PageName, Language], list[Page]] = field(default_factory=dict)
    private: dict[tuple[str, str, str], tuple[PrivateRating, str]] = field(default_factory=dict)
    finished: set[tuple[str, str, str]] = field(default_factory=set)
    openings: dict[tuple[str, str], list[Opening]] = field(default_factory=dict)
    agreed: dict[tuple[str, str], tuple[Agreement, int]] = field(default_factory=dict)
    judgements: dict[tuple[str, str, str], tuple[Judgement, str]] = field(default_factory=dict)
    judgement_events: list[tuple[str, str, JudgementEvent]] = field(default_factory=list)
    shown: dict[tuple[str, str], datetime.datetime] = field(default_factory=dict)
    frozen: dict[tuple[str, int, str], dict[str, Judgement]] = field(default_factory=dict)
    same_as: dict[tuple[str, str], tuple[str, int]] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)
    unchecked: set[tuple[str, str]] = field(default_factory=set)
    delegated: set[tuple[str, str, str]] = field(default_factory=set)
    profiles: dict[str, KeptProfile] = field(default_factory=dict)
    cohorts: dict[str, Cohort] = field(default_factory=dict)
    memberships: dict[tuple[str, str], Membership] = field(default_factory=dict)
    editions: list[KeptEdition] = field(default_factory=list)
    brought: dict[tuple[str, Contribution], Profiled] = field(default_factory=dict)
    records: dict[str, StoredRecord] = field(default_factory=dict)
    closings: dict[tuple[str, int], Closing] = field(default_factory=dict)
    open_ends: dict[str, OpenEnds] = field(default_factory=dict)
    offers: dict[str, KeptOffer] = field(default_factory=dict)
    requests: dict[str, Request] = field(default_factory=dict)
    programme: dict[str, KeptEvent] = field(default_factory=dict)
    material: dict[str, tuple[MaterialFile, bytes]] = field(default_factory=dict)
    contributions: dict[str, tuple[KeptContribution, datetime.datetime]] = field(default_factory=dict)
    resources: dict[str, KeptResources] = field(default_factory=dict)
    measures: dict[str, Measure] = field(default_factory=dict)
    targets: dict[tuple[str, str], KeptTarget] = field(default_factory=dict)
    comments: dict[tuple[str, str], tuple[Comment, str]] = field(default_factory=dict)
    report_steps: dict[str, list[Step]] = field(default_factory=dict)
    report_choices: dict[tuple[str, str], Choice] = field(default_factory=dict)
    rooms: dict[str, Room] = field(default_factory=dict)
    room_cities: dict[str, RoomCity] = field(default_factory=dict)
    seats: dict[str, Seat] = field(default_factory=dict)
    room_answers: dict[tuple[str, Rating, str], tuple[RoomAnswer, str]] = field(default_factory=dict)
    room_items: dict[tuple[str, str, str], Item] = field(default_factory=dict)
    room_editions: dict[tuple[str, int], RoomEdition] = field(default_factory=dict)
    claims: dict[str, str] = field(default_factory=dict)

    def noted(self, note: Note | None) -> None:
        """Keeps the note, if there is one."""
        self.notes.extend([note] if note else [])


@dataclass(frozen=True)
class MemoryAnswers:
    """The answers."""

    memory: Memory

    def answers(self, assessment: str, process: str | None = None) -> Mapping[str, StoredAnswer]:
        found: dict[str, dict[Field, StoredField]] = {}
        with self.memory.lock:
            for (owner, indicator, name), stored in sorted(self.memory.current.items(), key=lambda item: item[0]):
                if owner == assessment and (process is None or _belongs(indicator, process)):
                    found.setdefault(indicator, {})[name] = stored
        return MappingProxyType({key: StoredAnswer(key, MappingProxyType(each)) for key, each in found.items()})

    def save(self, changes: Sequence[Change]) -> tuple[Outcome, ...]:
        with self.memory.lock:
            if any(self._is_closed(change.assessment) for change in changes):
                raise NotSaved
            planned = [self._plan(change) for change in changes]
            conflicts = tuple(each for each in planned if isinstance(each, Conflict))
            if conflicts:
                return conflicts
            for change, outcome in zip(changes, planned, strict=True):
                self._keep(change, outcome)
            return tuple(planned)

    def history(self, assessment: str, subject: str | None = None) -> tuple[AnswerEvent, ...]:
        with self.memory.lock:
            return tuple(
                event
                for owner, event in self.memory.events
                if owner == assessment and (subject is None or _belongs(event.indicator, subject))
            )

    def decline(self, change: Change) -> None:
        with self.memory.lock:
            told = (_key(change), change.op)
            if told in self.memory.declined:
                return
            self.memory.declined.add(told)
            now = self.memory.current.get(_key(change))
            self._append(change, StoredField(change.value, now.version if now else 0, self._name(change), change.at))

    def _is_closed(self, assessment: str) -> bool:
        return self.memory.assessments[assessment].state != "draft"

    def _plan(self, change: Change) -> Outcome:
        key = _key(change)
        if (before := self.memory.done.get((key, change.op))) is not None:
            return Saved(change.indicator, change.field, before, changed=False)
        now = self.memory.current.get(key, StoredField(None, 0, None, change.at))
        if now.value == change.value:
            return Saved(change.indicator, change.field, now, changed=False)
        if now.version != change.seen:
            return Conflict(change.indicator, change.field, now, change.value)
        wished = StoredField(change.value, now.version + 1, self._name(change), change.at)
        return Saved(change.indicator, change.field, wished)

    def _keep(self, change: Change, outcome: Outcome) -> None:
        if not (isinstance(outcome, Saved) and outcome.changed):
            return
        now = outcome.now
        self.memory.current[_key(change)] = now
        self.memory.unchecked.discard((change.assessment, change.indicator))
        self.memory.done[_key(change), change.op] = now
        self._append(change, now)

    def _append(self, change: Change, now: StoredField) -> None:
        number = len(self.memory.events) + 1
        event = AnswerEvent(
            number, change.indicator, change.field, now.version, change.kind, now.value, now.author, now.at
        )
        self.memory.events.append((change.assessment, event))

    def _name(self, change: Change) -> str | None:
        account = self.memory.accounts.get(change.author)
        return self.memory.names[change.author] or (account.login if account else None)


@dataclass(frozen=True)
class MemoryEvidence:
    """The files that show what was rated."""

    memory: Memory

    def add(self, file: EvidenceFile, content: bytes) -> bool:
        with self.memory.lock:
            found = self.memory.assessments.get(file.assessment)
            if found is None or found.state != "draft":
                raise NotSaved
            if sum(each.size for each in self.of_assessment(file.assessment)) + file.size > ASSESSMENT_LIMIT:
                return False
            self.memory.files[file.id] = file, content
            return True

    def of_assessment(self, assessment: str) -> tuple[EvidenceFile, ...]:
        with self.memory.lock:
            these = [file for file, _ in self.memory.files.values() if file.assessment == assessment]
        return tuple(sorted(these, key=lambda each: (each.indicator, each.at, each.id)))

    def of_question(self, assessment: str, indicator: str) -> tuple[EvidenceFile, ...]:
        return tuple(each for each in self.of_assessment(assessment) if each.indicator == indicator)

    def get(self, assessment: str, file_id: str) -> tuple[EvidenceFile, bytes] | None:
        with self.memory.lock:
            found = self.memory.files.get(file_id)
        return found if found and found[0].assessment == assessment else None


@dataclass(frozen=True)
class MemoryAssessments:
    """The records of assessments, cities and people."""

    memory: Memory

    def remember(self, actor: Actor) -> None:
        with self.memory.lock:
            self.memory.names[actor.id] = actor.display_name

    def cities_of(self, person_id: str) -> tuple[City, ...]:
        with self.memory.lock:
            held = {grant.city for grant in self.memory.grants.get(person_id, ())}
            own = [city for city in self.memory.cities.values() if city.id in held]
            return tuple(sorted(own, key=lambda city: city.name))

    def city_named(self, name: str) -> City | None:
        with self.memory.lock:
            held = [each for each in self.memory.cities.values() if each.name.casefold() == name.casefold()]
            return next(iter(held), None)

    def add(
        self,
        new: Assessment,
        person_id: str,
        answers: Sequence[Change] = (),
        unchecked: Collection[str] = (),
        *,
        note: Note | None = None,
        claim: str | None = None,
    ) -> bool:
        with self.memory.lock:
            if claim is not None and self.memory.claims.pop(claim, None) is None:
                return False
            if new.city.id not in self.memory.cities:
                self.memory.cities[new.city.id] = new.city
                self.memory.grants.setdefault(person_id, set()).add(Grant("lead", new.city.id))
            self.memory.assessments[new.id] = new
            MemoryAnswers(self.memory).save(answers)
            self.memory.unchecked |= {(new.id, each) for each in unchecked}
            self.memory.noted(note)
            return True

    def get(self, assessment_id: str) -> Assessment | None:
        with self.memory.lock:
            return self.memory.assessments.get(assessment_id)

    def of_cities(self, cities: Collection[str], opened: Collection[str] = ()) -> tuple[Assessment, ...]:
        with self.memory.lock:
            every = self.memory.assessments.values()
            found = [each for each in every if each.city.id in cities or each.id in opened]
        return tuple(sorted(found, key=lambda each: each.created, reverse=True))

    def replace(self, changed: Assessment, *, note: Note | None = None) -> bool:
        with self.memory.lock:
            standing = self.memory.assessments.get(changed.id)
            if standing is None or standing.version != changed.version - 1:
                return False
            self.memory.assessments[changed.id] = changed
            self.memory.noted(note)
            return True

    def delete(self, assessment_id: str, *, note: Note | None = None) -> None:
        with self.memory.lock:
            self.memory.assessments.pop(assessment_id, None)
            self.memory.records.pop(assessment_id, None)
            for revision in [key for key in self.memory.closings if key[0] == assessment_id]:
                del self.memory.closings[revision]
            self.memory.noted(note)
            self.memory.events[:] = [each for each in self.memory.events if each[0] != assessment_id]
            self.memory.unchecked -= {each for each in self.memory.unchecked if each[0] == assessment_id}
            self.memory.delegated -= {each for each in self.memory.delegated if each[0] == assessment_id}
            for file_id in [key for key, (file, _) in self.memory.files.items() if file.assessment == assessment_id]:
                del self.memory.files[file_id]
            for key in [key for key in self.memory.current if key[0] == assessment_id]:
                del self.memory.current[key]
            self.memory.report_steps.pop(assessment_id, None)
            for kept in (
                self.memory.private,
                self.memory.openings,
                self.memory.agreed,
                self.memory.same_as,
                self.memory.comments,
                self.memory.report_choices,
            ):
                for own in [own for own in kept if own[0] == assessment_id]:
                    del kept[own]  # type: ignore[attr-defined]
            self.memory.finished -= {each for each in self.memory.finished if each[0] == assessment_id}
            for person, held in self.memory.grants.items():
                self.memory.grants[person] = {each for each in held if each.assessment != assessment_id}


@dataclass(frozen=True)
class MemoryPages:
    """The operator's pages."""

    memory: Memory

    def versions(self, name: PageName, language: Language) -> tuple[Page, ...]:
        with self.memory.lock:
            return tuple(reversed(self.memory.pages.get((name, language), [])))

    def add(self, new: Page, author: str, *, note: Note | None = None) -> bool:
        with self.memory.lock:
            kept = self.memory.pages.setdefault((new.name, new.language), [])
            if any(each.version == new.version for each in kept):
                return False
            kept.append(replace(new, author=self.memory.names[author]))
            self.memory.noted(note)
            return True


@dataclass(frozen=True)
class MemoryAudit:
    """The trail. Nobody can reach into it, so it always holds."""

    memory: Memory

    def add(self, note: Note) -> None:
        with self.memory.lock:
            self.memory.noted(note)

    def entries(self, city: str | None = None) -> tuple[AuditEntry, ...]:
        with self.memory.lock:
            every = [AuditEntry(at, each, f"d{at - 1}", f"d{at}") for at, each in enumerate(self.memory.notes, start=1)]
        return tuple(each for each in every if city is None or each.note.city == city)

    def verified(self) -> Verdict:
        with self.memory.lock:
            return Verdict(len(self.memory.notes), None, f"d{len(self.memory.notes)}")


def _key(change: Change) -> Key:
    return change.assessment, change.indicator, change.field


def _belongs(indicator: str, subject: str) -> bool:
    return indicator == subject or indicator.startswith(f"{subject}.")
