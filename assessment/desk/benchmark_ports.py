"""What grouped figures need from outside: the register of editions."""

from collections.abc import Collection, Sequence
from typing import Protocol

from models.audit import Note
from models.benchmark import KeptEdition, KeptRegister, Profiled
from models.cohort import Consent, Membership


class EditionStore(Protocol):
    """Published editions, which are written once."""

    def register(self, key: str) -> KeptRegister:
        """Every edition of a key, of all cohorts, oldest first, with what each contribution said."""
        ...

    def counting(self, cities: Collection[str]) -> tuple[KeptRegister, ...]:
        """The registers of all keys in whose editions one of these cities counts."""
        ...

    def of_cohort(self, cohort: str) -> tuple[KeptEdition, ...]:
        """The editions of a cohort, oldest first."""
        ...

    def of_network(self, *, invented: bool) -> tuple[KeptEdition, ...]:
        """The editions over the whole network, of real cities or of invented ones, oldest first."""
        ...

    def publish(
        self,
        new: Sequence[KeptEdition],
        brought: Sequence[Profiled],
        standing: Sequence[Membership],
        needed: Consent,
        notes: Sequence[Note] = (),
    ) -> bool:
        """Keeps editions of one key, all or none.

        Args:
            new: the editions, whose numbers follow those of the key.
            brought: what each city brings to them.
            standing: the memberships that they rest on.
            needed: what each of these has to agree to still.
            notes: what the trail keeps of it.

        Returns:
            False where somebody published meanwhile, or one of the cities does not agree any more.
        """
        ...
