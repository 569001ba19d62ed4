"""What is left to look at again in an assessment that goes on from an earlier one; what was worked on comes first."""

from collections.abc import Mapping
from dataclasses import dataclass

from assessment.desk.door import may, to_city
from models.measures import Measure
from models.people import Actor
from models.sheet import Overview, ProcessProgress
from screens.frame.here import desk


@dataclass(frozen=True, slots=True)
class Again:
    """How many answers of each process nobody has looked at again, and the processes that measures were about."""

    left: Mapping[str, int]
    worked_on: frozenset[str]

    def done(self, each: ProcessProgress) -> bool:
        """Whether nothing is left to do in a process."""
        return each.removed or (each.answered == each.asked and not self.left.get(each.process.id))

    def first(self, overview: Overview) -> tuple[ProcessProgress, ...]:
        """The processes with measures in which something is left; they come first."""
        return tuple(each for each in overview.processes if each.process.id in self.worked_on and not self.done(each))

    def begin_with(self, overview: Overview) -> ProcessProgress:
        """The process to begin with."""
        unfinished = (*self.first(overview), *(each for each in overview.processes if not self.done(each)))
        return next(iter(unfinished), overview.processes[0])


def to_look_at(actor: Actor, overview: Overview) -> Again:
    """What is left; nothing where the assessment begins afresh."""
    found = overview.assessment
    link = desk().following.link(actor, found.id) if found.follows is not None else None
    if link is None:
        return Again({}, frozenset())
    planned: tuple[Measure, ...] = ()
    if may(tuple(to_city(actor, found.city.id)), "read measures"):
        planned = desk().measuring.of_city(actor, found.city.id)
    return Again(dict(link.unchecked), frozenset(each.process for each in planned if each.process is not None))
