"""The app as people start it, on a free port and with a data folder of its own."""

import contextlib
import http.client
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
_TRIES = 240
_PAUSE = 0.25


@contextmanager
def running(folder: Path) -> Iterator[str]:
    """The address of an app that was started for this block and ends with it. Its log stands in `folder`."""
    port = _free_port()
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    environment = {**os.environ, "HANSE_DATA": str(folder / "data")}  # noqa: TID251 - handed on to a program
    with (folder / "app.log").open("wb") as log:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)
        try:
            address = f"http://localhost:{port}"
            _until_it_answers(port, process, folder / "app.log")
            yield address
        finally:
            process.terminate()
            process.wait(timeout=30)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _until_it_answers(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    waiting = threading.Event()
    for _ in range(_TRIES):
        if process.poll() is not None:
            break
        with contextlib.suppress(OSError, http.client.HTTPException):
            connection = http.client.HTTPConnection("localhost", port, timeout=5)
            connection.request("GET", "/healthz")
            if connection.getresponse().status == 200:
                connection.close()
                return
        waiting.wait(_PAUSE)
    raise AssertionError(f"the app did not start:\n{log.read_text(errors='replace')[-3000:]}")
