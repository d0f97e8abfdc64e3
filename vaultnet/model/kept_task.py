"""Promises kept: ticked tasks about people, with the day they were done.

- [x] Send [[Ada Lovelace]] the mortality paper ✅ 2026-06-17
-> KeptRow(line=12, text="Send [[Ada Lovelace]] the mortality paper", done="2026-06-17", links="Ada Lovelace")

A ticked task that does not say when it was done is not among them: nothing tells which week it belongs to.
"""

from collections.abc import Iterator
from typing import NamedTuple

from vaultnet.model.rules import Rules
from vaultnet.model.touch_row import exchange_tags, take_tags, words_of
from vaultnet.text.checkbox import parse_task
from vaultnet.text.document import Document


class KeptRow(NamedTuple):
    """One task that was done. `links` are joined by newlines, "" = the note's own contact."""

    line: int
    text: str
    done: str
    links: str


def read_kept(document: Document, rules: Rules, *, is_contact: bool) -> Iterator[KeptRow]:
    """The done tasks of a note that are about someone: all of a contact's, elsewhere those that link. What I waited
    for was somebody else's to do.
    """
    for item in document.items.boxed:
        if item.block >= 0 or item.quoted or rules.tasks.status_of(item.mark) != "done":
            continue
        words = words_of(document, item.text_start, item.text_end)
        links = document.links_in(item.text_start, item.text_end)
        paths = dict.fromkeys(link.path for link in links if link.path and not link.embed)
        if not (paths or is_contact) or rules.tasks.global_filter not in words:
            continue
        task = parse_task(words)
        done = rules.date(task.done) if task.done else None
        if done and "waiting" not in exchange_tags(words, rules).split():
            yield KeptRow(item.line, take_tags(task.description, rules)[0], done.isoformat(), "\n".join(paths))
