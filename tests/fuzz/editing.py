r"""Edits that must change one thing and leave every other byte alone, tried on whatever text comes (promise D1).

edit_frontmatter("---\na: 1\n---\n", 7)   sets, inserts, extends, empties and removes keys; each result is looked at
edit_blocks("# Ada\n", 7)                  places a block, again, then another: the rest of the note stays
"""

from contextlib import suppress

from vaultnet.text.block import generated_texts, one_line, parse_item, replace, seal
from vaultnet.text.document import parse_document
from vaultnet.text.frontmatter import Value, parse_frontmatter
from vaultnet.text.frontmatter_edit import append_item, remove_item, remove_key, set_key
from vaultnet.text.frontmatter_layout import find_layout
from vaultnet.text.problem import Refused
from vaultnet.text.yaml_value import is_same

VALUES: tuple[Value, ...] = (
    "plain", "", "a: b", "- x", "# no", "[[Ada|A: B]]", "'", '"', "x\ny", " lead", "trail ", "{{title}}", "~", "null",
    "yes", "2024-13-45", "1" * 50, "+4912345", "\u2028", "\x85", "\x1b[31m", "\u202e", "\ufeff", "---", "...", "\\", "\t",
    "😀", "\ud800", "a\r\nb", "%x", "@x", "`x", "!x", "&x", "*x", None, True, 0, -1, 2**53, 1.5, float("inf"),
    ["a"], [], ["a: b", "- c", None], [["x"]], {"x": "y"}, [{"x": ["y"]}],
)  # fmt: skip
KEYS = ("new", "a", "tags", "key with: colon", "#x", "", "null", "- x", "é", "'", "x\ny", "---", "\u2028", "?")


def edit_frontmatter(text: str, number: int) -> None:
    """`number` picks key and value; a refusal of one edit does not spare the others."""
    known = list(parse_frontmatter(text).values)
    keys = [*known[:2], KEYS[number % len(KEYS)]]
    value = VALUES[number % len(VALUES)]
    for key in keys:
        for after in _results(text, key, value):
            _look(text, after, key)
        if key in known:
            _there_and_back(text, key, value)


def _results(text: str, key: str, value: Value) -> list[str]:
    results = []
    for edit in (set_key, append_item, remove_item):
        try:
            results.append(edit(text, key, value))
        except Refused:
            continue
    with suppress(Refused):
        results.append(remove_key(text, key))
    return results


def _look(before: str, after: str, key: str) -> None:
    """The body, and the bytes of every other key, as they were."""
    old, new = parse_frontmatter(before), parse_frontmatter(after)
    if old.fence is not None or after == before:
        assert after[new.body_start :] == before[old.body_start :]
    else:
        assert after[new.body_start :].endswith(before[old.body_start :].lstrip("\ufeff"))
    if old.fence is None or new.fence is None:
        return
    assert _others(before, key) == _others(after, key)


def _others(text: str, key: str) -> list[tuple[str, str]]:
    """Each other entry as it is written, its value and the lines below."""
    return [
        (text[entry.key_start : entry.inline.end], text[entry.rest.start : entry.rest.end])
        for entry in find_layout(parse_frontmatter(text)).entries
        if entry.key != key
    ]


def _there_and_back(text: str, key: str, value: Value) -> None:
    """Set, then set back: all values and all other bytes are as they were; CRLF gives the same with CRLF."""
    old = parse_frontmatter(text).values[key]
    try:
        there = set_key(text, key, value)
        back = set_key(there, key, old)
    except Refused:
        return
    assert is_same(dict(parse_frontmatter(back).values), dict(parse_frontmatter(text).values))
    assert _others(back, key) == _others(text, key)


def edit_blocks(text: str, number: int) -> None:
    words = one_line(text)
    assert not any(sign in words for sign in ("\n", "<!--", "-->"))
    sealed = seal(f"- [ ] {words[:200]} ^vn-{number:08x}\n\n### Title\n")
    generated_texts(text)
    for line in text.split("\n")[:50]:
        parse_item(line)
    try:
        once = replace(parse_document(text), "agenda", sealed, heading="Log" if number % 2 else "")
    except Refused:
        return
    document = parse_document(once)
    block = next(block for block in document.blocks if block.name == "agenda")
    assert replace(document, "agenda", sealed, heading="Log") == once
    outside = once[: block.start] + once[block.end :]
    old = next((found for found in parse_document(text).blocks if found.name == "agenda"), None)
    if old is not None:
        assert outside == text[: old.start] + text[old.end :]
    else:
        _stands_around(text, once, block.start, block.end)


def _stands_around(text: str, once: str, start: int, end: int) -> None:
    """A new block goes between two parts of the text; around it come a heading and line ends, nothing else."""
    head, tail = once[:start], once[end:]
    shared = 0
    while shared < min(len(head), len(text)) and head[shared] == text[shared]:
        shared += 1
    rest = text[shared:]
    assert head[shared:].strip("\r\n") in {"", "## Log"}
    assert not rest or tail.endswith(rest) or (head + tail).endswith(rest)
