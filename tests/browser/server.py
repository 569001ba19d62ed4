"""The app as people start it, on a free port and with a data folder of its own."""

import contextlib
import http.client
import os
import socket
import subprocess
import sys
import threading
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[2]
_TRIES = 240
_PAUSE = 0.25


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@dataclass
class Server:
    """An app that can be started, ended, killed and started again at the same address. Its log stands in `folder`."""

    folder: Path
    port: int = field(default_factory=_free_port)
    _process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        """Where it can be reached."""
        return f"http://localhost:{self.port}"

    def start(self) -> None:
        """Starts it, and waits until it answers."""
        command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(self.port)]
        environment = {**os.environ, "HANSE_DATA": str(self.folder / "data")}  # noqa: TID251 - handed on to a program
        with (self.folder / "app.log").open("ab") as log:
            self._process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)
        self._await()

    def stop(self) -> None:
        """Ends it as an operator would."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait(timeout=30)

    def kill(self) -> None:
        """Ends it as a power cut would."""
        if self._process is not None:
            self._process.kill()
            self._process.wait(timeout=30)

    def _await(self) -> None:
        waiting = threading.Event()
        for _ in range(_TRIES):
            if self._process is None or self._process.poll() is not None:
                break
            if self._answers():
                return
            waiting.wait(_PAUSE)
        log = (self.folder / "app.log").read_text(errors="replace")
        raise AssertionError(f"the app did not start:\n{log[-3000:]}")

    def _answers(self) -> bool:
        with contextlib.suppress(OSError, http.client.HTTPException):
            connection = http.client.HTTPConnection("localhost", self.port, timeout=5)
            with contextlib.closing(connection):
                connection.request("GET", "/healthz")
                return connection.getresponse().status == 200
        return False
