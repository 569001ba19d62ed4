"""What is kept about people, in memory: as much of it as the use cases look at."""

from dataclasses import dataclass

from models.audit import Note
from models.people import DELETED
from models.personal import Erased, Item
from tests.memory import Memory
from tests.memory_people import KEEPERS, MemoryAccounts


@dataclass(frozen=True)
class MemoryPersonal:
    """People's data."""

    memory: Memory

    def of(self, person: str) -> tuple[Item, ...]:
        with self.memory.lock:
            deeds = [each for each in self.memory.notes if each.person == person]
        return tuple(Item("deed", each.at, {"action": each.action}) for each in deeds)

    def erase(self, person: str, *, note: Note | None = None, leaderless: bool = False) -> Erased:
        accounts = MemoryAccounts(self.memory)
        with self.memory.lock:
            found = accounts.get(person)
            if found is None:
                return "absent"
            needed = ("administrator",) if leaderless else KEEPERS
            everybody = [each for each in accounts.all() if each.disabled is None]
            for held in (each for each in found.grants if each.role in needed):
                if [each.id for each in everybody if held in each.grants] == [person]:
                    return "last"
            del self.memory.accounts[person]
            self.memory.grants.pop(person, None)
            self.memory.names[person] = DELETED
            self.memory.noted(note)
            return "done"
