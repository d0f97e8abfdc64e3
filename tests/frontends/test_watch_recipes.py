"""The recipes of docs/guide/watch.md, tried as far as this machine can: each runs the program as its starter would."""

import json
import os
import plistlib
import re
import shutil
import signal
import subprocess
import sys
from configparser import ConfigParser
from pathlib import Path
from threading import Timer

import pytest

from tests.vaults import make_vault

GUIDE = Path(__file__).parent.parent.parent / "docs" / "guide" / "watch.md"


def _block(language: str) -> str:
    found = re.findall(rf"```{language}\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    assert len(found) == 1
    return str(found[0])


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A user's home with a vault in it, and the program where pipx puts it."""
    home = tmp_path / "me"
    make_vault(home / "notes", "== Ada.md\n---\ntype: contact\nmet: 2020-01-01\n---\n")
    program = home / ".local" / "bin" / "vaultnet"
    program.parent.mkdir(parents=True)
    root = Path(__file__).parent.parent.parent
    program.write_text(f'#!/bin/sh\nPYTHONPATH="{root}" exec "{sys.executable}" -m vaultnet "$@"\n')
    program.chmod(0o755)
    return home


def _run_until_it_has_begun(line: list[str], home: Path) -> int:
    """Start a watcher with next to no environment, end it as a service is ended; its exit code."""
    with subprocess.Popen([*line, "--json"], env={"HOME": str(home)}, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        patience = Timer(120, process.kill)
        patience.start()
        try:
            first = json.loads(process.stdout.readline())
            assert (first["event"], first["vault"]) == ("started", str(home / "notes"))
            process.send_signal(signal.SIGTERM)
            return process.wait(30)
        finally:
            patience.cancel()
            process.kill()


def test_the_systemd_unit_starts_a_watcher_and_ends_it(home: Path) -> None:
    unit = ConfigParser(interpolation=None)
    unit.read_string(_block("ini"))
    assert _run_until_it_has_begun(unit["Service"]["ExecStart"].replace("%h", str(home)).split(), home) == 0


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="there is no systemd here")
def test_systemd_finds_no_fault_in_the_unit(home: Path, tmp_path: Path) -> None:
    unit = tmp_path / "vaultnet.service"
    unit.write_text(_block("ini").replace("%h", str(home)))
    runtime = tmp_path / "run"
    runtime.mkdir(mode=0o700)
    environment = {**os.environ, "XDG_RUNTIME_DIR": str(runtime)}
    line = ["systemd-analyze", "--user", "verify", "--recursive-errors=no", str(unit)]
    done = subprocess.run(line, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_launchd_agent_starts_a_watcher_and_ends_it(home: Path) -> None:
    agent = plistlib.loads(_block("xml").encode())
    assert agent["RunAtLoad"] is True
    assert agent["KeepAlive"] == {"SuccessfulExit": False}
    line = [word.replace("/Users/me", str(home)) for word in agent["ProgramArguments"]]
    assert _run_until_it_has_begun(line, home) == 0


def test_the_cron_line_writes_the_agenda(home: Path) -> None:
    minute, hour, *_, command = _block("cron").rstrip("\n").split(None, 5)
    assert (minute, hour) == ("30", "7")
    assert "%" not in command  # cron would end the line there
    environment = {"HOME": str(home), "SHELL": "/bin/sh", "LOGNAME": "me", "PATH": "/usr/bin:/bin"}
    done = subprocess.run(
        ["/bin/sh", "-c", command], env=environment, cwd=home, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    pages = list((home / "notes" / "Daily").glob("*.md"))
    assert len(pages) == 1
    assert "<!-- vaultnet:agenda -->" in pages[0].read_text()
