"""What `vaultnet agenda` does once its words are read.

run(flags, ())              ->   today's agenda stands in the daily note
run(flags, ("tomorrow",))   ->   tomorrow's in that day's
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from vaultnet.frontends.cli.context import Flags
from vaultnet.frontends.cli.generated_page import show_page, write_page
from vaultnet.frontends.cli.output import print_note

if TYPE_CHECKING:
    from vaultnet.app.generated_page import GeneratedPage


def run(flags: Flags, words: Sequence[str]) -> None:
    """The line without options: at most one word, the day."""
    write_agenda(flags, *words)


def write_agenda(flags: Flags, date: str = "", *, only_print: bool = False, dry_run: bool = False) -> None:
    """The agenda of a day in words ("" for today)."""
    from vaultnet.app.generate import generate_agenda

    with flags.workspace() as workspace:
        day = workspace.natural_date(date, prefer="future") if date else workspace.today
        writes = not (only_print or dry_run)
        page = generate_agenda(workspace, day, absorb_as=flags.words if writes else (), only_print=only_print)
        if writes:
            write_page(workspace, page, flags)
    show_agenda(page, flags, only_print=only_print, dry_run=dry_run)


def show_agenda(page: "GeneratedPage", flags: Flags, *, only_print: bool = False, dry_run: bool = False) -> None:
    """What is printed of it, and a word on the notes that have problems."""
    show_page("vaultnet.agenda/1", page, flags, only_print=only_print, is_dry_run=dry_run)
    if not flags.as_json and not flags.quiet:
        _tell_problems(page.payload["problems"])


def _tell_problems(problems: list[dict[str, object]]) -> None:
    if problems:
        from vaultnet.frontends.cli.wording import count_words

        first = problems[0]
        count = count_words(len(problems), "problem")
        print_note(f"{count} in the notes, first {first['path']}:{first['line']}; `vaultnet check` lists all")
