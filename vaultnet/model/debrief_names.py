"""Names in an answer: `Hana Novak, Petr Vesely and [[Jan Smit]]: they run the dike register`.

->  NamePart("Hana Novak", is_name=True), NamePart("Petr Vesely", ...), NamePart("Jan Smit", link="Jan Smit")

What stands behind a colon or a dash, or in brackets, is said of them and is no name. `**Hana**` means somebody new,
whoever else may be meant by a first name. What does not read like a name is a part, too: it is told, never guessed at.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from vaultnet.model.debrief import TAKEN, Answer
from vaultnet.model.debrief_words import PARTICLES, SAID_OF_THEM
from vaultnet.text.document import Document
from vaultnet.text.fold import fold
from vaultnet.text.lazy_pattern import lazy_pattern
from vaultnet.text.link import Link
from vaultnet.text.span import Span

_LINK = "\N{OBJECT REPLACEMENT CHARACTER}"
_BRACKETS = lazy_pattern(r"\([^()]*\)?")
_ASIDE = lazy_pattern(r":(?=\s|$)|\s[-–—]\s|\s(?:at|from|bei)\s|\s#|" + TAKEN)
_BETWEEN = lazy_pattern(r"[,;/&+]|(?<!\S)(?:and|und|sowie)(?!\S)", re.IGNORECASE)
_BOLD = lazy_pattern(r"\*\*([^*]++)\*\*")
_AROUND = " \t*_.\"'“”„?!"
_MOST_WORDS = 6
_LONGEST = 80  # characters


class NamePart(NamedTuple):
    """One name of an answer. `span` is its place in the note, `link` the path where it is a link already. `is_forced`:
    `**Hana**`, somebody new. `links` are the paths that the words about the names link.
    """

    name: str
    span: Span
    link: str
    is_name: bool
    is_forced: bool
    links: tuple[str, ...]


def read_names(document: Document, answer: Answer) -> Iterator[NamePart]:
    """The names of one answer, in its order; nothing of `nobody` or a dash."""
    if answer.says_nothing:
        return
    for span in answer.spans:
        links = [link for link in document.links_in(span.start, span.end) if link.path and not link.embed]
        parts = _in_span(document.text, span, links)
        yield from (part for part in parts if not _counts_for_nothing(document, part.span))


def _counts_for_nothing(document: Document, span: Span) -> bool:
    """In code or a comment: a link would not be read as one there, and so the name be taken again and again."""
    return any(region.start <= span.start < region.end for region in document.regions)


def _in_span(text: str, span: Span, links: list[Link]) -> Iterator[NamePart]:
    words = text[span.start : span.end]
    for link in links:  # of the same length, so that places stay places
        begin, end = link.start - span.start, link.end - span.start
        words = words[:begin] + _LINK * (end - begin) + words[end:]
    bare = _BRACKETS.sub(lambda found: " " * len(found[0]), words)
    aside = _ASIDE.search(bare)
    bare = bare[: aside.start()] if aside else bare
    ends = [found.span() for found in _BETWEEN.finditer(bare)]
    named, place = [], 0
    for begin, end in (*ends, (len(bare), len(bare))):
        named.append(Span(span.start + place, span.start + begin))
        place = end
    inside = [[link for link in links if part.start <= link.start < part.end] for part in named]
    own = [parts[0] for parts in inside if parts and not _is_aside(bare, parts[0], span)]
    about = tuple(dict.fromkeys(link.path for link in links if link not in own))
    for number, (part, found) in enumerate(zip(named, inside, strict=True)):
        links_here = [link for link in found if link in own]
        first = text[part.start : part.end].split()[:1]
        if links_here or not (number and first and first[0] in SAID_OF_THEM):
            yield from _part(text, part, links_here, about)


def _is_aside(bare: str, link: Link, span: Span) -> bool:
    """True where the link stands in brackets, which are blank in `bare`."""
    return bare[link.start - span.start : link.start - span.start + 1] != _LINK


def _part(text: str, span: Span, links: list[Link], about: tuple[str, ...]) -> Iterator[NamePart]:
    if links:
        link = links[0]
        name = link.path.rpartition("/")[2].removesuffix(".md")
        yield NamePart(name, Span(link.start, link.end), link.path, is_name=True, is_forced=True, links=about)
        return
    raw = _BRACKETS.sub(lambda found: " " * len(found[0]), text[span.start : span.end])
    bold = _BOLD.search(raw)
    start, end = _edges(raw, *bold.span(1)) if bold else _edges(raw, 0, len(raw))
    name = raw[start:end]
    if name:
        place = Span(span.start + start, span.start + end)
        yield NamePart(name, place, "", is_name=_reads_like_name(name), is_forced=bool(bold), links=about)


def _edges(raw: str, start: int, end: int) -> tuple[int, int]:
    """Where the name itself begins and ends, without the signs around it."""
    words = raw[start:end]
    start += len(words) - len(words.lstrip(_AROUND))
    return start, max(start, end - len(words) + len(words.rstrip(_AROUND)))


def _reads_like_name(name: str) -> bool:
    """Every word begins with a capital, or with a letter of a script that has none; but for `van der` and its like."""
    words = name.split()
    if not 0 < len(words) <= _MOST_WORDS or len(name) > _LONGEST or any(char.isdigit() for char in name):
        return False
    main = [word for word in words if fold(word) not in PARTICLES]
    return bool(main) and all(_begins_like_name(word) for word in main)


def _begins_like_name(word: str) -> bool:
    letters = [char for char in word if char.isalpha()]
    return bool(letters) and not letters[0].islower()
