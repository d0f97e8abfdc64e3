r"""Changes one property of a note and not one byte besides.

    set_key("---\ntier: close # yes\n---\nText", "tier", "warm")  ->  "---\ntier: warm # yes\n---\nText"
    append_item("---\ntags: [a]\n---\n", "tags", "b")             ->  "---\ntags: [a, b]\n---\n"

The block is parsed only to locate; comments, quotes, order, indentation and line ends stay. New values look as Obsidian
writes them. Every result is read again: all other keys and the body must be as before, else the edit is refused.
A value that is already there gives back the same text.
"""

from collections.abc import Mapping

from vaultnet.text.edit import Edit, apply_edits
from vaultnet.text.frontmatter import FrontMatter, parse_frontmatter
from vaultnet.text.frontmatter_layout import Entry, Layout, find_layout, refuse_aliases
from vaultnet.text.frontmatter_list import append_edit, removal_edit
from vaultnet.text.problem import Problem, Refused
from vaultnet.text.yaml_value import Value, is_same
from vaultnet.text.yaml_writer import render_after_key, render_entry

_BIGGEST_NUMBER = 2**53  # beyond it JavaScript rounds, and Obsidian's next save would change the number


def set_key(text: str, key: str, value: Value) -> str:
    """The text with `key` (in this very spelling) set; a new key stands last, a missing block is made.

    Raises Refused for a note or a value that cannot be written safely.
    """
    frontmatter = parse_frontmatter(text)
    layout = find_layout(frontmatter)
    if key in frontmatter.values and is_same(frontmatter.values[key], value):
        return text
    _refuse_rounding(key, value)
    if frontmatter.fence is None:
        edits = [_new_block(frontmatter, key, value)]
    elif key not in frontmatter.values:
        place = frontmatter.fence.inner_end
        edits = [Edit(place, place, _own_line_ends(f"{render_entry(key, value)}\n", text))]
    else:
        entry = layout.entry(key)
        refuse_aliases(text, entry, layout.shift)
        edits = _replace_value(entry, _own_line_ends(render_after_key(value), text))
    return _checked(frontmatter, edits, {**frontmatter.values, key: value})


def remove_key(text: str, key: str) -> str:
    """The text without the lines of `key`; the same text where there is no such key."""
    frontmatter = parse_frontmatter(text)
    layout = find_layout(frontmatter)
    if key not in frontmatter.values:
        return text
    entry = layout.entry(key)
    refuse_aliases(text, entry, layout.shift)
    edit = Edit(entry.key_start, text.index("\n", entry.rest.end) + 1, "")
    return _checked(frontmatter, [edit], _without(frontmatter.values, key))


def append_item(text: str, key: str, value: Value) -> str:
    """The text with `value` as last item of the list; a single value becomes a list, an item already there stays."""
    frontmatter = parse_frontmatter(text)
    layout = find_layout(frontmatter)
    current = frontmatter.values.get(key)
    items = _items(frontmatter, key)
    if any(is_same(item, value) for item in items):
        return text
    _refuse_rounding(key, value)
    edit = None
    if isinstance(current, list) and current:
        edit = append_edit(text, _touched(text, layout, key), layout.shift, value, _line_end_of(text))
    elif items:
        return _list_from_scalar(frontmatter, _touched(text, layout, key), value)
    if edit is None:
        return set_key(text, key, [*items, value])
    return _checked(frontmatter, [edit], {**frontmatter.values, key: [*items, value]})


def remove_item(text: str, key: str, value: Value) -> str:
    """The text without any item that equals `value`; the last one leaves `[]`, a single value leaves null."""
    frontmatter = parse_frontmatter(text)
    layout = find_layout(frontmatter)
    items = _items(frontmatter, key)
    found = next((index for index, item in enumerate(items) if is_same(item, value)), None)
    if found is None:
        return text
    if not isinstance(frontmatter.values[key], list):
        return set_key(text, key, None)
    left = [*items[:found], *items[found + 1 :]]
    if not left:
        return set_key(text, key, [])
    edit = removal_edit(text, _touched(text, layout, key), layout.shift, found)
    return remove_item(_checked(frontmatter, [edit], {**frontmatter.values, key: left}), key, value)


def _touched(text: str, layout: Layout, key: str) -> Entry:
    entry = layout.entry(key)
    refuse_aliases(text, entry, layout.shift)
    return entry


def _items(frontmatter: FrontMatter, key: str) -> list[Value]:
    """The value as a list. A map is none, nor is `[[Acme]]` without quotes: what is meant is a link."""
    current = frontmatter.values.get(key)
    if current is None:
        return []
    if not isinstance(current, (list, dict)):
        return [current]
    line, column = frontmatter.place(key)
    if isinstance(current, dict):
        message = f"`{key}` holds a map, not a list: edit it by hand"
        raise Refused(Problem("frontmatter-not-a-list", message, line, column))
    if _is_unquoted_link(current):
        message = f'the link in `{key}` has no quotes, so YAML takes it for a list in a list: write "[[...]]"'
        raise Refused(Problem("frontmatter-unquoted-link", message, line, column))
    return current


def _is_unquoted_link(items: list[Value]) -> bool:
    """[["Acme"]], and not the list [[["Acme"]]] that `- [[Acme]]` reads as."""
    if len(items) != 1 or not isinstance(items[0], list):
        return False
    return not any(isinstance(item, list) for item in items[0])


def _refuse_rounding(key: str, value: Value) -> None:
    """Obsidian's numbers are floats: its next save would change a bigger one."""
    if isinstance(value, (list, dict)):
        for item in value.values() if isinstance(value, dict) else value:
            _refuse_rounding(key, item)
    elif isinstance(value, int) and abs(value) > _BIGGEST_NUMBER:
        message = f"`{key}` would hold a number of more than 15 digits, which Obsidian rounds: write it as text"
        raise Refused(Problem("frontmatter-number", message))


def _list_from_scalar(frontmatter: FrontMatter, entry: Entry, value: Value) -> str:
    """`company: "Acme"` becomes a list whose first item keeps its spelling."""
    text, current = frontmatter.text, frontmatter.values[entry.key]
    rendered = render_after_key([current, value])
    written = text[slice(*entry.inline)]
    if written and "\n" not in written and entry.node.style not in ("|", ">"):
        rendered = f"\n  - {written}{render_after_key([value])}"
    edits = _replace_value(entry, _own_line_ends(rendered, text))
    return _checked(frontmatter, edits, {**frontmatter.values, entry.key: [current, value]})


def _replace_value(entry: Entry, rendered: str) -> list[Edit]:
    """`rendered` is what follows the colon: an inline part, then lines."""
    head_length = next((at for at, mark in enumerate(rendered) if mark in "\r\n"), len(rendered))
    inline, lines = rendered[:head_length], rendered[head_length:]
    if not entry.is_inline:
        first = Edit(entry.colon_end, entry.colon_end, inline)
    elif inline:
        first = Edit(*entry.inline, inline.removeprefix(" "))
    else:
        first = Edit(entry.colon_end, entry.inline.end, "")
    return [first, Edit(*entry.rest, lines)]


def _new_block(frontmatter: FrontMatter, key: str, value: Value) -> Edit:
    block = _own_line_ends(f"---\n{render_entry(key, value)}\n---\n", frontmatter.text)
    return Edit(frontmatter.body_start, frontmatter.body_start, block)


def _line_end_of(text: str) -> str:
    """The line end of the note's first line."""
    first = text.find("\n")
    return "\r\n" if first > 0 and text[first - 1] == "\r" else "\n"


def _own_line_ends(rendered: str, text: str) -> str:
    return rendered.replace("\n", _line_end_of(text))


def _without(values: Mapping[str, Value], key: str) -> dict[str, Value]:
    return {name: value for name, value in values.items() if name != key}


def _checked(frontmatter: FrontMatter, edits: list[Edit], expected: dict[str, Value]) -> str:
    """Apply, read again, compare; refuse rather than guess."""
    text = frontmatter.text
    after = apply_edits(text, edits)
    result = parse_frontmatter(after)
    same_keys = list(result.values) == list(expected) and is_same(dict(result.values), expected)
    same_body = after[result.body_start :] == text[frontmatter.body_start :]
    if result.editable and same_keys and same_body:
        return after
    line = text.count("\n", 0, min(edit.start for edit in edits)) + 1
    message = "the front matter would not read as meant after this change: make it by hand"
    raise Refused(Problem("frontmatter-unsafe-edit", message, line))
