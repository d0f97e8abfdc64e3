r"""A headline: what somebody else called a page, and its address, as words of one line of a note.

render_headline("Is `gpt` a <b>?", "https://x.example/a(b)")   ->  r"[Is \`gpt\` a \<b>?](https://x.example/a(b))"
parse_headline(r"[Is \`gpt\` a \<b>?](https://...) [[Acme]]")   ->  Headline("Is `gpt` a <b>?", "https://...")

Titles come from strangers: nothing in one becomes a link, a tag, a formula, a comment, HTML or a terminal's command.
"""

import re
import unicodedata
from typing import NamedTuple
from urllib.parse import urlsplit

from vaultnet.text.lazy_pattern import lazy_pattern
from vaultnet.text.shorten import shorten

_LONGEST_TITLE = 200  # letters
_LONGEST_ADDRESS = 2_000
_ADDRESS = r"https?://(?>(?:[^\s<>()]|\([^\s<>()]*+\))+)"
_WEB_LINK = lazy_pattern(
    rf"(?<!!)\[((?>(?:[^\[\]\\\n]|\\.)*))\]\(<?({_ADDRESS})>?(?:\s++\"[^\"\n]*+\")?\)", re.IGNORECASE
)
_WEB_ADDRESS = lazy_pattern(rf"<?({_ADDRESS})>?", re.IGNORECASE)
_ESCAPED = lazy_pattern(r"\\([!-/:-@\[-`{-~])")
# What Markdown, Obsidian, Dataview and template engines would take for markup; of doubled signs the second is enough.
_MARKUP = lazy_pattern(r"[\\`*_\[\]<$^]|(?<=[{<%=~:])[{%=~:]|(?<!\w)#")
_UNSAFE_IN_ADDRESS = lazy_pattern(r"[\s<>()\[\]{}|\\^`\"$]|%(?![0-9A-Fa-f]{2})")
_JOINERS = "\u200c\u200d"  # letters of Persian and parts of emoji: invisible, and needed
_AS_BLANK = frozenset({"Cc", "Zl", "Zp"})
_LEFT_OUT = frozenset({"Cf", "Cs", "Cn"})  # among them what turns the direction of text


class Headline(NamedTuple):
    """`url` is "" where there is none."""

    title: str
    url: str


def plain_title(title: str) -> str:
    """A title in one line, without anything that cannot be seen, not too long."""
    return shorten(" ".join("".join(map(_visible, title)).split()), _LONGEST_TITLE)


def web_address(url: str) -> str:
    """An address of the web as it can stand in a link; "" for every other scheme, and for what pretends to a host."""
    url = url.strip()
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    if parts.scheme not in {"http", "https"} or not parts.netloc or set("@[]\\") & set(parts.netloc):
        return ""
    shown = "".join(char if _visible(char) == char else _percent(char) for char in url)
    safe = _UNSAFE_IN_ADDRESS.sub(lambda match: _percent(match[0]), shown)
    return safe if len(safe) <= _LONGEST_ADDRESS else ""


def render_headline(title: str, url: str) -> str:
    """The words of a line; `title` and `url` are plain already."""
    text = _MARKUP.sub(r"\\\g<0>", title)
    return f"[{text}]({url})" if url else text


def parse_headline(text: str) -> Headline:
    """The first link to the web in a line, else the line and the bare address in it."""
    found = _WEB_LINK.search(text)
    if found and found[1].strip():
        return Headline(_ESCAPED.sub(r"\1", found[1]).strip(), found[2])
    bare = _WEB_ADDRESS.search(text)
    rest = text.replace(bare[0], "") if bare else text
    title = " ".join(_ESCAPED.sub(r"\1", rest).split())
    return Headline(title, bare[1] if bare else "")


def _visible(char: str) -> str:
    kind = unicodedata.category(char)
    if kind in _AS_BLANK:
        return " "
    return "" if kind in _LEFT_OUT and char not in _JOINERS else char


def _percent(char: str) -> str:
    return "".join(f"%{byte:02X}" for byte in char.encode(errors="replace"))
