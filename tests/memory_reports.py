"""What is kept around reports, in memory."""

import datetime
from dataclasses import dataclass, field, replace

from assessment.desk.report_ports import ReportStores
from models.audit import Note
from models.branding import Branding, KeptBranding, Owner
from models.reporting import Choice, Comment, Standing, Step
from tests.memory import Memory


@dataclass(frozen=True)
class MemoryBrandings:
    """The looks."""

    memory: Memory
    kept: dict[Owner, KeptBranding] = field(default_factory=dict)

    def of(self, owner: Owner) -> KeptBranding | None:
        return self.kept.get(owner)

    def keep(
        self,
        owner: Owner,
        branding: Branding,
        *,
        seen: int,
        person: str,
        at: datetime.datetime,
        note: Note | None = None,
    ) -> bool:
        with self.memory.lock:
            standing = self.kept.get(owner)
            if (standing.version if standing else 0) != seen:
                return False
            self.kept[owner] = KeptBranding(branding, seen + 1, person, at)
            self.memory.noted(note)
            return True


@dataclass(frozen=True)
class MemoryReports:
    """Comments, steps and choices."""

    memory: Memory

    def comments(self, assessment: str) -> tuple[Comment, ...]:
        with self.memory.lock:
            every = [(each, person) for key, (each, person) in self.memory.comments.items() if key[0] == assessment]
            named = [replace(each, author=self.memory.names[person]) for each, person in every]
        return tuple(sorted(named, key=lambda each: each.section))

    def keep_comment(
        self,
        assessment: str,
        section: str,
        text: str | None,
        *,
        seen: int,
        person: str,
        at: datetime.datetime,
        note: Note | None = None,
    ) -> bool:
        key = (assessment, section)
        with self.memory.lock:
            standing = self.memory.comments.get(key)
            if (standing[0].version if standing else 0) != seen:
                return False
            if text is None:
                self.memory.comments.pop(key, None)
            else:
                self.memory.comments[key] = Comment(section, text, None, at, seen + 1), person
            self.memory.noted(note)
            return True

    def standing(self, assessment: str) -> Standing:
        with self.memory.lock:
            steps = self.memory.report_steps.get(assessment, [])
            return Standing(tuple(replace(each, name=self.memory.names[each.person]) for each in steps))

    def step(self, assessment: str, new: Step, *, note: Note | None = None) -> bool:
        with self.memory.lock:
            steps = self.memory.report_steps.setdefault(assessment, [])
            if any(each.number == new.number for each in steps):
                return False
            steps.append(new)
            self.memory.noted(note)
            return True

    def choice(self, person: str, assessment: str) -> Choice:
        with self.memory.lock:
            return self.memory.report_choices.get((assessment, person), {})

    def remember(self, person: str, assessment: str, choice: Choice) -> None:
        with self.memory.lock:
            self.memory.report_choices[assessment, person] = dict(choice)


def reports_in(memory: Memory) -> ReportStores:
    """Both, in one memory."""
    return ReportStores(MemoryBrandings(memory), MemoryReports(memory))
