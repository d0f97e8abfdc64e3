r"""Everything that is printed: results to stdout, the rest to stderr, and nothing raw that a note, or its name, could
hide. Here what vaultnet says gets into the vault's language (`language/speech.py`).

print_json("vaultnet.due/1", contacts=[...])     {"schema": "vaultnet.due/1", "contacts": [...]}
print_text("Ada \x1b[31mLovelace")               Ada [31mLovelace
print_quote("People/Nia\nNew.md")                People/Nia New.md
"""

import json
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from vaultnet.frontends.cli.language.speech import said, said_part, said_values
from vaultnet.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from vaultnet.text.change import Change

# C0 and C1 controls but newline and tab, the marks that turn the direction of text (promise S8), and bytes of a file's
# name that are no UTF-8, which some terminals would take for C1.
_UNSAFE = lazy_pattern("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c]|([\ud800-\udfff])")
_TOO_RAW_FOR_JSON = lazy_pattern("[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\u061c\ud800-\udfff]")  # C0 never is


def harmless(text: str) -> str:
    """Text without anything that a terminal would obey."""
    return _UNSAFE.sub(lambda found: "\ufffd" if found[1] else "", text)


def harmless_line(text: str) -> str:
    """And on one line: what stands below it is not to be taken for another answer."""
    return harmless(text).replace("\n", " ")


def print_text(text: str = "") -> None:
    """A line that vaultnet says."""
    _write(sys.stdout, said(harmless_line(text)) + "\n")


def print_quote(text: str) -> None:
    """A line of what somebody wrote, or a path: made harmless, and never put into other words."""
    _write(sys.stdout, harmless_line(text) + "\n")


def print_lines(text: str) -> None:
    """Lines that were laid out already, such as a chart."""
    _write(sys.stdout, harmless(text) + "\n")


def print_marked(parts: Sequence[tuple[str, bool]]) -> None:
    """A quoted line, some parts of which (True) stand out: for a terminal that shows colour."""
    lines = ((harmless_line(part), is_marked) for part, is_marked in parts)
    shown = (f"\x1b[1m{part}\x1b[0m" if is_marked else part for part, is_marked in lines)
    _write(sys.stdout, "".join(shown) + "\n")


def print_exact(text: str) -> None:
    """A block or diff byte for byte when it goes to a file or pipe; made harmless when a terminal would show it."""
    _write(sys.stdout, harmless(text) if sys.stdout.isatty() else text)


def print_diffs(changes: "Iterable[Change]") -> None:
    """What would be written, as `--dry-run` shows it."""
    from vaultnet.text.change import render_diff

    for change in changes:
        print_exact(render_diff(change))


def print_note(text: str) -> None:
    """A word to the person, beside the result."""
    _write(sys.stderr, said(harmless_line(text)) + "\n")


def print_message(text: str) -> None:
    """The same, in as many lines as it takes: with what to paste, say."""
    _write(sys.stderr, said(harmless(text)) + "\n")


def print_in_place(text: str) -> None:
    """A word to the person who looks at a terminal, in place of the line that stands there."""
    _write(sys.stderr, f"\r\x1b[2K{harmless_line(text)}")


def print_json(schema: str, **values: Any) -> None:
    text = json.dumps({"schema": schema, **said_values(values)}, ensure_ascii=False, indent=2)
    _write(sys.stdout, _TOO_RAW_FOR_JSON.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n")


def print_table(columns: Sequence[str], rows: Sequence[Sequence[str]], *, color: bool) -> None:
    """A table: rich's on a terminal, aligned text elsewhere. Its cells are the command's to word: most are names."""
    rows = [[harmless_line(cell) for cell in row] for row in rows]
    columns = [said_part(column) for column in columns]
    if color:
        _rich_table(columns, rows)
        return
    widths = [max(len(line[at]) for line in (columns, *rows)) for at in range(len(columns))]
    for line in (columns, *rows):
        print_quote("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())


def _rich_table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for column in columns:
        table.add_column(column)
    for row in rows:
        table.add_row(*map(escape, row))
    Console().print(table)


def _write(stream: Any, text: str) -> None:
    """In UTF-8 whatever the locale says: names are not to become question marks, nor a traceback."""
    binary = getattr(stream, "buffer", None)
    if binary is None:
        stream.write(text)
        return
    stream.flush()
    binary.write(text.encode("utf-8", "surrogateescape"))
    binary.flush()
