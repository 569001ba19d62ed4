"""What assessors say, kept in memory, held to the same contract as the database."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, replace

from models.assessment import NotSaved
from models.assessor import Judgement, JudgementEvent, JudgementOutcome, JudgementWish, View
from models.audit import Note
from tests.memory import Memory


@dataclass(frozen=True)
class MemoryAssessors:
    """Judgements and views."""

    memory: Memory

    def of(self, assessment: str, person: str, revision: int | None = None) -> Mapping[str, Judgement]:
        with self.memory.lock:
            if revision is not None:
                return dict(self.memory.frozen.get((assessment, revision, person), {}))
            every = sorted(self.memory.judgements.items(), key=lambda item: item[0])
            return {key[2]: said for key, (said, _) in every if key[:2] == (assessment, person)}

    def keep(self, wish: JudgementWish) -> JudgementOutcome:
        key = (wish.assessment, wish.person, wish.judgement.indicator)
        with self.memory.lock:
            self._ensure_open(wish.assessment)
            now, op = self.memory.judgements.get(key, (Judgement(wish.judgement.indicator), None))
            wished = replace(wish.judgement, version=now.version, at=now.at)
            if op == wish.op or (op is not None and now == wished):
                return JudgementOutcome("saved", now)
            if now.version != wish.seen:
                return JudgementOutcome("conflict", now)
            kept = replace(wish.judgement, version=wish.seen + 1, at=wish.at)
            self.memory.judgements[key] = (kept, wish.op)
            number = len(self.memory.judgement_events) + 1
            self.memory.judgement_events.append((wish.assessment, wish.person, JudgementEvent(number, kept)))
            return JudgementOutcome("saved", kept)

    def history(self, assessment: str, person: str, indicator: str) -> tuple[JudgementEvent, ...]:
        with self.memory.lock:
            every = [each for *of, each in self.memory.judgement_events if of == [assessment, person]]
        return tuple(each for each in every if each.judgement.indicator == indicator)

    def show(
        self, assessment: str, person: str, at: datetime.datetime, *, shown: bool, note: Note | None = None
    ) -> bool:
        with self.memory.lock:
            self._ensure_open(assessment)
            if ((assessment, person) in self.memory.shown) == shown:
                return False
            if shown:
                self.memory.shown[assessment, person] = at
            else:
                del self.memory.shown[assessment, person]
            self.memory.noted(note)
            return True

    def views(self, assessment: str) -> tuple[View, ...]:
        with self.memory.lock:
            people = {key[1] for key in self.memory.judgements if key[0] == assessment}
            now = [View(each, self.memory.names[each], self.memory.shown.get((assessment, each))) for each in people]
            frozen = [
                View(key[2], self.memory.names[key[2]], max(each.at for each in said.values() if each.at), key[1])
                for key, said in self.memory.frozen.items()
                if key[0] == assessment
            ]
        return tuple(sorted([*now, *frozen], key=lambda view: (view.name or "", view.person, view.revision or 0)))

    def freeze(self, assessment: str, revision: int) -> None:
        """What a closing does with the views that are shown."""
        with self.memory.lock:
            for owner, person in self.memory.shown:
                said = self.of(owner, person)
                if owner == assessment and said:
                    self.memory.frozen[assessment, revision, person] = dict(said)

    def _ensure_open(self, assessment: str) -> None:
        if self.memory.assessments[assessment].state != "draft":
            raise NotSaved
