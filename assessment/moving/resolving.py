"""From a mapping as people write it to the way of every single question.

An entry that names a question outweighs one that names its process or practice; two of these work together, so that a
process with a new number keeps its practices, whatever became of them. Without an entry a question carries over only
where it is asked in the same words.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from assessment.moving.questions import Put, asks_alike, questions
from models.mapping import MappingEntry, MappingFile, MappingKind
from models.moving import Way, Ways
from models.questionnaire import CapabilityModel, Questionnaire

_STRONGEST_FIRST: tuple[MappingKind, ...] = ("dropped", "review", "rescaled", "renamed", "same")


def ways(before: Questionnaire, after: Questionnaire, mapping: MappingFile | None) -> Ways:
    """The way of every question.

    Args:
        before: the version that was answered.
        after: the version to move to.
        mapping: what its authors wrote down; without it only questions in the same words carry over.
    """
    entries = () if mapping is None else mapping.entries
    resolver = _Resolver(questions(before), questions(after), entries, alike=asks_alike(before, after))
    old, new = _process_ids(before), _process_ids(after)
    return resolver.resolved({each: there for each in old if (there := resolver.process(each)) in new})


def process_of(question: str) -> str:
    """The process of a question; empty for one of a quick scan."""
    return ".".join(question.split(".")[:2]) if "." in question else ""


def tail_of(question: str) -> str:
    """What stands behind the process: O1, GP2.1.1; the whole id for a question of a quick scan."""
    return question.removeprefix(f"{process_of(question)}.")


@dataclass
class _Resolver:
    old: Mapping[str, Put]
    new: Mapping[str, Put]
    entries: Iterable[MappingEntry]
    alike: bool
    unnamed: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.named = {each: entry for entry in self.entries for each in entry.before}
        self.arriving = {each for entry in self.entries if entry.kind == "new" for each in entry.after}

    def process(self, process: str) -> str:
        """The process that another one became; the same where nobody says otherwise, empty where it was dropped."""
        return _target(self.named.get(process), process)

    def resolved(self, processes: Mapping[str, str]) -> Ways:
        known = tuple(filter(None, map(self._way, self.old)))
        reached = {each for way in known for each in way.after}
        added = [each for each in self.new if each not in reached]
        return Ways(
            ways=(*known, *(Way("new", (), (each,)) for each in added)),
            processes=processes,
            unnamed=tuple(self.unnamed),
            unnamed_new=tuple(each for each in added if not self.arriving.intersection(_names_of(each))),
        )

    def _way(self, question: str) -> Way | None:
        exact = self.named.get(question)
        if exact is not None:
            return self._exactly(exact, question)
        process, tail = process_of(question), tail_of(question)
        entries = [each for each in (self.named.get(process), self.named.get(tail)) if each is not None]
        place = ".".join(filter(None, (self.process(process), _target(self.named.get(tail), tail))))
        if any(each.kind == "dropped" for each in entries):
            return _made("dropped", (question,), (), entries)
        if place not in self.new:
            self.unnamed.append(question)
            return _made("dropped", (question,), (), entries)
        if not entries and not self.alike and self.old[question] != self.new[place]:
            self.unnamed.append(question)
            return _made("review", (question,), (place,), entries)
        kinds = {each.kind for each in entries} or {"same"}
        kind = next(each for each in _STRONGEST_FIRST if each in kinds)
        return _made(kind, (question,), (place,), entries)

    def _exactly(self, entry: MappingEntry, question: str) -> Way | None:
        """The way that an entry names; of questions that were merged only the first one tells it."""
        before = tuple(each for each in entry.before if each in self.old)
        if entry.kind == "merged" and question != before[0]:
            return None
        after = entry.after or ((question,) if entry.kind in ("same", "rescaled", "review") else ())
        return _made(entry.kind, before if entry.kind == "merged" else (question,), after, (entry,))


def _made(kind: MappingKind, before: tuple[str, ...], after: tuple[str, ...], entries: Iterable[MappingEntry]) -> Way:
    ratings = {key: value for each in entries for key, value in each.ratings.items()}
    why = next((each.why for each in entries if each.why is not None), None)
    return Way(kind, before, after, ratings, why)


def _target(entry: MappingEntry | None, own: str) -> str:
    """Where an entry for a whole process or practice leads."""
    if entry is None or (not entry.after and entry.kind != "dropped"):
        return own
    return entry.after[0] if entry.after else ""


def _names_of(question: str) -> Iterator[str]:
    """Every id by which an entry may name a question."""
    yield question
    yield process_of(question)
    yield tail_of(question)


def _process_ids(of: Questionnaire) -> tuple[str, ...]:
    return tuple(each.id for each in of.processes) if isinstance(of, CapabilityModel) else ()
