"""What an answers file says otherwise than an assessment, shown before anything is taken over."""

from dataclasses import dataclass

from models.assessment import Field, Value


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that the file fills otherwise. `here` is None where the assessment has nothing yet.

    `version` is that of the field here, so that taking it over never overwrites a later change unseen.
    """

    indicator: str
    field: Field
    here: Value | None
    there: Value
    version: int


@dataclass(frozen=True, slots=True)
class Differences:
    """All differences. Taking over fills `new` and replaces `changed`; it removes nothing.

    `not_asked` are ids of the file that this assessment does not ask about; `settings` names what is set otherwise
    in the file (framework, method, scale, highest_level, scope, chosen) and stays as it is here.
    """

    new: tuple[Difference, ...]
    changed: tuple[Difference, ...]
    same: int
    not_asked: tuple[str, ...]
    settings: tuple[str, ...]
