"""Offers: what an earlier agenda proposed, read back from its block."""

from tests.model.notes import DAY, contact, read
from vaultnet.text.block import item_key, seal

KEY = item_key("2026-05-02", "reach_out", "People/Ada.md")


def agenda(*lines: str, name: str = "agenda") -> str:
    return f"<!-- vaultnet:{name} -->\n{''.join(f'{line}{chr(10)}' for line in lines)}<!-- /vaultnet:{name} -->\n"


def sealed(words: str) -> str:
    return seal(f"- [ ] {words} ^vn-{KEY}").rstrip("\n")


LINE = sealed("Call [[Ada Lovelace|Ada]] · 7 months since coffee")


def test_an_untouched_item() -> None:
    (offer,) = read(agenda("**Reach out**", LINE), DAY).offers
    assert offer == (3, KEY, "open", True, "call", "", "Ada Lovelace")


def test_marks_and_words_of_the_user() -> None:
    ticked = LINE.replace("[ ]", "[x]")
    changed = LINE.replace("Call", "Coffee with")
    typed = f"{LINE} she was out"
    offers = read(agenda(ticked, changed, typed), DAY).offers
    assert [(offer.state, offer.is_untouched, offer.kind) for offer in offers] == [
        ("done", True, "call"),
        ("open", False, "coffee"),
        ("open", False, "call"),
    ]


def test_what_is_no_offer() -> None:
    lines = ("- [ ] Call [[Ada]]", sealed("Call nobody"), sealed("Call [[#Log]]"), LINE.replace("- [ ] ", "- "))
    assert read(agenda(*lines), DAY).offers == ()
    assert read(agenda(LINE, name="debrief"), DAY).offers == ()
    assert read(LINE, DAY).offers == ()
    assert read(contact(agenda(LINE))).offers == ()


def test_an_item_of_the_block_is_neither_touch_nor_promise() -> None:
    entry = read(agenda(LINE, LINE.replace("[ ]", "[x]")), DAY)
    assert (entry.touches, entry.tasks) == ((), ())
