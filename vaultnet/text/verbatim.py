"""Lines that are not Markdown: where a fence, a comment, a math or an HTML block ends.

begin_fence("```python", ...)  ->  Verbatim(kind="code", fence="```", ...)     ends at a line of at least "```"
begin_html("<!-- private", ...)  ->  Verbatim(kind="comment", closer="-->", ...)  ends with the first "-->"
"""

import re
from typing import Final, NamedTuple

from vaultnet.text.lazy_pattern import lazy_pattern

# The HTML blocks of CommonMark 4.6, with what ends them; "" is a blank line.
_HTML = lazy_pattern(
    r"""<(?:
    (?P<comment>!--)
  | (?P<raw>(?:script|pre|style|textarea)(?=[\s>]|\Z))
  | (?P<instruction>\?)
  | (?P<cdata>!\[CDATA\[)
  | (?P<declaration>![A-Za-z])
  | (?P<block>/?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir
      |div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link
      |main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead
      |title|tr|track|ul)(?=[\s>]|/>|\Z))
  | (?P<tag>(?:[A-Za-z][A-Za-z0-9-]*+(?>(?:[ \t]++[A-Za-z_:][\w.:-]*+(?>(?:[ \t]*+=[ \t]*+
        (?:[^\s"'=<>`]++|'[^'\n]*+'|"[^"\n]*+"))?))*)
      [ \t]*+/?|/[A-Za-z][A-Za-z0-9-]*+[ \t]*+)>[ \t\r]*(?:\n|\Z))
  )""",
    re.VERBOSE | re.IGNORECASE,
)
_CLOSERS: Final = {"comment": "-->", "raw": "</", "instruction": "?>", "cdata": "]]>", "declaration": ">"}
_RAW_END = lazy_pattern(r"</(?:script|pre|style|textarea)>", re.IGNORECASE)
_FENCE = lazy_pattern(r"(`++|~++)[ \t]*+\r?(?:\n|\Z)")


class Verbatim(NamedTuple):
    """A block being skipped. `depth`: the containers it stands in, -1 when it runs through their ends (Obsidian's
    comments and math do). It ends with `closer`, or with a line of `fence`, or, when both are "", at a blank line.
    """

    kind: str
    depth: int
    start: int
    closer: str = ""
    fence: str = ""


def begin_fence(line: str, depth: int, start: int) -> Verbatim:
    """`line` begins with at least three backticks or tildes."""
    length = len(line) - len(line.lstrip(line[0]))
    return Verbatim("code", depth, start, fence=line[0] * length)


def begin_html(text: str, start: int, depth: int, *, inside_paragraph: bool) -> Verbatim | None:
    """The HTML block that begins at `start`; a lone tag of unknown name cannot interrupt a paragraph."""
    found = _HTML.match(text, start)
    if found is None or (found.lastgroup == "tag" and inside_paragraph):
        return None
    name = found.lastgroup or ""
    return Verbatim("comment" if name == "comment" else "html", depth, start, closer=_CLOSERS.get(name, ""))


def verbatim_end(block: Verbatim, text: str, start: int, end: int) -> int:
    """Where in `text[start:end]`, (part of) one line, the block ends; -1 when it goes on."""
    if block.fence:
        found = _FENCE.match(text, start)
        return end if found and found[1].startswith(block.fence) else -1
    if block.closer == "</":
        raw = _RAW_END.search(text, start, end)
        return raw.end() if raw else -1
    place = text.find(block.closer, start, end) if block.closer else -1
    return place + len(block.closer) if place >= 0 else -1
