r"""Appends and removes single items of a list in front matter, in the style the list already has.

"tags:\n  - a # first\n"  + "b"  ->  "tags:\n  - a # first\n  - b\n"
"tags: [a, b]\n"          - "a"  ->  "tags: [b]\n"
"""

from vaultnet.text.edit import Edit
from vaultnet.text.frontmatter_layout import Entry, content_end, line_end
from vaultnet.text.span import column_of
from vaultnet.text.yaml_nodes import Node
from vaultnet.text.yaml_value import Value
from vaultnet.text.yaml_writer import render_flow_item, render_node


def append_edit(text: str, entry: Entry, shift: int, value: Value, line_break: str) -> Edit | None:
    """The splice that adds an item; None where the list must be written anew (a map into a flow list)."""
    last = entry.node.children[-1]
    if entry.node.flow:
        item = render_flow_item(value)
        place = shift + last.end
        return None if item is None else Edit(place, place, f", {item}")
    indent = " " * (column_of(text, shift + entry.node.start) - 1)
    item = f"\n{indent}- {render_node(value, f'{indent}  ')}".replace("\n", line_break)
    return Edit(entry.rest.end, entry.rest.end, item)


def removal_edit(text: str, entry: Entry, shift: int, index: int) -> Edit:
    """The splice that takes item `index` out; at least one other stays."""
    if entry.node.flow:
        return _flow_removal(entry.node, shift, index)
    start = _dash_line(text, entry, shift, index)
    end = line_end(text, content_end(text, entry.node.children[index], shift))
    return Edit(start, text.index("\n", end) + 1, "")


def _flow_removal(node: Node, shift: int, index: int) -> Edit:
    """With the comma behind it, or before it where it is the last."""
    children = node.children
    if index + 1 < len(children):
        return Edit(shift + children[index].start, shift + children[index + 1].start, "")
    return Edit(shift + children[index - 1].end, shift + children[index].end, "")


def _dash_line(text: str, entry: Entry, shift: int, index: int) -> int:
    """Where the line of an item's `-` begins: below the item before it there may be comments, which stay."""
    first = text.rfind("\n", 0, shift + entry.node.start) + 1
    if index == 0:
        return first
    dash = " " * (shift + entry.node.start - first) + "-"
    position = content_end(text, entry.node.children[index - 1], shift)
    return text.index(f"\n{dash}", position) + 1
