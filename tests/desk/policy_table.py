"""The table as people review it."""

from collections.abc import Collection
from itertools import product

from assessment.desk.policy import ACTIONS, RELATIONS, Action, Relation
from models.people import ROLES, Role


def written(cells: Collection[tuple[Role, Action, Relation]]) -> str:
    """One line for each action and relation in which anybody may do it, one column for each role."""
    wide = 20
    lines = [f"{'':{wide}}{'':8}" + "".join(f"{role:>15}" for role in ROLES)]
    for action, relation in product(ACTIONS, RELATIONS):
        marks = ["yes" if (role, action, relation) in cells else "-" for role in ROLES]
        if "yes" in marks:
            lines.append(f"{action:{wide}}{relation:8}" + "".join(f"{mark:>15}" for mark in marks))
    lines.append("Whatever has no line here is forbidden to everybody.")
    return "\n".join(lines) + "\n"
