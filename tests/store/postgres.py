"""A PostgreSQL server for the tests, from the programs installed on this machine, thrown away afterwards."""

import os
import pwd
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import URL, create_engine, text


@dataclass(frozen=True)
class Server:
    """A running server that listens on a socket file only."""

    programs: Path
    folder: Path
    options: str

    def url(self, database: str) -> str:
        socket = str(self.folder / ".s.PGSQL.5432")
        return URL.create(
            "postgresql+pg8000", "hanse", database=database, query={"unix_sock": socket}
        ).render_as_string()

    def create(self, database: str, like: str = "template1") -> str:
        """Makes a database and gives its address."""
        engine = create_engine(self.url("postgres"), isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(text(f'CREATE DATABASE "{database}" TEMPLATE "{like}"'))
        engine.dispose()
        return self.url(database)

    def run(self) -> None:
        """Starts the server."""
        options = f"-k {self.folder} -c listen_addresses= -c max_connections=120 {self.options}"
        log = self.folder / "log"
        _run(self.programs / "pg_ctl", "-D", self.folder / "data", "-w", "-o", options, "-l", log, "start")

    def crash(self) -> None:
        """Ends the server without letting it finish anything."""
        _run(self.programs / "pg_ctl", "-D", self.folder / "data", "-m", "immediate", "stop")

    def stop(self) -> None:
        """Ends the server and throws everything away."""
        self.crash()
        shutil.rmtree(self.folder)


def start(programs: Path, *, durable: bool) -> Server:
    """Starts a server of its own; as root under the system user postgres, because it refuses to run as root.

    One that is not durable waits for no disk, which is enough where nothing is killed.
    """
    folder = Path(tempfile.mkdtemp(prefix="hanse-pg-"))
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres", "postgres")
    data = folder / "data"
    _run(programs / "initdb", "-D", data, "-U", "hanse", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync")
    server = Server(programs, folder, "" if durable else "-c fsync=off -c full_page_writes=off")
    server.run()
    return server


def _run(*command: str | Path) -> None:
    user = pwd.getpwnam("postgres") if os.geteuid() == 0 else None
    subprocess.run(
        [str(part) for part in command],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd="/",
        user=user.pw_uid if user else None,
        group=user.pw_gid if user else None,
        extra_groups=[] if user else None,
    )
