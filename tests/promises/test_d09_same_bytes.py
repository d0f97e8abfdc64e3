"""The same notes, settings and day give the same bytes (D9), whatever zone, locale and hash seed the machine has."""

import hashlib
import json
import os
import random
import shutil
import subprocess
import sys
from itertools import islice, product
from pathlib import Path

import pytest

from tests.promises.disks import ROOT, fuse_disk
from tests.soaking.tools import need
from tests.vaults import make_example, make_vault

ZONES = ("", "UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca",
         "Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kathmandu", "nonsense")  # fmt: skip
LOCALES = ("C", "de_DE.ISO-8859-1", "tr_TR.UTF-8", "ar_EG.UTF-8")
MANY = int(os.environ.get("VAULTNET_SOAK_ENVIRONMENTS", "120"))  # of 120
SEEDS = ("0", "1", "random")
COMMANDS = ("agenda --stdout", "review --stdout", "check", "find type:contact", "due --all", "export vcard --dry-run", "export csv",
            "stats", "coverage", "followups", "promises", "dates --within 60d", "introductions", "goals", "triage", "give",
            "wishlist", "drive", "network", "targets", "plan", "dupes", "facts", "due --json", "agenda --stdout --json")  # fmt: skip
FEW = ("agenda --stdout", "review --stdout", "check", "find type:contact", "due --all", "export csv", "plan", "network")
# One interpreter for all commands; what each printed, and the notes in the end, as one number.
CHILD = """
import contextlib, hashlib, io, json, sys
from pathlib import Path
from vaultnet.frontends.cli.door import speak_utf8
speak_utf8()  # as the program begins
from vaultnet.frontends.cli.context import Flags
from vaultnet.frontends.cli.main import run
root, told = sys.argv[1], {}
for line in json.loads(sys.argv[2]):
    words = ["-C", root, "--today", "2026-06-15", *line.split()]
    out, err = io.TextIOWrapper(io.BytesIO(), encoding="utf-8"), io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = run(words, Flags(words=tuple(words)))
    out.flush(), err.flush()
    said = out.buffer.getvalue() + err.buffer.getvalue()
    told[line] = [code, hashlib.sha256(said.replace(root.encode(), b"ROOT")).hexdigest()[:16]]
print(json.dumps(told))
"""
VAULT = """
    == vaultnet.toml
    [vault]
    timezone = "Europe/Amsterdam"
    == People/Ágnes İnce.md
    ---
    type: contact
    tier: close
    birthday: 1990-06-18
    tags: [ıI, zoo, Ärger]
    aliases: [Zoë, ada]
    company: "[[Öl AG]]"
    ---
    ## Log
    - 2026-01-02 call: İstanbul, ısı, ß
    - [ ] Send her the list 📅 2026-06-16
    == People/ınce Ada.md
    ---
    type: contact
    met: 2020-01-01
    introduced-by: "[[Ágnes İnce]]"
    ---
    == People/Zed.md
    ---
    type: contact
    met: 2020-01-01
    needs: [a list of zoos]
    ---
    == People/Émile.md
    ---
    type: contact
    met: 2020-01-01
    offers: [lists of zoos]
    ---
    == Öl AG.md
    ---
    type: organization
    target: true
    ---
    == Daily/2026-06-14.md
    - called [[Zed]] and [[Émile]]
    == Broken.md
    ---
    type: contact
    type: contact
    ---
"""


def told_by(
    vault: Path, tmp_path: Path, commands: tuple[str, ...], number: int, **environment: str
) -> dict[str, list[object]]:
    """What the commands say in a process of this environment, with a cache of its own."""
    cache = tmp_path / f"cache-{number}"
    given = {**os.environ, "XDG_CACHE_HOME": str(cache), "COLUMNS": "100", **environment}
    line = [sys.executable, "-c", CHILD, str(vault), json.dumps(commands)]
    done = subprocess.run(line, env=given, capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stderr
    shutil.rmtree(cache, ignore_errors=True)
    return dict(json.loads(done.stdout))


def environments(count: int) -> list[dict[str, str]]:
    """Each zone, locale and seed, mixed by a fixed draw; all of them where there is room."""
    every = [
        {"TZ": zone, "LC_ALL": one, "LANG": one, "PYTHONHASHSEED": seed}
        for zone, one, seed in product(ZONES, LOCALES, SEEDS)
    ]
    random.Random(9).shuffle(every)
    # First those where it is another day than in the vault, whatever the hour: --today is the day in the vault.
    every.sort(key=lambda one: not one["TZ"].startswith("Pacific/"))
    return list(islice(every[::7] if count < 12 else every, count))


@pytest.mark.parametrize("count", [3, pytest.param(MANY, marks=pytest.mark.soak)], ids=["some", "all"])
def test_d9_one_answer_in_every_zone_locale_and_hash_seed(
    tmp_path: Path, count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    if count >= 12:
        monkeypatch.setenv("LOCPATH", str(_made_locales(tmp_path)))
    vault = make_example(tmp_path / "vault") if count >= 12 else make_vault(tmp_path / "vault", VAULT)
    commands = COMMANDS if count >= 12 else FEW
    first, *others = (told_by(vault, tmp_path, commands, at, **one) for at, one in enumerate(environments(count)))
    assert {code for code, _ in first.values()} <= {0, 1}, first
    for one in others:
        assert one == first
    print(f"\n{count} environments, {len(commands)} commands, one answer each")


def _made_locales(tmp_path: Path) -> Path:
    """The locales themselves: without them Python takes C for each, and nothing has been tried."""
    folder = tmp_path / "locales"
    folder.mkdir()
    for name in LOCALES[1:]:
        language, _, letters = name.partition(".")
        line = [need("localedef"), "-i", language, "-f", letters, str(folder / name)]
        made = subprocess.run(line, capture_output=True, text=True, check=False)  # 1 for a warning
        assert (folder / name / "LC_CTYPE").exists(), f"apt-get install locales: {made.stderr}"
    return folder


def test_d9_names_of_files_are_utf8_where_the_locale_knows_no_such_letters(tmp_path: Path) -> None:
    """Found in a Latin-1 locale: the agenda linked to `Leyla AydÄ±n`. Here one of ASCII, which every machine has."""
    vault = make_vault(tmp_path / "vault", VAULT)
    line = [sys.executable, "-m", "vaultnet", "-C", str(vault), "--today", "2026-06-15", "due", "--all"]
    said = list[tuple[int, bytes, bytes]]()
    for own in ({"PYTHONUTF8": "1"}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}):
        cache = {"XDG_CACHE_HOME": str(tmp_path / f"cache-{len(said)}")}
        done = subprocess.run(line, env={**os.environ, **cache, **own}, capture_output=True, cwd=ROOT, check=False)
        said.append((done.returncode, done.stdout, done.stderr))
    assert said[0] == said[1]
    assert "Ágnes İnce" in said[0][1].decode()


@pytest.mark.soak
def test_d9_one_answer_on_a_disk_that_folds_names(tmp_path: Path) -> None:
    """There the names come back decomposed; what is said and written is the same."""
    vault = make_example(tmp_path / "vault")
    with fuse_disk(tmp_path, "fold") as place:
        shutil.copytree(vault, place / "vault")
        assert any("\u0301" in note.name for note in (place / "vault" / "People").iterdir())
        assert told_by(place / "vault", tmp_path, COMMANDS, 1) == told_by(vault, tmp_path, COMMANDS, 0)
        writing = ("agenda", "review")
        assert told_by(place / "vault", tmp_path, writing, 1) == told_by(vault, tmp_path, writing, 0)
        assert _digests(place / "vault") == _digests(vault)
    print(f"\n{len(COMMANDS)} commands and {len(writing)} that write, one answer on both disks")


def _digests(vault: Path) -> dict[str, str]:
    import unicodedata

    return {
        unicodedata.normalize("NFC", file.relative_to(vault).as_posix()): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(vault.rglob("*.md"))
        if ".vaultnet" not in file.parts
    }
