"""Answering a debrief by hand, and what the commands make of it."""

from pathlib import Path

from tests.vaults import open_vault
from vaultnet.app.absorb import Absorbed, absorb
from vaultnet.app.debrief import generate_debrief
from vaultnet.app.generated_page import GeneratedPage

MEETING = "Meetings/2026-06-15 Coffee with Ada.md"


def ask(vault: Path, words: str = MEETING, day: str = "2026-06-15") -> GeneratedPage:
    """`vaultnet debrief`: absorb, and write the block."""
    command = ("vaultnet", "debrief", words)
    with open_vault(vault, day) as workspace:
        page = generate_debrief(workspace, words, absorb_as=command)
        if page.change:
            workspace.apply((page.change,), command)
    return page


def answer(vault: Path, question: str, typed: str, *, tick: bool = True, path: str = MEETING) -> None:
    """Type behind the line of the debrief that holds `question`, and tick it."""
    note = vault / path
    lines = note.read_text().split("\n")
    at = next(number for number, line in enumerate(lines) if question in line and "^vn-" in line)
    lines[at] = f"{lines[at].replace('[ ]', '[x]') if tick else lines[at]}{typed}"
    note.write_text("\n".join(lines))


def run_absorb(vault: Path, day: str = "2026-06-16") -> Absorbed:
    with open_vault(vault, day) as workspace:
        return absorb(workspace, ("vaultnet", "absorb"))


def text_of(vault: Path, path: str = MEETING) -> str:
    return (vault / path).read_text()


def line_of(vault: Path, question: str, path: str = MEETING) -> str:
    """The first line that holds a text."""
    return next(line for line in text_of(vault, path).split("\n") if question in line)
