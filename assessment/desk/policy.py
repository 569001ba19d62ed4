"""Who may do what, to what: one table. What does not stand in it is forbidden.

A role counts where it is held. Its relation to an object is `own` for the city it is held in and everything there,
`opened` for the assessment it is held for, `led` for the cohort it is held in and for a room that one leads, `foreign`
for every other city, cohort and room, `house` for what belongs to no city, and
`self` for one's own account. An account is `own` to a role that is held in
every city that a role of the account is held in, provided it holds none elsewhere. A city that joined a cohort stays
`foreign` to whoever leads it: what the city agreed to show is asked for through the cohort.
"""

from collections.abc import Iterable
from itertools import product
from typing import Literal, get_args

from models.people import Role

Relation = Literal["own", "opened", "led", "foreign", "house", "self"]
RELATIONS: tuple[Relation, ...] = get_args(Relation)

Action = Literal[
    "list assessments",
    "found city",
    "begin assessment",
    "read assessment",
    "answer",
    "rate privately",
    "see spread",
    "moderate",
    "invite guests",
    "change assessment",
    "delete assessment",
    "open assessment",
    "delegate",
    "read city",
    "change city",
    "join cohorts",
    "found cohort",
    "read cohort",
    "change cohort",
    "publish edition",
    "publish for network",
    "load demonstration",
    "read pages",
    "write pages",
    "see people",
    "invite people",
    "change roles",
    "reset password",
    "close account",
    "see accounts",
    "change house roles",
    "keep own account",
    "hand out files",
    "comment on report",
    "check facts",
    "release report",
    "brand city",
    "keep own look",
    "see audit",
    "review assessment",
    "close assessment",
    "redact texts",
    "keep backups",
    "erase person",
    "read papers",
    "see exact times",
    "find partners",
    "offer exchange",
    "read programme",
    "write programme",
    "read library",
    "contribute",
    "edit library",
    "assess beside",
    "see outside view",
    "set targets",
    "read measures",
    "change measures",
    "open room",
    "lead room",
]
ACTIONS: tuple[Action, ...] = get_args(Action)

_SIGNED_IN: tuple[Role, ...] = ("contributor", "lead", "trainer", "consultant", "administrator")


def _cells(
    roles: Iterable[Role], actions: Iterable[Action], relation: Relation
) -> frozenset[tuple[Role, Action, Relation]]:
    return frozenset((role, action, relation) for role, action in product(roles, actions))


ALLOWED: frozenset[tuple[Role, Action, Relation]] = (
    _cells(("contributor", "lead", "consultant", "administrator"), ("list assessments",), "house")
    | _cells(("contributor", "lead"), ("read assessment", "answer"), "own")
    | _cells(("consultant",), ("read assessment",), "opened")
    | _cells(("lead",), ("begin assessment", "change assessment", "delete assessment", "open assessment"), "own")
    | _cells(("contributor", "lead"), ("read city",), "own")
    | _cells(("lead",), ("delegate", "change city", "join cohorts"), "own")
    | _cells(("trainer", "administrator"), ("found cohort",), "house")
    | _cells(("trainer",), ("read cohort", "change cohort", "publish edition"), "led")
    | _cells(("trainer", "administrator"), ("publish for network",), "house")
    | _cells(("trainer",), ("open room",), "house")
    | _cells(("trainer",), ("lead room",), "led")
    | _cells(("administrator",), ("load demonstration",), "house")
    | _cells(("contributor", "lead"), ("rate privately", "see spread"), "own")
    | _cells(("guest",), ("rate privately", "see spread"), "opened")
    | _cells(("lead",), ("moderate", "invite guests"), "own")
    | _cells(("visitor", "guest", *_SIGNED_IN), ("read pages",), "house")
    | _cells(("visitor", "guest", *_SIGNED_IN), ("keep own account",), "self")
    | _cells(("lead",), ("see people", "invite people", "change roles", "reset password", "close account"), "own")
    | _cells(
        ("administrator",),
        ("see people", "invite people", "change roles", "reset password", "close account"),
        "foreign",
    )
    | _cells(
        ("administrator",),
        ("found city", "write pages", "see accounts", "invite people", "change house roles"),
        "house",
    )
    | _cells(("contributor", "lead"), ("hand out files", "review assessment"), "own")
    | _cells(("lead",), ("close assessment", "redact texts"), "own")
    | _cells(("lead",), ("comment on report", "check facts", "release report", "brand city"), "own")
    | _cells(("consultant",), ("hand out files", "comment on report", "release report"), "opened")
    | _cells(("consultant",), ("keep own look",), "house")
    | _cells(("consultant",), ("assess beside",), "opened")
    | _cells(("contributor", "lead"), ("see outside view",), "own")
    | _cells(("lead",), ("see audit",), "own")
    | _cells(("lead",), ("set targets",), "own")
    | _cells(("contributor", "lead"), ("read measures",), "own")
    | _cells(("consultant",), ("read measures",), "opened")
    | _cells(("lead",), ("change measures",), "own")
    | _cells(("visitor", *_SIGNED_IN), ("erase person",), "self")
    | _cells(("administrator",), ("erase person",), "foreign")
    | _cells(("administrator",), ("see audit",), "foreign")
    | _cells(("administrator",), ("see audit", "see exact times", "keep backups", "read papers"), "house")
    | _cells(("contributor", "lead"), ("find partners", "read programme"), "own")
    | _cells(("lead",), ("offer exchange", "contribute"), "own")
    | _cells(("trainer",), ("read programme", "write programme"), "led")
    | _cells(_SIGNED_IN, ("read programme", "read library"), "house")
    | _cells(("administrator",), ("write programme", "edit library"), "house")
)


def allowed(role: Role, action: Action, relation: Relation) -> bool:
    """Whether this role may do this to an object in this relation to it."""
    return (role, action, relation) in ALLOWED
