"""D2: a note that is broken is never written, whatever the command; it is reported with file and line, all others go on.

One vault with a note of each kind of fault: every command that writes is run over it, then pointed at each of them.
"""

from pathlib import Path

import pytest

from tests.frontends.conftest import Cli, cli
from tests.promises.writing_commands import BEFORE, COMMANDS, make_written

__all__ = ["cli"]

_HEAD = b"---\ntype: contact\nemail: %s@x.example\ncadence: 30d\nlast-contact: 2025-01-10\n"
_BODY = b"---\nKnows [[Ada Byron]] and [[Addie]].\n\n## Log\n- 2025-01-10 call: with [[Ada Byron]]\n"
_MARKS = b"<<<<<<< HEAD\n- 2025-02-01 call: mine\n=======\n- 2025-02-01 call: yours\n>>>>>>> other\n"
# The fault -> the note, the line that is named, the rule.
BROKEN: dict[str, tuple[bytes, int, str]] = {
    "bad yaml": (b"---\ntype: contact\ntags: [a\nx: 1\n" + _BODY, 3, "frontmatter-invalid"),
    "a key twice": (_HEAD + b"tier: close\ntier: wide\n" + _BODY, 7, "frontmatter-duplicate-key"),
    "no end of the front matter": (_HEAD + _BODY.removeprefix(b"---\n"), 1, "frontmatter-unclosed"),
    "no end of a block": (_HEAD + _BODY + b"<!-- vaultnet:agenda -->\n- [ ] Call\n", 11, "block-unclosed"),
    "marks": (_HEAD + _BODY + _MARKS, 11, "conflict-markers"),
    "marks with what was": (
        _HEAD + _BODY + _MARKS.replace(b"=====", b"||||||| base\n- 2025-02-01\n=====", 1), 11, "conflict-markers",
    ),
    "marks and Windows line ends": ((_HEAD + _BODY + _MARKS).replace(b"\n", b"\r\n"), 11, "conflict-markers"),
    "marks in code": (_HEAD + _BODY + b"```\n" + _MARKS + b"```\n", 12, "conflict-markers"),
    "marks in the front matter": (
        _HEAD + b"<<<<<<< HEAD\ntier: close\n=======\ntier: wide\n>>>>>>> other\n" + _BODY, 6, "frontmatter-conflict",
    ),
    "two values": (_HEAD + b"tier: close\ntier__theirs: wide\n" + _BODY, 7, "merge-conflict"),
    "not utf-8": (_HEAD + _BODY + b"caf\xe9\n", 11, "not-utf8"),
}  # fmt: skip
# Each is pointed at one broken note by its name.
AT_ONE: tuple[tuple[str, ...], ...] = (
    ("log", "coffee with {} yesterday"),
    ("log", "--who", "{}", "coffee yesterday"),
    ("snooze", "{}", "in 3 weeks"),
    ("rename", "{}", "Somebody Else"),
    ("merge", "{}", "Cy"),
    ("merge", "Cy", "{}"),
    ("dupes", "--not-same", "{}", "Cy"),
)
# Generated into a note that is broken itself: a day's, a week's, a meeting's.
INTO: dict[str, tuple[str, ...]] = {
    "Daily/2026-06-15.md": ("agenda",),
    "Weekly/2026-W24.md": ("review",),
    "Meetings/2026-06-15 Tea.md": ("brief", "Meetings/2026-06-15 Tea.md"),
    "Triage.md": ("triage", "--note"),
}


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    root = make_written(tmp_path)
    for number, (name, (data, _line, _rule)) in enumerate(BROKEN.items()):
        mail = f"broken{number}".encode()
        (root / f"People/{name}.md").write_bytes(data.replace(b"%s", mail))
    return root


def broken_bytes(root: Path) -> dict[str, tuple[bytes, int]]:
    files = [root / f"People/{name}.md" for name in BROKEN]
    return {file.name: (file.read_bytes(), file.stat().st_mtime_ns) for file in files}


def test_d2_each_fault_is_reported_with_file_and_line(vault: Path, cli: Cli) -> None:
    problems = cli(vault, "check", "--json").json()["problems"]
    found = {(problem["path"], problem["line"], problem["rule"]) for problem in problems}
    wanted = {(f"People/{name}.md", line, rule) for name, (_data, line, rule) in BROKEN.items()}
    assert wanted <= found


def test_d2_no_command_writes_to_a_broken_note_and_all_write_the_others(vault: Path, cli: Cli, tmp_path: Path) -> None:
    before = broken_bytes(vault)
    silent: list[str] = []
    for name, words in COMMANDS.items():
        for line in filter(None, (BEFORE.get(name), words)):
            result = cli(vault, *(word.format(outside=tmp_path / "outside") for word in line))
            assert "Traceback" not in result.err, (name, result.err)
            if result.code and name != "fix":  # `check` leaves with 1 for what it found
                silent.append(f"{name}: {result.code} {result.err}")
        assert broken_bytes(vault) == before, name
        if name not in {"undo", "trust"}:
            cli(vault, "undo")
    assert silent == []
    assert broken_bytes(vault) == before


def test_d2_a_property_behind_an_alias_is_left_and_the_others_are_set(vault: Path, cli: Cli) -> None:
    note = vault / "People/Alias.md"
    note.write_text("---\ntype: contact\ntier: &a close\ncircle: *a\n---\n")
    before = note.read_bytes()
    told = cli(vault, "set", "type=contact", "tier=wide", "--apply")
    assert note.read_bytes() == before
    assert "People/Alias.md:" in told.out + told.err
    assert "tier: wide" in (vault / "People/Cy.md").read_text()


def test_d2_a_command_pointed_at_a_broken_note_leaves_it(vault: Path, cli: Cli) -> None:
    before = broken_bytes(vault)
    for name in BROKEN:
        for words in AT_ONE:
            result = cli(vault, *(word.format(name) for word in words))
            assert result.code in {1, 2, 4, 6}, (name, words, result.out, result.err)
            assert broken_bytes(vault) == before, (name, words)


def test_d2_what_is_generated_does_not_go_into_a_broken_note(vault: Path, cli: Cli) -> None:
    for path, words in INTO.items():
        note = vault / path
        note.parent.mkdir(exist_ok=True)
        for name, (data, _line, _rule) in BROKEN.items():
            note.write_bytes(data)
            result = cli(vault, *words)
            assert result.code, (name, result.out)
            assert note.read_bytes() == data, (name, words)
            assert path in result.err, (name, result.err)
        note.unlink()
