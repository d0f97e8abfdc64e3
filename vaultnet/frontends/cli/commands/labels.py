"""`vaultnet labels`: address labels for cards and postcards, as a PDF to print."""

from datetime import date
from pathlib import Path  # noqa: TID251  (the edge: the PDF lies where the user wants it)
from typing import TYPE_CHECKING

import click

from vaultnet.frontends.cli.completing import complete_name
from vaultnet.frontends.cli.context import Flags
from vaultnet.frontends.cli.main import Command
from vaultnet.frontends.cli.output import print_json, print_lines, print_note, print_text
from vaultnet.frontends.cli.wording import count_words

if TYPE_CHECKING:
    from vaultnet.app.labels import Labels
    from vaultnet.pages.label_sheet import Sheet

_OURS = b"vaultnet labels"  # the title of the PDF


@click.command(cls=Command)
@click.argument("where", required=False, default="")
@click.option("--who", multiple=True, metavar="WHO", help="Only these people.", shell_complete=complete_name)
@click.option(
    "--sheet", default="l7160", metavar="NAME", help="The sheet of labels: l7160 (A4, 21) or 5160 (Letter, 30)."
)
@click.option("--skip", default=0, type=click.IntRange(0, 200), help="So many labels of the first sheet are used up.")
@click.option("--to", "file", default="labels.pdf", metavar="FILE", help="Where to write it.")
@click.option("--stdout", "only_print", is_flag=True, help="Print the labels as text, write nothing.")
@click.pass_obj
def labels(flags: Flags, where: str, who: tuple[str, ...], sheet: str, skip: int, file: str, only_print: bool) -> None:
    """Print address labels for everybody who meets WHERE (the conditions of `set`), as a PDF.

    Whoever is `private`, archived or deceased gets none. Whose address is missing is listed.

    \b
    vaultnet labels 'tier=inner'
    vaultnet labels 'tag:christmas' --sheet 5160 --skip 4 --to cards.pdf
    vaultnet labels --who Roswitha --who "Sándor Bíró" --stdout
    """
    from vaultnet.app.labels import build_labels

    paper = _paper(sheet)
    with flags.workspace() as workspace:
        workspace.refresh()
        found = build_labels(workspace, where, who)
        today = workspace.today
    unwritable = _print_pdf(found, paper, skip, file, today) if found.lines and not only_print else ""
    if flags.as_json:
        _print_object(found, paper.name, None if only_print or not found.lines else file)
        return
    if only_print:
        print_lines("\n\n".join("\n".join(lines) for lines in found.lines))
    elif found.lines:
        print_text(f"Wrote {count_words(len(found.lines), 'label')} to {file}")
    else:
        print_text("Nobody of them has an address; nothing was written.")
    _tell_what_is_missing(found, unwritable)


def _tell_what_is_missing(found: "Labels", unwritable: str) -> None:
    if unwritable:
        print_note(f"No font has these letters, so they were left out: {unwritable}")
    if found.missing:
        print_note(f"No address: {', '.join(name for _, name in found.missing)}")
    if found.private:
        print_note(f"Left out as private: {count_words(found.private, 'contact')}")


def _paper(name: str) -> "Sheet":
    from vaultnet.errors import UsageError
    from vaultnet.pages.label_sheet import SHEETS

    if name.lower() not in SHEETS:
        raise UsageError(f'"{name}" is no sheet of labels: there are {", ".join(SHEETS)}')
    return SHEETS[name.lower()]


def _print_pdf(found: "Labels", sheet: "Sheet", skip: int, file: str, today: date) -> str:
    """Writes the file; returns the letters that no font has."""
    from vaultnet.storage.label_pdf import write_labels
    from vaultnet.storage.outside_file import write_outside

    _refuse_a_file_of_others(file)
    places = sheet.places(len(found.lines), skip)
    pdf = write_labels(found.lines, sheet.paper, sheet.width, sheet.height, places, on=today)
    _refuse_a_file_of_others(file)  # once more: drawing takes a second
    write_outside(Path(file).expanduser(), pdf.data)
    return pdf.unwritable


def _refuse_a_file_of_others(name: str) -> None:
    """Labels are written over those of an earlier day, never over anything else."""
    from vaultnet.errors import UsageError

    file = Path(name).expanduser()
    if file.exists() and (not file.is_file() or _OURS not in file.read_bytes()):
        raise UsageError("is there already, and holds no labels: name another file with --to", path=name)


def _print_object(found: "Labels", sheet: str, file: str | None) -> None:
    rows = zip(found.contacts, found.lines, strict=True)
    print_json(
        "vaultnet.labels/1",
        sheet=sheet,
        file=file,
        labels=[{"contact": path, "name": name, "lines": list(lines)} for (path, name), lines in rows],
        missing=[{"contact": path, "name": name} for path, name in found.missing],
        private=found.private,
    )
