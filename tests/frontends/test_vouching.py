"""A command beside `vaultnet watch` answers without a walk, and says what a fresh index says: through real processes.

What is done to the files is random, and the question follows at once: whatever was over before it was asked has to be
in the answer. `VAULTNET_SOAK_VOUCHED` gives the rounds of the long run.
"""

import json
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.vaults import make_vault
from vaultnet.app.workspace import Workspace
from vaultnet.frontends.watch.loop import Desk, Loop
from vaultnet.frontends.watch.mailbox import Mailbox
from vaultnet.storage import watcher_line
from vaultnet.storage.state_folder import find_state_folder, state_folder
from vaultnet.storage.vouching import ask_watcher
from vaultnet.storage.watch_lock import WatchState
from vaultnet.storage.watcher_line import NAME, ask

LONG = int(os.environ.get("VAULTNET_SOAK_VOUCHED", "300"))
LONGEST = 20.0  # seconds: only a test that fails waits for so long
NOON = partial(datetime, 2026, 6, 15, 12)
CONTACT = "---\ntype: contact\n---\n## Log\n- 2026-06-01 call: {}\n"
PEOPLE = ["Ada", "Bob", "Cleo", "Dora", "Eve", "Finn"]
SAYS = """
    SELECT 'note', path, type, title, hex(hash) FROM note
    UNION ALL SELECT 'link', n.path, r.role, r.link, coalesce(t.path, '')
    FROM ref r JOIN note n ON n.id = r.note LEFT JOIN note t ON t.id = r.target
    UNION ALL SELECT 'touch', n.path, x.date, x.text, coalesce(t.path, '')
    FROM touch x JOIN note n ON n.id = x.note LEFT JOIN note t ON t.id = x.target ORDER BY 1, 2, 3, 4, 5
"""


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    root = make_vault(tmp_path / "vault", "== vaultnet.toml\n[watch]\nquiet = 600\n== Daily/2026-06-15.md\n# Monday\n")
    for number, name in enumerate(PEOPLE * 3):
        note = root / f"Folder {number % 4}" / f"{name} {number}.md"
        note.parent.mkdir(exist_ok=True)
        note.write_text(CONTACT.format(f"about [[{PEOPLE[number % 5]} {number - 1}]]"))
    return root


@contextmanager
def _watcher(vault: Path) -> Iterator[subprocess.Popen[bytes]]:
    """One that has looked, and can vouch."""
    line = [sys.executable, "-m", "vaultnet", "-C", str(vault), "--today", "2026-06-15", "watch", "--json"]
    with subprocess.Popen(line, stdout=subprocess.DEVNULL) as process:
        try:
            _until(lambda: bool(ask(str(vault), "edition")))
            yield process
        finally:
            process.kill()


def _until(claim: Callable[[], bool]) -> None:
    end = time.monotonic() + LONGEST
    while not claim():
        assert time.monotonic() < end
        time.sleep(0.01)


def _says(vault: Path, *words: str, environment: dict[str, str] | None = None) -> Any:
    line = [sys.executable, "-m", "vaultnet", "-C", str(vault), "--today", "2026-06-15", *words, "--json"]
    own = {**os.environ, **(environment or {})}
    done = subprocess.run(line, capture_output=True, check=False, env=own, timeout=60)
    assert done.returncode == 0, done.stderr.decode()
    data = json.loads(done.stdout)
    data.pop("changed", None)
    return data


def _says_afresh(vault: Path, *words: str) -> Any:
    """What a vaultnet says that has neither an index nor a watcher."""
    place = vault.with_name("fresh")
    shutil.rmtree(place, ignore_errors=True)
    return _says(vault, *words, environment={"XDG_CACHE_HOME": str(place / "c"), "XDG_STATE_HOME": str(place / "s")})


def _edit(vault: Path, chance: random.Random, number: int) -> str:
    """Something that people and programs do to notes; what it was."""
    for second in (one for one in vault.rglob("*.md") if one.is_symlink() or one.stat().st_nlink > 1):
        second.unlink()  # while there is one, nobody vouches for anything
    notes = sorted(note for note in vault.rglob("*.md") if "Daily" not in note.parts)
    folders = sorted(place for place in vault.rglob("*") if place.is_dir() and place.name != "Daily")
    edits = [edit for edit, weight in EDITS for _ in range(weight)]
    edit = chance.choice(edits)
    edit(vault, chance.choice(notes), chance.choice(folders), number)
    return edit.__name__


def append(_vault: Path, note: Path, _folder: Path, number: int) -> None:
    with note.open("a") as stream:
        stream.write(f"- 2026-06-02 coffee: word {number}\n")


def write(_vault: Path, note: Path, _folder: Path, number: int) -> None:
    note.write_text(CONTACT.format(f"with [[Ada 0]], {number}"))


def write_in_secret(_vault: Path, note: Path, _folder: Path, number: int) -> None:
    """The same size and the same time of change as before."""
    status, data = note.stat(), note.read_bytes()
    note.write_bytes(data[:-2] + str(number % 10).encode() + data[-1:])
    os.utime(note, ns=(status.st_atime_ns, status.st_mtime_ns))


def replace(_vault: Path, note: Path, _folder: Path, number: int) -> None:
    draft = note.with_name(f".{note.name}.tmp")
    draft.write_text(CONTACT.format(f"replaced {number}"))
    draft.replace(note)


def save_as_vim_does(_vault: Path, note: Path, _folder: Path, number: int) -> None:
    kept = note.with_name(f"{note.name}~")
    note.rename(kept)
    note.write_text(CONTACT.format(f"vim {number}"))
    kept.unlink()


def rename(_vault: Path, note: Path, _folder: Path, number: int) -> None:
    note.rename(note.with_name(f"{PEOPLE[number % 6]} {number}.md"))


def move(_vault: Path, note: Path, folder: Path, number: int) -> None:
    note.rename(folder / f"Moved {number}.md")


def delete(_vault: Path, note: Path, _folder: Path, number: int) -> None:
    if number % 3:
        note.unlink()


def touch(_vault: Path, note: Path, _folder: Path, _number: int) -> None:
    note.touch()


def make_folder_with_notes(vault: Path, _note: Path, folder: Path, number: int) -> None:
    place = folder / f"New {number}" / "Inner"
    place.mkdir(parents=True)
    (place / f"Inner {number}.md").write_text(CONTACT.format("in a new folder"))
    (place.parent / f"Outer {number}.md").write_text(CONTACT.format(f"of [[Inner {number}]]"))
    (vault / f"Top {number}.md").write_text(CONTACT.format(f"of [[Outer {number}]]"))


def rename_folder(_vault: Path, _note: Path, folder: Path, number: int) -> None:
    folder.rename(folder.with_name(f"Renamed {number}"))


def bring_folder_in(vault: Path, _note: Path, folder: Path, number: int) -> None:
    outside = vault.with_name(f"outside {number}")
    make_folder_with_notes(outside, outside, outside, number)
    outside.rename(folder / f"Brought {number}")


def delete_folder(_vault: Path, _note: Path, folder: Path, number: int) -> None:
    if number % 2:
        shutil.rmtree(folder)
        folder.mkdir()
        (folder / f"Again {number}.md").write_text(CONTACT.format("here"))


def link(vault: Path, note: Path, _folder: Path, number: int) -> None:
    second = vault / f"Second {number}.md"
    second.symlink_to(note)
    second.unlink() if number % 2 else note.write_text(CONTACT.format("through a link"))


def link_hard(_vault: Path, note: Path, folder: Path, number: int) -> None:
    """A second name in the vault, and a save through that; one outside of it is for the next walk to find."""
    second = folder / f"Hard {number}.md"
    os.link(note, second)
    second.write_text(CONTACT.format(f"through another name {number}"))


def set_ignored(vault: Path, _note: Path, _folder: Path, number: int) -> None:
    ignored = f'[vault]\nignore = ["Folder {number % 4}/"]\n' if number % 2 else ""
    (vault / "vaultnet.toml").write_text(f"{ignored}[watch]\nquiet = 600\n")


def many(vault: Path, note: Path, folder: Path, number: int) -> None:
    for edit in (append, make_folder_with_notes, write, rename):
        edit(vault, note, folder, number)


Edit = Callable[[Path, Path, Path, int], None]
EDITS: list[tuple[Edit, int]] = [
    (append, 5), (write, 3), (write_in_secret, 3), (replace, 3), (save_as_vim_does, 2), (rename, 3), (move, 3),
    (delete, 3), (touch, 1), (make_folder_with_notes, 4), (rename_folder, 3), (bring_folder_in, 2),
    (delete_folder, 2), (link, 1), (link_hard, 1), (set_ignored, 1), (many, 2),
]  # fmt: skip


def test_whatever_was_saved_before_the_question_is_in_the_index(vault: Path) -> None:
    """Asked from this process, since starting others takes long; the long run below starts them."""
    chance, vouched = random.Random(7), 0
    with _watcher(vault):
        for number in range(24):
            done = _edit(vault, chance, number)
            with Workspace(vault, NOON) as ours, Workspace(vault, NOON) as fresh:
                found = ours.refresh()
                vouched += ours.is_vouched
                fresh.has_cache, fresh.vouch = False, lambda: None
                fresh.refresh()
                ours_says, fresh_says = (one.connection.execute(SAYS).fetchall() for one in (ours, fresh))
            assert ours_says == fresh_says, f"after {done} in round {number}, {found}"
    assert vouched > 4


def _expect_fresh_answers(vault: Path, rounds: int, seed: int) -> int:
    """How often the watcher vouched."""
    chance = random.Random(seed)
    vouched = 0
    with _watcher(vault):
        for number in range(rounds):
            done = _edit(vault, chance, number)
            asked = ("query", SAYS) if number % 3 else ("agenda",)
            answers = [_says(vault, *asked) for _ in range(1 if number % 3 else 2)]
            vouched += ask_watcher(vault) is not None
            expected = _says_afresh(vault, *asked)
            assert all(answer == expected for answer in answers), f"after {done} in round {number}"
    return vouched


@pytest.mark.soak
def test_whatever_was_saved_before_the_question_is_in_the_answer(vault: Path) -> None:
    vouched = _expect_fresh_answers(vault, LONG, int(os.environ.get("VAULTNET_SOAK_SEED", "24")))
    # After a folder has moved all is walked first, and a machine that is busy takes its time for that.
    assert vouched > LONG // 10


def _walks(vault: Path) -> bool:
    """Whether a command sees for itself, and what has just been saved."""
    (vault / "New.md").write_text(CONTACT.format(str(time.monotonic_ns())))
    with Workspace(vault, NOON) as workspace:
        found = workspace.refresh()
        assert found.added + found.changed == 1
        return not workspace.is_vouched


def test_a_watcher_that_was_killed_is_not_waited_for(vault: Path) -> None:
    with _watcher(vault) as process:
        process.kill()
        process.wait()
        assert (find_state_folder(vault) / NAME).is_socket(), "nobody took it away"
        assert _walks(vault)
    with _watcher(vault):
        assert ask_watcher(vault)
    with _watcher(vault) as process:
        process.terminate()
        assert process.wait() == 0
        assert not (find_state_folder(vault) / NAME).exists()


def test_a_watcher_that_is_stopped_costs_a_moment(vault: Path) -> None:
    with _watcher(vault) as process:
        process.send_signal(signal.SIGSTOP)
        assert _walks(vault)
        process.send_signal(signal.SIGCONT)
        _until(lambda: ask_watcher(vault) is not None)


def test_whoever_answers_nothing_is_left_and_another_user_not_asked(
    vault: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = state_folder(vault) / NAME
    with socket.socket(socket.AF_UNIX) as silent:
        monkeypatch.chdir(file.parent)
        silent.bind(NAME)
        silent.listen()
        assert ask_watcher(vault) is None
        with silent.accept()[0] as line:
            assert line.recv(1_000).endswith(b"edition\n")
        monkeypatch.setattr(os, "getuid", lambda: 1 + os.geteuid())
        assert ask_watcher(vault) is None
        with silent.accept()[0] as line:
            assert line.recv(1_000) == b"", "nothing is said to another user's"


def test_a_watcher_answers_for_its_own_vault_and_installation_alone(
    vault: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = make_vault(tmp_path / "other", "== vaultnet.toml\n== Ada.md\n# Ada\n")
    with _watcher(vault):
        with monkeypatch.context() as patched:
            patched.setattr(watcher_line, "INSTALLATION", "of yesterday")
            assert ask_watcher(vault) is None
        assert ask_watcher(vault)
        assert ask_watcher(other) is None
        vault.rename(tmp_path / "moved")
        other.rename(vault)
        assert ask_watcher(tmp_path / "moved") is None
        with Workspace(vault, NOON) as workspace:  # it may have found out by now, and have looked at what stands there
            workspace.refresh()
            assert workspace.connection.execute("SELECT path FROM note").fetchall() == [("Ada.md",)]


def test_nothing_is_vouched_for_in_a_folder_that_git_is_still_filling(vault: Path, tmp_path: Path) -> None:
    """`rm -r notes && git clone ... notes`: what the watcher knew is of the folder that was there before."""
    other = make_vault(tmp_path / "other", "== Ada.md\n# Ada\n== .git/index.lock\n")
    desk = Desk(WatchState(0, ""), lambda _: None, lambda: "")
    loop = Loop(vault, lambda: Workspace(vault, NOON), lambda _: None, Mailbox(), desk, ["watch"])
    loop._round()
    assert loop._vouched()
    vault.rename(tmp_path / "moved")
    other.rename(vault)
    loop._times.changed(time.monotonic())
    loop._round()
    assert loop._vouched() is None
    loop._eyes.close()


def test_today_is_handed_over_word_for_word(vault: Path) -> None:
    """To a pipe and as JSON; and nothing of it after an edit that changes the page."""
    line = [sys.executable, "-m", "vaultnet", "-C", str(vault), "--today", "2026-06-15", "agenda"]

    def run(*words: str) -> tuple[bytes, bytes]:
        done = subprocess.run([*line, *words], capture_output=True, check=True, env={**os.environ, **environment})
        return done.stdout, done.stderr

    environment: dict[str, str] = {}
    run()
    usual = [run(), run("--json"), run("-q")]
    with _watcher(vault):
        assert [run(), run("--json"), run("-q")] == usual
        with Path("/dev/full").open("wb") as full:  # what cannot be said beside the page does not print it twice
            assert subprocess.run(line, stdout=subprocess.PIPE, stderr=full, check=True).stdout == usual[0][0]
        probe = [sys.executable, "-X", "importtime", *line[1:]]
        loaded = subprocess.run(probe, capture_output=True, check=True).stderr
        assert not [name for name in (b"sqlite3", b"pathlib", b"typing", b"datetime") if name + b"\n" in loaded]
        environment = {"TZ": "Pacific/Auckland"}
        assert run() == usual[0]
        environment = {}
        (vault / "Gus.md").write_text("---\ntype: contact\n---\n## Log\n- 2024-01-02 call: long ago\n")
        assert run()[0] != usual[0][0]
