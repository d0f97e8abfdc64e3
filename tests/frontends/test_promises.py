"""`vaultnet promises`: what I owe, and what I wait for."""

from pathlib import Path
from typing import Any

import pytest

from tests.frontends.conftest import Cli
from tests.vaults import make_vault

VAULT = """
    == People/Ada.md
    ---
    type: contact
    ---
    - [ ] Send her the map 📅 2026-06-20
    - [ ] Call about the flat 🔁 every week 📅 2026-06-16
    - [ ] Her slides #waiting 📅 2026-06-10
    - [ ] Bring the book 🛫 2026-07-01
    - [ ] Send the draft ⛔ draft 📅 2026-06-15
    - [x] Pay for lunch 📅 2026-06-01
    == People/Ben.md
    ---
    type: contact
    ---
    - [ ] Introduce [[Ada]] to him 📅 2026-08-01
    == Work.md
    - [ ] Write the draft 🆔 draft
    - [ ] Buy milk
"""


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return make_vault(tmp_path / "vault", VAULT)


def texts(rows: list[dict[str, Any]]) -> list[str]:
    return [f"{row['due']} {row['text']} {row['state']}" for row in rows]


def test_by_due_date(cli: Cli, vault: Path) -> None:
    found = cli(vault, "promises", "--json").json()
    assert texts(found["promises"]) == [
        "2026-06-16 Call about the flat open",
        "2026-06-20 Send her the map open",
        "2026-08-01 Introduce Ada to him open",
    ]
    assert texts(found["waiting"]) == ["2026-06-10 Her slides due"]
    assert found["promises"][0]["recurs"] == "every week"
    assert found["promises"][2]["names"] == ["Ada", "Ben"]


def test_all_shows_what_cannot_be_done_yet(cli: Cli, vault: Path) -> None:
    out = cli(vault, "promises", "--all").out
    assert "Bring the book (from 2026-07-01 on)" in out
    assert "Send the draft (waits for another task)" in out
    assert "Call about the flat (🔁 every week)" in out
    assert "Buy milk" not in out
    assert "Write the draft" not in out


def test_a_blocked_task_is_not_due_until_its_blocker_is_done(cli: Cli, vault: Path) -> None:
    assert "Send the draft" not in cli(vault, "agenda", "--stdout").out
    work = vault / "Work.md"
    work.write_text(work.read_text().replace("- [ ] Write", "- [x] Write"))
    assert "Send the draft" in cli(vault, "agenda", "--stdout").out
    assert "Send the draft" in cli(vault, "promises").out


def test_within_and_who(cli: Cli, vault: Path) -> None:
    assert texts(cli(vault, "promises", "--who", "Ben", "--json").json()["promises"]) == [
        "2026-08-01 Introduce Ada to him open"
    ]
    assert "the map" not in cli(vault, "promises", "--within", "2d").out
    assert cli(vault, "promises", "--within", "yesterday").code == 2


def test_what_i_wait_for_is_followed_up_when_its_day_has_passed(cli: Cli, vault: Path) -> None:
    block = cli(vault, "agenda", "--stdout").out
    assert "- [ ] E-mail [[Ada]] · you have waited since 10 June: Her slides · after that a call" in block


def test_nothing_promised(cli: Cli, tmp_path: Path) -> None:
    result = cli(make_vault(tmp_path / "empty", "== Plain.md\n- [ ] Buy milk\n"), "promises")
    assert (result.code, result.out) == (0, "Nothing promised, and nothing to wait for.\n")
