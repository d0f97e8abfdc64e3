"""`## Raise next time`: which items are quoted, and that they are neither promises nor touches."""

from tests.model.notes import read

NOTE = """\
---
type: contact
---
## Raise next time
- how the move to Paris went #paris
- [ ] the flat in [[Lisbon]] 📅 2026-07-01
  - it has a balcony
- [x] her sister's exam
- [-] the old job
- #later
- 2026-05-01 coffee: what she said about the board
> - quoted

### Family
- the twins

## Log
- [ ] Send her the map
"""


def test_open_items_are_topics() -> None:
    found = read(NOTE, "People/Ada.md").raise_next
    assert [row.text for row in found] == [
        "how the move to Paris went",
        "the flat in [[Lisbon]]",
        "2026-05-01 coffee: what she said about the board",
        "the twins",
    ]
    assert found[0].line == 5


def test_they_are_no_promises_and_no_touches() -> None:
    entry = read(NOTE, "People/Ada.md")
    assert [task.text for task in entry.tasks] == ["Send her the map"]
    assert entry.touches == ()


def test_the_heading_is_known_in_german() -> None:
    entry = read("---\ntype: contact\n---\n## Beim nächsten Mal\n- die Wohnung\n", "Ada.md")
    assert [row.text for row in entry.raise_next] == ["die Wohnung"]


def test_only_in_a_contacts_note() -> None:
    assert read("## Raise next time\n- something\n", "Plain.md").raise_next == ()


def test_done_tasks_with_their_day_are_promises_kept() -> None:
    entry = read(
        "---\ntype: contact\n---\n- [x] Send [[Ben]] the map ✅ 2026-06-17\n- [x] no day\n"
        "- [x] heard back #waiting ✅ 2026-06-16\n- [ ] open\n",
        "People/Ada.md",
    )
    assert [(row.text, row.done, row.links) for row in entry.kept] == [("Send [[Ben]] the map", "2026-06-17", "Ben")]
