"""What the first steps would reach: each taken in its turn by the rule of priority, and the whole city scored anew."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from assessment.path import improved, shortest
from assessment.recommending.priorities import priorities
from assessment.scoring import profile
from models.answers import Answers
from models.path import ProfileTarget
from models.priorities import Priority
from models.profile import Profile
from models.questionnaire import CapabilityModel

_PROOF = "…"
"""Stands for evidence where a letter counts only with some: a step that is done leaves evidence behind."""


@dataclass(frozen=True, slots=True)
class Milestone:
    """One step of a process to its next level: how many ratings it raises, and where the city stands afterwards."""

    priority: Priority
    raised: int
    after: Profile


def roadmap(
    model: CapabilityModel,
    answers: Answers,
    now: Profile,
    target: ProfileTarget | None = None,
    importance: Mapping[str, int] | None = None,
    *,
    most: int = 10,
) -> tuple[Milestone, ...]:
    """The first steps in their order; fewer where nothing is left to do.

    After each step the order is worked out anew, so that a process may come up twice. What open answers may already
    show counts as not shown, as everywhere at the low end.

    Args:
        model: the model that was answered.
        answers: where the city stands.
        now: the profile of these answers.
        target: the levels that the city aims at.
        importance: how important each dimension is to the city.
        most: how many steps are taken at most.
    """
    stands, said, milestones = now, answers, list[Milestone]()
    while len(milestones) < most:
        found = priorities(stands, model, target, importance or {}, most=1)
        if not found:
            break
        (first,) = found
        # What one process needs hangs on no other one, so the others are not even looked at.
        alone = replace(said, scope=(first.process,))
        path = shortest(model, alone, ProfileTarget({first.process: first.level.low + 1}), now.settings)
        if not path.steps:
            break
        said = improved(said, path.steps, _PROOF)
        stands = _scored(model, said, now)
        milestones.append(Milestone(first, len(path.steps), stands))
    return tuple(milestones)


def _scored(model: CapabilityModel, said: Answers, now: Profile) -> Profile:
    used = now.settings
    return profile(
        model,
        said,
        framework=used.framework,
        method=used.method,
        scale=used.scale,
        highest_level=used.highest_level,
    )
