"""Identity providers on this machine: a real one, as a program of its own, and one that lies in one point."""

import json
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx2
from joserfc import jwt
from joserfc.jwk import RSAKey

_TRIES, _PAUSE = 240, 0.25
CLIENT = "hanse"


@contextmanager
def real_provider(*people: dict[str, object]) -> Iterator[str]:
    """Runs the provider of the package `oidc-provider-mock`; gives its issuer. Of `people` it knows claims."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "oidc_provider_mock", "--port", str(port), "--require-nonce", "true"]
    known = [part for each in people for part in ("--user-claims", json.dumps(each))]
    with subprocess.Popen([*command, *known], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:
        issuer = f"http://localhost:{port}"
        try:
            _await(issuer, running)
            yield issuer
        finally:
            running.terminate()


def _await(issuer: str, running: "subprocess.Popen[bytes]") -> None:
    waiting = threading.Event()
    for _ in range(_TRIES):
        assert running.poll() is None, "the provider ended"
        try:
            if httpx2.get(f"{issuer}/.well-known/openid-configuration").status_code == 200:
                return
        except httpx2.TransportError:
            waiting.wait(_PAUSE)
    raise AssertionError("the provider did not start")


def consent(there: str, subject: str | None) -> str:
    """Signs in at the real provider as somebody, or declines; gives the address that leads back to us."""
    form = {"action": "deny"} if subject is None else {"sub": subject}
    answer = httpx2.post(there, data=form)
    assert answer.status_code == 302, answer.text
    return str(answer.headers["location"])


@dataclass
class Liar:
    """A provider that is right in everything but what a test changes."""

    issuer: str = ""
    claims: dict[str, Any] = field(default_factory=dict)
    lies: dict[str, Any] = field(default_factory=dict)
    header: dict[str, str] = field(default_factory=lambda: {"alg": "RS256", "kid": "one"})
    described: dict[str, Any] = field(default_factory=dict)
    signing: RSAKey = field(default_factory=lambda: RSAKey.generate_key(parameters={"kid": "one"}))
    shown: RSAKey | None = None
    asked: list[dict[str, list[str]]] = field(default_factory=list)

    def answer(self, path: str) -> dict[str, Any]:
        match path:
            case "/.well-known/openid-configuration":
                ends = {name: f"{self.issuer}/{name}" for name in ("authorization_endpoint", "token_endpoint")}
                return {"issuer": self.issuer, **ends, "jwks_uri": f"{self.issuer}/keys", **self.described}
            case "/keys":
                return {"keys": [(self.shown or self.signing).as_dict(private=False)]}
            case _:
                return {"access_token": "x", "token_type": "Bearer", "id_token": self.token()}

    def token(self) -> str:
        now = int(time.time())
        true = {"iss": self.issuer, "sub": "1", "aud": CLIENT, "iat": now, "exp": now + 300}
        return jwt.encode(self.header, {**true, **self.claims}, self.signing)


@contextmanager
def lying_provider() -> Iterator[Liar]:
    """Runs one; a test says in which point it lies."""
    liar = Liar()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = json.dumps(liar.answer(urlsplit(self.path).path)).encode()
            self.send_response(200)
            self.send_header("content-type", "application/json")
            self.end_headers()
            self.wfile.write(body)

        def do_POST(self) -> None:
            length = int(self.headers["content-length"])
            liar.asked.append(parse_qs(self.rfile.read(length).decode()))
            self.do_GET()

        def log_message(self, *_: object) -> None:
            """Nothing: tests print nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    liar.issuer = f"http://localhost:{server.server_port}"
    running = threading.Thread(target=server.serve_forever, args=(0.05,))
    running.start()
    try:
        yield liar
    finally:
        server.shutdown()
        running.join()
        server.server_close()
