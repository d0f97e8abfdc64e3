"""`vaultnet find`: full text and fields."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from vaultnet.frontends.cli.commands.set import WhereCommand
from vaultnet.frontends.cli.context import Flags
from vaultnet.frontends.cli.output import print_exact, print_json, print_marked, print_note, print_quote

if TYPE_CHECKING:
    from vaultnet.app.search import FoundNote, SearchResult
    from vaultnet.text.snippet import Snippet

_WHO = re.compile(r"\s*(?:who(?: is)?|wer(?: ist)?)\s+(at|in|bei)\s+(.+?)\s*\??\s*", re.IGNORECASE)
_NOTHING = 1


@click.command(cls=WhereCommand)
@click.argument("query", nargs=-1, required=True)
@click.option("--limit", default=50, type=click.IntRange(0), help="So many notes at most; 0 for all.")
@click.option("--paths0", is_flag=True, help="Print only the paths, a NUL behind each, for `xargs -0`.")
@click.pass_context
def find(context: click.Context, query: tuple[str, ...], limit: int, *, paths0: bool) -> None:
    """Find notes. Words must all stand in the note; accents and case do not matter.

    pens* is any word that begins so, "moves to Paris" a phrase, -tea without it. Fields as in `set`: company:acme,
    tier=close, last<2026-01-01, has:email, and any key of the front matter; at:ORG, in:PLACE. sort:FIELD or
    sort:-FIELD orders. Exit code 1 where nothing matches.

    \b
    vaultnet find pension company:acme
    vaultnet find '"flood model" -type:meeting sort:-last'
    vaultnet find who at Tidemark
    vaultnet find tag:mentor --paths0 | xargs -0 grep -l tea
    """
    from vaultnet.app.search import search

    flags = context.ensure_object(Flags)
    with flags.workspace() as workspace:
        workspace.refresh()
        found = search(workspace, _typed(query), limit=0 if paths0 else limit)
    if flags.as_json:
        print_json("vaultnet.find/1", notes=[_note(one) for one in found.notes], total=found.total)
    elif paths0:
        print_exact("".join(f"{note.path}\0" for note in found.notes))
    else:
        _print(found, flags)
    if not found.total:
        context.exit(_NOTHING)


def _typed(query: tuple[str, ...]) -> str:
    """Words of the shell as one query: what stood in quotation marks there is a phrase here. `who at X` is `at:X`."""
    sentence = _WHO.fullmatch(" ".join(query))
    if sentence:
        field = "in" if sentence[1].lower() == "in" else "at"
        return f'type=contact {field}:"{sentence[2]}"'
    parts = (part.strip() for part in query)
    return " ".join(f'"{part}"' if " " in part and not re.search(r'[":=<>]', part) else part for part in parts)


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
