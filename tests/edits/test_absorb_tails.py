"""What people type behind a tick, and the line of the log that it becomes; the commands as in `test_absorb.py`."""

from pathlib import Path

import pytest

from tests.edits.ticking import DAY, agenda, edit, log_of, run_absorb
from tests.vaults import make_vault

VAULT = """
    == People/Ada Lovelace.md
    ---
    type: contact
    uid: a
    ---
    ## Log
    - 2025-11-20 email: the mortality paper
    == People/Ben Okri.md
    ---
    type: contact
    ---
    ## Log
    - 2026-06-14 coffee: nothing much
"""
GERMAN = (
    VAULT
    + """
    == vaultnet.toml
    [vault]
    language = "de"
"""
)

TAILS = [
    ("she moves to Paris", "call: she moves to Paris"),
    ("- she moves to Paris", "call: - she moves to Paris"),
    ("no answer", "call: no answer"),
    ("left a voicemail", "call: left a voicemail"),
    ("good talk, 20 min #gave", "call: good talk, 20 min #gave"),
    ("#asked for the paper", "call: #asked for the paper"),
    ("#received #thanked", "call: #received #thanked"),
    ("met [[Ben Okri]] there", "call: met [[Ben Okri]] there"),
    ("coffee would be nice next time", "call: coffee would be nice next time"),
    ("yesterday", "call: yesterday"),
    ("she said: come!", "call: she said: come!"),
    ("ok", "call: ok"),
    ("called", "call"),
    ("called her", "call: called her"),
]


@pytest.mark.parametrize(("tail", "line"), TAILS)
def test_words_behind_a_tick(tmp_path: Path, tail: str, line: str) -> None:
    vault = make_vault(tmp_path / "vault", VAULT)
    agenda(vault)
    edit(vault, "[[Ada", "- [x] {} " + tail)
    (touch,) = run_absorb(vault).touches
    assert f"\n- {DAY} {line} ^vn-" in log_of(vault, "Ada Lovelace")
    assert touch["kind"] == "call"
    assert set(touch["tags"]) == {word.strip("#") for word in tail.split() if word.startswith("#")}


GERMAN_TAILS = [
    ("Call", "sie zieht um", "Anruf: sie zieht um", "call", []),
    ("Anruf bei", "keine Antwort", "Anruf: keine Antwort", "call", []),
    ("Kaffee mit", "sie zahlt #bekommen", "Kaffee: sie zahlt #bekommen", "coffee", ["received"]),
    ("Mail an", "um Rat gebeten #gefragt", "E-Mail: um Rat gebeten #gefragt", "email", ["asked"]),
    ("Besuch bei", "#gave", "Besuch: #gave", "visit", ["gave"]),
    ("Mittagessen mit", "", "Mittagessen", "lunch", []),
]


@pytest.mark.parametrize(("head", "tail", "line", "kind", "tags"), GERMAN_TAILS)
def test_words_behind_a_tick_in_a_german_vault(
    tmp_path: Path, head: str, tail: str, line: str, kind: str, tags: list[str]
) -> None:
    vault = make_vault(tmp_path / "vault", GERMAN)
    agenda(vault)
    edit(vault, "[[Ada", "- [x] {} " + tail)
    note = vault / "Daily" / f"{DAY}.md"
    at = (text := note.read_text()).index("[[Ada")
    begin = text.rindex("- [x] ", 0, at) + len("- [x] ")
    note.write_text(f"{text[:begin]}{head} {text[at:]}")
    (touch,) = run_absorb(vault).touches
    assert f"\n- {DAY} {line} ^vn-" in log_of(vault, "Ada Lovelace")
    assert (touch["kind"], touch["tags"]) == (kind, tags)
