"""How the installation is: one check after another, each with a sentence for whoever runs it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at, what was found, and whether it is as it should be.

    Where `can_wait`, people can go on working meanwhile: somebody has to look after it, soon.
    """

    name: str
    well: bool
    found: str
    can_wait: bool = False


@dataclass(frozen=True, slots=True)
class Health:
    """Everything that was looked at. It holds no names, no answers and no addresses."""

    checks: tuple[Check, ...]

    @property
    def well(self) -> bool:
        """Whether people can rely on it now: all is as it should be, or can wait."""
        return all(check.well or check.can_wait for check in self.checks)
