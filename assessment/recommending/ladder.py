"""The steps that the model recommends from one level of a process to the next."""

from models.questionnaire import CapabilityModel
from models.recommendations import Step


def step_from(model: CapabilityModel, process: str, level: int) -> Step | None:
    """The step of a process that begins at a level: its own before the generic one; None where there is none."""
    own = (step for each in model.recommendations if each.process == process for step in (*each.steps, *each.beyond))
    return next((step for step in (*own, *model.head.generic_steps) if step.from_level == level), None)


def steps_between(model: CapabilityModel, process: str, begins: int, ends: int) -> tuple[Step, ...]:
    """The steps that lead a process from one level to another."""
    found = (step_from(model, process, level) for level in range(begins, ends))
    return tuple(step for step in found if step is not None)
