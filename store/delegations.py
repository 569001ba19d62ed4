"""Who was asked to answer what, and which answers from an earlier assessment nobody has looked at again."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select

from models.audit import Note
from models.delegation import Delegation
from store.audit import append
from store.database import Database
from store.tables import assignment, person, unchecked


@dataclass(frozen=True)
class SqlDelegations:
    """Delegation. Knows no permissions: whoever calls has asked the policy."""

    database: Database

    def of(self, assessment: str) -> tuple[Delegation, ...]:
        """Everything that is delegated in an assessment, by target and name."""
        query = (
            select(assignment, person.c.display_name)
            .join(person)
            .where(assignment.c.assessment_id == assessment)
            .order_by(assignment.c.target, person.c.display_name, assignment.c.person_id)
        )
        rows = self.database.read(lambda connection: connection.execute(query).all())
        return tuple(Delegation(row.target, row.person_id, row.display_name) for row in rows)

    def to(self, person_id: str) -> Mapping[str, frozenset[str]]:
        """What is delegated to a person: targets by assessment."""
        query = select(assignment.c.assessment_id, assignment.c.target).where(assignment.c.person_id == person_id)
        found: defaultdict[str, set[str]] = defaultdict(set)
        for row in self.database.read(lambda connection: connection.execute(query).all()):
            found[row.assessment_id].add(row.target)
        return {key: frozenset(targets) for key, targets in found.items()}

    def replace(self, assessment: str, target: str, people: Collection[str], note: Note | None = None) -> None:
        """Gives a target to these people and to nobody else."""
        mine = (assignment.c.assessment_id == assessment) & (assignment.c.target == target)
        rows = [{"assessment_id": assessment, "target": target, "person_id": each} for each in sorted(set(people))]

        def keep(connection: Connection) -> None:
            connection.execute(delete(assignment).where(mine))
            if rows:
                connection.execute(insert(assignment), rows)
            append(connection, note)

        self.database.write(keep)


@dataclass(frozen=True)
class SqlChecks:
    """Marks on answers that were taken over."""

    database: Database

    def unchecked(self, assessment: str) -> frozenset[str]:
        """The questions that are marked."""
        query = select(unchecked.c.indicator).where(unchecked.c.assessment_id == assessment)
        return frozenset(self.database.read(lambda connection: connection.execute(query).scalars().all()))

    def confirm(self, assessment: str, indicators: Collection[str]) -> None:
        """Takes the marks of these questions away."""
        these = (unchecked.c.assessment_id == assessment) & unchecked.c.indicator.in_(indicators)
        self.database.write(lambda connection: connection.execute(delete(unchecked).where(these)).close())
