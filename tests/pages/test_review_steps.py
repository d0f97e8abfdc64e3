"""The steps ahead on a weekly review: whom to meet, introductions, what to give, the goals; plain lines all of them."""

from pathlib import Path

import pytest

from tests.vaults import make_vault, open_vault
from vaultnet.app.review import choose_stretch, generate_review
from vaultnet.model.exchanges import Act
from vaultnet.practice.exchange_hint import ASKED_MORE, exchange_hint

VAULT = """
    == Goals.md
    ---
    type: goals
    wish-list: ["[[Zoe]]", "[[Yan]]", "[[Xenia]]", "[[Will]]"]
    targets: ["[[Tidemark]]"]
    offers: drawing maps
    ---
    == Ada.md
    ---
    type: contact
    company: Tidemark
    needs: drawing of a map
    knows: "[[Yan]]"
    ---
    - 2026-06-09 email to: may I see the tide table #asked
    - 2026-06-01 lunch
    == Ben.md
    ---
    type: contact
    interests: owls
    ---
    - 2026-06-02 email to: would he read it #asked
    == Owls.md
    ---
    source: https://birds.example
    tags: [owls]
    ---
    == Zoe through Ada.md
    ---
    type: introduction
    to: "[[Zoe]]"
    via: "[[Ada]]"
    status: asked
    ---
    - 2026-05-02 thought of it
    - 2026-06-09 asked her, with two sentences to forward
    == Ada to Ben.md
    ---
    type: introduction
    from: "[[Ada]]"
    to: "[[Ben]]"
    status: asked
    ---
    - 2026-06-11 asked Ada and Ben
"""


def review(vault: Path, language: str = "en") -> str:
    (vault / "vaultnet.toml").write_text(f'[vault]\nlanguage = "{language}"\n')
    with open_vault(vault, "2026-06-15") as workspace:
        workspace.refresh()
        return generate_review(workspace, choose_stretch(workspace, "2026-W24", None), only_print=True).block


def test_the_steps_ahead(tmp_path: Path) -> None:
    block = review(make_vault(tmp_path, VAULT))
    steps = block[block.index("**To meet**") : block.index("**The week ahead**")]
    assert (
        steps
        == """**To meet** · one step for each
- Zoe · [[Ada]] to answer, asked on 9 June
- Yan · ask [[Ada]] for an introduction · knows Yan
- Xenia · nobody you know is a way there: letter on 15 June, then call
- 1 more on the list
- [[Ada to Ben]] · [[Ben]], [[Ada]] to answer

**To give**
- [[Ada]] needs drawing of a map · you offer drawing maps
- [[Owls]] for [[Ben]] · interested in owls
- For you alone: in the last twelve months you have asked more often than you gave. Help first, and the next ask is easy.

**Towards your goals**
- In touch: [[Ada]] (Tidemark)
- Zoe, 9 June · asked her, with two sentences to forward
- [[Goals]] could say more: industries, roles, locations, company-kinds, environment, targets, quota, pitch, strengths, accomplishments (`vaultnet goals` says why)

"""
    )
    assert "- [ ]" not in block


def test_in_german(tmp_path: Path) -> None:
    block = review(make_vault(tmp_path, VAULT), "de")
    for line in (
        "- Zoe · jetzt antwortet [[Ada]], gefragt hast du am 9. Juni",
        "- Yan · frag [[Ada]] nach einer Vorstellung · kennt Yan",
        "- [[Owls]] für [[Ben]] · interessiert sich für owls",
        "- In Kontakt: [[Ada]] (Tidemark)",
    ):
        assert line in block


def test_a_vault_without_goals_has_nothing_to_say_of_them(tmp_path: Path) -> None:
    block = review(make_vault(tmp_path, "== Ada.md\n---\ntype: contact\n---\n- 2026-06-09 call\n"))
    assert "To meet" not in block
    assert "Towards your goals" not in block
    assert "To give" not in block


@pytest.mark.parametrize(
    ("acts", "hint"),
    [
        ([], ""),
        ([Act("email", "to", ("asked",))], ASKED_MORE),
        ([Act("email", "to", ("asked",)), Act("help", "", ())], ""),
        ([Act("email", "to", ("asked",)), Act("gift", "from", ())], ASKED_MORE),
        ([Act("email", "to", ("asked",)), Act("gift", "", ("received",))], ASKED_MORE),
        ([Act("email", "from", ("asked",))], ""),  # they asked me
        ([Act("email", "to", ("gave",)), Act("call", "", ("asked",))], ""),
    ],
)
def test_asks_held_against_gifts(acts: list[Act], hint: str) -> None:
    assert exchange_hint(acts) == hint
