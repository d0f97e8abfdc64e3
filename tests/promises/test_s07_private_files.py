"""S7: what vaultnet keeps on the machine is closed to others, whatever the umask; messages name notes, never quote them."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.frontends.conftest import Cli
from tests.vaults import make_vault

SECRET = "has a secret illness"
VAULT = f"""
== People/Ada Byron.md
---
type: contact
uid: 00000000-0000-4000-8000-000000000001
email: ada@secret.example
tier: close
---
{SECRET}
## Log
- 2026-05-02 coffee: {SECRET}
== People/Ben Okri.md
---
type: contact
uid: 00000000-0000-4000-8000-000000000002
---
## Log
- 2026-05-02 coffee: with [[Ada Byron]], {SECRET}
== People/Broken.md
---
type: contact
type: {SECRET}
---
== Acme.md
---
type: organization
feed: http://127.0.0.1:9/feed
---
"""
EVERYTHING = [
    ("index",), ("agenda",), ("log", "called Ada"), ("find", "illness"), ("due", "--all"), ("snooze", "Ben", "in 3 weeks"),
    ("new", "contact", "Cy Frei"), ("set", "tag:none", "tier=close", "--apply"), ("rename", "Cy Frei", "Cy Fry"),
    ("merge", "Cy Fry", "Ben Okri"), ("review",), ("check", "--fix"), ("trust",), ("news", "--fetch"), ("undo",),
    ("import", "csv", "people.csv", "--plan", "plan.csv"), ("import", "csv", "people.csv", "--apply"),
    ("export", "csv", "--to", "out.csv"), ("query", "select path from contacts"), ("brief", "Ada"), ("absorb",),
    ("forget", "Ada", "--yes"), ("doctor",),
]  # fmt: skip


@pytest.fixture
def _open_umask() -> Iterator[None]:
    before = os.umask(0)
    yield
    os.umask(before)


@pytest.mark.usefixtures("_open_umask")
def test_s7_kept_files_are_closed_to_others(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    vault = make_vault(tmp_path / "vault", VAULT)
    (vault / ".vaultnet/templates").mkdir(parents=True)
    (vault / ".vaultnet/templates/other.md").write_text("x")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "people.csv").write_text("Name,Email\nDora Ek,dora@example.org\n")
    for words in EVERYTHING:
        assert cli(vault, *words).code in {0, 1}, words
    home = Path(os.environ["HOME"])
    kept = [path for path in home.rglob("*") if "vaultnet" in path.relative_to(home).parts]
    assert {"journal", "import-plans", "trust.toml"} <= {path.name for path in kept}
    assert any(path.suffix == ".sqlite" for path in kept)
    open_to_others = [path.relative_to(home) for path in kept if path.stat().st_mode & 0o077]
    assert open_to_others == []


def test_s7_messages_name_notes_and_never_quote_them(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """stderr is what ends up in the logs of cron and of terminals; `find` and `show` are asked for their text."""
    monkeypatch.chdir(tmp_path)
    vault = make_vault(tmp_path / "vault", VAULT)
    for words in EVERYTHING:
        told = cli(vault, *words)
        assert SECRET not in told.err, words
        if words[0] not in {"find", "agenda", "brief", "check", "merge", "show"}:
            assert SECRET not in told.out, words
