"""`vaultnet import`: files in, a plan out; nothing is written before the plan is applied.

plan_files(workspace, "linkedin", ["Connections.csv"])  ->  ImportPlan(rows=(...), changes=(...), ...)
"""

from collections.abc import Collection, Iterable, Mapping, Sequence

from vaultnet.app.import_in_place import paths_inside, plan_adoption
from vaultnet.app.import_plan import ImportPlan, plan_import
from vaultnet.app.workspace import Workspace
from vaultnet.errors import UsageError
from vaultnet.exchange.columns import COLUMN_FIELDS
from vaultnet.exchange.formats import IMPORTERS
from vaultnet.exchange.row_draft import FIELDS
from vaultnet.exchange.source import ImportContext, SourceFile
from vaultnet.model.country import find_country
from vaultnet.model.rules import my_names
from vaultnet.storage.import_source import read_sources
from vaultnet.text.nearest import hint_for


def plan_files(
    workspace: Workspace,
    format_name: str,
    names: Sequence[str],
    *,
    mapping: Mapping[str, str] | None = None,
    prefer: Collection[str] = (),
    with_subjects: bool = False,
    answers: Mapping[tuple[str, int], str] | None = None,
) -> ImportPlan:
    """What importing these files would do. Raises UsageError for a file that is not of the format."""
    importer = IMPORTERS.get(format_name)
    if importer is None:
        raise UsageError(f'"{format_name}" is no format: {hint_for(format_name, sorted(IMPORTERS))}')
    workspace.refresh()
    _refuse_unknown(prefer, "--prefer")
    _refuse_unknown(filter(None, (mapping or {}).values()), "--map")
    if mapping and not importer.has_columns:
        raise UsageError(f"--map is for tables, and {format_name} says itself what stands where")
    if importer.is_notes and (inside := paths_inside(workspace, names)):
        return plan_adoption(workspace, inside)
    context = _context(workspace, mapping or {}, with_subjects=with_subjects)
    found = read_sources(names, members=importer.members, heads=importer.heads, is_mapped=importer.is_mapped)
    sources = tuple(SourceFile(*one) for one in found)
    parsed = importer.parse(sources, context)
    return plan_import(workspace, parsed, prefer=prefer, answers=answers)


def _context(workspace: Workspace, mapping: Mapping[str, str], *, with_subjects: bool) -> ImportContext:
    settings = workspace.config.settings
    return ImportContext(
        today=workspace.today,
        names=my_names(settings.me),
        emails=frozenset(email.lower() for email in settings.me.emails),
        country=find_country(settings.me.country) or "",
        date_order=settings.vault.date_order,
        mapping=mapping,
        with_subjects=with_subjects,
        language=settings.vault.language,
        timezone=settings.vault.timezone,
        kind_in=workspace.config.rules.kind_in,
    )


def _refuse_unknown(fields: Iterable[str], option: str) -> None:
    known = {*FIELDS, "all"} if option == "--prefer" else COLUMN_FIELDS
    for field in fields:
        if field not in known:
            raise UsageError(f'{option}: there is no field "{field}": {hint_for(field, sorted(known))}')
