r"""Looks at a front-matter block before any YAML parser does: a few cheap searches that keep what crashes them out.

    find_fatal("a: 1\n<<<<<<< HEAD\n")  ->  Problem("frontmatter-conflict", line=3, ...)
    needs_slow_path("a: *bomb\n")         ->  True

py-yaml12 dies (the process, no exception) of an alias bomb under 1 kB and of `? ` repeated 8,000 times, cuts a block
short at a NUL or at a line `...`; libyaml's composer dies of 40,000 `[`. Each search here is one pass in C.
"""

import re

from vaultnet.text.lazy_pattern import lazy_pattern
from vaultnet.text.problem import Problem, Severity
from vaultnet.text.span import column_of, line_of

MAX_CHARACTERS = 1_048_576  # photos live in front matter
MAX_LINES = 20_000
MAX_DEPTH = 64
MAX_INDENT = 200

_CONFLICT = lazy_pattern(r"^(?:[<>|]{7}(?=[ \r\n])|={7}(?=\r?\n))", re.MULTILINE)
_DOCUMENT_MARK = lazy_pattern(r"^(?:\.\.\.|---)(?=[ \t\r\n])", re.MULTILINE)
_CONTROL = lazy_pattern(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]|\r(?!\n)")
_UNREADABLE = lazy_pattern(r"[\x00\ud800-\udfff]")  # what no parser takes; the others are only read differently
_LONG_PREFIX = lazy_pattern(r"[ \t?:-]{40}")
_INDICATOR = lazy_pattern(r"[-?:](?=[ \t\r\n]|$)")
# Begins with the rare sign, so that the search skips to it; then looks back for what may stand before a node.
_NODE_PROPERTY = lazy_pattern(r"""[&*!](?<![^\s\[\]{},:?"'-].)(?:(?<=!)|(?=\S))""")
_ODD_BLANK = lazy_pattern("[\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")
_INDENTING_TAB = lazy_pattern(r"^ *\t[ \t]*(?=[^ \t\r\n])", re.MULTILINE)
_INDENTED_START = lazy_pattern(r"(?>(?:[ \t]*+(?>(?:#[^\n]*+)?)\r?\n)*)[ \t]++[^ \t\r\n#]")
_BLOCK_HEADERS = ("|", ">", "|-", ">-", "|+", ">+")
_MANY_INDICATORS = 100


def problem_at(block: str, offset: int, rule: str, message: str, *, blocks_writing: bool = True) -> Problem:
    """An error (a warning where writing may go on) at an offset of the block; the opening fence is line 1."""
    line, column = line_of(block, offset) + 1, column_of(block, offset)
    severity: Severity = "error" if blocks_writing else "warning"
    return Problem(rule, message, line, column, severity, blocks_writing=blocks_writing)


def find_fatal(block: str) -> Problem | None:
    """What forbids handing the block to a parser at all."""
    if len(block) > MAX_CHARACTERS or block.count("\n") > MAX_LINES:
        return problem_at(
            block,
            0,
            "frontmatter-too-large",
            f"the front matter is longer than {MAX_CHARACTERS:,} characters or {MAX_LINES:,} lines: "
            "move what is not a property into the text or an attachment",
        )
    if "<<<<<<<" in block or "=======" in block or ">>>>>>>" in block or "|||||||" in block:
        mark = _CONFLICT.search(block)
        if mark:
            message = (
                "a merge left its conflict markers in the front matter: keep one version and delete the markers, "
                "or `vaultnet resolve`"
            )
            return problem_at(block, mark.start(), "frontmatter-conflict", message)
    if "\n..." in block or "\n---" in block or block.startswith(("...", "---")):
        mark = _DOCUMENT_MARK.search(block)
        if mark:
            message = f"`{mark[0]}` ends the YAML here and what follows is lost: delete the line, or quote it"
            return problem_at(block, mark.start(), "frontmatter-invalid", message)
    return _find_depth(block)


def _find_depth(block: str) -> Problem | None:
    """Within flow brackets the parsers stop by themselves; blocks within blocks they follow into a crash."""
    indicators = block.count("- ") + block.count("? ") + block.count("-\t") + block.count("?\t")
    if indicators <= _MANY_INDICATORS and " " * 40 not in block:
        return None
    if not _LONG_PREFIX.search(block):
        return None
    offset = 0
    for line in block.split("\n"):
        prefix = line[: len(line) - len(line.lstrip(" \t?:-"))]
        if len(prefix) - len(prefix.lstrip(" ")) > MAX_INDENT or len(_INDICATOR.findall(prefix)) > MAX_DEPTH:
            return too_deep(block, offset)
        offset += len(line) + 1
    return None


def too_deep(block: str, offset: int) -> Problem:
    message = f"lists and maps stand deeper than {MAX_DEPTH} levels inside one another: flatten them"
    return problem_at(block, offset, "frontmatter-too-deep", message)


def invalid_message(reason: str) -> str:
    return (
        f"the front matter is not valid YAML ({reason}): correct this line; "
        "text that holds `: ` or ` #`, or begins with a sign such as [ { @ * & ! % `, needs quotes"
    )


def unclosed_message(opened: str) -> str:
    return (
        f"the front matter is not valid YAML: `{opened}` opens here, and what stands behind it up to its end cannot be "
        "read; close it, or put quotes around the text"
    )


def find_control(block: str) -> tuple[Problem | None, bool]:
    """The first control character (or lone carriage return), and whether the block can still be read."""
    mark = _CONTROL.search(block)
    if mark is None:
        return None, True
    unreadable = _UNREADABLE.search(block)
    mark = unreadable or mark
    message = f"an invisible control character U+{ord(mark[0]):04X} stands here: delete it"
    return problem_at(block, mark.start(), "frontmatter-control-character", message), unreadable is None


def is_all_plain_text(block: str) -> bool:
    """True when the block holds nothing but printable characters, blanks and line feeds: the usual case, seen fast."""
    return block.replace("\n", "").isprintable()


def needs_slow_path(block: str) -> bool:
    """True where an anchor, alias or tag may stand (`R&D`, `2 * 3` are none), and where py-yaml12 is known to err.

    It unfolds aliases without limit, refuses `key:<tab>value`, drops without a word what follows an indented first key
    further left, and reads an empty `|` at the block's end as a line feed.
    """
    if ("&" in block or "*" in block or "!" in block) and _NODE_PROPERTY.search(block):
        return True
    if ":\t" in block or block.rstrip().endswith(_BLOCK_HEADERS):
        return True
    return block.startswith((" ", "\t", "#", "\r", "\n")) and _INDENTED_START.match(block) is not None


def has_odd_blanks(block: str) -> bool:
    """py-yaml12 takes a plain scalar of no-break spaces and their like for null; libyaml does not."""
    return not block.isascii() and _ODD_BLANK.search(block) is not None


def find_indenting_tab(block: str) -> int:
    """Offset of the first tab that indents something, -1 when there is none."""
    mark = _INDENTING_TAB.search(block)
    return block.index("\t", mark.start()) if mark else -1
