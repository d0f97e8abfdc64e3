r"""Writes values exactly as Obsidian writes them, so that its next save of the note changes nothing.

    render_entry("phone", "+1303")       ->  'phone: "+1303"'
    render_entry("aliases", ["Ada"])     ->  "aliases:\n  - Ada"

The rules are those of npm `yaml`, `stringify(value, {nullStr: "", lineWidth: 0})`; the golden table of the tests was
made by it. Two steps aside: U+007F to U+009F are escaped (Obsidian writes them raw), and text of several lines that
needs double quotes stays on one line.
"""

import json
import re

from vaultnet.text.lazy_pattern import lazy_pattern
from vaultnet.text.yaml_value import Value, looks_typed, number_text

_STEP = "  "
_NOT_PLAIN = lazy_pattern(
    r"""^[\n\t ,\[\]{}#&*!|>'"%@`]|^[?-]\Z|^[?-][ \t]|[\n:][ \t]|[ \t]\n|[\n\t ]#|[\n\t :]\Z""",
)
_CONTROL = lazy_pattern(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")  # forces double quotes
_RAW_CONTROL = lazy_pattern(r"[\x7f-\x84\x86-\x9f]")  # what JSON leaves unescaped
_JSON_ESCAPE = lazy_pattern(r"\\(?:u00([0-9a-f]{2})|.)")
_FLOW_SIGN = lazy_pattern(r"[\[\]{},]")
_DOCUMENT_MARK = lazy_pattern(r"^(?:%|---|\.\.\.)", re.MULTILINE)
_BLANK_LAST_LINE = lazy_pattern(r"\n[\t ]+\Z")
_SHORT_ESCAPE = {"00": "\\0", "07": "\\a", "0b": "\\v", "1b": "\\e"}


def render_entry(key: str, value: Value) -> str:
    """`key: value`, several lines for a list or map, without a line end behind it."""
    return f"{render_key(key)}:{render_after_key(value)}"


def render_key(key: str) -> str:
    """A top-level key, quoted only where it would read as something else."""
    return _render_key(key, top=True)


def _render_key(key: str, *, top: bool) -> str:
    marked = top and _DOCUMENT_MARK.search(key)
    return _quote(key) if "\n" in key or marked or not _can_be_plain(key) else key


def render_after_key(value: Value, indent: str = "") -> str:
    """What follows `key:` of a key that stands at `indent`: a blank and a scalar, or lines, or nothing for null."""
    deeper = indent + _STEP
    if value is None:
        return ""
    if isinstance(value, (list, dict)) and value:
        return f"\n{deeper}{render_node(value, deeper)}"
    return f" {render_node(value, deeper)}"


def render_node(value: Value, indent: str) -> str:
    """A value whose first line begins where the text stands and whose other lines begin at `indent`."""
    if isinstance(value, list):
        return f"\n{indent}".join(f"- {render_node(item, indent + _STEP)}" for item in value) or "[]"
    if isinstance(value, dict):
        pairs = (f"{_render_key(key, top=False)}:{render_after_key(item, indent)}" for key, item in value.items())
        return f"\n{indent}".join(pairs) or "{}"
    if isinstance(value, str):
        return _render_text(value, indent)
    return _render_atom(value)


def render_flow_item(value: Value) -> str | None:
    """A scalar as it can stand within `[a, b]`; None for what cannot."""
    if isinstance(value, str):
        if "\n" in value:
            return None
        return _quote(value) if _FLOW_SIGN.search(value) or not _can_be_plain(value) else value
    return None if value is None or isinstance(value, (list, dict)) else _render_atom(value)


def _render_atom(value: float | None) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return number_text(value)


def _render_text(text: str, indent: str) -> str:
    if _CONTROL.search(text):
        return _quote_double(text)
    if "\n" in text:
        return _quote_double(text) if _BLANK_LAST_LINE.search(text) else _render_block(text, indent)
    return text if _can_be_plain(text) else _quote(text)


def _can_be_plain(text: str) -> bool:
    return not (_NOT_PLAIN.search(text) or looks_typed(text) or _CONTROL.search(text))


def _quote(text: str) -> str:
    """Double quotes, but single ones around text that holds double quotes only."""
    if '"' in text and "'" not in text and "\n" not in text and not _CONTROL.search(text):
        return f"'{text}'"
    return _quote_double(text)


def _quote_double(text: str) -> str:
    quoted = _JSON_ESCAPE.sub(_yaml_escape, json.dumps(text, ensure_ascii=False))
    return _RAW_CONTROL.sub(lambda mark: f"\\x{ord(mark[0]):02x}", quoted)


def _yaml_escape(mark: re.Match[str]) -> str:
    """The shorter escapes of YAML: a bell is `a`, not `u0007`."""
    code = mark[1]
    return mark[0] if code is None else _SHORT_ESCAPE.get(code, f"\\x{code}")


def _render_block(text: str, indent: str) -> str:
    """`|-` and its kin: the sign says how many line ends close the text, a figure that it begins with blanks."""
    core = text.rstrip("\n\t ")
    tail = text[len(core) :]
    if "\n" not in tail:
        chomp = "-"
    elif not core or tail.index("\n") != len(tail) - 1:
        chomp = "+"
    else:
        chomp = ""
    figure = "2" if " " in core[: len(core) - len(core.lstrip("\n "))] else ""
    first, *others = text.removesuffix("\n").split("\n")
    return "\n".join((f"|{figure}{chomp}", indent + first, *(indent + line if line else "" for line in others)))
