"""Every test here works on a real disk, in folders of its own, also for what vaultnet keeps outside a vault."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """State, settings and cache of the user, redirected below `tmp_path / "home"`."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    for name in ("STATE", "CONFIG", "CACHE", "DATA"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    return home


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    root = tmp_path / "vault"
    root.mkdir()
    return root


@pytest.fixture
def clock() -> Callable[[], datetime]:
    return lambda: datetime(2026, 6, 15, 9, 0)
