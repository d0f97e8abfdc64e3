"""A small vault in which every command that writes has something to write, and those commands.

root = make_written(tmp_path / "1")            the vault, its index warm
COMMANDS["rename"]   ->   ("rename", "Ada Byron", "Ada King")
"""

from pathlib import Path

from tests.vaults import make_vault

DAY = "2026-06-15"
TEXT = """
== vaultnet.toml
[agenda]
people = 3
== People/Ada Byron.md
---
type: contact
email: ada@engines.example
last-contact: 2025-01-10
cadence: 30d
address: Broad Street 5, London
met: 2024-02-12
---
- 2025-01-10 coffee: she told me of looms
== People/Ben Okri.md
---
type: contact
knows: ["[[Ada Byron]]"]
last-contact: 2025-03-01
cadence: 30d
---
## Log
- 2025-03-01 lunch: with [[Ada Byron|Ada]], who paid
== People/Cy.md
---
type: contact
met: 2026-05-01
---
- 2021-01-05 email to: hello
== People/Cy Young.md
---
type: contact
email: cy@young.example
---
- 2022-01-05 call: about pitches
== People/Eve Fox.md
---
type: contact
knows: "[[Ada Byron]]"
---
== Daily/2026-06-14.md
Asked [[Addie]] about tides, and [[Ada Byron]] too.
== Meetings/2026-06-16 Coffee with Ada.md
---
type: meeting
date: 2026-06-16
with: "[[Ada Byron]]"
---
== Aliased.md
---
type: contact
aliases: [Addie]
---
== .vaultnet/templates/agenda.md
{% extends "shipped/agenda.md" %}
"""
CARDS = """BEGIN:VCARD
VERSION:4.0
FN:Nora Stone
EMAIL:nora@stone.example
END:VCARD
BEGIN:VCARD
VERSION:4.0
FN:Ben Okri
EMAIL:ben@okri.example
TEL:+31 20 555 0100
END:VCARD
"""

# What each command writes is different: a new note, a property, a line, a block, many notes, a file outside the vault.
COMMANDS: dict[str, tuple[str, ...]] = {
    "log": ("log", "coffee with Ada Byron and **Hugo New** yesterday, she knows tides #received"),
    "set": ("set", "type=contact", "tier=close", "--apply"),
    "snooze": ("snooze", "Ada Byron", "in 3 weeks"),
    "agenda": ("agenda",),
    "absorb": ("absorb",),
    "new": ("new", "contact", "Zoe Quist"),
    "rename": ("rename", "Ada Byron", "Ada King"),
    "merge": ("merge", "People/Cy.md", "People/Cy Young.md"),
    "forget": ("forget", "Ada Byron", "--initials", "--yes"),
    "import": ("import", "vcard", "{outside}/cards.vcf", "--apply"),
    "import plan": ("import", "vcard", "{outside}/cards.vcf", "--plan", "{outside}/plan.csv"),
    "migrate": ("migrate",),
    "review": ("review",),
    "brief": ("brief", "Meetings/2026-06-16 Coffee with Ada.md"),
    "debrief": ("debrief", "Meetings/2026-06-16 Coffee with Ada.md"),
    "fix": ("check", "--fix", "--hygiene"),
    "undo": ("undo",),
    "triage": ("triage", "--note"),
    "views": ("init", "--views"),
    "example": ("init", "{outside}/example", "--example"),
    "export": ("export", "vcard", "--to", "{outside}/people.vcf"),
    "labels": ("labels", "--to", "{outside}/labels.pdf"),
    "network": ("network", "--format", "mermaid"),
    "targets": ("targets", "--canvas"),
    "draft": ("draft", "Ben Okri", "--note"),
    "trust": ("trust",),
    "index": ("index", "--rebuild"),
    "find": ("find", "tides"),
}
# What is no step for `undo`: it writes nothing into the vault.
OUTSIDE = {"import plan", "example", "export", "labels", "trust", "index", "find"}


# What `make test` strikes of each command: every kind of call that any of them uses is killed once and fails once, so
# that a full round stays short. The soak strikes all calls of all commands, of `labels` too, whose font takes long.
KILLED_AT = {
    "log": "exchange", "set": "write", "agenda": "move_new", "absorb": "fsync", "rename": "rename", "merge": "mkdir",
    "forget": "unlink", "import": "py:os.rename", "migrate": "fchmod", "undo": "py:os.remove", "draft": "open",
    "views": "fstat", "trust": "py:os.mkdir", "index": "sqlite", "find": "py:open", "export": "listxattr", "review": "pread",
}  # fmt: skip
FAILING_AT = {
    "snooze": "exchange", "new": "move_new", "import plan": "rename", "brief": "fchmod", "debrief": "fsync",
    "fix": "py:os.rename", "views": "mkdir", "network": "open", "targets": "write", "example": "py:os.mkdir",
    "rename": "listxattr",
    "forget": "unlink", "find": "sqlite", "index": "py:open", "triage": "py:os.remove", "undo": "pread", "set": "fstat",
}  # fmt: skip

# What a command needs to have gone before it.
BEFORE: dict[str, tuple[str, ...]] = {
    "absorb": ("agenda",),
    "undo": COMMANDS["set"],
}


def make_written(folder: Path) -> Path:
    """The vault, and beside it the folder that exports go to."""
    outside = folder / "outside"
    outside.mkdir(parents=True)
    (outside / "cards.vcf").write_bytes(CARDS.replace("\n", "\r\n").encode())
    return make_vault(folder / "vault", TEXT)
