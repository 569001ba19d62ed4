"""Published editions in memory, held to the same contract as the database."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from models.audit import Note
from models.benchmark import KeptEdition, KeptRegister, Profiled
from models.cohort import Consent, Membership
from models.invented import MARK
from tests.memory import Memory


@dataclass(frozen=True)
class MemoryEditions:
    """Editions and what was brought to them."""

    memory: Memory

    def register(self, key: str) -> KeptRegister:
        with self.memory.lock:
            editions = tuple(each for each in self.memory.editions if each.key == key)
            said = {who: each for (of, who), each in self.memory.brought.items() if of == key}
        return KeptRegister(editions, said)

    def counting(self, cities: Collection[str]) -> tuple[KeptRegister, ...]:
        with self.memory.lock:
            keys = {key for key, who in self.memory.brought if who[0] in cities}
        return tuple(self.register(key) for key in sorted(keys))

    def of_cohort(self, cohort: str) -> tuple[KeptEdition, ...]:
        return tuple(each for each in self.memory.editions if each.edition.cohort == cohort)

    def of_network(self, *, invented: bool) -> tuple[KeptEdition, ...]:
        every = self.memory.editions
        return tuple(each for each in every if not each.edition.cohort and each.invented == invented)

    def publish(
        self,
        new: Sequence[KeptEdition],
        brought: Sequence[Profiled],
        standing: Sequence[Membership],
        needed: Consent,
        notes: Sequence[Note] = (),
    ) -> bool:
        with self.memory.lock:
            last = max((each.number for each in self.memory.editions if each.key == new[0].key), default=0)
            if new[0].number != last + 1 or not all(self._agrees(each, needed) for each in standing):
                return False
            self.keep(new, brought)
            for each in notes:
                self.memory.noted(each)
            return True

    def keep(self, new: Sequence[KeptEdition], brought: Sequence[Profiled]) -> None:
        """Keeps editions without asking."""
        self.memory.editions.extend(new)
        self.memory.brought.update({(new[0].key, each.contribution): each for each in brought})

    def forget_invented(self) -> None:
        """Takes out what is about invented cities."""
        self.memory.editions[:] = [each for each in self.memory.editions if not each.invented]
        for key in [key for key in self.memory.brought if key[1][0].startswith(MARK)]:
            del self.memory.brought[key]

    def _agrees(self, of: Membership, needed: Consent) -> bool:
        now = self.memory.memberships.get((of.cohort.id, of.city.id))
        return now is not None and now.left is None and needed in now.consents
