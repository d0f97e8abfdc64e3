"""Reading and marking the agenda's free items in a vault: what the tests of each section share."""

import re
from datetime import date
from pathlib import Path

from tests.vaults import open_vault
from vaultnet.app.generate import generate_agenda
from vaultnet.app.generated_page import GeneratedPage

MONDAY = date(2026, 6, 15)


def run(vault: Path, day: date = MONDAY) -> GeneratedPage:
    with open_vault(vault, day.isoformat()) as workspace:
        result = generate_agenda(workspace, day, absorb_as=("vaultnet", "agenda"))
        workspace.apply([result.change] if result.change else [], ("vaultnet", "agenda"))
        return result


def lines(result: GeneratedPage, *names: str) -> list[str]:
    wanted = names or ("introductions", "meet_someone", "give")
    items = [item for part in result.payload["sections"] if part["name"] in wanted for item in part["items"]]
    shown = {found[0]: line for line in result.block.split("\n") if (found := re.search(r"vn-\w{8}-\w{8}", line))}
    return [shown[item["id"]][6:].partition(" ^vn-")[0] for item in items]


def mark(vault: Path, words: str, box: str, day: date = MONDAY, more: str = "") -> None:
    note = vault / "Daily" / f"{day}.md"
    before = note.read_text()
    after = [
        line.replace("- [ ]", f"- [{box}]", 1) + more if words in line else line for line in before.split("\n")
    ]  # fmt: skip
    assert "\n".join(after) != before
    note.write_text("\n".join(after))


def log_of(vault: Path, path: str) -> list[str]:
    return [line.partition(" ^vn")[0] for line in (vault / path).read_text().split("\n") if "^vn" in line]
