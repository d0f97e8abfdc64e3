"""What an import tells of the user, for the goals note: skills that it lacks, and a section where it says nothing.

plan_own(workspace, (OwnDraft(2, "Skills.csv", "skills", "Python"),), {})
->  OwnPlan(rows=(ImportRow("Skills.csv", 2, "skills: Python", "updated", "Goals.md", ("for your goals",)),),
            changes=(FileChange("Goals.md", ...),))

Without a goals note one is made from the template. What the user wrote in a section is never added to.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from vaultnet.app.import_desk import SKIP
from vaultnet.app.import_row import ImportRow, Outcome
from vaultnet.app.new import folder_of, new_uid, render_new
from vaultnet.app.set_property import usual_keys
from vaultnet.app.workspace import Workspace
from vaultnet.edits.new import free_stem
from vaultnet.edits.own_goals import add_own
from vaultnet.errors import NotWritten
from vaultnet.exchange.draft import OwnDraft
from vaultnet.storage.goals import goals_paths
from vaultnet.storage.lookup import all_paths
from vaultnet.text.change import FileChange
from vaultnet.text.problem import Refused
from vaultnet.text.resolve import key_of

_NAME_BY_LANGUAGE = {"de": "Ziele"}
_SHOWN = 60  # characters


class OwnPlan(NamedTuple):
    """One row for each that told of the user; no change where the goals note says it all."""

    rows: tuple[ImportRow, ...]
    changes: tuple[FileChange, ...]


def plan_own(workspace: Workspace, found: Sequence[OwnDraft], answers: Mapping[tuple[str, int], str]) -> OwnPlan:
    """A goals note that cannot be written costs these rows only; `answers` may skip some. Raises SettingsError."""
    skipped = [row for row in found if answers.get((row.source, row.line)) == SKIP]
    own = [row for row in found if row not in skipped]
    left_out = tuple(_rejected(skipped, "", "left out, as the plan says"))
    plan = _plan(workspace, own) if own else OwnPlan((), ())
    return plan._replace(rows=(*plan.rows, *left_out))


def _plan(workspace: Workspace, own: Sequence[OwnDraft]) -> OwnPlan:
    paths = goals_paths(workspace.connection, workspace.config.settings.goals)
    path = paths[0] if paths else _new_path(workspace)
    try:
        before = workspace.read(path) if paths else None
        text = _template(workspace, path) if before is None else before
        after, said = add_own(text, [row for row in own if row.text], workspace.config.rules, usual_keys(workspace))
    except Refused as refused:
        return OwnPlan(tuple(_rejected(own, path, f"line {refused.problem.line}: {refused.problem.message}")), ())
    except NotWritten as refused:
        return OwnPlan(tuple(_rejected(own, path, refused.message)), ())
    if before is None and not said:
        return OwnPlan(tuple(_placed(row, "", "unchanged", "nothing in it for a goals note") for row in own), ())
    outcome: Outcome = "created" if before is None else "updated"
    rows = (
        _placed(row, path, outcome, "for your goals") if row in said
        else _placed(row, path, "unchanged", "your goals say it, or say something else")
        for row in own
    )  # fmt: skip
    return OwnPlan(tuple(rows), (FileChange(path, before, after, "import"),) if after != before else ())


def _new_path(workspace: Workspace) -> str:
    name = _NAME_BY_LANGUAGE.get(workspace.config.settings.vault.language, "Goals")
    stem = free_stem(name, {key_of(path) for path in all_paths(workspace.connection)})
    return "/".join(filter(None, (folder_of(workspace, "goals"), f"{stem}.md")))


def _template(workspace: Workspace, path: str) -> str:
    name = path.rsplit("/", 1)[-1].removesuffix(".md")
    uid = new_uid(workspace, name, len(all_paths(workspace.connection)))
    return render_new(workspace, "goals", name, uid)


def _placed(row: OwnDraft, path: str, outcome: Outcome, why: str) -> ImportRow:
    text = row.text if len(row.text) <= _SHOWN else f"{row.text[:_SHOWN].rstrip()}…"
    return ImportRow(row.source, row.line, text, outcome, path, (why,))


def _rejected(own: Iterable[OwnDraft], path: str, why: str) -> Iterable[ImportRow]:
    return (_placed(row, path, "rejected", why) for row in own)
