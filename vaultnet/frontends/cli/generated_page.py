"""Writing and showing a generated page: what `agenda` and `review` have in common.

write_page(workspace, page, flags)         writes the note, or brings the block to be pasted
show_page("vaultnet.agenda/1", page, ...)  the object, or the block, the diff, and one line on what was written
"""

from typing import TYPE_CHECKING

from vaultnet.frontends.cli.context import Flags
from vaultnet.frontends.cli.output import print_diffs, print_exact, print_json, print_note
from vaultnet.frontends.cli.wording import count_words

if TYPE_CHECKING:
    from vaultnet.app.generated_page import GeneratedPage
    from vaultnet.app.workspace import Workspace


def write_page(workspace: "Workspace", page: "GeneratedPage", flags: Flags) -> None:
    """Write the page, or bring it to be pasted: a busy note must not cost what was worked out."""
    from vaultnet.errors import CannotWrite, NotWritten

    if page.change is None:
        return
    try:
        workspace.apply((page.change,), flags.words)
    except (NotWritten, CannotWrite) as refused:
        message = f"{refused.message}. To paste:\n{page.block}"
        raise type(refused)(message, path=refused.path, line=refused.line) from refused


def show_page(schema: str, page: "GeneratedPage", flags: Flags, *, only_print: bool, is_dry_run: bool) -> None:
    """The block, and if it was written, where; of a dry run every change that the real run would make."""
    if flags.as_json:
        extra = {"block": page.block} if only_print else {}
        print_json(schema, **page.payload, changed=page.change is not None or bool(page.absorbed), **extra)
    elif is_dry_run:
        _print_diffs(page)
    else:
        print_exact(page.block)
        if not (only_print or flags.quiet):
            _print_written(page)


def _print_diffs(page: "GeneratedPage") -> None:
    """Each file once."""
    own = page.change
    changes = [change for change in page.absorbed if own is None or change.path != own.path]
    print_diffs((*changes, *((own,) if own else ())))
    if not changes and own is None:
        print_note(f"{page.payload['note']} is up to date; nothing would be written")


def _print_written(page: "GeneratedPage") -> None:
    paths = ", ".join(change.path for change in page.absorbed)
    if page.payload.get("absorbed"):
        touches = count_words(len(page.payload["absorbed"]), "touch", "touches")
        print_note(f"Absorbed {touches} into {paths}")
    elif paths:
        print_note(f"Noted what was ticked in {paths}")
    note = page.payload["note"]
    print_note(f"Wrote {note}" if page.change else f"{note} is up to date")
