"""Notes that a cloud service holds elsewhere (D20): not here, and not gone. Nothing is made in their place."""

from pathlib import Path

import pytest

from tests.frontends.conftest import Cli
from tests.vaults import make_vault

NAMES = tuple(f"Ada{number}" for number in range(12))


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    notes = "".join(f"== People/{name}.md\n---\ntype: contact\nmet: 2020-01-01\n---\n\n## Log\n" for name in NAMES)
    return make_vault(tmp_path / "vault", f"{notes}== Here.md\n---\ntype: contact\n---\nSee [[Ada1]].\n")


def evict(note: Path, how: str) -> Path:
    """As iCloud did until 2023 (a stub of another name), and as iCloud, OneDrive and Dropbox do now (no blocks)."""
    size = note.stat().st_size
    note.unlink()
    stub = note.with_name(f".{note.name}.icloud") if how == "icloud" else note
    with stub.open("wb") as stream:
        stream.truncate(size)
    return stub


@pytest.mark.parametrize("how", ["icloud", "no blocks"])
def test_d20_an_evicted_note_is_not_here_and_not_deleted(cli: Cli, vault: Path, how: str) -> None:
    assert cli(vault, "due", "--all").code == 0
    kept = {name: (vault / "People" / f"{name}.md").read_bytes() for name in NAMES}
    stubs = [evict(vault / "People" / f"{name}.md", how) for name in NAMES]
    stamps = [stub.stat() for stub in stubs]
    told = cli(vault, "check", "--json").json()["problems"]
    assert sum(one["rule"] == "note-elsewhere" for one in told) == len(NAMES)
    assert not [one for one in told if one["rule"] in {"link-unresolved", "link-broken"}]
    assert cli(vault, "agenda").code == 0  # twelve of thirteen notes, and yet nobody has vanished
    for words in (("log", "called, well", "--who", "Ada3"), ("new", "contact", "Ada3"), ("rename", "Here", "Ada3")):
        done = cli(vault, *words)
        assert done.code != 0, (words, done.out)
    after = [stub.stat() for stub in stubs]
    assert [(one.st_mtime_ns, one.st_size, one.st_blocks) for one in after] == [
        (one.st_mtime_ns, one.st_size, one.st_blocks) for one in stamps
    ]
    if how == "icloud":
        assert not [name for name in NAMES if (vault / "People" / f"{name}.md").exists()]
    for stub, name in zip(stubs, NAMES, strict=True):
        stub.unlink()
        (vault / "People" / f"{name}.md").write_bytes(kept[name])
    assert cli(vault, "log", "called, well", "--who", "Ada3").code == 0
