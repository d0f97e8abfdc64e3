"""Everything that is wrong with the notes, and with `--hygiene` what is missing in them.

check_vault(workspace)   ->   [Finding(path="People/Ada.md", line=4, rule="birthday-unreadable", ...), ...]
"""

from typing import Any

from vaultnet.app.advice import find_hints
from vaultnet.app.conflicts import Conflict, find_conflicts, words_of
from vaultnet.app.workspace import Workspace
from vaultnet.dataclass import dataclass
from vaultnet.model.settings_reader import KNOWN_FORMAT
from vaultnet.model.working_days import country_problem
from vaultnet.storage.config import SETTINGS_FILE
from vaultnet.storage.lookup import alias_links, load_problems

# What no note tells of itself; what stands in the text is among the problems of the index.
_UNSETTLED = {
    "copy": ("conflict-copy", "warning"),
    "lone-copy": ("conflict-copy", "warning"),
    "half": ("conflict-unmerged", "error"),
    "one-deleted": ("conflict-unmerged", "warning"),
    "edited": ("conflict-unmerged", "warning"),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem with its note. `fix` names what `--fix` would do, "" where a person has to decide."""

    path: str
    line: int
    column: int
    rule: str
    severity: str
    message: str
    fixable: bool

    def as_json(self) -> dict[str, Any]:
        return {
            name: getattr(self, name) for name in ("path", "line", "column", "rule", "severity", "message", "fixable")
        }


def check_vault(workspace: Workspace) -> list[Finding]:
    """All findings, in the order of the notes. The index must be fresh."""
    hints, walked = find_hints(workspace), workspace.scan()
    found = [Finding(**problem) for problem in load_problems(workspace.connection)]
    found += [
        Finding(path, problem.line, problem.column, problem.rule, problem.severity, problem.message, problem.fixable)
        for path, problem in walked.problems
    ]
    found += [_unsettled(conflict) for conflict in find_conflicts(workspace, walked) if conflict.kind in _UNSETTLED]
    found += [_alias_link(*row) for row in alias_links(workspace.connection)]
    found += _newer_settings(workspace)
    found += _unknown_country(workspace)
    found += [Finding(hint.path, hint.line, 1, hint.rule, "info", hint.message, fixable=False) for hint in hints]
    return sorted(found, key=lambda finding: (finding.path, finding.line, finding.column, finding.rule))


def _unsettled(conflict: Conflict) -> Finding:
    rule, severity = _UNSETTLED[conflict.kind]
    return Finding(conflict.where, conflict.line, 1, rule, severity, words_of(conflict), fixable=False)


def _newer_settings(workspace: Workspace) -> list[Finding]:
    """Settings of a newer format are used as far as they are known; what is not known is passed over, so it is said."""
    if workspace.config.settings.format <= KNOWN_FORMAT:
        return []
    message = "was written for a newer vaultnet: keys that this one does not know are passed over; update vaultnet"
    return [Finding(SETTINGS_FILE, 1, 1, "settings-newer", "warning", message, fixable=False)]


def _unknown_country(workspace: Workspace) -> list[Finding]:
    message = country_problem(workspace.config.settings.me.country)
    return [Finding(SETTINGS_FILE, 1, 1, "country-unknown", "warning", message, fixable=False)] if message else []


def _alias_link(path: str, line: int, link: str, target: str) -> Finding:
    stem = target.rsplit("/", 1)[-1].removesuffix(".md")
    message = (
        f"[[{link}]] leads nowhere, though {stem} is also called so: an alias does not resolve in Obsidian; "
        f"write [[{stem}|{link}]]"
    )
    return Finding(path, line, 1, "unresolved-but-alias", "warning", message, fixable=True)
