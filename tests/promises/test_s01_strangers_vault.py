"""A stranger's vault is data: nothing in it runs, leads outside, or speaks to the terminal (promises S1, S2, S8)."""

import json
import os
import pty
import re
import subprocess
import sys
import tty
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.frontends.conftest import Cli
from tests.promises.stranger_walk import MARK
from tests.promises.strangers_vault import SECRET, strangers_vault
from tests.vaults import snapshot

ROOT = Path(__file__).parents[2]
# All that a terminal may get besides text: line feed and tab, and `\r\x1b[2K` of the line of progress.
_RAW = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c\ufffe]")
# A link that a program would follow: in Markdown, in a card, in a picture.
_RUNNING = re.compile(
    r"\]\(\s*<?\s*(?:javascript|file|data):|^(?:URL|(?:X-)?SOCIALPROFILE)[^:\n]*:\s*(?:javascript|file):|href=.(?:javascript|file)",
    re.IGNORECASE | re.MULTILINE,
)
_PROGRESS = "\r\x1b[2K"


class Walked(NamedTuple):
    outputs: dict[str, str]  # by the words of the command, in ASCII
    report: dict[str, Any]
    vault: Path


def _walk(folder: Path) -> Walked:
    """All commands in a child whose output is a terminal, standing in the vault as a person would."""
    vault = strangers_vault(folder)
    (vault / "rows.csv").write_text(
        "Name,Company,Notes\nMal \x1b[31m\x9b,=cmd|' /C calc'!A0,\u202e../../x\n../../up,CON,x\n"
    )
    (vault / "cards.vcf").write_text(
        "BEGIN:VCARD\nVERSION:3.0\nFN:../../../up \x1b[31m\x9b\nNOTE:\u202e\nX-ODD:\x1b\nEND:VCARD\n"
    )
    master, slave = pty.openpty()
    tty.setraw(slave)
    report = folder / "report.json"
    command = [sys.executable, "-P", "-X", "utf8", "-m", "tests.promises.stranger_walk", str(vault), str(report)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "dumb", "COLUMNS": "200"}
    child = subprocess.Popen(command, cwd=vault, env=environment, stdin=subprocess.DEVNULL, stdout=slave, stderr=slave)
    os.close(slave)
    told = _read(master)
    assert child.wait(120) == 0, told[-3_000:]
    parts = (part.partition("\n") for part in told.split(MARK)[1:])
    return Walked({words: output for words, _, output in parts}, json.loads(report.read_text()), vault)


def _read(master: int) -> str:
    parts = []
    while True:
        try:
            part = os.read(master, 65_536)
        except OSError:  # Linux says so when nobody has the terminal open any more
            break
        if not part:
            break
        parts.append(part)
    os.close(master)
    return b"".join(parts).decode("utf-8", "surrogateescape")


def _everything_below(folder: Path) -> dict[str, bytes]:
    return {str(file): file.read_bytes() for file in folder.rglob("*") if file.is_file() and not file.is_symlink()}


def test_s1_s2_s8_every_command_in_a_strangers_vault(tmp_path: Path) -> None:
    walked = _walk(tmp_path)
    vault, report, outside = walked.vault, walked.report, tmp_path / "outside"
    # S1: nothing was started, connected to, imported
    assert report["events"] == []
    assert report["modules"] == []
    assert list(tmp_path.rglob("pwned*")) == []
    # S2: what lies outside was neither read nor written
    assert sorted(file.name for file in outside.iterdir()) == ["secret.md", "secret.toml"]
    assert sorted(file.name for file in tmp_path.iterdir()) == ["outside", "report.json", "vault"]
    assert [words for words, output in walked.outputs.items() if SECRET in output] == []
    assert [name for name, data in _everything_below(vault).items() if SECRET.encode() in data] == []
    assert [name for name, data in _everything_below(Path(os.environ["HOME"])).items() if SECRET.encode() in data] == []
    # S8: nothing raw reached the terminal
    raw = {words: sorted(set(_RAW.findall(output.replace(_PROGRESS, "")))) for words, output in walked.outputs.items()}
    assert {words: found for words, found in raw.items() if found} == {}
    # nor does any link go out that could run something
    assert [words for words, output in walked.outputs.items() if _RUNNING.search(output)] == []
    # and no command broke
    assert {words: code for words, code in report["codes"].items() if code == 3} == {}
    assert [words for words, output in walked.outputs.items() if "Traceback" in output] == []


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of a fork beside xdist's threads
@pytest.mark.parametrize(
    "template",
    [
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{% include '../../../outside/secret.md' %}",
        "{% include 'out.md' %}",
        "{{ 'a' * 900000000 }}",
    ],
)
def test_s1_a_trusted_template_still_reaches_nothing(cli: Cli, example: Path, template: str) -> None:
    """Trust is for what a page looks like: a template that wants more ends its command, and nothing is written."""
    outside = example.parent / "outside"
    outside.mkdir()
    (outside / "secret.md").write_text(SECRET)
    folder = example / ".vaultnet/templates"
    folder.mkdir(parents=True)
    (folder / "agenda.md").write_text(template)
    (folder / "out.md").symlink_to(outside / "secret.md")
    assert cli(example, "trust").code == 0
    before = snapshot(example)
    result = cli(example, "agenda")
    assert result.code == 2, result.out
    assert ".vaultnet/templates/agenda.md" in result.err
    assert SECRET not in result.out + result.err
    assert snapshot(example) == before
