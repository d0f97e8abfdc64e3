"""What holds for every test: a home of its own, no write outside temporary folders, no connection but to a server of
the test's own, and `--update` for golden files.
"""

import gc
import os
import socket
import sys
import tempfile
from collections.abc import Generator, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from tests.soaking.report import pytest_runtest_logreport, pytest_terminal_summary

__all__ = ["pytest_runtest_logreport", "pytest_terminal_summary"]
_ROOT = Path(__file__).parent.parent
_XDG = ("CACHE", "CONFIG", "DATA", "STATE")
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_PATHS_OF_EVENT = {
    "os.chmod": 1, "os.chown": 1, "os.link": 2, "os.mkdir": 1, "os.remove": 1, "os.rename": 2, "os.rmdir": 1,
    "os.symlink": 2, "os.truncate": 1, "shutil.rmtree": 1,
}  # fmt: skip
_CONNECTING = {"socket.bind", "socket.connect", "socket.getaddrinfo", "socket.sendmsg", "socket.sendto"}
# What the tools themselves keep in the checkout, and may.
_TOOLS = ("__pycache__", ".hypothesis", ".pytest_cache", ".mypy_cache", ".ruff_cache", ".import_linter_cache")
_numbers = count()

# What a test writes need not outlive a power cut; how fsync fails, tests/storage plays. Set before vaultnet is imported.
os.fsync = lambda fd: None  # noqa: ARG005

# No property is about seconds: a machine that has other things to do must not make it fail.
settings.register_profile("tests", settings(), deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("tests")


class _Guard:
    """An audit hook cannot be taken back, so it asks `roots` whether a test is running and where it may write, and
    `servers` whether one of them has a server to talk to.
    """

    def __init__(self) -> None:
        self.roots: tuple[str, ...] = ()
        self.servers = 0

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        if not self.roots:
            return
        if event in _CONNECTING and not self.servers and getattr(arguments[0], "family", None) != socket.AF_UNIX:
            raise PermissionError(f"a test uses the network: {event} {arguments[1:]}")
        if event == "open":
            path, _mode, flags = arguments
            if isinstance(flags, int) and flags & _WRITING:
                self._check(path)
        elif event in _PATHS_OF_EVENT:
            for path in arguments[: _PATHS_OF_EVENT[event]]:
                self._check(path)

    def _check(self, path: object) -> None:
        """Only absolute paths: a relative one may belong to an open folder that the hook is not told of."""
        if not isinstance(path, str | bytes | os.PathLike):
            return
        name = os.fsdecode(path)
        if not os.path.isabs(name) or name.startswith(self.roots) or any(part in name for part in _TOOLS):  # noqa: PTH117
            return
        if not os.path.realpath(name).startswith(self.roots):
            raise PermissionError(f"a test writes outside its temporary folder: {name}")


guard = _Guard()
sys.addaudithook(guard)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="write golden files anew instead of comparing with them")


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, Any, Any]:
    """What is collected stays to the end: the collector of garbage need not look through it again and again."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    """True when golden files are to be written anew."""
    return bool(request.config.getoption("--update"))


@pytest.fixture(scope="session")
def _homes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("homes")


@pytest.fixture(scope="session", autouse=True)
def _nobodys_home(_homes: Path) -> Iterator[None]:
    """What a fixture of more than one test writes is not kept in the user's own folders either."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setenv("HOME", str(_homes))
        for name in _XDG:
            monkeypatch.setenv(f"XDG_{name}_HOME", str(_homes / name.lower()))
        yield


@pytest.fixture(autouse=True)
def _own_home(_homes: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The user's home, settings, cache and state are an empty folder, another one for each test."""
    home = _homes / str(next(_numbers))
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    for name in _XDG:
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    for name in ("VAULTNET_VAULT", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(autouse=True)
def _write_guard(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Any write outside temporary folders fails; with `--update` golden files and played pages may be written."""
    roots = [tempfile.gettempdir(), str(tmp_path_factory.getbasetemp()), "/dev/"]
    roots += [os.path.realpath(root) for root in roots]
    if request.config.getoption("--update"):
        roots += [str(_ROOT / name) for name in ("tests", "docs", "README.md")]
    guard.roots = tuple(roots)
    yield
    guard.roots = ()
