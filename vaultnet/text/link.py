"""Links, as Obsidian reads them: wikilinks, embeds, and Markdown links to notes (not to the web).

"![[Ada Lovelace#Log|her log]]"  ->  Link("Ada Lovelace", "Log", "her log", 0, 29, embed=True, markdown=False)
"[text](<dir/My%20Note.md> 'title')"  ->  Link("dir/My Note.md", "", "text", 0, 34, embed=False, markdown=True)
"""

import re
from typing import Final, NamedTuple

from vaultnet.text.hot import make_value
from vaultnet.text.lazy_pattern import lazy_pattern
from vaultnet.text.mask import NO_MASK, Mask

# The innermost `[[` wins, and a lone bracket inside does not end the link. Each attempt ends at the next `[[`.
_WIKI: Final = r"\[\[(?!\[)([^\[\]\n]*+(?>(?:(?:\](?!\])|\[(?!\[))[^\[\]\n]*+)*))\]\]"
_WIKILINK = re.compile(_WIKI)
_TOKEN = lazy_pattern(rf"(?P<wiki>!?{_WIKI})|\\.|(?P<opener>!?\[)|(?P<closer>\]\(?)|(?P<blank>\n[ \t>]*+(?=\r?\n))")
_DESTINATION = lazy_pattern(
    r"""[ \t]*+
    (?:<([^<>\n]*+)>|((?:[^\s()\\<]|\\.|\((?>(?:[^\s()\\]|\\.)*)\))(?>(?:[^\s()\\]|\\.|\((?>(?:[^\s()\\]|\\.)*)\))*)))
    (?>(?:[ \t]++(?:"[^"\n]*+"|'[^'\n]*+'|\([^()\n]*+\)))?)
    [ \t]*+\)""",
    re.VERBOSE,
)
_SCHEME = lazy_pattern(r"[A-Za-z][A-Za-z0-9+.-]++:|//")
_PERCENT = lazy_pattern(r"(?>(?:%[0-9A-Fa-f]{2})+)")
_ESCAPE = lazy_pattern(r"\\([!-/:-@\[-`{-~])")


class Link(NamedTuple):
    """`text[start:end]` is the whole link, `!` included. `display` is what is written after `|`, or in `[...]`."""

    path: str
    subpath: str
    display: str
    start: int
    end: int
    embed: bool
    markdown: bool


class _Opener(NamedTuple):
    start: int
    text_start: int
    embed: bool


def links_in_value(text: str) -> tuple[Link, ...]:
    """The links in a value of the front matter, where nothing is code."""
    return tuple(find_links(text, 0, len(text), NO_MASK)) if "[" in text else ()


def find_links(text: str, start: int, end: int, mask: Mask) -> list[Link]:
    """All links in `text[start:end]` that are not masked, by start."""
    if "(" in text and text.find("](", start, end) >= 0:
        return _Reader(text, end, mask).read(start)
    if text.find("[[", start, end) < 0:
        return []
    links: list[Link] = []
    look_before = ("!" in text and "![[" in text) or ("\\" in text and "\\[[" in text)
    for match in _WIKILINK.finditer(text, start, end):
        inner = match[1]
        begin, stop = match.span()
        if look_before or "|" in inner or "#" in inner:
            link = _wikilink(text, inner, begin, stop)
            if link is not None:
                links.append(link)
        elif inner := inner.strip():
            links.append(make_value(Link, (inner, "", "", begin, stop, False, False)))
    return [link for link in links if not mask.hides_either(link.start, link.end - 1)] if mask else links


def _wikilink(text: str, inner: str, start: int, end: int) -> Link | None:
    subpath = display = ""
    if "|" in inner:
        inner, _, display = inner.partition("|")
        inner = inner.removesuffix("\\")  # the pipe is written `\|` in a table
    if "#" in inner:
        inner, _, subpath = inner.partition("#")
    inner = inner.strip()
    before = text[start - 1] if start else ""
    if (before == "\\" and _is_escaped(text, start)) or not (inner or subpath):
        return None
    if before == "!":
        return Link(inner, subpath, display, start - 1, end, True, False)
    return Link(inner, subpath, display, start, end, False, False)


def _is_escaped(text: str, offset: int) -> bool:
    before = text[max(offset - 64, 0) : offset]  # nobody writes more backslashes, and the count stays short
    return (len(before) - len(before.rstrip("\\"))) % 2 == 1


class _Reader:
    """Both kinds of link in one pass; brackets are matched as CommonMark does: no link in a link, images may be."""

    __slots__ = ("_active", "_end", "_links", "_mask", "_openers", "_text")

    def __init__(self, text: str, end: int, mask: Mask) -> None:
        self._text = text
        self._end = end
        self._mask = mask
        self._links: list[Link] = []
        self._openers: list[_Opener] = []
        self._active = 0  # openers before this one have a link inside: only the images among them may be links

    def read(self, position: int) -> list[Link]:
        while token := _TOKEN.search(self._text, position, self._end):
            position = token.end()
            kind = token.lastgroup
            if kind is None or (self._mask and self._mask.hides_either(token.start(), position - 1)):
                continue
            if kind == "opener":
                self._openers.append(_Opener(token.start(), position, position - token.start() == len("![")))
            elif kind == "blank":
                self._openers.clear()
            elif kind == "wiki":
                self._add(_wikilink(self._text, token[2], token.start(2) - 2, position))
            elif self._openers:
                position = self._close_bracket(token)
        return sorted(self._links, key=_start)

    def _close_bracket(self, token: re.Match[str]) -> int:
        opener = self._openers.pop()
        inactive = len(self._openers) < self._active and not opener.embed
        self._active = min(self._active, len(self._openers))
        found = _DESTINATION.match(self._text, token.end(), self._end) if token[0] == "](" and not inactive else None
        if found is None:
            return token.end()
        display = self._text[opener.text_start : token.start()]
        destination = found[1] if found[2] is None else found[2]
        self._add(_markdown_link(destination, display, opener, found.end()))
        if not opener.embed:
            self._active = len(self._openers)
        return found.end()

    def _add(self, link: Link | None) -> None:
        if link is None:
            return
        if not link.markdown and not link.embed:
            self._active = len(self._openers)
        self._links.append(link)


def _start(link: Link) -> int:
    return link.start


def _markdown_link(destination: str, display: str, opener: _Opener, end: int) -> Link | None:
    """None when it leads out of the vault, or nowhere."""
    if not destination or _SCHEME.match(destination):
        return None
    if "\\" in destination:
        destination = _ESCAPE.sub(r"\1", destination)
    path, _, subpath = destination.partition("#")
    path, subpath = _decode(path).strip(), _decode(subpath)
    return Link(path, subpath, display, opener.start, end, opener.embed, True) if path or subpath else None


def _decode(text: str) -> str:
    """Percent-decoded; what is no UTF-8 stays as it is written."""
    return _PERCENT.sub(_decode_run, text) if "%" in text else text


def _decode_run(match: re.Match[str]) -> str:
    try:
        return bytes.fromhex(match[0].replace("%", "")).decode()
    except UnicodeDecodeError:
        return match[0]
