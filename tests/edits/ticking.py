"""Ticking by hand, and what the commands make of it: the agenda is written, its lines are edited, `absorb` is run."""

from datetime import date
from pathlib import Path

from tests.vaults import open_vault
from vaultnet.app.absorb import Absorbed, absorb
from vaultnet.app.generate import generate_agenda

DAY = "2026-06-15"


def agenda(vault: Path, day: str = DAY) -> None:
    with open_vault(vault, day) as workspace:
        result = generate_agenda(workspace, date.fromisoformat(day), absorb_as=("vaultnet", "agenda"))
        if result.change:
            workspace.apply((result.change,), ("vaultnet", "agenda"))


def run_absorb(vault: Path, day: str = "2026-06-16") -> Absorbed:
    with open_vault(vault, day) as workspace:
        return absorb(workspace, ("vaultnet", "absorb"))


def edit(vault: Path, line_with: str, change: str, *, day: str = DAY) -> None:
    """Rewrite the line of the daily note that holds a text; `{}` stands for the line without its box."""
    note = vault / "Daily" / f"{day}.md"
    lines = note.read_text().split("\n")
    at = next(number for number, line in enumerate(lines) if line_with in line)
    lines[at] = change.replace("{}", lines[at].removeprefix("- [ ] "))
    note.write_text("\n".join(lines))


def log_of(vault: Path, name: str) -> str:
    return (vault / "People" / f"{name}.md").read_text()
