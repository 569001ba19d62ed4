"""Several raters kept in memory, held to the same contract as the database."""

import datetime
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from models.assessment import Change, NotSaved, Outcome, Rated, Saved
from models.audit import Note
from models.raters import Agreement, Opening, PrivateOutcome, PrivateRating, PrivateWish, Since, Tally
from tests.memory import Memory, MemoryAnswers


@dataclass(frozen=True)
class MemoryRaters:
    """Private ratings, who has finished, opened spreads and agreements."""

    memory: Memory

    def mine(self, assessment: str, person: str) -> Mapping[str, PrivateRating]:
        with self.memory.lock:
            every = sorted(self.memory.private.items(), key=lambda item: item[0])
            return {key[1]: kept for key, (kept, _) in every if (key[0], key[2]) == (assessment, person)}

    def keep(self, wish: PrivateWish) -> PrivateOutcome:
        key = (wish.assessment, wish.indicator, wish.person)
        with self.memory.lock:
            now, op = self.memory.private.get(key, (PrivateRating(wish.indicator), None))
            if op == wish.op:
                return PrivateOutcome("saved", now)
            found = self.memory.assessments[wish.assessment]
            if found.way != "privately" or found.state != "draft" or self._open(wish.assessment, wish.topic):
                return PrivateOutcome("frozen", now)
            if op is not None and (now.rated, now.note) == (wish.rated, wish.note):
                return PrivateOutcome("saved", now)
            if now.version != wish.seen:
                return PrivateOutcome("conflict", now)
            kept = PrivateRating(wish.indicator, wish.rated, wish.note, wish.seen + 1, wish.at)
            self.memory.private[key] = (kept, wish.op)
            return PrivateOutcome("saved", kept)

    def any_rated(self, assessment: str) -> bool:
        return any(key[0] == assessment and kept.rated for key, (kept, _) in self.memory.private.items())

    def finish(self, assessment: str, topic: str, person: str, *, done: bool) -> None:
        with self.memory.lock:
            found = self.memory.assessments.get(assessment)
            if found is None or found.state != "draft":
                raise NotSaved
            self.memory.finished.discard((assessment, topic, person))
            if done:
                self.memory.finished.add((assessment, topic, person))

    def finished_by(self, assessment: str, person: str) -> frozenset[str]:
        return frozenset(each[1] for each in self.memory.finished if (each[0], each[2]) == (assessment, person))

    def finished(self, assessment: str) -> Mapping[str, tuple[str | None, ...]]:
        found: dict[str, list[str | None]] = {}
        for owner, topic, person in self.memory.finished:
            if owner == assessment:
                found.setdefault(topic, []).append(self.memory.names[person])
        return {topic: tuple(sorted(names, key=lambda name: name or "")) for topic, names in found.items()}

    def openings(self, assessment: str) -> Mapping[str, tuple[Opening, ...]]:
        return {key[1]: tuple(each) for key, each in self.memory.openings.items() if key[0] == assessment}

    def open(
        self, assessment: str, topic: str, person: str, at: datetime.datetime, *, note: Note | None = None
    ) -> bool:
        with self.memory.lock:
            if self._open(assessment, topic) or person not in self.memory.names:
                return False
            self.memory.openings.setdefault((assessment, topic), []).append(Opening(at))
            self.memory.noted(note)
            return True

    def take_back(self, assessment: str, topic: str, at: datetime.datetime, *, note: Note | None = None) -> bool:
        with self.memory.lock:
            if not self._open(assessment, topic):
                return False
            openings = self.memory.openings[assessment, topic]
            openings[-1] = replace(openings[-1], taken_back=at)
            self.memory.noted(note)
            return True

    def tally(
        self, assessment: str, indicators: Collection[str], since: Sequence[datetime.datetime]
    ) -> Mapping[str, Tally]:
        found: dict[str, list[PrivateRating]] = {}
        for (owner, indicator, _), (kept, _) in sorted(self.memory.private.items(), key=lambda item: item[0]):
            if owner == assessment and indicator in indicators:
                found.setdefault(indicator, []).append(kept)
        return {key: Tally(_counts(rows), tuple(_since(rows, each) for each in since)) for key, rows in found.items()}

    def agree(self, change: Change, reason: str) -> Outcome:
        with self.memory.lock:
            (outcome,) = MemoryAnswers(self.memory).save([change])
            if isinstance(outcome, Saved) and isinstance(change.value, Rated):
                author = self.memory.names[change.author]
                kept = Agreement(change.indicator, change.value, reason, author, change.at)
                self.memory.agreed[change.assessment, change.indicator] = (kept, outcome.now.version)
            return outcome

    def agreements(self, assessment: str, indicator: str | None = None) -> Mapping[str, Agreement]:
        wanted = ((key, kept) for key, kept in self.memory.agreed.items() if indicator in (None, key[1]))
        return {
            key[1]: kept
            for key, (kept, version) in wanted
            if key[0] == assessment and self.memory.current[key[0], key[1], "rating"].version == version
        }

    def _open(self, assessment: str, topic: str) -> bool:
        return any(each.taken_back is None for each in self.memory.openings.get((assessment, topic), ()))


@dataclass(frozen=True)
class MemorySameAs:
    """Answers that were taken over."""

    memory: Memory

    def take_over(self, changes: Sequence[Change], source: str) -> tuple[Outcome, ...]:
        with self.memory.lock:
            outcomes = MemoryAnswers(self.memory).save(changes)
            for outcome in outcomes:
                if isinstance(outcome, Saved):
                    key = (changes[0].assessment, outcome.indicator)
                    self.memory.same_as[key] = (source, outcome.now.version)
            return outcomes

    def marks(self, assessment: str) -> Mapping[str, str]:
        kept = {key[1]: mark for key, mark in self.memory.same_as.items() if key[0] == assessment}
        return {here: mark[0] for here, mark in kept.items() if self._stands(assessment, here, *mark)}

    def _stands(self, assessment: str, here: str, source: str, version: int) -> bool:
        now, there = (self.memory.current[assessment, each, "rating"] for each in (here, source))
        return (now.version, now.value) == (version, there.value)


def _counts(rows: list[PrivateRating]) -> Mapping[str, int]:
    return Counter(each.rated.rating or each.rated.state for each in rows if each.rated is not None)


def _since(rows: list[PrivateRating], moment: datetime.datetime) -> Since:
    later = [each for each in rows if each.at is not None and each.at > moment]
    return Since(len(rows) - sum(each.version == 1 for each in later), len(later))
