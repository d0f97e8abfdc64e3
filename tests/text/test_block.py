import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaultnet.text.block import BlockItem, item_key, one_line, parse_item, replace, seal
from vaultnet.text.document import parse_document
from vaultnet.text.problem import Refused

ADA, BEN, CY = "0000000a", "0000000b", "0000000c"


def render(*lines: str) -> str:
    """What a template gives, sealed; `Call [[Ada]] @a` stands for an item with a key."""
    keys = {"@a": ADA, "@b": BEN, "@c": CY, "@d": "0000000d", "@e": "0000000e"}
    return seal("".join(f"{line[:-2]}^vn-{keys[line[-2:]]}\n" if line[-2:] in keys else f"{line}\n" for line in lines))


def note(inner: str) -> str:
    return f"# Day\n\n<!-- vaultnet:agenda -->\n{inner}<!-- /vaultnet:agenda -->\n\nown words"


def make(text: str, inner: str, heading: str = "") -> str:
    once = replace(parse_document(text), "agenda", inner, heading=heading)
    assert replace(parse_document(once), "agenda", inner, heading=heading) == once
    return once


def inside(text: str) -> list[str]:
    """The lines of the block, ids cut short to the last digit of the key, sums left out."""
    (block,) = parse_document(text).blocks
    lines = text[block.inner_start : block.inner_end].splitlines()
    return [
        f"{line[: found.start()]}@{line[found.start() + 11]}{line[found.start() + 21 :]}"
        if (found := SEALED.search(line))
        else line
        for line in lines
        if not line.startswith("<!-- vn:")
    ]


SEALED = re.compile(r"\^vn-[0-9a-f]{8}-[0-9a-f]{8}")


# Items


def test_a_key_is_the_same_on_every_machine() -> None:
    assert item_key("2026-06-15", "reach_out", "uid-1", "") == item_key(date(2026, 6, 15), "reach_out", "uid-1")
    assert item_key("2026-06-15", "a", "b", "c") != item_key("2026-06-15", "a", "bc", "")
    assert re.fullmatch("[0-9a-f]{8}", item_key("2026-06-15", "a", "b", "c"))


def test_sealing_adds_the_sum_of_each_item_and_of_the_text() -> None:
    sealed = seal("**Reach out**\n- [ ] Call [[Ada]] ^vn-0000000a\n\n- tea\n")
    assert re.fullmatch(
        r"\*\*Reach out\*\*\n- \[ \] Call \[\[Ada\]\] \^vn-0000000a-[0-9a-f]{8}\n\n- tea\n<!-- vn:[A-Za-z0-9+/]{8} -->\n",
        sealed,
    )
    assert seal(sealed) == sealed
    assert seal("- [ ] a ^vn-0000000a").count("\n") == 0
    assert seal("text").endswith("text\n" + seal("text").splitlines()[1] + "\n")


def test_the_sum_covers_neither_box_nor_fields_nor_marker() -> None:
    lines = [
        "- [ ] Call [[Ada]] ^vn-0000000a",
        "  * [x] Call  [[Ada]] 📅 2026-06-10 ^vn-0000000a",
        "> 1. Call [[Ada]] [due:: 2026-06-10] ^vn-0000000a",
    ]
    assert len({seal(line)[-8:] for line in lines}) == 1
    assert seal("- [ ] Call [[Ben]] ^vn-0000000a")[-8:] != seal(lines[0])[-8:]


LINE = seal("- [ ] Call [[Ada]] · 7 months ^vn-0000000a")
ID = LINE[LINE.index("^") :]


@pytest.mark.parametrize(
    ("line", "mark", "generated", "typed"),
    [
        (LINE, " ", True, ""),
        (LINE.replace("[ ]", "[x]"), "x", True, ""),
        (LINE.replace("- [ ] ", ""), "", True, ""),
        (f"{LINE} she was out", " ", False, "she was out"),
        (f"{LINE}glued", " ", False, "glued"),
        (f"- [x] Call [[Ada]] · 7 months she was out {ID}", "x", False, "she was out"),
        (f"- [x] Call [[Ada]] · 7 months: out {ID}", "x", False, ": out"),
        (f"- [x] Call [[Ada]] · 7 months ✅ 2026-06-15 {ID}", "x", True, ""),
        (f"- [x] Call [[Ada]] · 7 months {ID} ✅ 2026-06-15", "x", True, ""),
        (f"- [x] Call [[Ada]] · 7 months {ID} out 📅 2026-06-15", "x", False, "out"),
        (f"- [x] Coffee with [[Ada]] {ID}", "x", False, "Coffee with [[Ada]]"),
        (f"- [x] {ID}", "x", False, ""),
        ("- [ ] Call [[Ada]] · 7 months ^vn-0000000a", " ", False, "Call [[Ada]] · 7 months"),
        (f"- [ ] {'a' * 1200} {ID}", " ", False, "a" * 1200),
    ],
)
def test_what_the_user_made_of_a_line(line: str, mark: str, generated: bool, typed: str) -> None:
    item = parse_item(line)
    assert item is not None
    assert (item.key, item.mark, item.generated, item.typed) == (ADA, mark, generated, typed)
    assert item.text == " ".join(
        (item.offered + " " * (item.text[len(item.offered) : len(item.offered) + 1] == " ") + item.typed).split()
    )


def test_a_line_without_id_is_no_item() -> None:
    assert parse_item("- [ ] Call [[Ada]]") is None
    assert parse_item(LINE) == BlockItem(ADA, " ", True, "", "Call [[Ada]] · 7 months", "Call [[Ada]] · 7 months")


@pytest.mark.parametrize(
    ("value", "line"),
    [
        ("a\r\nb\u2028c  d", "a b c d"),
        ("a <!-- /vaultnet:agenda --> b", "a &lt;!-- /vaultnet:agenda --&gt; b"),
        ("%%a", "%&#37;a"),
        ("coffee ^vn-0000000a-12345678 tea", "coffee tea"),
        ("coffee ^abc ^def", "coffee"),
        ("coffee ^vn-x y", "coffee &#94;vn-x y"),
        ("a ` b", "a &#96; b"),
        ("a `b` c", "a `b` c"),
        ("", ""),
    ],
)
def test_a_value_that_would_break_a_block(value: str, line: str) -> None:
    assert one_line(value) == line


@given(
    st.lists(
        st.sampled_from(["a", " ", "\n", "^", "^vn-", "0000000a", "-", "<!--", "-->", "%%", "%", "`", "<", "!"])
    ).map("".join)
    | st.text()
)
def test_any_value_fits_into_a_block(value: str) -> None:
    line = one_line(value)
    assert one_line(line) == line
    inner = render(f"- [ ] Call {line} @a")
    text = make("", inner, heading="Networking")
    assert parse_item(inner.splitlines()[0]) is not None
    assert len(parse_document(text).items) == 1


# Places


@pytest.mark.parametrize(
    ("before", "heading", "after"),
    [
        ("", "", "{}"),
        ("", "Networking", "## Networking\n{}"),
        ("# Day\n", "", "# Day\n\n{}"),
        ("# Day", "Networking", "# Day\n\n## Networking\n{}"),
        ("# Day\n\n", "Networking", "# Day\n\n## Networking\n{}"),
        ("### NETWORKING\n", "Networking", "### NETWORKING\n{}"),
        ("## Networking", "Networking", "## Networking\n{}"),
        ("## Networking\n\ntext\n", "Networking", "## Networking\n{}\ntext\n"),
        ("## Networking\ntext\n", "Networking", "## Networking\n{}\ntext\n"),
        ("<!-- vaultnet:agenda -->\n<!-- /vaultnet:agenda -->\nx", "Networking", "{}x"),
        ("---\na: 1\n---\n", "", "---\na: 1\n---\n\n{}"),
    ],
)
def test_where_a_block_goes(before: str, heading: str, after: str) -> None:
    inner = render("- [ ] Call [[Ada]] @a")
    block = f"<!-- vaultnet:agenda -->\n{inner}<!-- /vaultnet:agenda -->\n"
    expected = after.format(block)
    assert make(before, inner, heading) == (expected.removesuffix("\n") if before == "## Networking" else expected)


def test_blank_lines_around_what_a_template_gives_are_dropped() -> None:
    assert inside(make("", "\n\n- [ ] Call [[Ada]]\n\n \n")) == ["- [ ] Call [[Ada]]"]


def test_line_ends_are_the_note_s_own() -> None:
    made = make("# Day\r\n", render("**A**", "- [ ] Call [[Ada]] @a"), "Networking")
    assert made.count("\n") == made.count("\r\n") == 8


def test_other_blocks_and_bytes_stay() -> None:
    text = "\ufeff<!-- vaultnet:b -->\nx\n<!-- /vaultnet:b -->\n" + note("old  \n") + "  \r\n"
    made = make(text, render("- [ ] Call [[Ada]] @a"))
    head, tail = text.split("old  \n")
    assert made.startswith(head)
    assert made.endswith(tail)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("<!-- vaultnet:agenda -->\n", "block-unclosed"),
        ("```\nno end", "block-unreadable"),
        ("%%\nno end", None),
        ("a\n" * 600_000, "note-too-large"),
    ],
)
def test_where_a_block_cannot_go(text: str, rule: str | None) -> None:
    inner = render("- [ ] Call [[Ada]] @a")
    if rule is None:
        assert "Ada" in replace(parse_document(text), "agenda", inner)
        return
    with pytest.raises(Refused) as refused:
        replace(parse_document(text), "agenda", inner)
    assert refused.value.problem.rule == rule


def test_text_that_would_break_the_block_is_refused() -> None:
    for inner in ("<!-- /vaultnet:agenda -->\n", "```\n", "<!-- vaultnet:b -->\n<!-- /vaultnet:b -->\n"):
        with pytest.raises(Refused):
            replace(parse_document(""), "agenda", inner)
    with pytest.raises(Refused) as refused:
        replace(parse_document(""), "agenda", "<!-- /vaultnet:agenda -->\n<!-- vaultnet:agenda -->\n")
    assert refused.value.problem.blocks_writing


# What the user did stays


OLD = render("**Reach out** · 2 people", "- [ ] Call [[Ada]] @a", "- [ ] Call [[Ben]] @b")
NEW = render("**Reach out** · 1 person", "- [ ] Call [[Cy]] @c")
SAME = render("**Reach out** · 2 people", "- [ ] Call [[Ada]] · longer @a", "- [ ] Call [[Ben]] @b")


@pytest.mark.parametrize(
    ("edit", "new", "expected"),
    [
        (("", ""), NEW, ["**Reach out** · 1 person", "- [ ] Call [[Cy]] @c"]),
        (("- [ ] Call [[Ada]]", "- [x] Call [[Ada]]"), NEW, ["**Reach out** · 1 person", "- [x] Call [[Ada]] @a", "- [ ] Call [[Cy]] @c"]),
        (("- [ ] Call [[Ben]]", "- [-] Call [[Ben]]"), NEW, ["**Reach out** · 1 person", "- [-] Call [[Ben]] @b", "- [ ] Call [[Cy]] @c"]),
        (("- [ ] Call [[Ada]]", "- [x] Call [[Ada]]"), SAME, ["**Reach out** · 2 people", "- [x] Call [[Ada]] @a", "- [ ] Call [[Ben]] @b"]),
        (("Call [[Ada]]", "Write to [[Ada]]"), SAME, ["**Reach out** · 2 people", "- [ ] Write to [[Ada]] @a", "- [ ] Call [[Ben]] @b"]),
        (("[[Ben]] ", "[[Ben]] 📅 2026-06-20 "), SAME, ["**Reach out** · 2 people", "- [ ] Call [[Ada]] · longer @a", "- [ ] Call [[Ben]] 📅 2026-06-20 @b"]),
        (("- [ ] Call [[Ben]]", "  - she was out\n- [ ] Call [[Ben]]"), NEW, ["**Reach out** · 1 person", "- [ ] Call [[Ada]] @a", "  - she was out", "- [ ] Call [[Cy]] @c"]),
        (("- [ ] Call [[Ben]]", "she was out\n- [ ] Call [[Ben]]"), NEW, ["**Reach out** · 1 person", "- [ ] Call [[Ada]] @a", "she was out", "- [ ] Call [[Cy]] @c"]),
        (("- [ ] Call [[Ben]]", "\n  she was out\n- [ ] Call [[Ben]]"), SAME, ["**Reach out** · 2 people", "- [ ] Call [[Ada]] @a", "", "  she was out", "- [ ] Call [[Ben]] @b"]),
        (("- [ ] Call [[Ben]]", "- my own\n- [ ] Call [[Ben]]"), NEW, ["**Reach out** · 1 person", "- my own", "- [ ] Call [[Cy]] @c"]),
        (("**Reach", "my own\n\n**Reach"), NEW, ["my own", "", "**Reach out** · 1 person", "- [ ] Call [[Cy]] @c"]),
        (("- [ ] Call [[Ada]]", "\nmy own\n\n- [ ] Call [[Ada]]"), NEW, ["**Reach out** · 1 person", "", "my own", "", "- [ ] Call [[Cy]] @c"]),
        (("- [ ] Call [[Ben]]", "```\ncode\n\n# x\n```\n- [ ] Call [[Ben]]"), NEW, ["**Reach out** · 1 person", "```", "code", "", "# x", "```", "- [ ] Call [[Cy]] @c"]),
        (("**Reach out** · 2 people", "**Reach out** · today"), NEW, ["**Reach out** · today", "**Reach out** · 1 person", "- [ ] Call [[Cy]] @c"]),
        (("- [ ] Call [[Ben]]", "  - [x] Call [[Ben]]"), SAME, ["**Reach out** · 2 people", "- [ ] Call [[Ada]] @a", "  - [x] Call [[Ben]] @b"]),
    ],
)  # fmt: skip
def test_the_user_s_part_of_a_block(edit: tuple[str, str], new: str, expected: list[str]) -> None:
    assert inside(make(note(OLD.replace(*edit)), new)) == expected


def test_a_section_s_title_stays_for_what_stands_below_it() -> None:
    old = render("**Promised**", "- [ ] Send @a", "", "**Reach out** · 2", "- [ ] Call @b")
    new = render("**Reach out** · 3", "- [ ] Call @c")
    kept = old.replace("- [ ] Send", "- [x] Send")
    assert inside(make(note(kept), new)) == ["**Promised**", "- [x] Send @a", "", "**Reach out** · 3", "- [ ] Call @c"]
    assert inside(make(note(old), new)) == ["**Reach out** · 3", "- [ ] Call @c"]


def test_a_new_section_is_no_part_of_what_the_user_ticked_before_it() -> None:
    old = render("**Promised**", "- [ ] Send @a")
    kept = ["**Promised**", "- [x] Send @a", ""]
    ticked = note(old.replace("- [ ]", "- [x]"))
    assert inside(make(ticked, NEW)) == [*kept, "**Reach out** · 1 person", "- [ ] Call [[Cy]] @c"]
    assert inside(make(ticked, render("Nobody is due today."))) == [*kept, "Nobody is due today."]
    assert inside(make(ticked, render("- [ ] Call @b"))) == [*kept[:2], "- [ ] Call @b"]


def test_words_below_a_text_line_keep_it_in_its_place() -> None:
    old = render("**Meetings**", "- 14:00 [[Plan]]", "- 15:00 [[Demo]]")
    typed = old.replace("- 15:00", "  - ask about x\n- 15:00")
    assert inside(make(note(typed), old)) == ["**Meetings**", "- 14:00 [[Plan]]", "  - ask about x", "- 15:00 [[Demo]]"]
    later = render("**Meetings**", "- 15:00 [[Demo]]")
    assert inside(make(note(typed), later)) == [
        "**Meetings**",
        "- 14:00 [[Plan]]",
        "  - ask about x",
        "- 15:00 [[Demo]]",
    ]


def test_where_the_sums_are_gone_text_is_the_user_s_unless_the_new_block_says_it() -> None:
    gone = "".join(line for line in OLD.splitlines(keepends=True) if not line.startswith("<!--")) + "\n**2 more**\n"
    assert inside(make(note(gone), NEW)) == [
        "**Reach out** · 1 person",
        "",
        "**2 more**",
        "- [ ] Call [[Cy]] @c",
    ]
    broken = OLD.replace("<!-- vn:", "<!-- vn:A")
    assert inside(make(note(broken), NEW))[-1] == "- [ ] Call [[Cy]] @c"


def test_both_of_two_that_a_merge_left_stay() -> None:
    twice = OLD.replace("- [ ] Call [[Ada]]", "- [x] Call [[Ada]]") + OLD.splitlines()[1].replace("[ ]", "[-]") + "\n"
    assert inside(make(note(twice), SAME)) == [
        "**Reach out** · 2 people",
        "- [x] Call [[Ada]] @a",
        "- [-] Call [[Ada]] @a",
        "- [ ] Call [[Ben]] @b",
    ]


def test_nested_generated_items() -> None:
    old = render("- [ ] Plan @a", "  - [ ] Book @b", "  - [ ] Pay @c")
    moved = (
        "".join(old.splitlines(keepends=True)[i] for i in (0, 2))
        + old.splitlines()[1].strip().replace("[ ]", "[x]")
        + "\n"
    )
    new = render("- [ ] Plan it @a", "  - [ ] Book @b", "  - [ ] Pay @c")
    assert inside(make(note(moved), new)) == ["- [ ] Plan it @a", "  - [ ] Pay @c", "- [x] Book @b"]


def unique_keys(lines: list[str]) -> str:
    seen: dict[str, str] = {}
    for number, line in enumerate(lines):
        seen.setdefault(line[-2:] if "@" in line else str(number), line)
    return render(*seen.values())


TITLES = ["**Promised** · 2", "**Promised** · 3", "**Reach out**", "", "- 14:00 tea", "Nothing today."]
CALLS = [f"- [ ] {words} @{key}" for key in "abcde" for words in ("Call [[X]]", "Call [[X]] · 7 months")]
INNER = st.lists(st.sampled_from(TITLES + CALLS), max_size=8).map(unique_keys)
TYPED = [
    "my words",
    "- my item",
    "  - my nested",
    "\tmy tab",
    "",
    "> my quote",
    "# my head",
    "**my title** 4",
    "- [x] my task",
    "```\nmy code\n```",
    "| my | table |",
]


@st.composite
def edited(draw: st.DrawFn, inner: str) -> tuple[str, list[str]]:
    """An inner block after a user was at it, and the words of theirs that must stay."""
    lines = inner.splitlines()
    mine: list[str] = []
    for number in range(draw(st.integers(0, 5))):
        at = draw(st.integers(0, len(lines)))
        what = draw(st.sampled_from(["type", "tick", "append", "delete", "move", "reword"]))
        if what == "type":
            new = draw(st.sampled_from(TYPED)).replace("my", f"my{number}")
            lines.insert(at, new)
            mine += [word for word in new.splitlines() if word.strip()]
        elif at == len(lines) or "my" in lines[at]:
            continue
        elif what == "tick" and "[ ]" in lines[at]:
            lines[at] = lines[at].replace("[ ]", draw(st.sampled_from(["[x]", "[-]", "[>]"])))
            mine.append(lines[at])
        elif what == "append" and "^vn" in lines[at]:
            lines[at] += f" my{number} words"
            mine.append(lines[at])
        elif what == "reword" and "Call" in lines[at]:
            lines[at] = lines[at].replace("Call", f"my{number} call")
            mine.append(lines[at])
        elif what == "delete" and not any(line in lines[at] for line in mine):
            del lines[at]
        elif what == "move":
            lines.insert(draw(st.integers(0, len(lines) - 1)), lines.pop(at))
    inner = "".join(f"{line}\n" for line in lines)
    return inner, [line for line in mine if line in inner.splitlines()]


@given(st.data(), INNER, INNER)
def test_whatever_the_user_did_stays_and_twice_is_once(data: st.DataObject, old: str, new: str) -> None:
    inner, mine = data.draw(edited(old))
    text = note(inner)
    document = parse_document(text)
    if not document.is_writable:
        return
    once = replace(document, "agenda", new)
    lines = once.splitlines()
    for line in mine:
        assert line in lines or any(line in other for other in mine if other != line), line
    assert replace(parse_document(once), "agenda", new) == once
    assert once.startswith(text[: document.blocks[0].inner_start])
    assert once.endswith(text[document.blocks[0].inner_end :])


@given(INNER, INNER)
def test_an_untouched_block_is_made_anew_as_if_it_were_the_first(old: str, new: str) -> None:
    assert replace(parse_document(note(old)), "agenda", new) == replace(parse_document(note("")), "agenda", new)
