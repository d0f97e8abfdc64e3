"""Ticks, read out of an agenda block; and the ids by which a note shows what it has absorbed."""

import pytest

from tests.model.notes import DAY, contact, read
from tests.model.test_offer import KEY, LINE, agenda, sealed
from vaultnet.text.block import seal

TICKED = LINE.replace("[ ]", "[x]")


def ticks(*lines: str) -> list[tuple[bool, bool, str]]:
    return [(tick.tells, tick.as_made, tick.link) for tick in read(agenda(*lines), DAY).ticks]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ((TICKED,), [(True, True, "Ada Lovelace")]),
        ((f"{TICKED} with [[Ben]] and [[Ben]]",), [(True, True, "Ada Lovelace"), (True, True, "Ben")]),
        ((TICKED.replace("Call", "Coffee with"),), [(True, False, "Ada Lovelace")]),
        ((TICKED.replace("[[Ada Lovelace|Ada]]", "her"),), [(True, False, "")]),
        ((TICKED.replace("[[Ada", "![[Ada"),), [(True, False, "")]),
        ((TICKED.replace(" ^vn", "\n  ^vn"),), [(True, True, "Ada Lovelace")]),  # an editor has wrapped the line
        ((LINE,), []),
        ((TICKED.partition(" ^vn")[0],), []),
    ],
)
def test_ticks(lines: tuple[str, ...], expected: list[tuple[bool, bool, str]]) -> None:
    assert ticks(*lines) == expected


def test_a_promise_tells_nothing_until_something_is_typed() -> None:
    promise = sealed("Send the map · for [[Ada]]").replace("[ ]", "[x]")
    assert ticks(promise) == [(False, True, "Ada")]
    assert ticks(f"{promise} ✅ 2026-05-02") == [(False, True, "Ada")]
    assert ticks(f"{promise} she was glad") == [(True, True, "Ada")]
    assert ticks(promise, "  - she was glad") == [(True, True, "Ada")]
    renamed = promise.replace("Ada", "Ada King")
    assert ticks(renamed) == [(False, False, "Ada King")]
    assert ticks(f"{renamed} she was glad") == [(True, False, "Ada King")]


def test_a_generated_title_right_below_a_promise_tells_nothing() -> None:
    promise = sealed("Send the map · for [[Ada]]").replace("[ ]", "[x]")
    title, sums = seal("**Reach out** · 2\n").splitlines()
    assert ticks(promise, title, sums) == [(False, True, "Ada")]
    assert ticks(promise, title, "she was glad", sums) == [(True, True, "Ada")]


def test_whom_the_generated_words_only_speak_of_was_not_met() -> None:
    promise = sealed("Introduce [[Cy]] to [[Ada]]").replace("[ ]", "[x]")
    assert [link for *_, link in ticks(promise)] == ["Cy"]
    assert [link for *_, link in ticks(f"{promise} lunch with [[Ada]]")] == ["Cy", "Ada"]


def test_ticks_stand_in_agendas_of_dated_notes() -> None:
    assert read(agenda(TICKED, name="review"), DAY).ticks == ()
    assert read(agenda(TICKED), "Notes/x.md").ticks == ()
    assert read(TICKED, DAY).ticks == ()


def test_what_a_note_has_absorbed() -> None:
    line = f"- 2026-05-02 call ^vn-{KEY}-00000000"
    assert read(contact(f"{line}\n{line}\n{agenda(TICKED)}")).absorbed == (KEY,)
    assert read(contact(agenda(TICKED))).absorbed == ()
    assert read(line, DAY).absorbed == ()


def test_a_picture_is_nobody() -> None:
    promise = sealed("Send ![[map.png]] to [[Ada]]").replace("[ ]", "[x]")
    assert ticks(promise) == [(False, True, "Ada")]
