"""A refreshed index is the index that a new one would be, whatever happened to the notes (promise D12)."""

import os
import shutil
import tempfile
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from tests.storage.indexed import bring_up_to_date, dump, indexed, put
from vaultnet.model.settings import Settings
from vaultnet.storage import compare, standings
from vaultnet.storage.index import open_index
from vaultnet.text.resolve import NameIndex, resolve

FOLDERS = ["", "People", "Work", "Work/People", "Daily"]
# Few, so that the same notes are written again and again; among them twins, and names that differ in case only.
PATHS = [
    "Ada.md", "People/Ada.md", "Work/People/ada.md", "People/Bob.md", "Work/Bob.md", "Bob 2.md", "Bob.md", "Acme.md",
    "People/Acme.md", "Work/Zoë.md", "ZOË.md", "Daily/2026-06-01.md", 'It\'s "Q".md', "Work/two\nlines.md",
]  # fmt: skip
TEXTS: list[str | bytes] = [
    "---\ntype: contact\naliases: [Ade]\ncompany: '[[Acme]]'\nbirthday: 04-17\n---\n## Log\n- 2026-05-01 coffee: met [[Bob]]\n",
    "---\ntype: contact\naliases: [Ida]\ncompany: '[[Acme]]'\nbirthday: 04-18\n---\n## Log\n- 2026-05-02 coffee: met [[ADA]]\n",
    "---\ntype: contact\ncompany: Acme\nknows: ['[[Ada]]', '[[Work/People/Bob]]']\nmet: 2020-01-01\n---\n- [ ] Write to [[Zoë]]\n",
    "---\ntype: contact\nname: 'O''Brien \"x\"'\nbirthday: soon\n---\n- 2026-05-01 call\n- 2026-05-01 email to: x #asked\n",
    "---\ntype: organization\naliases: [Acme Ltd]\nparent: '[[People/Acme]]'\n---\n",
    "---\ntype: meeting\ndate: 2026-05-03\nwith: ['[[Ada]]', Bob, '[[zoë]]']\n---\nTalked of [[Acme]].\n",
    '- called [[Ada]] and [[./Bob]]\n- [ ] ask [[Bob]] 📅 2026-07-01\n\nWith [[/People/Ada]], [[../People/Bob|B]] and [[It\'s "Q"]]\n',
    "# Plain\n\nabout [[Ada]]\n",
    "---\ntype: contact\ntype: person\n---\n",
    '---\ntype: contact\nname: "\\ud800"\nscore: .nan\n---\n',
    b"---\ntype: contact\n---\nRen\xe9\n",
    "",
]
PROSE = [b"Once more.", b"Once more,\nwith feeling.\n", "Überall, in 2019.".encode(), b"with [[Bob]]", b""]
SETTINGS = [
    "",
    "[vault]\nignore = ['Work/']\n",
    "[vault]\nignore = ['Ada.md', '/People/*Q*']\n",
    "[log]\nmention_counts = false\n",
]

paths = st.sampled_from(PATHS)


class Vault(RuleBasedStateMachine):
    """Anything that a person, another program or a sync service does to a vault, with a refresh after each of it."""

    @initialize(notes=st.dictionaries(paths, st.sampled_from(TEXTS), min_size=len(PATHS) // 2))
    def begin(self, notes: dict[str, str | bytes]) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="vaultnet-test-"))
        self.root = self.folder / "vault"
        self.root.mkdir()
        self.number = 0
        self.write(notes)
        self.look(is_settled=False)

    @rule(notes=st.dictionaries(paths, st.sampled_from(TEXTS), min_size=1, max_size=4))
    def write(self, notes: dict[str, str | bytes]) -> None:
        for path, text in notes.items():
            put(self.root, path, text)

    @rule(path=paths, text=st.sampled_from(TEXTS))
    def save_by_rename(self, path: str, text: str | bytes) -> None:
        put(self.root, path, "").unlink()
        put(self.root, f"{path}.tmp", text).replace(self.root / path)

    @rule(path=paths)
    def delete(self, path: str) -> None:
        (self.root / path).unlink(missing_ok=True)

    @rule(path=paths, new=paths)
    def rename(self, path: str, new: str) -> None:
        if (self.root / path).is_file():
            (self.root / new).parent.mkdir(parents=True, exist_ok=True)
            (self.root / path).rename(self.root / new)

    @rule(first=paths, second=paths)
    def swap(self, first: str, second: str) -> None:
        one, other, aside = self.root / first, self.root / second, self.root / "aside"
        if one.is_file() and other.is_file():
            one.rename(aside)
            if other.exists():
                other.rename(one)
            aside.rename(other)

    @rule(path=paths, words=st.sampled_from(PROSE), place=st.integers(0, 3))
    def write_prose(self, path: str, words: bytes, place: int) -> None:
        """A paragraph at the end, or in some gap between others."""
        file = self.root / path
        if file.is_file():
            parts = file.read_bytes().split(b"\n\n")
            parts.insert(min(place, len(parts)), words)
            file.write_bytes(b"\n\n".join(parts))

    @rule(folder=st.sampled_from(FOLDERS[1:]), name=st.sampled_from(["Old", "work", "People"]))
    def rename_folder(self, folder: str, name: str) -> None:
        if (self.root / folder).is_dir() and not (self.root / name).exists():
            (self.root / folder).rename(self.root / name)

    @rule(folder=st.sampled_from(FOLDERS[1:]))
    def delete_folder(self, folder: str) -> None:
        shutil.rmtree(self.root / folder, ignore_errors=True)

    @rule(path=paths)
    def touch(self, path: str) -> None:
        if (self.root / path).is_file():
            os.utime(self.root / path)

    @rule(path=paths)
    def edit_behind_the_back(self, path: str) -> None:
        """The same size, and the old modification time put back."""
        file = self.root / path
        if file.is_file():
            before = file.stat()
            file.write_bytes(file.read_bytes().replace(b"coffee", b"dinner").replace(b"Ada", b"Bob"))
            os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))

    @rule(text=st.sampled_from(SETTINGS))
    def change_settings(self, text: str) -> None:
        put(self.root, "vaultnet.toml", text)

    @rule(is_settled=st.booleans())
    def look(self, is_settled: bool) -> None:
        """The index brought up to date is the one made anew; sometimes so late that stamps alone must tell."""
        with pytest.MonkeyPatch.context() as patch:
            if is_settled:
                time.sleep(0.012)
                patch.setattr(compare, "_RACY", 8_000_000)
            with indexed(self.root, self.folder / "kept.sqlite") as kept:
                self.number += 1
                with indexed(self.root, self.folder / f"new-{self.number}.sqlite") as new:
                    assert dump(kept) == dump(new)
                    patch.setattr(standings, "_WORTH_KEEPING", 1)  # what one kept of everybody's newest touches
                    found = standings.load_standings(kept, date(2026, 5, 2), Settings(), ())
                    patch.setattr(standings, "_WORTH_KEEPING", len(PATHS) + 1)  # and one looks up
                    assert standings.load_standings(new, date(2026, 5, 2), Settings(), ()) == found

    @rule()
    def links_lead_where_obsidian_says(self) -> None:
        """Resolving by name, a few links at a time, gives what resolving everything gives."""
        with indexed(self.root, self.folder / "kept.sqlite") as connection:
            names = NameIndex(path for (path,) in connection.execute("SELECT path FROM note"))
            for table in ("ref", "touch", "task", "offer"):
                link = "CASE link WHEN '' THEN text ELSE link END" if table == "ref" else "link"
                rows = connection.execute(
                    f"SELECT {link}, s.path, t.path FROM {table} x JOIN note s ON s.id = x.note"
                    " LEFT JOIN note t ON t.id = x.target WHERE x.key != ''"
                )
                for written, source, found in rows:
                    assert resolve(names, written, source) == found, (written, source)

    def teardown(self) -> None:
        if hasattr(self, "root"):
            self.look(is_settled=True)
            self.links_lead_where_obsidian_says()
            shutil.rmtree(self.folder)


TestVault = Vault.TestCase
# Without shrinking: each of its attempts would be a vault on disk, and the steps are few enough to read.
TestVault.settings = settings(
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    max_examples=40,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


def test_an_index_that_nothing_happened_to_reads_nothing(
    vault: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number, text in enumerate(TEXTS):
        put(vault, f"People/{number}.md", text)
    monkeypatch.setattr(compare, "_RACY", 0)
    with open_index(tmp_path / "index.sqlite") as connection:
        first = bring_up_to_date(connection, vault)
        again = bring_up_to_date(connection, vault)
    assert (first.added, first.generation) == (len(TEXTS), 1)
    assert (again.unchanged, again.generation, again.rebuilt) == (len(TEXTS), 1, False)
