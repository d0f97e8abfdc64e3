"""A real CardDAV server, Radicale, on loopback."""

import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import IO, NamedTuple

from tests.conftest import guard

# A throw-away folder need not survive a power cut: without fsync the test takes a tenth of the time.
_SERVE = """
import sys
from radicale import config, log, server
log.setup()
log.set_level("info", False)
settings = config.load()
settings.update({
    "auth": {"type": "none"}, "server": {"hosts": sys.argv[2]},
    "storage": {"filesystem_folder": sys.argv[1], "_filesystem_fsync": "False"},
}, "the test", privileged=True)
server.serve(settings)
"""
_ME = "Basic bWU6"  # me, and no password: the server is told to ask for none


class CardServer(NamedTuple):
    """What the user `me` has on the server."""

    port: int

    def put_book(self, name: str, cards: str) -> int:
        """A whole address book: 201 if the server takes every card in it, 400 if there is one that it does not."""
        return self._ask("PUT", f"/me/{name}/", cards)[0]

    def put_card(self, name: str, card: str) -> int:
        """One card in a book that is there."""
        return self._ask("PUT", f"/me/{name}", card)[0]

    def get(self, name: str) -> bytes:
        return self._ask("GET", f"/me/{name}", "")[1]

    def _ask(self, method: str, path: str, body: str) -> tuple[int, bytes]:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            connection.request(
                method, path, body.encode(), {"Content-Type": "text/vcard; charset=utf-8", "Authorization": _ME}
            )
            answer = connection.getresponse()
            return answer.status, answer.read()
        finally:
            connection.close()


@contextmanager
def card_server(folder: Path) -> Iterator[CardServer]:
    """Open until the block ends; the server's process ends with it."""
    port = _free_port()
    command = [sys.executable, "-c", _SERVE, str(folder), f"127.0.0.1:{port}"]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as server:
        assert server.stderr
        guard.servers += 1
        try:
            _wait_until_ready(server.stderr)
            yield CardServer(port)
        finally:
            guard.servers -= 1
            server.terminate()
            server.stderr.close()


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def _wait_until_ready(log: IO[bytes]) -> None:
    said = b""
    for line in log:
        said += line
        if b"Radicale server ready" in line:
            return
    raise AssertionError(said.decode())
