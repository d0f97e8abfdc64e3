"""A reference in a property: to a note by wikilink, or to something that has no note, by its name.

read_refs(["[[Acme|Acme Ltd]]", "Northwind"])  ->  (Ref("Acme Ltd", "Acme"), Ref("Northwind", ""))
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from vaultnet.text.fold import fold
from vaultnet.text.frontmatter import Value
from vaultnet.text.lazy_pattern import lazy_pattern
from vaultnet.text.link import Link, links_in_value

_BETWEEN_PEOPLE = lazy_pattern(r"[,;&+\n]|\band\b|\bund\b", re.IGNORECASE)
_ONE_LINK = lazy_pattern(r"\[\[([^\[\]|#\n]++)(?:\|([^\[\]\n]++))?\]\]")  # what nearly every reference is


class Ref(NamedTuple):
    """`text` is what a reader sees; `link` is the link's path as written, "" where it is no link."""

    text: str
    link: str

    @property
    def key(self) -> str:
        """What two references to one thing have in common: the folded name of the note, or of the thing."""
        return fold(_tail(self.link)) if self.link else fold(self.text)


def read_refs(value: Value) -> tuple[Ref, ...]:
    """Every reference in a property: text, links, lists of both, and `[[Acme]]` unquoted (YAML's nested list)."""
    if isinstance(value, list):
        return tuple(ref for item in value for ref in read_refs(_unquoted_link(item)))
    if value is None or isinstance(value, dict | bool):
        return ()
    text = value.strip() if isinstance(value, str) else number_text(value)
    if not text:
        return ()
    one = _one_link(text)
    if one is not None:
        return (one,)
    links = links_in_value(text)
    if links:
        return tuple(Ref(_shown(link), link.path) for link in links if link.path)
    return (Ref(text, ""),)


def read_people(value: Value) -> tuple[Ref, ...]:
    """Like `read_refs`, with names that stand in one text taken apart: `Ada, Ben` and `[[Ada]] and Ben`."""
    if isinstance(value, list):
        return tuple(ref for item in value for ref in read_people(_unquoted_link(item)))
    if not isinstance(value, str) or _one_link(value) is not None:
        return read_refs(value)
    found = [(link.start, ref) for link in links_in_value(value) if (ref := Ref(_shown(link), link.path)).link]
    bare = _blank_links(value)
    place = 0
    for part in _BETWEEN_PEOPLE.split(bare):
        name = part.strip()
        if name:
            place = bare.index(name, place)
            found.append((place, Ref(name, "")))
    return tuple(ref for _, ref in sorted(found))


def _one_link(text: str) -> Ref | None:
    match = _ONE_LINK.fullmatch(text)
    path = match[1].strip() if match else ""
    return Ref(match[2] or _tail(path), path) if match and path else None


def _blank_links(text: str) -> str:
    """Links become commas, so that the words around them fall apart, and every place stays the same."""
    return _replace_links(text, lambda link: "," * (link.end - link.start))


def _replace_links(text: str, replacement: Callable[[Link], str]) -> str:
    parts: list[str] = []
    place = 0
    for link in links_in_value(text):
        parts += (text[place : link.start], replacement(link))
        place = link.end
    return "".join((*parts, text[place:]))


def _shown(link: Link) -> str:
    return link.display or _tail(link.path)


def _tail(path: str) -> str:
    return path.rsplit("/", 1)[-1].removesuffix(".md")


def _unquoted_link(item: Value) -> Value:
    """`- [[Acme]]` without quotes reads as a list in a list; it means the link. `[[Doe, Jane]]` has a comma in it."""
    if not isinstance(item, list) or not item:
        return item
    inner = item[0] if len(item) == 1 and isinstance(item[0], list) else item
    words = [word for word in inner if isinstance(word, str)]
    if len(words) < len(inner) or not words:
        return item
    text = ", ".join(words)
    return text if text.startswith("[[") else f"[[{text}]]"


def read_texts(value: Value, *, split: bool = False) -> tuple[str, ...]:
    """A scalar or list as texts; links give their display text. `split` takes `a, b` apart (aliases, tags)."""
    if isinstance(value, str):
        if "," not in value and "[" not in value:  # nearly every value
            text = value.strip()
            return (text,) if text else ()
        parts = value.split(",") if split and "[[" not in value else [value]
        return tuple(display(part.strip()) for part in parts if part.strip())
    if value is None or isinstance(value, dict):
        return ()
    if isinstance(value, list):
        return tuple(text for item in value for text in read_texts(_unquoted_link(item)))
    return (number_text(value),)


def display(text: str) -> str:
    """A text with its links replaced by what a reader sees."""
    if "[" not in text:
        return text
    return _replace_links(text, _shown)


def number_text(value: float) -> str:  # truth values too, which Python counts among the numbers
    """A YAML number or truth value as a person wrote it, as far as YAML lets one know."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(int(value)) if float(value).is_integer() else str(value)
