"""JSON Canvas: what the user made of a board is kept, whatever is on the map now."""

import json
from typing import Any

import pytest

from vaultnet.exchange.json_canvas import (
    Canvas,
    NoCanvas,
    canvas_id,
    has_ours,
    is_ours,
    merge_canvas,
    parse_canvas,
    render_canvas,
)

ADA, BEN, CY = (canvas_id("card", name) for name in ("ada", "ben", "cy"))
GROUP = canvas_id("group", "ada")


def card(own_id: str, file: str, x: int = 0, **more: Any) -> dict[str, Any]:
    return {"id": own_id, "type": "file", "x": x, "y": 0, "width": 100, "height": 50, "file": file, **more}


def group(own_id: str, label: str, x: int = 0) -> dict[str, Any]:
    return {"id": own_id, "type": "group", "x": x, "y": 0, "width": 300, "height": 200, "label": label}


def tie(start: str, end: str) -> dict[str, Any]:
    return {"id": canvas_id("edge", start, end), "fromNode": start, "toNode": end}


OURS = Canvas((group(GROUP, "around Ada"), card(ADA, "Ada.md"), card(BEN, "Ben.md", 200)), (tie(ADA, BEN),))


def merged(
    board: Canvas, ours: Canvas = OURS, *, groups: frozenset[str] = frozenset({GROUP}), by_file: bool = True
) -> Canvas:
    return merge_canvas(
        board, ours, lambda _node, nodes: (1000 + len(nodes), 7), groups=groups, one_node_a_file=by_file
    )


def by_id(canvas: Canvas) -> dict[str, Any]:
    return {node["id"]: node for node in canvas.nodes}


def test_an_empty_board_becomes_ours() -> None:
    assert merged(Canvas()) == OURS
    assert has_ours(OURS)
    assert not has_ours(Canvas())
    assert len(canvas_id("a")) == 16


def test_it_reads_what_obsidian_writes_and_writes_it_so() -> None:
    text = render_canvas(OURS)
    assert text.startswith('{\n\t"nodes":[\n\t\t{"id":"766e')
    assert text.endswith("\n\t]\n}")
    assert parse_canvas(text) == OURS
    assert render_canvas(Canvas()) == '{\n\t"nodes":[],\n\t"edges":[]\n}'
    assert parse_canvas(" \n") == Canvas()


def test_what_is_moved_sized_and_coloured_stays_so() -> None:
    moved = card(ADA, "Ada.md", -777, height=400, color="#ff0000")
    after = merged(Canvas((group(GROUP, "my friends", -800), moved, card(BEN, "Ben.md", 5)), OURS.edges))
    assert by_id(after)[ADA] == moved
    assert by_id(after)[GROUP]["label"] == "my friends"
    assert by_id(after)[BEN]["x"] == 5


def test_what_the_user_put_there_stays_byte_for_byte() -> None:
    own: dict[str, Any] = {
        "id": "mine",
        "type": "text",
        "x": 1.5,
        "y": 2,
        "width": 3,
        "height": 4,
        "text": "hm",
        "zIndex": 9,
    }
    line = {"id": "line", "fromNode": "mine", "toNode": ADA, "styleAttributes": {}}
    board = Canvas((*OURS.nodes, own), (*OURS.edges, line), {"metadata": {"version": "1.0"}})
    text = render_canvas(board)
    assert render_canvas(merged(parse_canvas(text)), text) == text
    loose = text.replace("\t", "  ")
    assert render_canvas(merged(parse_canvas(loose)), loose) == loose, "nothing is new, so nothing is reformatted"


def test_somebody_new_is_placed_and_nobody_moves() -> None:
    more = Canvas((*OURS.nodes, card(CY, "Cy.md")), (*OURS.edges, tie(CY, ADA)))
    after = merged(OURS, more)
    assert after.nodes[:3] == OURS.nodes
    assert after.nodes[3] == card(CY, "Cy.md") | {"x": 1003, "y": 7}
    assert after.edges == more.edges


def test_whoever_is_on_the_map_no_more_goes_with_their_lines() -> None:
    own_line = {"id": "line", "fromNode": ADA, "toNode": BEN}
    after = merged(Canvas(OURS.nodes, (*OURS.edges, own_line)), Canvas(OURS.nodes[:2]))
    assert set(by_id(after)) == {GROUP, ADA}
    assert after.edges == ()


def test_a_group_named_after_somebody_goes_with_them() -> None:
    after = merged(OURS, Canvas(OURS.nodes[2:]), groups=frozenset())
    assert set(by_id(after)) == {BEN}


def test_no_new_groups_on_a_board_that_has_ours_and_none_behind_the_users_own() -> None:
    other = Canvas((group(canvas_id("group", "cy"), "Cy"), *OURS.nodes[1:]), OURS.edges)
    assert set(by_id(merged(OURS, other))) == {GROUP, ADA, BEN}
    users = Canvas((card("mine", "Zoe.md"),))
    assert [node["id"] for node in merged(users).nodes] == ["mine", ADA, BEN]


def test_a_card_of_the_users_for_the_same_note_is_enough() -> None:
    after = merged(Canvas((card("mine", "Ada.md", 42),)))
    assert [node["id"] for node in after.nodes] == ["mine", BEN]
    assert after.edges[0]["fromNode"] == "mine"
    twice = merged(Canvas((card("mine", "Ada.md", 42),)), by_file=False)
    assert [node["id"] for node in twice.nodes] == ["mine", ADA, BEN]


def test_a_note_that_was_renamed_keeps_its_place() -> None:
    renamed = Canvas((card(ADA, "People/Ada.md"), OURS.nodes[2]), OURS.edges)
    assert by_id(merged(OURS, renamed))[ADA] == card(ADA, "People/Ada.md"), "by its id"
    other_id = Canvas((card(CY, "Ada.md"), OURS.nodes[2]))
    assert by_id(merged(OURS, other_id))[ADA]["file"] == "Ada.md", "by its file"


@pytest.mark.parametrize(
    "text",
    [
        "no json",
        "[]",
        '{"nodes": {}}',
        '{"nodes": [1]}',
        '{"nodes": [{"id": "a"}]}',
        '{"nodes": [{"id": 1, "x": 0, "y": 0, "width": 1, "height": 1}]}',
        '{"edges": [{"id": "a", "fromNode": "b"}]}',
        "[" * 100_000,
    ],
)
def test_what_is_no_canvas_is_refused(text: str) -> None:
    with pytest.raises(NoCanvas):
        parse_canvas(text)


def test_half_a_letter_can_be_written() -> None:
    text = '{"nodes":[{"id":"m","type":"text","x":0,"y":0,"width":1,"height":1,"text":"\\ud83d"}]}'
    written = render_canvas(parse_canvas(text))
    assert written.encode()
    assert json.loads(written)["nodes"] == json.loads(text)["nodes"]


def test_an_id_of_obsidian_is_not_ours() -> None:
    assert not is_ours({"id": "a766e00000000000"})
