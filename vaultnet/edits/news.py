r"""The note that keeps an organization's news: one a organization, a dated line for each item, the newest first.

Clippings/Tidemark Risk news.md        - 2026-06-01 [Half-year figures](https://tidemark.example/h1)
+ an item of 12 June                   ->  - 2026-06-12 [Office in Lisbon](https://tidemark.example/lisbon)
                                           - 2026-06-01 [Half-year figures](https://tidemark.example/h1)

What the user wrote in it, around it or beneath an item stays as it is; a list that begins with the oldest goes on so.
"""

from collections.abc import Collection, Sequence
from itertools import count

from vaultnet.edits.new import portable_name
from vaultnet.model.clipping import NEWS_TYPE
from vaultnet.practice.news import NewsItem
from vaultnet.text.change import FileChange
from vaultnet.text.document import Document, parse_document
from vaultnet.text.edit import Edit, apply_edits
from vaultnet.text.headline import render_headline
from vaultnet.text.line import line_end_of
from vaultnet.text.list_item import ListItem
from vaultnet.text.resolve import key_of
from vaultnet.text.section import blank_line_at_end, insert_among, item_date, refuse_if_broken
from vaultnet.text.yaml_writer import render_entry

_WORD_BY_LANGUAGE = {"de": "Nachrichten"}


def news_path(name: str, folder: str, language: str, existing_paths: Collection[str] = ()) -> str:
    """Where the note of an organization goes that has none: a name that no other note of the vault has."""
    stem = portable_name(f"{name} {_WORD_BY_LANGUAGE.get(language, 'news')}")
    taken = {key_of(path) for path in existing_paths}
    numbered = (stem if number == 1 else f"{stem} {number}" for number in count(1))
    free = next(each for each in numbered if key_of(each) not in taken)
    return "/".join(filter(None, (folder.strip("/"), f"{free}.md")))


def plan_news_note(path: str, link: str, items: Sequence[NewsItem]) -> FileChange:
    """A new note about what `link` leads to."""
    lines = "".join(f"- {news_line(item)}\n" for item in items)
    text = "\n".join(("---", render_entry("type", NEWS_TYPE), render_entry("about", link), "---", "", lines))
    return FileChange(path, None, text, f"news {path}")


def plan_news_lines(path: str, before: str, items: Sequence[NewsItem]) -> FileChange:
    """The items added to a note that is there, each in its place. Raises Refused where the note is broken."""
    text = before
    for item in reversed(items):  # the oldest first: of one day, the first of the feed ends up on top
        document = parse_document(text)
        refuse_if_broken(document)
        text = apply_edits(text, [_insert(document, news_line(item))])
    return FileChange(path, before, text, f"news {path}")


def _insert(document: Document, line: str) -> Edit:
    items = dated_items(document)
    if items:
        return insert_among(document, items, line, order="newest-first")
    end, line_end = len(document.text), line_end_of(document.text)
    return Edit(end, end, f"{blank_line_at_end(document.text)}- {line}{line_end}")


def dated_items(document: Document) -> tuple[ListItem, ...]:
    """The list of news: the outermost dated items beneath the heading that the first of them stands under."""
    dated = [
        item
        for item in document.items
        if item.parent < 0
        and not item.quoted
        and item.block < 0
        and item_date(document.text[item.text_start : item.text_end])
    ]
    return tuple(item for item in dated if item.heading == dated[0].heading)


def news_line(item: NewsItem) -> str:
    """The words of an item behind its bullet."""
    return f"{item.day.isoformat()} {render_headline(item.title, item.url)}"
