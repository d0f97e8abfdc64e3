"""`vaultnet git install`: a clone that merges notes by meaning, what it has of it, and the way back.

find_driver_problems(get_driver_state(root))   ->   ("driver-missing", "this clone has no merge driver, ..."), ...
apply_plan(plan_install(root))          writes what is missing
"""

from collections.abc import Iterator
from pathlib import Path  # noqa: TID251  (the edge, where a vault is a folder)
from typing import NamedTuple

from vaultnet.storage.git_driver import DriverState, get_driver_state
from vaultnet.storage.git_setup import SetupPlan, apply_setup, plan_removal, plan_setup

_HOW = "run `vaultnet git install`"


class Setup(NamedTuple):
    """What was found, and what is planned for it."""

    state: DriverState
    plan: SetupPlan


def plan_install(root: Path) -> Setup:
    state = get_driver_state(root)
    return Setup(state, plan_setup(state))


def plan_uninstall(root: Path) -> Setup:
    state = get_driver_state(root)
    return Setup(state, plan_removal(state))


def apply_plan(setup: Setup) -> None:
    """Raises UsageError and CannotWrite."""
    apply_setup(setup.state.repository, setup.plan)


def find_driver_problems(state: DriverState) -> Iterator[tuple[str, str]]:
    """What keeps this clone from merging by meaning: a rule, and what it is and what to do; none where all is right."""
    match state.driver:
        case "missing":
            yield "driver-missing", f"this clone has no merge driver, so git merges notes by lines: {_HOW}"
        case "foreign":
            yield "driver-foreign", f"merge.vaultnet.driver is not vaultnet's own in this clone: {state.line}"
        case "gone":
            yield "driver-gone", f"the merge driver names a Python that is no longer there, {state.interpreter}: {_HOW}"
        case "outdated":
            yield "driver-outdated", f"the merge driver is that of another version of vaultnet: {_HOW}"
    if state.attribute not in {"vaultnet", "unspecified", ""}:
        yield "attribute-other", f"git is told to merge the notes of this vault by `{state.attribute}`: {_HOW}"
    elif state.attribute != "vaultnet" and state.driver != "missing":  # else one sentence has said it all
        yield "attribute-missing", f"git is not told to use the merge driver for the notes of this vault: {_HOW}"
