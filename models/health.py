"""How the installation is: one check after another, each with a sentence for whoever runs it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at, what was found, and whether it is as it should be."""

    name: str
    well: bool
    found: str


@dataclass(frozen=True, slots=True)
class Health:
    """Everything that was looked at. It holds no names, no answers and no addresses."""

    checks: tuple[Check, ...]

    @property
    def well(self) -> bool:
        """Whether all is as it should be."""
        return all(check.well for check in self.checks)
