"""`vaultnet network`: what belongs together, in words and as a note, a board and a picture."""

import json
import sys
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.frontends.conftest import Cli
from tests.vaults import make_vault, snapshot

GOLDEN = Path(__file__).parent / "golden"
CANVAS_SCHEMA = json.loads((Path(__file__).parent.parent / "exchange" / "json_canvas.schema.json").read_text())
FORMATS = {"mermaid": "Network.md", "canvas": "Network.canvas", "svg": "Network.svg"}

VAULT = """
    == People/Ada Ling.md
    ---
    type: contact
    uid: 5d0a36d2-6c1f-4a4e-8d86-0d6a7bb0a001
    company: Lantern
    knows: ["[[Ben Okri]]", "[[Gerd Secret]]"]
    ---
    == People/Ben Okri.md
    ---
    type: contact
    company: Lantern Ltd
    introduced-by: "[[Cy Jung]]"
    ---
    == People/Cy Jung.md
    ---
    type: contact
    knows: "[[Dov Mar]]"
    cadence: never
    positions:
      - {company: "[[Quay]]", to: 2020}
    ---
    == People/Dov Mar.md
    ---
    type: contact
    company: "[[Quay]]"
    ---
    == People/Eve Ito.md
    ---
    type: contact
    ---
    == People/Gerd Secret.md
    ---
    type: contact
    private: true
    company: "[[Mill]]"
    introduced-by: "[[Ada Ling]]"
    ---
    == People/Hal Roe.md
    ---
    type: contact
    company: "[[Mill]]"
    status: archived
    ---
    == People/Ida Fox.md
    ---
    type: contact
    company: ["[[Mill]]", "[[Hidden House]]"]
    knows: "[[Hal Roe]]"
    ---
    == Organizations/Quay.md
    ---
    type: organization
    target: true
    ---
    == Organizations/Mill.md
    ---
    type: organization
    ---
    == Organizations/Hidden House.md
    ---
    type: organization
    private: true
    ---
    == Introductions/Nina Park through Ada.md
    ---
    type: introduction
    to: Nina Park
    via: "[[Ada Ling]]"
    status: asked
    ---
"""
HIDDEN = ("Gerd", "Secret", "Hal Roe", "Hidden House")


def canvas_of(path: Path) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(path.read_text())
    jsonschema.validate(data, CANVAS_SCHEMA)
    ids = [node["id"] for node in data["nodes"]]
    assert len(set(ids)) == len(ids)
    assert {end for edge in data["edges"] for end in (edge["fromNode"], edge["toNode"])} <= set(ids)
    return data


def files_of(data: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {node["file"]: node for node in data["nodes"] if node["type"] == "file"}


def test_the_example_vault(cli: Cli, example: Path, update: bool) -> None:
    out = cli(example, "network").out
    golden = GOLDEN / "network.txt"
    if update:
        golden.write_text(out)
    assert out == golden.read_text()


def test_in_words(cli: Cli, tmp_path: Path) -> None:
    out = cli(make_vault(tmp_path / "v", VAULT), "network").out
    assert out == (
        "Who belongs together\n"
        "  Lantern                Ada Ling, Ben Okri, Nina Park\n"
        "  people around Dov Mar  Dov Mar, Cy Jung\n"
        "\n"
        "Who joins them\n"
        "  Ben Okri  alone joins Lantern with people around Dov Mar\n"
        "\n"
        "Known through one person\n"
        "  Quay  Dov Mar\n"
        "\n"
        "Tied to nobody else yet\n"
        "  Eve Ito, Ida Fox\n"
    )


def test_the_rows(cli: Cli, tmp_path: Path) -> None:
    rows = cli(make_vault(tmp_path / "v", VAULT), "network", "--json").json()
    ties = {(tie["from"]["name"], tie["to"]["name"], tie["how"]) for tie in rows["ties"]}
    assert ties == {
        ("Ada Ling", "Ben Okri", "knows"),
        ("Cy Jung", "Ben Okri", "introduced"),
        ("Cy Jung", "Dov Mar", "knows"),
        ("Ada Ling", "Nina Park", "asked"),
        ("Ada Ling", "Lantern", "works"),
        ("Ben Okri", "Lantern", "works"),
        ("Dov Mar", "Quay", "works"),
        ("Cy Jung", "Quay", "worked"),
        ("Ida Fox", "Mill", "works"),
    }
    assert rows["single_points"] == [
        {"organization": {"path": "Organizations/Quay.md", "name": "Quay"},
         "person": {"path": "People/Dov Mar.md", "name": "Dov Mar"}}
    ], "somebody private is at Mill too"  # fmt: skip


@pytest.mark.parametrize("wanted", FORMATS)
def test_a_map_is_written_once_shown_first_and_taken_back(cli: Cli, tmp_path: Path, wanted: str) -> None:
    vault = make_vault(tmp_path / "v", VAULT)
    before = snapshot(vault)
    assert "+++ b/" in cli(vault, "network", "--format", wanted, "--dry-run").out
    printed = cli(vault, "network", "--format", wanted, "--stdout").out
    assert snapshot(vault) == before
    assert cli(vault, "network", "--format", wanted).err == f"Wrote {FORMATS[wanted]}\n"
    written = (vault / FORMATS[wanted]).read_text()
    assert printed.strip() == written.strip() or wanted == "svg"
    assert cli(vault, "network", "--format", wanted).err == f"{FORMATS[wanted]} is up to date\n"
    assert "nothing would be written" in cli(vault, "network", "--format", wanted, "--dry-run").err
    assert cli(vault, "network", "--format", wanted, "--json").json()["changed"] is False
    assert (vault / FORMATS[wanted]).read_text() == written
    cli(vault, "undo")
    assert snapshot(vault) == before


@pytest.mark.parametrize("wanted", FORMATS)
def test_nobody_private_or_gone_is_on_a_map(cli: Cli, tmp_path: Path, wanted: str) -> None:
    vault = make_vault(tmp_path / "v", VAULT)
    for words in (("--format", wanted, "--stdout"), ("--json",), ()):
        out = cli(vault, "network", *words).out
        assert "Ida Fox" in out
        assert not [name for name in HIDDEN if name in out]


def test_a_board_keeps_what_i_moved_and_forgets_who_became_private(cli: Cli, tmp_path: Path) -> None:
    vault = make_vault(tmp_path / "v", VAULT)
    cli(vault, "network", "--format", "canvas")
    file = vault / "Network.canvas"
    data = canvas_of(file)
    ada = files_of(data)["People/Ada Ling.md"]
    ada |= {"x": -4321, "y": 99, "color": "#123456"}
    mine = {"id": "0123456789abcdef", "type": "text", "x": 0, "y": 5000, "width": 100, "height": 100, "text": "hm"}
    data["nodes"].append(mine)
    file.write_text(json.dumps(data))
    (vault / "People/Zoe New.md").write_text('---\ntype: contact\nintroduced-by: "[[Ada Ling]]"\n---\n')
    dov = vault / "People/Dov Mar.md"
    dov.write_text(dov.read_text().replace("company", "private: true\ncompany"))
    assert cli(vault, "network", "--format", "canvas").code == 0
    after = canvas_of(file)
    assert files_of(after)["People/Ada Ling.md"] == ada
    assert mine in after["nodes"]
    zoe = files_of(after)["People/Zoe New.md"]
    assert abs(zoe["x"] - ada["x"]) < 1500, "beside whom she is tied to"
    assert "Dov Mar" not in file.read_text(), "neither the card nor the group that was called after him"
    assert len(files_of(after)) == 7


def test_a_renamed_note_keeps_its_place(cli: Cli, tmp_path: Path) -> None:
    vault = make_vault(tmp_path / "v", VAULT)
    cli(vault, "network", "--format", "canvas")
    before = files_of(canvas_of(vault / "Network.canvas"))["People/Ada Ling.md"]
    (vault / "People/Ada Ling.md").rename(vault / "People/Ada Ling-Moss.md")
    cli(vault, "network", "--format", "canvas")
    after = files_of(canvas_of(vault / "Network.canvas"))
    assert after["People/Ada Ling-Moss.md"] == before | {"file": "People/Ada Ling-Moss.md"}
    assert "People/Ada Ling.md" not in after


def test_a_note_keeps_every_word_around_the_map(cli: Cli, tmp_path: Path) -> None:
    vault = make_vault(tmp_path / "v", VAULT + "\n    == Maps.md\n    # My maps\n\n    Mine.\n")
    cli(vault, "network", "--to", str(vault / "Maps.md"))
    text = (vault / "Maps.md").read_text()
    assert text.startswith("# My maps\n\nMine.\n\n<!-- vaultnet:network -->\n```mermaid\nflowchart LR\n")
    assert '("Ada Ling")' in text
    assert "Tied to nobody else yet: Eve Ito, Ida Fox." in text


def test_around_somebody_or_an_organization(cli: Cli, tmp_path: Path) -> None:
    vault = make_vault(tmp_path / "v", VAULT)
    out = cli(vault, "network", "--around", "quay", "--format", "mermaid", "--stdout").out
    assert '("Dov Mar")' in out
    assert "Ida Fox" not in out
    for who in ("Lantern", "Nina"):
        assert "Ada Ling" in cli(vault, "network", "--around", who).out


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (("--around", "Gerd"), 2, "is not on the map"),
        (("--around", "Nobody Atall"), 2, 'nobody is called "Nobody Atall"'),
        (("--around", "Private Inc"), 2, "nobody is called"),
        (("--around", "I"), 4, "fits more than one note"),
        (("--limit", "3"), 2, "say which picture"),
        (("--to", "map.png"), 2, "map.png must end in .md, .canvas, .svg"),
        (("--format", "svg", "--to", "map.md"), 2, "map.md must end in .svg"),
    ],
)
def test_what_cannot_be_meant(cli: Cli, tmp_path: Path, words: tuple[str, ...], code: int, message: str) -> None:
    vault = make_vault(tmp_path / "v", VAULT)
    result = cli(vault, "network", *words)
    assert (result.code, message in result.err) == (code, True), result.err


@pytest.mark.parametrize("name", ["Network.svg", "Network.canvas"])
def test_what_is_not_ours_is_left_alone(cli: Cli, tmp_path: Path, name: str) -> None:
    vault = make_vault(tmp_path / "v", VAULT)
    node = '{"nodes":[{"id":"a","type":"text","x":0,"y":0,"width":9,"height":9,"text":"mine"}]}'
    text = node if name.endswith("canvas") else "<svg/>"
    for file in (vault / name, tmp_path / name):
        file.write_text(text)
        result = cli(vault, "network", "--to", str(file))
        assert (result.code, file.read_text()) == (2, text)
        assert "was not made by this command" in result.err
        assert cli(vault, "network", "--to", str(file), "--force").code == 0
        assert "Ada Ling" in file.read_text()
        assert ("mine" in file.read_text()) is name.endswith("canvas"), "a board loses nothing"


def test_a_broken_board_and_a_broken_note_are_left_alone(cli: Cli, tmp_path: Path) -> None:
    vault = make_vault(tmp_path / "v", VAULT)
    (vault / "Network.canvas").write_text("{ nodes")
    (vault / "Network.md").write_text("<!-- vaultnet:network -->\nno end\n")
    for wanted, message in (("canvas", "it is no JSON"), ("mermaid", "has no end")):
        result = cli(vault, "network", "--format", wanted)
        assert (result.code, message in result.err) == (6, True), result.err


def test_a_file_outside_of_the_vault(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    vault = make_vault(tmp_path / "v", VAULT)
    monkeypatch.chdir(tmp_path)
    before = snapshot(vault)
    assert cli(vault, "network", "--to", "map.svg").code == 0
    written = (tmp_path / "map.svg").read_bytes()
    assert b"<a href" not in written, "there is nothing beside it to link to"
    assert cli(vault, "network", "--to", "map.svg", "--json").json()["changed"] is False
    assert (tmp_path / "map.svg").read_bytes() == written
    assert snapshot(vault) == before
    assert [file.name for file in tmp_path.iterdir() if file.name.endswith(".tmp")] == []
    (tmp_path / "bytes.svg").write_bytes(b"\xff")
    (tmp_path / "folder.svg").mkdir()
    for name, code in (("bytes.svg", 2), ("folder.svg", 2), ("nowhere/map.svg", 7)):
        assert cli(vault, "network", "--to", name).code == code


def test_a_picture_in_a_folder_links_to_the_notes(cli: Cli, tmp_path: Path) -> None:
    vault = make_vault(tmp_path / "v", VAULT)
    (vault / "Maps").mkdir()
    cli(vault, "network", "--to", str(vault / "Maps/all.svg"))
    root = ET.parse(vault / "Maps/all.svg").getroot()
    links = {link.get("href") for link in root.iter("{http://www.w3.org/2000/svg}a")}
    assert "../People/Ada%20Ling.md" in links


def test_a_limit_says_what_it_leaves_out(cli: Cli, tmp_path: Path) -> None:
    vault = make_vault(tmp_path / "v", VAULT)
    result = cli(vault, "network", "--format", "svg", "--limit", "3", "--stdout")
    assert "Of the 7 people 3 are shown, the best-connected first." in result.out
    assert "Of the 7 people 3 are shown" in cli(vault, "network", "--format", "svg", "--limit", "3").err
    assert cli(vault, "network", "--format", "svg", "--limit", "3", "--json").json()["shown"] == 3


def test_nobody_yet(cli: Cli, tmp_path: Path) -> None:
    vault = make_vault(tmp_path / "v", "== a.md\nnothing\n")
    assert cli(vault, "network").out.startswith("Nobody is known to know anybody else yet")
    for wanted in FORMATS:
        assert cli(vault, "network", "--format", wanted).code == 0
    canvas_of(vault / "Network.canvas")


def test_without_networkx_it_says_what_to_install(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "networkx", None)
    result = cli(make_vault(tmp_path / "v", VAULT), "network")
    assert (result.code, "pip install 'vaultnet[network]'" in result.err) == (2, True)


def test_it_is_german_in_a_german_vault(cli: Cli, tmp_path: Path) -> None:
    vault = make_vault(tmp_path / "v", VAULT + '\n    == vaultnet.toml\n    [vault]\n    language = "de"\n')
    out = cli(vault, "network").out
    assert "Wer zusammengehört\n" in out
    assert "  Leute um " in out
    assert "Noch mit niemand anderem verbunden\n" in out
    svg = cli(vault, "network", "--format", "svg", "--limit", "6", "--stdout").out
    for words in ("vorgestellt", "kennen einander", "Vorstellung im Gang", "Von 7 Menschen sind 6 zu sehen"):
        assert words in svg
    assert "introduced" not in svg


def test_a_name_cannot_obey_a_picture_or_the_terminal(cli: Cli, tmp_path: Path) -> None:
    name = 'x</text><script>alert(1)</script>\\e[31m"]\\u202e'
    note = f'\n    == People/Evil.md\n    ---\n    type: contact\n    name: "{name.replace(chr(34), chr(39))}"\n    knows: "[[Ada Ling]]"\n    ---\n'
    vault = make_vault(tmp_path / "v", VAULT + note)
    for wanted in FORMATS:
        out = cli(vault, "network", "--format", wanted, "--stdout").out
        assert "<script>" not in out or wanted == "canvas"
        assert "\x1b" not in out
        assert "\u202e" not in out
    svg = cli(vault, "network", "--format", "svg", "--stdout").out
    ET.fromstring(svg)
