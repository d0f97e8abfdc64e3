"""Whom to ask somebody about, out of a vault: wishes, targets from within and from the next room, targets unknown."""

from pathlib import Path

import pytest

from tests.vaults import make_vault, open_vault
from vaultnet.app.workspace import Workspace
from vaultnet.practice.ask_about import ask_about
from vaultnet.practice.targets import build_targets
from vaultnet.storage.backgrounds import load_backgrounds
from vaultnet.storage.goals import find_goals
from vaultnet.storage.organizations import load_organizations

VAULT = """
    == Goals.md
    ---
    type: goals
    targets: ["[[Tidemark]]", "[[Corvane]]", Harbour Re]
    wish-list: ["[[Grace Hopper]]", "[[Ada]]", "[[Old Friend]]", Rasmus Thielen]
    ---
    == Tidemark.md
    ---
    type: organization
    ---
    == Corvane.md
    ---
    type: organization
    ---
    == Corvane Analytics.md
    ---
    type: organization
    parent: "[[Corvane]]"
    ---
    == Ada.md
    ---
    type: contact
    company: "[[Tidemark]]"
    knows: ["[[Grace Hopper]]"]
    ---
    - 2026-05-01 coffee: the maps
    == Ben.md
    ---
    type: contact
    positions: [{company: "[[Tidemark]]", to: 2020-01}]
    knows: ["[[Priya]]", Rasmus Thielen, "[[Old Friend]]"]
    ---
    - 2026-05-01 coffee: the boat
    == Cy.md
    ---
    type: contact
    company: "[[Corvane Analytics]]"
    knows: ["[[Priya]]"]
    ---
    - 2026-05-01 coffee: the choir
    == Priya.md
    ---
    type: contact
    company: "[[Tidemark]]"
    ---
    == Old Friend.md
    ---
    type: contact
    ---
    - 2026-05-01 coffee: old times
"""
ASKED = [
    ("Ada.md", [("wish", "Grace Hopper"), ("to_meet", "Priya"), ("inside", "Tidemark"), ("unknown", "Harbour Re")]),
    ("Ben.md", [("wish", "Rasmus Thielen"), ("was_inside", "Tidemark"), ("unknown", "Harbour Re")]),
    ("Cy.md", [("to_meet", "Priya"), ("part", "Corvane"), ("unknown", "Harbour Re")]),
    ("Priya.md", [("inside", "Tidemark"), ("unknown", "Harbour Re")]),
    ("", []),
]


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return open_vault(make_vault(Path(tmp_path_factory.mktemp("ask")) / "vault", VAULT))


@pytest.mark.parametrize(("person", "found"), ASKED, ids=[person or "a stranger" for person, _ in ASKED])
def test_whom_to_ask_about(workspace: Workspace, person: str, found: list[tuple[str, str]]) -> None:
    connection, settings, today = workspace.connection, workspace.config.settings, workspace.today
    goals, network = find_goals(connection, settings.goals), workspace.network()
    assert goals is not None
    cards, people = load_organizations(connection), load_backgrounds(connection, today)
    targets = build_targets(goals.targets, cards, people, network, settings, today)
    asked = ask_about(person, targets, goals.wish_list, network)
    assert [(one.what, one.name) for one in asked] == found
