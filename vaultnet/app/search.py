"""`vaultnet find`: notes by their words and by what they say under a key, with the line that answers.

search(workspace, "pension company:acme -tag:family sort:-last")
->  SearchResult(notes=(FoundNote("People/Ada.md", "Ada", "contact", Snippet("...", ((4, 11),)), 4.2), ...), total=1)
"""

import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from vaultnet.app.workspace import Workspace
from vaultnet.errors import NotWritten, UsageError
from vaultnet.model.condition import Condition, Query, parse_query
from vaultnet.storage.contents import NoteContent, read_contents, read_contents_of
from vaultnet.storage.small_file import Unusual, read_plainly
from vaultnet.storage.text_search import paths_with_any, refresh_search, search_notes
from vaultnet.text.fold import fold, fold_key
from vaultnet.text.snippet import Snippet, find_snippet
from vaultnet.text.yaml_value import parse_number

if TYPE_CHECKING:
    from vaultnet.model.facts import Facts

_SORT = "sort"
_SEARCHED = 10_000_000  # characters of one note: what stands behind them would cost more memory than a search may take


class FoundNote(NamedTuple):
    """`score` is 0 where no word was searched; the higher, the rarer the words and the nearer to the title."""

    path: str
    title: str
    type: str
    snippet: Snippet
    score: float


class SearchResult(NamedTuple):
    """`notes` are at most as many as were asked for, of `total`."""

    notes: tuple[FoundNote, ...]
    total: int


class _Order(NamedTuple):
    field: str
    is_descending: bool


def search(workspace: Workspace, text: str, *, limit: int) -> SearchResult:
    """The best first, unless `sort:FIELD` (`sort:-FIELD` the other way round) says otherwise; then by path. With
    `limit` 0 all of them. Raises UsageError for what cannot be meant.
    """
    query = _read_query(workspace, text)
    conditions, order = _without_order(query.conditions)
    if not conditions and not query.words:
        raise UsageError("say what to find: words, or company:acme, tier=close")
    found, scores = _found_notes(workspace, query, conditions, order)
    shown = found[:limit] if limit else found
    words = [word.text for word in query.words if not word.is_negated]
    return SearchResult(tuple(_found(workspace, note, scores, words) for note in shown), len(found))


def _read_query(workspace: Workspace, text: str) -> Query:
    """Conditions and words; their fields are not looked at yet. Raises UsageError."""

    def day(words: str) -> date | None:
        from vaultnet.app.find import read_day

        return read_day(workspace, words)

    return parse_query(text, workspace.today, day)


def _found_notes(
    workspace: Workspace, query: Query, conditions: Sequence[Condition], order: _Order | None
) -> tuple[list[NoteContent], dict[str, float]]:
    """All that were meant, in their order, and the scores by path. What notes say under their keys is asked only where
    the query has a field: it takes all that reads them.
    """
    if not conditions and order is None:
        scores = _scores(workspace, query)
        return sorted(read_contents_of(workspace.connection, scores), key=_by_score(scores)), scores
    from vaultnet.app.find import facts_reader, refuse_unknown_fields
    from vaultnet.model.facts import matches_all

    asked = {fold_key(field) for condition in conditions for field in condition.fields}
    refuse_unknown_fields(workspace, (*asked, *((order.field,) if order else ())))
    scores = _scores(workspace, query)
    facts_of = facts_reader(workspace, asked | ({fold_key(order.field)} if order else set()))
    contents = read_contents_of(workspace.connection, scores)
    found = sorted((note for note in contents if matches_all(conditions, facts_of(note))), key=_by_score(scores))
    if order is not None:
        _sort(found, order, facts_of)
    return found, scores


def _by_score(scores: Mapping[str, float]) -> Callable[[NoteContent], tuple[float, str]]:
    return lambda note: (-scores[note.path], note.path)


def _without_order(conditions: Iterable[Condition]) -> tuple[list[Condition], _Order | None]:
    left: list[Condition] = []
    order = None
    for condition in conditions:
        if condition.field == _SORT and condition.operator == ":":
            field = condition.values[0].text
            order = _Order(field.removeprefix("-"), field.startswith("-"))
        else:
            left.append(condition)
    return left, order


def _scores(workspace: Workspace, query: Query) -> dict[str, float]:
    """Path -> score of the notes with these words; without words every note."""
    if query.words:
        try:
            _refresh_search(workspace)
        except sqlite3.OperationalError as error:  # the cache's disk is full: then in memory
            workspace.do_without_cache(error)
            workspace.refresh()
            _refresh_search(workspace)
    connection = workspace.connection
    if any(not word.is_negated for word in query.words):
        return search_notes(connection, query.words)
    unwanted = paths_with_any(connection, query.words) if query.words else frozenset()
    notes = read_contents(connection, contacts_only=False)
    return {note.path: 0.0 for note in notes if note.path not in unwanted}


def _refresh_search(workspace: Workspace) -> None:
    refresh_search(workspace.connection, lambda path: _text(workspace, path), workspace.report)


def _text(workspace: Workspace, path: str) -> str:
    """What a note says, the largest ones in part; one that is no text, or has just gone, says nothing."""
    with suppress(Unusual, UnicodeDecodeError):  # the short way first: all notes of a vault come by here
        data = read_plainly(str(workspace.root), path, largest=_SEARCHED)
        return data.decode() if data else ""
    try:
        return (workspace.read(path) or "")[:_SEARCHED]
    except NotWritten:
        return ""


def _sort(found: list[NoteContent], order: _Order, facts_of: Callable[[NoteContent], "Facts"]) -> None:
    keyed = {note.path: _sort_key(facts_of(note).values(order.field)) for note in found}
    found.sort(key=lambda note: keyed[note.path] or (0, 0.0, ""), reverse=order.is_descending)
    found.sort(key=lambda note: keyed[note.path] is None)  # those that say nothing come last either way


def _sort_key(values: Sequence[str]) -> tuple[int, float, str] | None:
    """Numbers before words, and as numbers; dates are ISO text, and stand in their order by themselves."""
    if not values:
        return None
    number = parse_number(values[0])
    return (0, float(number), "") if number is not None else (1, 0.0, fold(values[0]))


def _found(workspace: Workspace, note: NoteContent, scores: dict[str, float], words: Sequence[str]) -> FoundNote:
    snippet = find_snippet(_text(workspace, note.path), words) if words else Snippet("", ())
    return FoundNote(note.path, note.title, note.type, snippet, scores[note.path])
