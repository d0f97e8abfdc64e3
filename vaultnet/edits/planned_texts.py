"""Notes in work: each as it was read, and as the plan so far would leave it.

texts = PlannedTexts(read, find_obstacle)
document = texts.writable("People/Ada.md")          raises Refused for a note that may not be written
texts.write("People/Ada.md", after)
texts.changes("triage")                             (FileChange("People/Ada.md", before, after, "triage"),)
"""

from vaultnet.dataclass import dataclass, field
from vaultnet.edits.absorb import FindObstacle, Read, refuse_conflict
from vaultnet.text.change import FileChange
from vaultnet.text.document import Document, parse_document
from vaultnet.text.problem import Problem, Refused
from vaultnet.text.section import refuse_if_broken


@dataclass(slots=True)
class PlannedTexts:
    """`read` gives a note's text, or why there is none; `find_obstacle` says why its file cannot be written."""

    read: Read
    find_obstacle: FindObstacle
    _texts: dict[str, tuple[str | None, str]] = field(default_factory=dict)

    def writable(self, path: str) -> Document:
        """The note as it is planned so far. Raises Refused where nothing may be written to it."""
        if path not in self._texts:
            text = self.read(path)
            if isinstance(text, Problem):
                raise Refused(text)
            self._texts[path] = (text, text or "")
        document = parse_document(self._texts[path][1])
        refuse_conflict(document)
        refuse_if_broken(document)
        if obstacle := self.find_obstacle(path):
            raise Refused(Problem("note-read-only", obstacle))
        return document

    def write(self, path: str, after: str) -> None:
        """What a note that was `writable` is to say."""
        self._texts[path] = (self._texts[path][0], after)

    def create(self, path: str, text: str) -> None:
        """A note that is not there yet."""
        self._texts[path] = (None, text)

    def changes(self, why: str) -> tuple[FileChange, ...]:
        """One a note that would be other than it is."""
        planned = (FileChange(path, before, after, why) for path, (before, after) in self._texts.items())
        return tuple(change for change in planned if change.is_change)
