"""Writes the stored database of the newest revision, and what is in it."""

from pathlib import Path
from tempfile import TemporaryDirectory

from store.backup import back_up
from store.database import file_url, open_database
from store.migration import migrate, newest
from tests.store.databases import FOLDER, fill, holdings
from tests.store.samples import MOMENT

with TemporaryDirectory() as folder:
    path = Path(folder) / "hanse.db"
    migrate(file_url(path), MOMENT)
    database = open_database(file_url(path))
    fill(database)
    (FOLDER / f"{newest()}.txt").write_text(holdings(database), encoding="utf-8")
    database.close()
    stored = FOLDER / f"{newest()}.db"
    stored.unlink(missing_ok=True)
    back_up(path, stored)
    stored.chmod(0o644)
