"""The app as people start it, on a free port and with a data folder of its own."""

import contextlib
import http.client
import os
import signal
import socket
import ssl
import subprocess
import sys
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[2]
_TRIES = 240
_PAUSE = 0.25

Answer = tuple[int, dict[str, str], str]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@dataclass
class Server:
    """An app that can be started, ended, killed and started again at the same address. Its log stands in `folder`.

    With a certificate (`tls`: the folder with cert.pem and key.pem) it is served over https. `settings` are environment
    variables of its own.
    """

    folder: Path
    port: int = field(default_factory=_free_port)
    host: str = "localhost"
    tls: Path | None = None
    settings: Mapping[str, str] = field(default_factory=dict)
    _process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        """Where it can be reached."""
        return f"{'https' if self.tls else 'http'}://{self.host}:{self.port}"

    @property
    def processor_seconds(self) -> float:
        """How long it has worked so far, on Linux."""
        assert self._process is not None
        told = Path(f"/proc/{self._process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")

    def start(self) -> None:
        """Starts it, and waits until it answers."""
        command = [sys.executable, "-m", "streamlit", "run", "app.py", *self._options()]
        own = {"HANSE_DATA": str(self.folder / "data"), **self.settings}
        environment = {**os.environ, **own}  # noqa: TID251 - handed on to a program
        with (self.folder / "app.log").open("ab") as log:
            self._process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)
        self._await()

    def stop(self) -> None:
        """Ends it as an operator would. What was frozen goes on first: a stopped process hears no such signal."""
        if self._process is not None:
            self._process.send_signal(signal.SIGCONT)
            self._process.terminate()
            self._process.wait(timeout=30)

    def kill(self) -> None:
        """Ends it as a power cut would."""
        if self._process is not None:
            self._process.kill()
            self._process.wait(timeout=30)

    def _options(self) -> list[str]:
        options = ["--server.port", str(self.port)]
        options += [] if self.host == "localhost" else ["--server.allowedHosts", self.host]
        if self.tls is None:
            return options
        return [
            *options,
            *("--server.sslCertFile", str(self.tls / "cert.pem")),
            *("--server.sslKeyFile", str(self.tls / "key.pem")),
        ]

    def freeze(self) -> None:
        """Stops it in the middle of whatever it does; connections stay, and nothing is answered."""
        if self._process is not None:
            self._process.send_signal(signal.SIGSTOP)

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
            return self.asked("/healthz")[0] == 200
        return False

    def asked(self, path: str, headers: Mapping[str, str] | None = None, body: str | None = None) -> Answer:
        """What it answers to a program on this machine: status, headers, body."""
        with contextlib.closing(self._connection()) as connection:
            told = {"host": f"{self.host}:{self.port}", **(headers or {})}
            connection.request("GET" if body is None else "POST", path, body, told)
            answer = connection.getresponse()
            return answer.status, dict(answer.getheaders()), answer.read().decode()

    def _connection(self) -> http.client.HTTPConnection:
        if self.tls is None:
            return http.client.HTTPConnection("localhost", self.port, timeout=30)
        trusting = ssl.create_default_context(cafile=str(self.tls / "cert.pem"))
        trusting.check_hostname = False
        return http.client.HTTPSConnection("localhost", self.port, timeout=30, context=trusting)
