"""S6: no command but `news --fetch` touches the network.

That holds for every test of every command: the guard in tests/conftest.py refuses each connection, but where a test runs
a server of its own, and only those of `news --fetch` do.
"""

import socket
from pathlib import Path

import pytest

from tests.frontends.conftest import Cli
from tests.vaults import make_vault

ROOT = Path(__file__).parent.parent.parent / "vaultnet"
_DOORS = (
    "socket",
    "_socket",
    "ssl",
    "http.client",
    "urllib.request",
    "ftplib",
    "smtplib",
    "asyncio",
    "requests",
    "httpx",
)

_WITHIN = ("storage/answering.py", "storage/watcher_line.py")  # between a command and a watcher, on this machine


def test_s6_the_guard_refuses_every_connection() -> None:
    with pytest.raises(PermissionError, match="uses the network"):
        socket.create_connection(("127.0.0.1", 9), 0.1)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as open_socket, pytest.raises(PermissionError):
        open_socket.sendto(b"x", ("127.0.0.1", 9))


def test_s6_fetching_is_what_the_guard_would_see(cli: Cli, tmp_path: Path) -> None:
    """A feed that is asked for without a server is refused by it: so would be one that any other command asked for."""
    vault = make_vault(tmp_path / "vault", "== Acme.md\n---\ntype: organization\nfeed: http://127.0.0.1:9/feed\n---\n")
    assert "cannot be reached" in cli(vault, "news", "--fetch").err
    for words in (("news",), ("agenda",), ("check",), ("show", "Acme"), ("targets",), ("facts", "acme")):
        assert "cannot be reached" not in cli(vault, *words).err


def test_s6_one_room_has_the_only_door() -> None:
    found = {
        file.relative_to(ROOT).as_posix()
        for file in ROOT.rglob("*.py")
        for line in file.read_text(encoding="utf-8").split("\n")
        if any(line.strip().startswith((f"import {door}", f"from {door} ")) for door in _DOORS)
    }
    assert found == {"storage/deadline.py", "storage/feed_client.py", *_WITHIN}
    assert all(
        "AF_UNIX" in (ROOT / file).read_text() and "AF_INET" not in (ROOT / file).read_text() for file in _WITHIN
    )
