"""What an edit has newly said: touches in people's own logs, told from everything else."""

from pathlib import Path

import pytest

from tests.storage.indexed import bring_up_to_date, put
from vaultnet.storage.index import meta, open_in_memory
from vaultnet.storage.since_told import AddedTouch, load_added, load_moved

ADA = """---
type: contact
---
- [ ] Send her the map

## Log
- 2026-06-02 coffee: the map, with [[Ben]]
- 2026-05-02 email #asked
"""
LOG = "## Log\n"
CALL = AddedTouch("People/Ada.md", "2026-06-13", "2026-06-13", "call")


@pytest.mark.parametrize(
    ("before", "after", "added"),
    [
        (LOG, f"{LOG}- 2026-06-13 call: hello\n", [CALL]),
        ("- 2026-05", "- 2026-06-13 call\n- 2026-06-13 call\n- 2026-05", [CALL, CALL]),
        (LOG, f"Prose.\n\n{LOG}- 2026-06-13 call: hello\n", [CALL]),
        (LOG, f"{LOG}- 2026-06-13 call: hello #reply\n", None),  # a tag says more
        (LOG, f"{LOG}- 2026-06-13 call: hello, with [[Cy]]\n", None),  # a link to somebody else
        (LOG, f"- [ ] Call her\n\n{LOG}- 2026-06-13 call\n", None),  # a task besides
        ("- 2026-06-02 coffee: the map, with [[Ben]]\n", "- 2026-06-13 call\n", None),  # something is gone
        ("type: contact", "type: contact\ntier: inner", None),
        ("contact\n---\n", "contact\n---\nProse.\n\n", []),
    ],
)
def test_what_was_added(tmp_path: Path, before: str, after: str, added: list[AddedTouch] | None) -> None:
    file = put(tmp_path, "People/Ada.md", ADA)
    put(tmp_path, "People/Ben.md", "---\ntype: contact\n---\n")
    with open_in_memory() as connection:
        bring_up_to_date(connection, tmp_path)
        first = meta(connection, "told")
        assert before in ADA
        file.write_text(ADA.replace(before, after, 1))
        bring_up_to_date(connection, tmp_path)
        is_told = meta(connection, "told") != first
        assert (None if is_told else [touch for _, touch in load_added(connection)]) == added
        assert is_told or [move.path for move in load_moved(connection)] == ["People/Ada.md"]
        put(tmp_path, "People/Cy.md", "---\ntype: contact\n---\n")
        bring_up_to_date(connection, tmp_path)
        assert not load_added(connection), "whatever else is told, the page is made anew"


def test_the_lines_of_somebody_else_in_the_log_stay_theirs(tmp_path: Path) -> None:
    """Two lines about Ben that change places are not what was there."""
    lines = ["- 2026-06-02 coffee: the map, with [[Ben]]\n", "- 2026-06-02 call: nothing, with [[Ben]]\n"]
    file = put(tmp_path, "People/Ada.md", f"---\ntype: contact\n---\n{LOG}{''.join(lines)}")
    with open_in_memory() as connection:
        bring_up_to_date(connection, tmp_path)
        first = meta(connection, "told")
        file.write_text(f"---\ntype: contact\n---\n{LOG}- 2026-06-13 call\n{''.join(reversed(lines))}")
        bring_up_to_date(connection, tmp_path)
        assert meta(connection, "told") != first
