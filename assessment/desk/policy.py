"""Who may do what, to what: one table. What does not stand in it is forbidden.

The relation is that of the person to the object: `own` is a city the person belongs to, `foreign` any other city,
`house` the installation itself, which belongs to no city.
"""

from typing import Literal, get_args

from models.assessment import Role

Relation = Literal["own", "foreign", "house"]
RELATIONS: tuple[Relation, ...] = get_args(Relation)

Action = Literal[
    "list assessments",
    "begin assessment",
    "read assessment",
    "answer",
    "change assessment",
    "delete assessment",
    "read pages",
    "write pages",
]
ACTIONS: tuple[Action, ...] = get_args(Action)

ALLOWED: frozenset[tuple[Role, Action, Relation]] = frozenset(
    {
        ("lead", "list assessments", "house"),
        ("lead", "begin assessment", "house"),
        ("lead", "read assessment", "own"),
        ("lead", "answer", "own"),
        ("lead", "change assessment", "own"),
        ("lead", "delete assessment", "own"),
        ("visitor", "read pages", "house"),
        ("lead", "read pages", "house"),
        ("administrator", "read pages", "house"),
        ("administrator", "write pages", "house"),
    }
)


def allowed(roles: frozenset[Role], action: Action, relation: Relation) -> bool:
    """Whether one of these roles may do this to an object in this relation."""
    return any((role, action, relation) in ALLOWED for role in roles)
