"""`vaultnet forget`: somebody who wants to be in nobody's notes any more.

plan_forget(workspace, "People/Ada Byron.md", with_initials=True)
->  ForgetPlan(changes=(FileRemoval(...), FileChange(...), ...), mentions=(Mention("Ideas.md", 7),), ...)
apply_forget(workspace, plan, words)  ->  Purged(steps=3, recovered=1)      the notes first, then what vaultnet kept

What links them becomes plain text; what was generated about them goes; the journal, which could bring them back, too.
"""

import csv
import io
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path  # noqa: TID251  (the edge: plans of imports lie anywhere)
from typing import NamedTuple

from vaultnet.app.workspace import Workspace
from vaultnet.errors import NotWritten
from vaultnet.exchange.identity import name_key
from vaultnet.storage.git_busy import find_git_folder
from vaultnet.storage.lookup import all_paths, load_record
from vaultnet.storage.mentions import find_mentions
from vaultnet.storage.outside_file import write_outside
from vaultnet.storage.traces import Purged, find_left_copies, known_plans, purge_traces, remove_copies
from vaultnet.text.change import Change, FileChange, FileRemoval
from vaultnet.text.fold import fold
from vaultnet.text.link import Link
from vaultnet.text.problem import Refused
from vaultnet.text.resolve import NameIndex, fold_path, resolve
from vaultnet.text.unlink import unlink

_WHY = "forget"


class Mention(NamedTuple):
    """A line in which the name goes on standing as plain text."""

    path: str
    line: int


class ForgetPlan(NamedTuple):
    """`changes` are the note's removal and what other notes lose; `copies` are files of the note that lie elsewhere in
    the vault, `plans` files of decisions about imports that name them; `refused` are notes that link them and cannot be
    written (path, line, why); `has_git`: earlier versions are kept by git.
    """

    path: str
    name: str
    changes: tuple[Change, ...]
    copies: tuple[str, ...]
    plans: tuple[str, ...]
    mentions: tuple[Mention, ...]
    refused: tuple[tuple[str, int, str], ...]
    has_git: bool


def plan_forget(workspace: Workspace, path: str, *, with_initials: bool = False) -> ForgetPlan:
    """`with_initials`: links become initials and not the name that they showed. Raises NotWritten."""
    record = load_record(workspace.connection, path)
    name = record["name"]
    before = workspace.read(path)
    if before is None:
        raise NotWritten("the note is gone", path=path)
    changes: list[Change] = [FileRemoval(path, before, _WHY)]
    refused: list[tuple[str, int, str]] = []
    mentions: list[Mention] = []
    paths = [other for other in all_paths(workspace.connection) if other != path]
    index = NameIndex([*paths, path])
    words = partial(_words, _initials(name) if with_initials else "")
    called = _called(path, record)
    for other in find_mentions(workspace.root, paths, {fold_path(one) for one in called}):
        try:
            text = workspace.read(other) or ""
            after = unlink(text, partial(_leads_to, path, index, other), words)
        except Refused as answer:
            refused.append((other, answer.problem.line, answer.problem.message))
            continue
        except NotWritten as answer:
            refused.append((other, answer.line or 1, answer.message))
            continue
        if after != text:
            changes.append(FileChange(other, text, after, _WHY))
        mentions += _mentions(other, after, called)
    return ForgetPlan(
        path, name, tuple(changes), find_left_copies(workspace.root, path),
        tuple(str(plan) for plan in known_plans(workspace.root) if _names(plan, name)),
        tuple(mentions), tuple(refused), find_git_folder(workspace.root) is not None,
    )  # fmt: skip


def apply_forget(workspace: Workspace, plan: ForgetPlan, words: Sequence[str]) -> Purged:
    """Nothing of it can be undone: the step itself is purged. Raises NotWritten and CannotWrite, as `apply` does."""
    workspace.apply(plan.changes, words)
    remove_copies(workspace.root, plan.copies)
    for file in plan.plans:
        _take_out(Path(file), plan.name)
    stem = _stem(plan.path)
    purged = purge_traces(workspace.root, plan.path, {stem.encode(), plan.name.encode()})
    workspace.rebuild()
    return purged


def _leads_to(path: str, index: NameIndex, source: str, link: str) -> bool:
    return resolve(index, link, source) == path


def _called(path: str, record: dict[str, object]) -> tuple[str, ...]:
    """The file's name and the full name; an alias of one word would be found in every other note."""
    return tuple(dict.fromkeys((_stem(path), str(record["name"]))))


def _stem(path: str) -> str:
    return path.rpartition("/")[2].removesuffix(".md")


def _initials(name: str) -> str:
    return " ".join(f"{word[0]}." for word in name.split() if word[0].isalnum())


def _words(initials: str, link: Link) -> str:
    return initials or link.display or link.path.rpartition("/")[2].removesuffix(".md")


def _mentions(path: str, text: str, called: Sequence[str]) -> Iterator[Mention]:
    wanted = [fold(name) for name in called]
    for number, line in enumerate(text.split("\n"), start=1):
        folded = fold(line)
        if any(name in folded for name in wanted):
            yield Mention(path, number)


def _names(plan: Path, name: str) -> bool:
    return any(_is_about(row, name) for row in _rows(plan))


def _is_about(row: dict[str, str], name: str) -> bool:
    """Somebody of that name, or somebody else whom the row takes for them."""
    return name_key(row.get("name") or "") == name_key(name) or any(
        fold(name) in fold(cell or "") for cell in row.values()
    )


def _rows(plan: Path) -> list[dict[str, str]]:
    with plan.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def _take_out(plan: Path, name: str) -> None:
    """The plan without the rows about somebody of that name."""
    rows = _rows(plan)
    written = io.StringIO(newline="")
    table = csv.DictWriter(written, fieldnames=list(rows[0]), lineterminator="\n")
    table.writeheader()
    table.writerows(row for row in rows if not _is_about(row, name))
    write_outside(plan, written.getvalue())
