"""The names that sync services and merge tools give to the copy of `Ada Byron.md` that they leave, and near misses.

(name, device, when): what `resolve` tells of it.
"""

COPIES: tuple[tuple[str, str, str], ...] = (
    # Syncthing, whatever its language; a copy of a copy is one of the note
    ("Ada Byron.sync-conflict-20260502-101112-ABCDEFG.md", "ABCDEFG", "2026-05-02 10:11"),
    ("Ada Byron.sync-conflict-20260502-101112.md", "", "2026-05-02 10:11"),
    (
        "Ada Byron.sync-conflict-20260503-080000-ABCDEFG.sync-conflict-20260504-090000-HIJKLMN.md",
        "ABCDEFG", "2026-05-03 08:00",
    ),
    # Obsidian Sync
    ("Ada Byron (Conflicted copy MyMacBook2 202605021011).md", "MyMacBook2", "2026-05-02 10:11"),
    # iCloud
    ("Ada Byron 2.md", "", ""),
    # Dropbox, in its languages, and its other clients
    ("Ada Byron (Mira's conflicted copy 2026-05-02).md", "Mira", "2026-05-02"),
    ("Ada Byron (Mira\u2019s MacBook Pro (2)'s conflicted copy 2026-05-02).md", "Mira\u2019s MacBook Pro (2)", "2026-05-02"),
    ("Ada Byron (conflicted copy 2026-05-02).md", "", "2026-05-02"),
    ("Ada Byron (Mira's conflicted copy 2026-05-02 (1)).md", "Mira", "2026-05-02"),
    ("Ada Byron (In Konflikt stehende Kopie von Mira 2026-05-02).md", "Mira", "2026-05-02"),
    ("Ada Byron (Mira in Konflikt stehende Kopie 2026-05-02).md", "Mira", "2026-05-02"),
    ("Ada Byron (Copie en conflit de Mira 2026-05-02).md", "Mira", "2026-05-02"),
    ("Ada Byron (Copia en conflicto de Mira 2026-05-02).md", "Mira", "2026-05-02"),
    ("Ada Byron (Copia conflictiva de Mira 2026-05-02).md", "Mira", "2026-05-02"),
    ("Ada Byron (Copia in conflitto di Mira 2026-05-02).md", "Mira", "2026-05-02"),
    ("Ada Byron (C\u00f3pia em conflito de Mira 2026-05-02).md", "Mira", "2026-05-02"),
    ("Ada Byron (Co\u0301pia em conflito de Mira 2026-05-03).md", "Mira", "2026-05-03"),
    ("Ada Byron (Conflicterende kopie van Mira 2026-05-02).md", "Mira", "2026-05-02"),
    ("Ada Byron (Mira \u306e\u7af6\u5408\u30b3\u30d4\u30fc 2026-05-02).md", "", "2026-05-02"),
    ("Ada Byron (Case Conflict).md", "", ""),
    ("Ada Byron (conflicting copy 2026-05-02).md", "", "2026-05-02"),
    ("Ada Byron (Mira's conflicted copy 2026-05-02) (Ben's conflicted copy 2026-05-03).md", "Ben", "2026-05-03"),
    # Nextcloud, ownCloud, Seafile
    ("Ada Byron (conflicted copy 2026-05-02 101112).md", "", "2026-05-02 10:11"),
    ("Ada Byron (conflicted copy mira 2026-05-02 101112).md", "mira", "2026-05-02 10:11"),
    ("Ada Byron_conflict-20260502-101112.md", "", "2026-05-02 10:11"),
    ("Ada Byron_conflict-mira-20260502-101112.md", "mira", "2026-05-02 10:11"),
    ("Ada Byron (SFConflict mira@x.example 2026-05-02-10-11-12).md", "mira@x.example", "2026-05-02 10:11"),
    # git mergetool, patch
    ("Ada Byron_LOCAL_1234.md", "", ""),
    ("Ada Byron_BACKUP_1234.md", "", ""),
    ("Ada Byron.md.orig", "", ""),
)  # fmt: skip

# What a person may have called a note.
NOTES = (
    "Cy.md",
    "Workshop (conflict mediation 2026-05-04).md",
    "Romeo (Conflicts between families).md",
    "Conflicted copy.md",
    "Drive (1).md",
    "Drive-LAPTOP.md",
    "Review 2.md",
    "sync-conflict.md",
    "On a copy (2026-05-02).md",
)
