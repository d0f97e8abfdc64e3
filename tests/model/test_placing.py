"""What a triage note says: who, which boxes, and what somebody typed."""

from datetime import date

import pytest

from vaultnet.model.placing import read_groups, read_placing_rows
from vaultnet.model.rules import build_rules
from vaultnet.model.settings import Settings
from vaultnet.text.block import seal
from vaultnet.text.document import parse_document

RULES = build_rules(Settings())
HEAD, WIDE = "- [[Ada]] · actuary ^vn-00000001\n", "  - [ ] wide ^vn-00000002\n"


def note(inner: str) -> str:
    return f"<!-- vaultnet:triage -->\n{inner}<!-- /vaultnet:triage -->\n"


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", ()),
        ("  from the choir\n", ("from the choir",)),
        ("  - from the choir\n    - an alto\n", ("from the choir", "\tan alto")),
        ("  1. [ ] ask her\n", ("[ ] ask her",)),
        ("    - deep\n  - less\n", ("deep", "less")),
    ],
)
def test_what_was_typed_beneath(typed: str, words: tuple[str, ...]) -> None:
    sealed = seal(HEAD + WIDE).split("\n")
    (group,) = read_groups(parse_document(note(f"{sealed[0]}\n{typed}{sealed[1]}\n")), RULES)
    assert (group.link, group.words, group.ticked) == ("Ada", words, ())


@pytest.mark.parametrize(
    ("behind", "done", "words"),
    [
        ("", None, ()),
        (" ✅ 2026-06-10", date(2026, 6, 10), ()),
        (" ✅ 2026-02-30", None, ()),
        (" said she", None, ("said she",)),
    ],
)
def test_a_ticked_box(behind: str, done: date | None, words: tuple[str, ...]) -> None:
    sealed = seal(HEAD + WIDE).replace("[ ]", "[x]").rstrip("\n")
    document = parse_document(note(f"{sealed}{behind}\n"))
    (group,) = read_groups(document, RULES)
    ((key, label, line, day),) = group.ticked
    assert (key, label, line, day) == ("00000002", "wide", 3, done)
    assert group.words == words
    assert [row.ticked for row in read_placing_rows(document, RULES)] == [1]


def test_a_line_of_mine_between_two_people_is_nobodys() -> None:
    sealed = seal(HEAD + WIDE)
    (group,) = read_groups(parse_document(note(f"{sealed}\nA thought.\n")), RULES)
    assert group.words == ()
    assert read_groups(parse_document("no block\n"), RULES) == ()
