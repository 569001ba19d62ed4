"""Targets as levels of processes, and how far a profile is from them."""

from models.path import Gap, ProfileTarget
from models.profile import Profile
from models.questionnaire import CapabilityModel, NamedTarget


def levels_of(model: CapabilityModel, target: NamedTarget) -> ProfileTarget:
    """A named target as levels: where several of its lines are about a process, the highest; the others at `others`."""
    levels = {process.id: target.others for process in model.processes if target.others}
    for line in target.all_of:
        members = (process for each in line.sets for process in model.set_members(each))
        for process in (*members, *line.processes):
            levels[process] = max(line.capability, levels.get(process, 0))
    return ProfileTarget({process.id: levels[process.id] for process in model.processes if process.id in levels})


def gaps(profile: Profile, target: ProfileTarget) -> tuple[Gap, ...]:
    """The processes of a target that fall short of it or may do so, the widest gap first, then as the target has them.

    A process that reaches its target at the low end has no gap. One without a level in this assessment stands last.
    """
    every = (Gap(process, profile.processes[process].level, wanted) for process, wanted in target.levels.items())
    short = [gap for gap in every if gap.levels != 0]
    return tuple(sorted(short, key=lambda gap: -1 if gap.levels is None else gap.levels, reverse=True))
