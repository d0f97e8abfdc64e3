"""A slip in somebody's front matter, and then they are asked for by name: what is said is the fault, not "nobody"."""

from pathlib import Path

import pytest

from tests.frontends.conftest import Cli
from tests.vaults import make_vault, snapshot

FAULT = "People/Eve Adams.md:3: the front matter is not valid YAML"


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return make_vault(
        tmp_path / "vault",
        """
        == People/Ada.md
        ---
        type: contact
        ---
        == People/Eve Adams.md
        ---
        type: contact
        role: painter: portraits
        ---
        ## Log
        """,
    )


@pytest.mark.parametrize("words", [("show", "Eve"), ("plan", "eve adams"), ("dates", "--who", "Eve")])
def test_who_is_asked_for_is_told_what_to_mend(cli: Cli, vault: Path, words: tuple[str, ...]) -> None:
    result = cli(vault, *words)
    assert result.code == 1
    assert FAULT in result.err


@pytest.mark.parametrize(
    ("words", "to_paste"),
    [
        (("log", "called Eve: the exhibition"), "- 2026-06-15 call: the exhibition"),
        (("log", "Eve wrote yesterday", "--next", "call in 3w"), "- 2026-06-14 email from"),
        (("snooze", "Eve", "2026-09-01"), "snooze: 2026-09-01"),
    ],
)
def test_what_would_have_been_written_is_there_to_paste(
    cli: Cli, vault: Path, words: tuple[str, ...], to_paste: str
) -> None:
    before = snapshot(vault)
    refused = cli(vault, *words)
    assert refused.code == 6
    assert FAULT in refused.err
    assert to_paste in refused.err
    assert snapshot(vault) == before


def test_others_are_still_nobody(cli: Cli, vault: Path) -> None:
    assert 'nobody is called "Zoe"' in cli(vault, "show", "Zoe").err
    assert "write **Zoe** to make a note of them" in cli(vault, "log", "called Zoe").err


def test_a_note_that_is_not_utf8_is_somebody(cli: Cli, vault: Path) -> None:
    (vault / "People/Latin Wren.md").write_bytes(b"---\ntype: contact\n---\ncaf\xe9\n")
    assert "People/Latin Wren.md:4: byte 0xe9 is not UTF-8" in cli(vault, "show", "Latin").err
    refused = cli(vault, "log", "called Latin: fine")
    assert refused.code == 6
    assert "People/Latin Wren.md:4: byte 0xe9 is not UTF-8" in refused.err
