"""Names that hold a line feed, an escape or a mark that turns the direction: no line of an answer is broken by them,
none reaches the terminal raw, and the notes are in the practice like all others (promises S8, D19).
"""

import json
import re
from pathlib import Path

import pytest

from tests.frontends.conftest import Cli
from tests.vaults import make_vault

_NOTE = """---
type: contact
cadence: 3 months
company: "[[Acme]]"
email: {}@x.example
birthday: 06-16
role: "of two\\nAFTER lines"
---
## Log
- 2025-01-01 call: the tides #asked
- [ ] send the paper 📅 2026-06-10
"""
_NAMES = ("Nia\nAFTER", "Esc \x1b[31mAFTER", "Bidi \u202eAFTER", "Cr\rAFTER", "C1 \x9b31mAFTER")
_BROKEN = "Bad\nAFTER \x1b[32m"
_RAW = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    root = make_vault(tmp_path / "vault", "== Goals.md\n---\ntype: goals\ntargets: [Acme]\n---\n")
    (root / "People").mkdir()
    for number, name in enumerate(_NAMES):
        (root / f"People/{name}.md").write_text(_NOTE.format(number), newline="")
    (root / f"People/{_BROKEN}.md").write_text("---\ntype: contact\nrole: a: b\n---\n")
    (root / "Acme\nAFTER.md").write_text(
        "---\ntype: organization\ntarget: true\n---\n## Facts\n- 2026-01-01 pay: 70k\n"
    )
    (root / f"People/{_NAMES[0]} (conflicted copy 2026-05-02).md").write_text(_NOTE.format(0))
    return root


def test_s8_no_line_is_broken_and_nothing_raw_is_shown(vault: Path, cli: Cli) -> None:
    for words, code in (
        (("check",), 1), (("due", "--all"), 0), (("dates",), 0), (("dupes",), 1), (("targets",), 0), (("promises",), 0),
        (("followups",), 0), (("find", "tides"), 0), (("find", "type:contact"), 0), (("show", "Nia"), 0),
        (("show", "Bad"), 1), (("plan", "Nia"), 0), (("plan",), 0), (("set", "type:contact", "tier=close"), 0),
        (("facts", "Acme AFTER"), 0), (("coverage", "--all"), 0), (("stats",), 0), (("resolve",), 0), (("give",), 0),
        (("triage", "--list"), 0), (("log", "called AFTER"), 4), (("log", "called Nia: the moon"), 0), (("undo",), 0),
        (("rename", "Nia", "Mia"), 0), (("undo",), 0), (("resolve", "Nia", "--ours"), 0), (("undo",), 0),
        (("agenda", "--dry-run"), 0), (("agenda",), 0), (("absorb",), 0), (("review", "--dry-run"), 0),
    ):  # fmt: skip
        told = cli(vault, *words)
        assert told.code == code, (words, told.out, told.err)
        is_exact = words[0] == "agenda" or "--dry-run" in words  # a block and a diff go to a pipe byte for byte
        shown = told.err if is_exact else told.out + told.err
        assert not [line for line in shown.split("\n") if line.startswith("AFTER")], (words, shown)
        assert not _RAW.search(shown), (words, shown)


def test_programs_get_the_names_as_they_are(vault: Path, cli: Cli) -> None:
    paths = {row["path"] for row in cli(vault, "due", "--all", "--json").json()["contacts"]}
    assert paths == {f"People/{name}.md" for name in _NAMES}
    refused = json.loads(cli(vault, "show", "Bad", "--json").out)
    assert refused["error"]["path"] == f"People/{_BROKEN}.md"


def test_s8_a_link_to_such_a_note_stands_on_one_line_and_is_absorbed(vault: Path, cli: Cli) -> None:
    assert cli(vault, "agenda").code == 0
    page = vault / "Daily" / "2026-06-15.md"
    lines = page.read_text().splitlines()
    (promised,) = [line for line in lines if "[Nia AFTER](People/Nia%0AAFTER.md)" in line and "send the paper" in line]
    page.write_text(page.read_text().replace(promised, promised.replace("[ ]", "[x]")))
    assert cli(vault, "agenda").code == 0
    assert "- [x] send the paper 📅 2026-06-10 ✅ 2026-06-15" in (vault / "People/Nia\nAFTER.md").read_text()
