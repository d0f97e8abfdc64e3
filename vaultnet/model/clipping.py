r"""News that was kept: a saved page, a dated line with a link, an item that `news --fetch` has put into the vault.

- 2026-06-12 [Tidemark opens an office in Lisbon](https://tidemark.example/lisbon) [[Tidemark Risk]] #clipping
-> ClippingRow(line=4, day="2026-06-12", title="Tidemark opens an office in Lisbon", url="https://...", links=(...))

A clipping says what somebody else wrote. Whom it links was not met by that: it is nobody's touch.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Literal, NamedTuple

from vaultnet.model.leading_date import leading_date
from vaultnet.model.mentions import MENTION
from vaultnet.model.note_values import NoteValues, tag_words
from vaultnet.model.ref import display, read_refs, read_texts
from vaultnet.model.rules import Rules
from vaultnet.model.touch_row import TouchRow, take_tags, words_of
from vaultnet.text.document import Document
from vaultnet.text.fold import fold
from vaultnet.text.frontmatter import Value
from vaultnet.text.headline import Headline, parse_headline

NEWS_TYPE = "news"
SOURCE_KEYS = ("source", "url")  # as Obsidian's Web Clipper and other clippers write it
_DAY_KEYS = ("published", "date", "created", "clipped", "saved")
_TYPE_KEYS = ("type", "category", "categories", "kind")
_ABOUT_KEYS = ("about", "company", "organization", "organizations", "person", "people")  # a bare name does, too

Form = Literal["", "clipping", "news"]

_EDGES = " \t:·,;–—-"


class Clipping(NamedTuple):
    """One piece of news in the vault, at a note and line. `url` is "" where it has none; `about` are the paths of the
    notes of the organizations and persons it links.
    """

    path: str
    line: int
    day: date
    title: str
    url: str
    about: tuple[str, ...]


class ClippingRow(NamedTuple):
    """One clipping as its note has it. `links` as written, "" for the person or organization whose note it stands in;
    `last_line` is the last that is nested beneath it.
    """

    line: int
    last_line: int
    day: str
    title: str
    url: str
    links: tuple[str, ...]


def clipping_form(values: NoteValues, rules: Rules) -> Form:
    """What a plain note is: one clipping, a page that collects news (`type: news`), or neither.

    A page of the web says where it was found. A tag in the text of a note is that of a line, unless the note does.
    """
    folded, tags = values.folded, clipping_tags(rules.settings.news.tags)
    if is_news_page(folded):
        return "news"
    words = _type_words(folded)
    body = values.tags if find_source(folded) else ()
    own = words.union(body, *(tag_words(folded.get(key)) for key in ("tags", "tag")))
    return "clipping" if NEWS_TYPE in words or not own.isdisjoint(tags) else ""


def is_news_page(folded: Mapping[str, Value]) -> bool:
    """Whether a note collects news, line by line: `type: news`, and no page of the web itself."""
    return NEWS_TYPE in _type_words(folded) and not find_source(folded)


def _type_words(folded: Mapping[str, Value]) -> set[str]:
    return {fold(word) for key in _TYPE_KEYS if key in folded for word in read_texts(folded[key], split=True)}


def find_source(folded: Mapping[str, Value]) -> str:
    """The address that a note was found at, "" for a note of the user's own."""
    texts = (text for key in SOURCE_KEYS for text in read_texts(folded.get(key)))
    return next((text for text in texts if text.lower().startswith(("http://", "https://"))), "")


def written_on(folded: Mapping[str, Value], read_date: Callable[[str], date | None]) -> date | None:
    """The day on which what a note has saved was published, else on which it was saved."""
    days = (read_date(text) for key in _DAY_KEYS for text in read_texts(folded.get(key)))
    return next(filter(None, days), None)


def read_clippings(
    document: Document, values: NoteValues, form: Form, stem: str, day: date | None, rules: Rules, *, is_own: bool
) -> tuple[ClippingRow, ...]:
    """The clippings of a note: itself, or lines of it. `day` is that of a dated note; `is_own`: the note is that of a
    person or organization, whom its lines are about.
    """
    if form == "clipping":
        day = written_on(values.folded, rules.date) or day
        return (_whole_note(document, values, stem, day),) if day else ()
    if form == "news":
        about = tuple(names_about(values.folded))
        return tuple(_in_items(document, None, rules, about, everything=True))
    if not document.tags or not _has_tag(map(str.lower, {tag.name for tag in document.tags}), rules):
        return ()
    about = ("",) if is_own else ()
    return (*_in_items(document, day, rules, about), *_in_paragraphs(document, day, rules, about))


def without_clippings(touches: Iterable[TouchRow], clippings: Sequence[ClippingRow]) -> Iterator[TouchRow]:
    """Touches without the lines that are clippings, and without whom what is nested beneath one merely names."""
    own = {row.line for row in clippings}
    beneath = {line for row in clippings for line in range(row.line, row.last_line + 1)}
    for touch in touches:
        is_named = touch.line in own or (touch.line in beneath and touch.kind == MENTION)
        if touch.origin == "gathering" or not is_named:
            yield touch


def _whole_note(document: Document, values: NoteValues, stem: str, day: date) -> ClippingRow:
    title = next(iter(read_texts(values.folded.get("title"))), stem)
    links = (*names_about(values.folded), *_links(document, 0, len(document.text)))
    return ClippingRow(
        1, _last_line(document.text, 1), day.isoformat(), title, find_source(values.folded), _once(links)
    )


def _last_line(text: str, first: int) -> int:
    return first + text.count("\n")


def names_about(folded: Mapping[str, Value]) -> Iterator[str]:
    """What the properties link, and the bare names that stand where a note says what it is about."""
    for key, value in folded.items():
        if key not in _TYPE_KEYS:
            yield from (ref.link or ref.text for ref in read_refs(value) if ref.link or key in _ABOUT_KEYS)


def _in_items(
    document: Document, day: date | None, rules: Rules, about: tuple[str, ...], *, everything: bool = False
) -> Iterator[ClippingRow]:
    """Dated items; the day of the item around one, or of its note, will do. What is to be done is no news yet."""
    days: dict[int, date] = {}
    for number, item in enumerate(document.items):
        if item.quoted or item.block >= 0 or item.mark:
            continue
        dated = leading_date(document.text, item.text_start, item.text_end, rules)
        if everything and dated is None:
            continue
        when = dated.day if dated else days.get(item.parent, day)
        if when:
            days[number] = when
        start = dated.end if dated else item.text_start
        row = _row(document, item.line, (start, item.text_end, item.end), when, rules, about, everything=everything)
        if row is not None:
            yield row


def _in_paragraphs(document: Document, day: date | None, rules: Rules, about: tuple[str, ...]) -> Iterator[ClippingRow]:
    for paragraph in document.paragraphs:
        if not paragraph.quoted and paragraph.block < 0:
            dated = leading_date(document.text, paragraph.start, paragraph.end, rules)
            place = (dated.end if dated else paragraph.start, paragraph.end, paragraph.end)
            row = _row(document, paragraph.line, place, dated.day if dated else day, rules, about)
            if row is not None:
                yield row


def _row(
    document: Document,
    line: int,
    place: tuple[int, int, int],
    day: date | None,
    rules: Rules,
    about: tuple[str, ...],
    *,
    everything: bool = False,
) -> ClippingRow | None:
    """`place`: where the words begin and end, and where what is nested beneath them ends."""
    start, end, whole = place
    text, tags = take_tags(words_of(document, start, end), rules)
    links = _once((*about, *_links(document, start, whole)))
    if day is None or not links or not (everything or _has_tag(tags.split(), rules)):
        return None
    title, url = _headline(text)
    last = _last_line(document.text[start:whole].rstrip("\n"), line)
    return ClippingRow(line, last, day.isoformat(), title, url, links) if title else None


def _headline(text: str) -> Headline:
    """Without a link to the web the line is the title; links to notes are what a reader sees of them."""
    title, url = parse_headline(display(text))
    return Headline(title if f"({url}" in text else title.strip(_EDGES) or url, url)


def _has_tag(tags: Iterable[str], rules: Rules) -> bool:
    return not clipping_tags(rules.settings.news.tags).isdisjoint(tags)


@lru_cache(maxsize=8)
def clipping_tags(tags: tuple[str, ...]) -> frozenset[str]:
    """The tags of the settings as they are compared: `#Meldung` is `meldung`."""
    return frozenset(tag.lstrip("#").lower() for tag in tags)


def _links(document: Document, start: int, end: int) -> Iterator[str]:
    blocks = [(block.start, block.end) for block in document.blocks]
    for link in document.links_in(start, end):
        if link.path and not link.embed and not any(first <= link.start < last for first, last in blocks):
            yield link.path


def _once(links: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(links))
