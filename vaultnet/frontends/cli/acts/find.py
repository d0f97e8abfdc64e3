"""What `vaultnet find` does once its words are read.

run(flags, ("pension", "company:acme"))   ->   the notes with the line that answers; 1, the exit code, if there are none
"""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from vaultnet.frontends.cli.context import Flags
from vaultnet.frontends.cli.output import print_exact, print_json, print_marked, print_note, print_quote
from vaultnet.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from vaultnet.app.search import FoundNote, SearchResult
    from vaultnet.text.snippet import Snippet

USUAL_LIMIT = 50  # notes
_WHO = lazy_pattern(r"\s*(?:who(?: is)?|wer(?: ist)?)\s+(at|in|bei)\s+(.+?)\s*\??\s*", re.IGNORECASE)
_SIGNS = lazy_pattern(r'[":=<>]')
_NOTHING = 1


def run(flags: Flags, words: Sequence[str]) -> int:
    """The line without options: the words of a query."""
    return list_found(flags, words)


def list_found(flags: Flags, query: Sequence[str], *, limit: int = USUAL_LIMIT, paths0: bool = False) -> int:
    """So many of the notes that were meant (0 for all), or their paths, a NUL behind each. Returns the exit code."""
    from vaultnet.app.search import search

    with flags.workspace() as workspace:
        workspace.refresh()
        found = search(workspace, _typed(query), limit=0 if paths0 else limit)
    if flags.as_json:
        print_json("vaultnet.find/1", notes=[_note(one) for one in found.notes], total=found.total)
    elif paths0:
        print_exact("".join(f"{note.path}\0" for note in found.notes))
    else:
        _print(found, flags)
    return 0 if found.total else _NOTHING


def _typed(query: Sequence[str]) -> str:
    """Words of the shell as one query: what stood in quotation marks there is a phrase here. `who at X` is `at:X`."""
    sentence = _WHO.fullmatch(" ".join(query))
    if sentence:
        field = "in" if sentence[1].lower() == "in" else "at"
        return f'type=contact {field}:"{sentence[2]}"'
    parts = (part.strip() for part in query)
    return " ".join(f'"{part}"' if " " in part and not _SIGNS.search(part) else part for part in parts)


def _note(one: "FoundNote") -> dict[str, object]:
    return {
        "path": one.path,
        "title": one.title,
        "type": one.type or None,
        "snippet": one.snippet.text,
        "matches": [list(match) for match in one.snippet.matches],
        "score": one.score,
    }


def _print(found: "SearchResult", flags: Flags) -> None:
    for note in found.notes:
        kind = f"{note.type} · " if note.type not in {"", "contact"} else ""
        _line(((note.title, True), (f"  {kind}{note.path}", False)), flags)
        if note.snippet.text:
            _line((("  ", False), *_marked(note.snippet)), flags)
    more = found.total - len(found.notes)
    if not found.total:
        print_note("Nothing matches.")
    elif more:
        print_note(f"… and {more} more (--limit 0)")


def _line(parts: Sequence[tuple[str, bool]], flags: Flags) -> None:
    if flags.use_color:
        print_marked(parts)
    else:
        print_quote("".join(part for part, _ in parts))


def _marked(snippet: "Snippet") -> Iterator[tuple[str, bool]]:
    """The line, the words that were meant apart."""
    place = 0
    for start, end in snippet.matches:
        yield snippet.text[place:start], False
        yield snippet.text[start:end], True
        place = end
    yield snippet.text[place:], False
