"""What a test saved a moment ago is at rest: that a command waits until a note is quiet, tests/storage shows."""

import pytest


@pytest.fixture(autouse=True)
def nobody_is_typing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vaultnet.storage.write_job.wait_until_quiet", lambda *_: True)
