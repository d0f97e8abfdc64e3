"""One line of Markdown, classified by how it begins. The same pattern reads what follows a `>` or a list marker.

LINE.match("- [x] done").lastgroup  ->  "item"
LINE.match("## Log").lastgroup      ->  "heading"
"""

import re

# Every alternative is possessive and class-exclusive: the pattern costs the length of the line, whatever stands in it.
# Group 1 is the indentation. `item` is the common case, a marker with plain text behind it (groups 3 to 6: marker,
# blanks, checkbox mark, words); `deep` is any other item: an empty one, or one whose content begins another block.
LINE = re.compile(
    r"""([ \t]*+)(?:(?![A-Za-z])(?:
    (?P<item>([-*+]|[0-9]{1,9}[.)])([ ]{1,4}+(?![ \t])|\t(?![ \t]))
        (?:\[([^\r\n])\](?=[ \t\r\n]|\Z)[ \t]*+
          |(?![-*+](?:[ \t\r\n]|\Z)|[0-9]{1,9}[.)](?:[ \t\r\n]|\Z)|\#{1,6}(?:[ \t\r\n]|\Z)
             |[><\r\n]|\Z|```|~~~|%%|\$\$|---|\*\*\*|___|(?:-[- \t]*+|\*[* \t]*+)\r?(?:\n|\Z))
        )([^\n]*+))
  | (?P<blank>\r?(?=\n|\Z))
  | (?P<heading>\#{1,6}(?=[ \t\r\n]|\Z)[^\n]*+)
  | (?P<quote>>[^\n]*+)
  | (?P<fence>(?:`{3,}+(?=[^`\n]*+(?:\n|\Z))|~{3,}+)[^\n]*+)
  | (?P<rule>(?:(?>(?:-[ \t]*+){3,})|(?>(?:\*[ \t]*+){3,})|(?>(?:_[ \t]*+){3,})|--[ \t]*+|=++[ \t]*+)\r?(?=\n|\Z))
  | (?P<deep>(?:[-*+]|[0-9]{1,9}[.)])(?=[ \t\r\n]|\Z)[^\n]*+)
  | (?P<html><[^\n]*+)
  | (?P<comment>%%(?![^\n]*%%)[^\n]*+)
  | (?P<math>\$\$(?![^\n]*\$\$)[^\n]*+)
  )| (?P<text>[^\n]++)
  )\n?""",
    re.VERBOSE,
)

# Lines of LINE's kind `item` that begin with `- ` and a letter, a date or a link, each with another item right below:
# nothing is nested in them and nothing goes on, so none of them needs a look of its own.
FLAT_RUN = re.compile(
    r"(?>(?:-[ ](?:(?![\x00-@\[-`{-\x7f])|(?=[0-9]{4}-)|(?=\[\[(?!\])))[^\n]++\n(?=-[ ][A-Za-z0-9\[]))+)", re.VERBOSE
)

# The marker of any item: its blanks, and its checkbox where it has one.
MARKER = re.compile(r"([-*+]|[0-9]{1,9}[.)])(?=[ \t\r\n]|\Z)([ \t]*+)(?:\[([^\r\n])\](?=[ \t\r\n]|\Z)[ \t]*+)?")


def columns(blanks: str, column: int = 0) -> int:
    """The column behind a run of blanks that begins at `column`; a tab reaches to the next multiple of four."""
    if "\t" not in blanks:
        return column + len(blanks)
    for character in blanks:
        column += 4 - column % 4 if character == "\t" else 1
    return column


def may_interrupt(marker: str) -> bool:
    """An ordered list that does not begin with 1 cannot break into running text (a line may begin with "1984.")."""
    return len(marker) == 1 or marker[:-1].lstrip("0") == "1"


def line_end_of(text: str) -> str:
    """How the text ends its lines, told by the first one."""
    place = text.find("\n")
    return "\r\n" if place > 0 and text[place - 1] == "\r" else "\n"


def next_line(text: str, offset: int) -> int:
    """Where the line behind the one around `offset` begins; the end of the text when that is the last."""
    place = text.find("\n", offset)
    return place + 1 if place >= 0 else len(text)
