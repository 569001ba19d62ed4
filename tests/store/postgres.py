"""A PostgreSQL server for the tests, from the programs installed on this machine, thrown away afterwards."""

import os
import pwd
import select
import shlex
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

import psutil
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
        self.execute(f'CREATE DATABASE "{database}" TEMPLATE "{like}"')
        return self.url(database)

    def execute(self, statement: str) -> None:
        """Carries out a statement about the server itself."""
        engine = create_engine(self.url("postgres"), isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(text(statement))
        engine.dispose()

    def carry_out(self, command: str, database: str) -> None:
        """Runs a command of the manual on a database of this server, with its own folder for copies."""
        address = f"postgresql://hanse@/{database}?host={self.folder}"
        here = command.replace("postgresql://user@host/hanse", address).replace("/mnt/backups", str(self.folder))
        program, *words = shlex.split(here)
        _run(self.programs / program, *words)

    def run(self) -> None:
        """Starts the server."""
        # After a crash the server flushes its whole folder to disk: once for all files instead of file by file.
        flush = "-c recovery_init_sync_method=syncfs"
        options = f"-k {self.folder} -c listen_addresses= -c max_connections=120 {flush} {self.options}"
        log = self.folder / "log"
        _run(self.programs / "pg_ctl", "-D", self.folder / "data", "-w", "-o", options, "-l", log, "start")

    def kill(self) -> None:
        """Kills all processes of the server at once, as if the machine had run out of memory."""
        first = psutil.Process(int((self.folder / "data" / "postmaster.pid").read_text().split()[0]))
        first.suspend()  # so that it starts no more processes while they are counted
        for process in (first, *first.children()):
            _kill(process)
        # The system may take a while to forget a dead process, and a new server would take it for a living one.
        for lock in (self.folder / "data" / "postmaster.pid", self.folder / ".s.PGSQL.5432.lock"):
            lock.unlink()

    def stop(self) -> None:
        """Ends the server and throws everything away."""
        _run(self.programs / "pg_ctl", "-D", self.folder / "data", "-m", "immediate", "stop")
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


def _kill(process: psutil.Process) -> None:
    """Kills a process and waits until it is dead."""
    handle = os.pidfd_open(process.pid)
    try:
        process.kill()
        select.select([handle], [], [])
    finally:
        os.close(handle)


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
