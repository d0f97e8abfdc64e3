"""`vaultnet watch` as a process: signals, one for each vault, what it prints."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from subprocess import PIPE
from threading import Timer
from typing import Any

import pytest

from tests.frontends.conftest import SCHEMAS, Cli
from tests.frontends.watched import watched
from tests.test_house_startup import _loaded
from tests.vaults import make_vault
from vaultnet.frontends.cli.commands.watch import _say_words
from vaultnet.frontends.cli.context import Flags
from vaultnet.frontends.cli.status_line import StatusLine
from vaultnet.frontends.watch.event import Event
from vaultnet.storage.watch_lock import WatchState, read_watch_state, watch_lock

SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
VAULT = """
    == vaultnet.toml
    [watch]
    quiet = 0
    == Ada.md
    ---
    type: contact
    ---
    ## Log
    - 2025-01-02 call: the flat
    == Daily/2026-06-15.md
    # Monday
"""


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return make_vault(tmp_path / "vault", VAULT)


@contextmanager
def _running(vault: Path, *words: str) -> Iterator[subprocess.Popen[str]]:
    """One that does not end is made to say where it stands, and ended: no test waits for ever."""
    line = [sys.executable, "-X", "faulthandler", "-m", "vaultnet", "-C", str(vault), "--today", "2026-06-15", "watch"]
    with _listening(), subprocess.Popen([*line, *words], stdout=PIPE, stderr=PIPE, text=True) as process:
        patience = Timer(120, process.send_signal, [signal.SIGABRT])
        patience.start()
        try:
            yield process
        finally:
            patience.cancel()
            process.kill()


@contextmanager
def _listening() -> Iterator[None]:
    """Under `nohup`, or in a script's background, signals are ignored, and a watcher that inherits that leaves it so."""
    before = {number: signal.signal(number, signal.default_int_handler) for number in SIGNALS}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _read(process: subprocess.Popen[str], name: str) -> dict[str, Any]:
    """The next event of that name."""
    assert process.stdout is not None
    assert process.stderr is not None
    for line in process.stdout:
        event: dict[str, Any] = json.loads(line)
        _validate(event)
        if event["event"] == name:
            return event
    raise AssertionError(f"it ended without {name}\n{process.stderr.read()}")


def _validate(event: dict[str, Any]) -> None:
    import jsonschema

    jsonschema.validate(event, json.loads((SCHEMAS / "watch.json").read_text()))


@pytest.mark.parametrize("number", SIGNALS, ids=lambda number: number.name)
def test_a_signal_ends_it_cleanly(vault: Path, number: signal.Signals) -> None:
    with _running(vault, "--json") as process:
        assert _read(process, "started")["pid"] == process.pid
        assert _read(process, "wrote")["paths"] == ["Daily/2026-06-15.md"]
        process.send_signal(number)
        ended = _read(process, "stopped")
        assert process.wait(30) == 0
    assert (ended["why"], ended["written"]) == (number.name, 1)
    assert read_watch_state(vault) is None
    assert not list(vault.rglob(".vn~*"))


def test_a_watcher_that_was_killed_holds_nobody_up(vault: Path) -> None:
    with _running(vault, "--json") as process:
        _read(process, "started")
        process.kill()
        process.wait(30)
    with watch_lock(vault):
        pass


def test_one_watcher_for_a_vault(cli: Cli, vault: Path) -> None:
    with watch_lock(vault) as note:
        note(WatchState(os.getpid(), "2026-06-15T08:00:03+02:00"))
        refused = cli(vault, "watch")
        as_json = cli(vault, "watch", "--json")
    assert refused.code == 6
    assert f"process {os.getpid()}, since 2026-06-15 08:00" in refused.err
    assert (as_json.code, as_json.json()["error"]["code"]) == (6, "already-watched")


def test_status(cli: Cli, vault: Path) -> None:
    assert "No watcher runs" in cli(vault, "watch", "--status").out
    assert cli(vault, "watch", "--status", "--json").json() == {
        "schema": "vaultnet.watch/1",
        "event": "status",
        "running": False,
    }
    with watch_lock(vault) as note:
        note(WatchState(4711, "2026-06-15T08:00:03+02:00", waits_for="a merge is under way in this repository"))
        told = cli(vault, "watch", "--status").out
        assert cli(vault, "watch", "--status", "--json").json()["pid"] == 4711
    assert told.splitlines()[1:] == [
        "  process             4711",
        "  since               2026-06-15T08:00:03+02:00",
        "  last look           not yet",
        "  last write          none",
        "  in the way          a merge is under way in this repository",
    ]


def test_status_says_on_a_line_of_its_own_what_can_be_done(cli: Cli, tmp_path: Path) -> None:
    vault = make_vault(tmp_path / "people", "".join(f"== {number}.md\n# A note\n" for number in range(7)))
    cli(vault, "due")
    for note in vault.glob("?.md"):
        note.unlink()
    with watched(vault) as eye:
        eye.rest()
        why = eye.state.waits_for
    with watch_lock(vault) as note_state:
        note_state(WatchState(4711, "2026-06-15T08:00:03+02:00", waits_for=why))
        told = cli(vault, "watch", "--status").out
    assert told.splitlines()[-2:] == [
        "  in the way          7 of 7 notes have vanished since the last command: nothing is written until they are back",
        "                      if you removed them yourself, run `vaultnet index --expect-missing`",
    ]


@pytest.mark.parametrize("words", [("agenda",), ("log", "called Ada"), ("watch", "--status")], ids=" ".join)
def test_only_a_watcher_loads_watchdog(vault: Path, words: tuple[str, ...]) -> None:
    assert "watchdog" not in _loaded("-C", str(vault), *words)


def test_on_a_terminal_one_line_is_written_over_and_over(capsys: pytest.CaptureFixture[str]) -> None:
    line = StatusLine(is_live=True)
    line.show("1 note changed: \x1b[31mA.md")
    line.keep("Wrote B.md")
    line.end()
    clear, said = "\r\x1b[2K", "1 note changed: [31mA.md"
    assert capsys.readouterr().err == f"{clear}{said}{clear}Wrote B.md\n{clear}{said}{clear}"


def test_each_of_several_faults_has_its_moment(capsys: pytest.CaptureFixture[str]) -> None:
    _say_words(Flags())(Event("problem", "vaultnet.toml: one fault\nanother fault"))
    lines = capsys.readouterr().err.splitlines()
    assert [line.partition("  ")[2] for line in lines] == ["vaultnet.toml: one fault", "another fault"]
    assert all(datetime.fromisoformat(line.partition("  ")[0]) for line in lines)


def test_in_a_log_every_event_is_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    line = StatusLine(is_live=False)
    line.show("one")
    line.keep("two")
    assert capsys.readouterr().err == "one\ntwo\n"
