"""A birthday on a Saturday, or on holiday, through the real commands: named on the first page after it, and once done,
no more.
"""

from pathlib import Path

import pytest

from tests.frontends.conftest import Cli
from tests.vaults import make_vault

FRIDAY, MONDAY, TUESDAY = "2026-06-19", "2026-06-22", "2026-06-23"
WORDS = "- [ ] Call [[Ada]] · birthday on 20 June, turned 60: late wishes are welcome too"


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return make_vault(
        tmp_path / "vault",
        """
        == People/Ada.md
        ---
        type: contact
        birthday: 1966-06-20
        last-contact: 2026-06-01
        ---
        == People/Ben.md
        ---
        type: contact
        last-contact: 2025-06-01
        ---
        """,
    )


def page(cli: Cli, vault: Path, day: str) -> str:
    result = cli(vault, "agenda", today=day)
    assert result.code == 0, result.err
    return (vault / "Daily" / f"{day}.md").read_text(encoding="utf-8")


def test_the_first_page_after_it_says_so_until_it_is_done(cli: Cli, vault: Path) -> None:
    page(cli, vault, FRIDAY)
    text = page(cli, vault, MONDAY)
    assert WORDS in text
    assert WORDS in page(cli, vault, TUESDAY)
    (vault / f"Daily/{MONDAY}.md").write_text(
        text.replace("- [ ] Call [[Ada]]", "- [x] Call [[Ada]]"), encoding="utf-8"
    )
    assert "late wishes" not in page(cli, vault, TUESDAY)
    assert f"- {MONDAY} call" in (vault / "People/Ada.md").read_text(encoding="utf-8")
    ticked = page(cli, vault, MONDAY)
    assert WORDS.replace("[ ]", "[x]") in ticked
    assert page(cli, vault, MONDAY) == ticked


def test_let_go_is_let_go(cli: Cli, vault: Path) -> None:
    page(cli, vault, FRIDAY)
    text = page(cli, vault, MONDAY)
    (vault / f"Daily/{MONDAY}.md").write_text(
        text.replace("- [ ] Call [[Ada]]", "- [-] Call [[Ada]]"), encoding="utf-8"
    )
    assert "late wishes" not in page(cli, vault, TUESDAY)


def test_in_german_too(cli: Cli, vault: Path) -> None:
    (vault / "vaultnet.toml").write_text('[vault]\nlanguage = "de"\n', encoding="utf-8")
    page(cli, vault, FRIDAY)
    assert "hatte am 20. Juni Geburtstag und wurde 60: auch späte Glückwünsche tun gut" in page(cli, vault, MONDAY)
