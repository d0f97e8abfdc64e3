"""`vaultnet git install`: git that merges notes by meaning."""

from typing import TYPE_CHECKING

import click

from vaultnet.frontends.cli.context import Flags
from vaultnet.frontends.cli.main import Command
from vaultnet.frontends.cli.output import print_json, print_note, print_quote, print_text

if TYPE_CHECKING:
    from vaultnet.app.git_install import Setup
    from vaultnet.storage.git_driver import DriverState


@click.command(cls=Command)
@click.argument("action", type=click.Choice(["install"]))
@click.option("--check", is_flag=True, help="Only say whether this clone is set up; exit 1 where it is not.")
@click.option("--remove", is_flag=True, help="Take away what `git install` put there, and nothing else.")
@click.option("--dry-run", is_flag=True, help="Show the lines, write nothing.")
@click.pass_obj
def git(flags: Flags, action: str, check: bool, remove: bool, dry_run: bool) -> int:  # noqa: ARG001  (there is one)
    """Let git merge the notes of this vault by meaning.

    Two machines that log, tick and set different things then merge without a conflict. Sets the merge driver in this
    clone: do it in every clone, since git never takes a program from a repository. Your own lines stay as they are.

    \b
    vaultnet git install
    vaultnet git install --check
    vaultnet git install --remove
    """
    from vaultnet.app.git_install import apply_plan, plan_install, plan_uninstall
    from vaultnet.errors import UsageError
    from vaultnet.storage.git_driver import get_driver_state

    if check and remove:
        raise UsageError("--check and --remove are two things: take one of them")
    with flags.workspace() as workspace:
        root = workspace.root
    if check:
        return _print_state(get_driver_state(root), flags)
    setup = plan_uninstall(root) if remove else plan_install(root)
    if not dry_run:
        apply_plan(setup)
    state = get_driver_state(root)
    if flags.as_json:
        _print_json(state, setup, changed=setup.plan.is_change and not dry_run)
        return 0
    _print_lines(setup)
    _print_outcome(setup, flags, remove=remove, dry_run=dry_run)
    return 0 if dry_run or remove else _print_problems(state)


def _print_state(state: "DriverState", flags: Flags) -> int:
    from vaultnet.app.git_install import find_driver_problems

    if flags.as_json:
        _print_json(state, None, changed=False)
        return 1 if any(find_driver_problems(state)) else 0
    code = _print_problems(state)
    if not code:
        print_text("This clone merges the notes of this vault by meaning.")
        if state.driver == "other":
            print_note(f"The merge driver is started by another Python, {state.interpreter}.")
    return code


def _print_problems(state: "DriverState") -> int:
    from vaultnet.app.git_install import find_driver_problems

    problems = list(find_driver_problems(state))
    for _, message in problems:
        print_note(message)
    return 1 if problems else 0


def _print_lines(setup: "Setup") -> None:
    from vaultnet.storage.git_setup import attributes_file

    plan, repository = setup.plan, setup.state.repository
    if plan.settings:
        print_quote(f"{repository.shared / 'config'}")
    for setting in plan.settings:
        for mark, value in (("-", setting.before), ("+", setting.after)):
            if value:
                print_quote(f"  {mark} {setting.key} = {value}")
    if plan.before != plan.after:
        print_quote(f"{attributes_file(repository)}")
    for line in _attributes(setup):
        print_quote(f"  {line[0]} {line[1:]}")


def _print_outcome(setup: "Setup", flags: Flags, *, remove: bool, dry_run: bool) -> None:
    if not setup.plan.is_change:
        print_text("There is nothing of vaultnet's in this clone." if remove else "This clone is set up already.")
    elif dry_run:
        print_text("Nothing is written yet: this is what would be.")
    elif remove:
        print_text("Taken away: git merges the notes of this clone by lines again.")
    else:
        print_text("This clone now merges the notes of this vault by meaning.")
    if setup.plan.is_change and not (dry_run or remove or flags.quiet):
        print_note("Every clone needs this once, and again when vaultnet moves: `vaultnet git install --check` tells.")
    former = setup.state.attribute
    if not remove and former not in {"vaultnet", "unspecified", ""}:
        print_note(f"`merge={former}`, which git was told for these notes, gives way to it in this clone.")


def _print_json(state: "DriverState", setup: "Setup | None", *, changed: bool) -> None:
    from vaultnet.app.git_install import find_driver_problems

    problems = [{"rule": rule, "message": message} for rule, message in find_driver_problems(state)]
    planned = setup.plan.settings if setup else ()
    settings = [{"key": key, "before": before, "after": after} for key, before, after in planned]
    attributes = _attributes(setup) if setup else []
    print_json(
        "vaultnet.git/1", repository=str(state.repository.top), installed=not problems, driver=state.driver,
        interpreter=state.interpreter, attribute=state.attribute, problems=problems, changed=changed,
        settings=settings, attributes=attributes,
    )  # fmt: skip


def _attributes(setup: "Setup") -> list[str]:
    """The lines that come (`+`) and go (`-`)."""
    from difflib import ndiff

    before, after = (data.decode("utf-8", "replace").splitlines() for data in (setup.plan.before, setup.plan.after))
    return [line[0] + line[2:] for line in ndiff(before, after) if line[0] in "+-"]
