"""One note of the two versions that two machines made of it: `vaultnet resolve`.

plan_resolution(workspace, "People/Ada.md", conflicts, lambda question: "open")
->  Resolution(path="People/Ada.md", changes=(FileChange(...), ...), merged=("People/Ada 2.md",), left=(), ...)

Merged by meaning, with the code that the merge driver uses. What both versions came from is taken from git's stages, or
from the marks, where it stands there; for a conflict copy nobody knows it, so everything that either version says is
kept: a line comes back that one machine had deleted, and none is lost. Where both say something else about one thing,
`choose` is asked; what is left open stands in the note, in both versions. A copy that is in the note goes to the
vault's trash, in the same step.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from vaultnet.app.conflicts import Conflict, words_of
from vaultnet.app.merge import free_in_trash
from vaultnet.app.workspace import Workspace
from vaultnet.edits.settle_conflict import Question, settle_questions
from vaultnet.errors import NotWritten, UsageError
from vaultnet.storage.files import decode
from vaultnet.storage.git import read_stage
from vaultnet.text.change import Change, FileChange, FileRemoval
from vaultnet.text.conflict_hunk import Choice, find_hunks, take_side
from vaultnet.text.document import parse_document
from vaultnet.text.problem import Problem, Refused
from vaultnet.text.three_way.merge_versions import common_base, merge_versions

Choose = Callable[[Question], Choice]
_WHY = "resolve"
_NAMES = ("ours", "theirs")


class Resolution(NamedTuple):
    """`merged`: the copies that the note now holds; `trash`: where they lie. `left`: what is still open in the note;
    `answered`: how many questions are not. `is_unmerged`: git waits to be told.
    """

    path: str
    changes: tuple[Change, ...]
    merged: tuple[str, ...]
    trash: tuple[str, ...]
    left: tuple[Question, ...]
    answered: int
    is_unmerged: bool


def plan_resolution(workspace: Workspace, path: str, conflicts: Sequence[Conflict], choose: Choose) -> Resolution:
    """`conflicts` are those of this one note. Raises UsageError for what only a person can settle, NotWritten where a
    version cannot be read.
    """
    before = workspace.read(path)
    note = _Note(workspace, path, before or "", choose)
    for conflict in sorted(conflicts, key=lambda one: (bool(one.copy), one.when, one.copy)):
        if note.left:
            break  # one thing at a time: nothing is merged into a note with both versions in it
        note.settle(conflict)
    return Resolution(
        path,
        (FileChange(path, before, note.text, _WHY, settles_conflict=True), *note.changes),
        tuple(note.merged),
        tuple(note.trash),
        tuple(note.left),
        note.answered,
        any(conflict.is_unmerged for conflict in conflicts),
    )


class _Note:
    """A note on its way from both versions to one."""

    def __init__(self, workspace: Workspace, path: str, text: str, choose: Choose) -> None:
        self._workspace = workspace
        self._path = path
        self._choice = choose
        self.answered = 0
        self.text = text
        self.changes: list[Change] = []
        self.merged: list[str] = []
        self.trash: list[str] = []
        self.left: list[Question] = []

    def _choose(self, question: Question) -> Choice:
        choice = self._choice(question)
        self.answered += choice != "open"
        return choice

    def settle(self, conflict: Conflict) -> None:
        if conflict.kind in {"one-deleted", "edited"}:
            raise UsageError(words_of(conflict), path=conflict.path)
        if conflict.kind == "lone-copy":
            self._take_back(conflict)
            return
        both = self._both(conflict)
        self.text, left = settle_questions(both, self._choose)
        self.left += left
        _refuse_unreadable(self._path, self.text)
        if conflict.copy:
            self._put_away(conflict.copy)

    def _both(self, conflict: Conflict) -> str:
        """The two versions as one text, with what they disagree in."""
        if conflict.copy:
            return self._merge(None, self.text, _read(self._workspace, conflict.copy), conflict.copy)
        if conflict.kind == "half":
            theirs = self._stage(3)
            return self._merge(self._stage(1), self.text, theirs or self.text, self._path)
        if conflict.kind == "marks":
            return self._merge_marks()
        return self.text

    def _merge_marks(self) -> str:
        """What git could not merge line by line may well be merged by meaning; where not, its marks stay."""
        hunks = find_hunks(self.text)
        ours, theirs = take_side(self.text, "ours"), take_side(self.text, "theirs")
        if not hunks or _is_broken(ours) or _is_broken(theirs):
            return self.text
        base = self._stage(1)
        if base is None and all(hunk.base is not None for hunk in hunks):
            base = take_side(self.text, "base")
        return self._merge(base, ours, theirs, self._path)

    def _merge(self, base: str | None, ours: str, theirs: str, path: str) -> str:
        if ours == theirs:
            return ours
        _refuse_unreadable(self._path, ours)
        _refuse_unreadable(path, theirs)
        try:
            return merge_versions(common_base(ours, theirs) if base is None else base, ours, theirs, names=_NAMES).text
        except Refused as answer:
            raise NotWritten(answer.problem.message, path=path, line=answer.problem.line) from answer

    def _stage(self, stage: int) -> str | None:
        """Git's version, with the line ends of the note; None where git has none, or it is no text."""
        data = read_stage(self._workspace.root, self._path, stage)
        text = decode(data) if data is not None else None
        if not isinstance(text, str):
            return None
        plain = text.replace("\r\n", "\n")
        return plain.replace("\n", "\r\n") if "\r\n" in self.text else plain

    def _take_back(self, conflict: Conflict) -> None:
        """A copy without its note: the note is deleted, or has another name by now, and a person knows which."""
        question = Question(1, "", "", _read(self._workspace, conflict.copy))
        if self._choose(question) != "theirs":
            raise UsageError(words_of(conflict), path=conflict.copy)
        self.text = question.theirs
        self.changes.append(FileRemoval(conflict.copy, question.theirs, _WHY, settles_conflict=True))
        self.merged.append(conflict.copy)

    def _put_away(self, copy: str) -> None:
        """Into the vault's trash, where a person finds it, too."""
        text = _read(self._workspace, copy)
        trash = free_in_trash(self._workspace, copy)
        self.changes += [
            FileChange(trash, None, text, _WHY, settles_conflict=True),
            FileRemoval(copy, text, _WHY, settles_conflict=True),
        ]
        self.merged.append(copy)
        self.trash.append(trash)


def _read(workspace: Workspace, path: str) -> str:
    text = workspace.read(path)
    if text is None:
        raise NotWritten("the copy is no longer there: run the command again", path=path)
    return text


def _fault(text: str) -> Problem | None:
    return next((problem for problem in parse_document(text).problems if problem.blocks_writing), None)


def _is_broken(text: str) -> bool:
    return _fault(text) is not None


_OPEN = frozenset({"conflict-markers", "merge-conflict", "frontmatter-conflict"})


def _refuse_unreadable(path: str, text: str) -> None:
    """Nothing is made of a version that cannot be read; what is open in it may be."""
    fault = _fault(text)
    if fault is not None and fault.rule not in _OPEN:
        raise NotWritten(fault.message, path=path, line=fault.line)
