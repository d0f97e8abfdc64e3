"""`vaultnet targets --canvas`: the board of targets in Obsidian."""

import json
from pathlib import Path

import jsonschema

from tests.frontends.conftest import Cli
from tests.frontends.test_network import CANVAS_SCHEMA, canvas_of
from tests.frontends.test_targets import VAULT
from tests.vaults import make_vault, snapshot

HIDDEN = """
    == Organizations/Silent House.md
    ---
    type: organization
    target: true
    private: true
    parent: "[[Corvane Re]]"
    ---
    == People/Una May.md
    ---
    type: contact
    company: "[[Silent House]]"
    ---
    - 2026-06-01 call: hello
    == Organizations/Mill.md
    ---
    type: organization
    target: true
    ---
    == Organizations/Mill Works.md
    ---
    type: organization
    parent: "[[Mill]]"
    ---
    == People/Val Roe.md
    ---
    type: contact
    company: "[[Mill Works]]"
    ---
    - 2026-06-01 call: hello
"""


def texts(data: dict[str, list[dict[str, str]]]) -> list[str]:
    return [node.get("file") or node.get("text") or node["label"] for node in data["nodes"]]


def test_a_column_for_each_target(cli: Cli, tmp_path: Path) -> None:
    vault = make_vault(tmp_path / "v", VAULT.replace("    private: true\n", "") + HIDDEN)
    assert cli(vault, "targets", "--canvas").err == "Wrote Targets.canvas\n"
    data = canvas_of(vault / "Targets.canvas")
    shown = texts(data)
    assert shown[:5] == ["Tidemark Risk", "Fjordlys Kapital", "Nordlicht", "Corvane Re", "Mill"]
    assert shown[5:17] == [
        "Organizations/Tidemark Risk.md", "expanding (2026-05-29)",
        "**there**", "People/Ada Ling.md", "People/Cy Jung.md",
        "**was there**", "People/Ben Okri.md",
        "**to meet**", "People/Eve Ito.md",
        "**one hop**", "People/Faye Ola.md", "People/Hal Roe.md",
    ]  # fmt: skip
    assert sum(text.startswith("nobody yet: ") for text in shown) == 1, (
        "of Corvane Re somebody knows, who is not to be shown"
    )
    by_id = {node["id"]: node.get("file") for node in data["nodes"]}
    lines = {(by_id[edge["fromNode"]], by_id[edge["toNode"]], edge["label"]) for edge in data["edges"]}
    assert lines == {
        ("People/Faye Ola.md", "People/Eve Ito.md", "introduced"),
        ("People/Hal Roe.md", "People/Eve Ito.md", "worked with"),
        ("People/Cy Jung.md", "Organizations/Tidemark Risk.md", "the note says Tidemark: is it the same?"),
        ("People/Val Roe.md", "Organizations/Mill.md", "at Mill Works, a part of it"),
    }


def test_columns_do_not_overlap(cli: Cli, example: Path) -> None:
    cli(example, "targets", "--canvas")
    nodes = [node for node in canvas_of(example / "Targets.canvas")["nodes"] if node["type"] != "group"]
    for at, one in enumerate(nodes):
        for other in nodes[:at]:
            beside = one["x"] >= other["x"] + other["width"] or other["x"] >= one["x"] + one["width"]
            below = one["y"] >= other["y"] + other["height"] or other["y"] >= one["y"] + one["height"]
            assert beside or below


def test_nobody_private_is_on_the_board(cli: Cli, tmp_path: Path) -> None:
    vault = make_vault(tmp_path / "v", VAULT + HIDDEN)
    cli(vault, "targets", "--canvas")
    text = (vault / "Targets.canvas").read_text()
    assert "Ada Ling" in text
    for name in ("Eve Ito", "Faye Ola, tied", "Silent House", "Una May"):
        assert name not in text


def test_what_i_moved_stays_and_somebody_new_comes_into_their_column(cli: Cli, tmp_path: Path) -> None:
    vault = make_vault(tmp_path / "v", VAULT)
    cli(vault, "targets", "--canvas")
    file = vault / "Targets.canvas"
    data = canvas_of(file)
    ada = next(node for node in data["nodes"] if node.get("file") == "People/Ada Ling.md")
    ada |= {"x": 2000, "y": -900}
    file.write_text(json.dumps(data))
    before = snapshot(vault)
    assert cli(vault, "targets", "--canvas").err == "Targets.canvas is up to date\n"
    assert snapshot(vault) == before
    corvane = next(node for node in data["nodes"] if node.get("file") == "Organizations/Corvane Re.md")
    new = '---\ntype: contact\ncompany: "[[Corvane Re]]"\n---\n- 2026-06-01 call: hello\n'
    (vault / "People/Wyn Poe.md").write_text(new)
    assert "+++ b/Targets.canvas" in cli(vault, "targets", "--canvas", "--dry-run").out
    assert cli(vault, "targets", "--canvas", "--json").json()["changed"] is True
    after = canvas_of(file)
    assert ada in after["nodes"]
    wyn = next(node for node in after["nodes"] if node.get("file") == "People/Wyn Poe.md")
    assert abs(wyn["x"] - corvane["x"]) < 800
    assert not any(text.startswith("nobody yet") and "Corvane" in text for text in texts(after))
    cli(vault, "undo")
    assert json.loads(file.read_text()) == data


def test_elsewhere_and_what_cannot_be_meant(cli: Cli, tmp_path: Path) -> None:
    vault = make_vault(tmp_path / "v", VAULT)
    assert cli(vault, "targets", "--to", str(tmp_path / "board.canvas")).code == 0
    jsonschema.validate(json.loads((tmp_path / "board.canvas").read_text()), CANVAS_SCHEMA)
    assert cli(vault, "targets", "--to", "board.svg").code == 2
    assert cli(vault, "targets", "--dry-run").code == 2
    assert not (vault / "Targets.canvas").exists()


def test_it_is_german_in_a_german_vault(cli: Cli, tmp_path: Path) -> None:
    vault = make_vault(tmp_path / "v", VAULT + '\n    == vaultnet.toml\n    [vault]\n    language = "de"\n')
    cli(vault, "targets", "--canvas")
    text = (vault / "Targets.canvas").read_text()
    for words in ("wächst (2026-05-29)", "**dort**", "noch niemand: frag", "in der Notiz steht Tidemark"):
        assert words in text
