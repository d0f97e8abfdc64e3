r"""A value out of somebody else's file, as a note may hold it: no markup, no signs that nobody sees.

clean("  <b>Ada</b>&nbsp;Lovelace\u202c ")   ->  "Ada Lovelace"        on one line
clean_lines("<p>One</p><p>Two</p>")          ->  "One\nTwo"            prose keeps its lines
"""

import html
import re
import unicodedata

_BREAK = re.compile(r"<(?:br|/p|/div|/li|/tr|/h[1-6])\b[^<>]{0,200}>", re.IGNORECASE)
# `<https://ada.example>` and `<ada@example.com>` are no tags, but what plain text puts around an address.
_TAG = re.compile(r"</?[a-zA-Z][\w:-]{0,40}(?:\s[^<>]{0,2000})?/?>|<!--[^<>]{0,2000}-->")
_SIGN_OF_OURS = re.compile(r"(^|\s)([#^])")
_KEPT_CONTROLS = frozenset("\n\t")
_JOINERS = frozenset("\u200c\u200d")  # parts of letters in Persian and Hindi, and of emoji


def clean(text: str) -> str:
    """On one line, blanks collapsed."""
    return " ".join(clean_lines(text).split())


def clean_lines(text: str) -> str:
    r"""Tags and entities as text, line ends as `\n`, invisible and control characters out, no blank at line ends."""
    if text.isascii() and text.isprintable() and "<" not in text and "&" not in text:  # most of what comes
        return text.strip()
    if "<" in text:
        text = _TAG.sub("", _BREAK.sub("\n", text))
    if "&" in text:
        text = html.unescape(text)
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    visible = "".join(char for char in text if char.isprintable() or char in _KEPT_CONTROLS or char in _JOINERS
                      or char == "\u00a0")  # fmt: skip
    lines = (line.replace("\u00a0", " ").rstrip() for line in visible.split("\n"))
    return "\n".join(lines).strip()


def plain_words(text: str) -> str:
    r"""Somebody else's words as one line of a note that is read as words: no link, tag, comment or block id of ours.

    plain_words("see [[Ada]] #asked")  ->  "see [\[Ada]] \#asked"
    """
    line = clean(text).replace("[[", "[\\[").replace("%%", "%\\%").replace("<!--", "&lt;!--").replace("::", ":\\:")
    return _SIGN_OF_OURS.sub(r"\1\\\2", line)
