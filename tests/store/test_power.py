"""The power goes at any moment: what was acknowledged is there afterwards, and nothing is half there.

One person saves; what SQLite writes is recorded, and the record is cut off at random places. What a disk may hold then
stands in `tests.store.power`.
"""

import random
import shutil
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import event

from models.assessment import Saved
from store.answers import SqlAnswers
from store.database import Database, sqlite_path
from store.sqlite import MODULE, reader_engine, writer_engine
from store.writer import GroupWriter
from tests.figures import Note
from tests.parts import rounds
from tests.store.conftest import stores_on
from tests.store.power import Disk, Flush, Record, recorded
from tests.store.samples import change

SAVES = 60
CUTS = 40
STORMS = rounds(usual=10, soak=250)  # in `make soak` 10,000 cuts
CONTROL_STORMS = rounds(usual=2, soak=25)
QUESTIONS = 25


@dataclass(frozen=True)
class Acknowledged:
    """A save: the keys of its changes, and how long the record was when it was acknowledged."""

    ops: frozenset[str]
    at: int


@dataclass(frozen=True)
class Storm:
    """Everything that happened while somebody saved, from files that were on the disk."""

    before: Mapping[str, bytes]
    record: Record
    saves: list[Acknowledged]


@dataclass
class Tally:
    """What was wrong after all these cuts."""

    cuts: int = 0
    lost: int = 0
    with_loss: int = 0
    damaged: int = 0

    def __str__(self) -> str:
        return f"{self.cuts} power cuts, {self.with_loss} with {self.lost} answers lost, {self.damaged} damaged"


def _storm(path: Path, synchronous: str, chance: random.Random) -> Storm:
    before = {path.name: path.read_bytes()}
    with recorded(path.parent) as record:
        database = _open(path, (f"synchronous={synchronous}", f"wal_autocheckpoint={chance.choice((10, 40, 1000))}"))
        saves = list(_saves(SqlAnswers(database), record, chance))
        database.close()
    return Storm(before, record, saves)


def _open(path: Path, pragmas: tuple[str, ...]) -> Database:
    """As the program opens it, with some settings changed."""
    engine = writer_engine(path)

    @event.listens_for(engine, "connect")
    def _change(connection, _record):  # type: ignore[no-untyped-def]
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")

    return Database(reader_engine(path), GroupWriter(engine))


def _saves(store: SqlAnswers, record: Record, chance: random.Random) -> Iterator[Acknowledged]:
    """Saves of one to four notes, short and long."""
    versions = dict.fromkeys(range(QUESTIONS), 0)
    for turn in range(SAVES):
        chosen = chance.sample(range(QUESTIONS), chance.randint(1, 4))
        wishes = [
            change(
                f"{turn} " * chance.randint(1, 900),
                versions[each],
                f"{turn}-{each}",
                field="note",
                indicator=f"Q{each}",
            )
            for each in chosen
        ]
        assert all(isinstance(outcome, Saved) for outcome in store.save(wishes))
        yield Acknowledged(frozenset(wish.op for wish in wishes), len(record))
        versions.update({each: versions[each] + 1 for each in chosen})


def _cut_over_and_over(storm: Storm, chance: random.Random, folder: Path, tally: Tally) -> None:
    disk, done = Disk({name: bytearray(content) for name, content in storm.before.items()}), 0
    for cut in sorted(chance.choices(range(len(storm.record) + 1), k=CUTS)):
        for step in storm.record[done:cut]:
            disk.happen(*step)
        done = cut
        _judge(disk.after_a_cut(chance), storm.saves, cut, folder, tally)


def _judge(files: Mapping[str, bytes], saves: list[Acknowledged], cut: int, folder: Path, tally: Tally) -> None:
    folder.mkdir()
    for name, content in files.items():
        (folder / name).write_bytes(content)
    stored = _stored(folder / "hanse.db")
    shutil.rmtree(folder)
    lost = sum(len(save.ops - (stored or set())) for save in saves if save.at <= cut)
    halves = [save for save in saves if stored is not None and 0 < len(save.ops & stored) < len(save.ops)]
    tally.cuts += 1
    tally.lost += lost
    tally.with_loss += lost > 0
    tally.damaged += stored is None or bool(halves)


def _stored(path: Path) -> set[str] | None:
    """The keys of all changes in the database; None where it is damaged or contradicts itself."""
    try:
        with closing(MODULE.connect(str(path), isolation_level=None)) as connection:
            connection.execute("PRAGMA synchronous=OFF")  # nothing more is at stake
            well = connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
            contradictions = connection.execute(_CONTRADICTIONS).fetchone()[0]
            stored = {row[0] for row in connection.execute("SELECT op FROM answer_event")}
    except MODULE.DatabaseError:
        return None
    return stored if well and not contradictions else None


_CONTRADICTIONS = """
SELECT count(*) FROM answer JOIN
  (SELECT indicator, max(version) AS newest, count(*) AS events FROM answer_event GROUP BY indicator) USING (indicator)
WHERE version <> newest OR version <> events
"""


@pytest.fixture
def begun(sqlite_url: str) -> Path:
    """A database with an assessment, closed."""
    path = sqlite_path(sqlite_url)
    assert path is not None
    database = _open(path, ())
    stores_on(database).begun()
    database.close()
    return path


def _tally(begun: Path, synchronous: str, storms: int, folder: Path) -> Tally:
    tally = Tally()
    for seed in range(storms):
        chance = random.Random(seed)  # noqa: S311 - a dice, no secret
        path = folder / f"{synchronous}{seed}" / "hanse.db"
        path.parent.mkdir()
        shutil.copy(begun, path)
        _cut_over_and_over(_storm(path, synchronous, chance), chance, folder / "image", tally)
        shutil.rmtree(path.parent)
    return tally


def test_a_record_played_to_its_end_gives_the_files_as_they_are(begun: Path, tmp_path: Path) -> None:
    before = {begun.name: bytearray(begun.read_bytes())}
    with recorded(tmp_path) as record:
        database = _open(begun, ("wal_autocheckpoint=40",))
        list(_saves(SqlAnswers(database), record, random.Random(1)))  # noqa: S311 - a dice, no secret
        log = begun.with_name(f"{begun.name}-wal")
        files = {path.name: path.read_bytes() for path in (begun, log)}
        disk = Disk(dict(before))
        for file, step in [*record, (begun.name, Flush()), (log.name, Flush())]:
            disk.happen(file, step)
        database.close()
    assert disk.sure == files


@pytest.mark.soak
def test_no_acknowledged_answer_is_lost_in_a_power_cut(begun: Path, tmp_path: Path, note: Note) -> None:
    tally = _tally(begun, "FULL", STORMS, tmp_path)
    note(f"synchronous=FULL: {tally}")
    assert (tally.lost, tally.damaged) == (0, 0)


@pytest.mark.soak
def test_a_database_that_does_not_flush_each_save_is_caught_losing_answers(
    begun: Path, tmp_path: Path, note: Note
) -> None:
    tally = _tally(begun, "NORMAL", CONTROL_STORMS, tmp_path)
    note(f"synchronous=NORMAL: {tally}")
    assert tally.lost > 0


@pytest.mark.soak
def test_a_database_that_never_flushes_is_caught_damaged(begun: Path, tmp_path: Path, note: Note) -> None:
    tally = _tally(begun, "OFF", CONTROL_STORMS, tmp_path)
    note(f"synchronous=OFF: {tally}")
    assert tally.damaged > 0
