r"""A vault that came from someone who means harm: every place that can hold words, a path or a program does.

strangers_vault(folder)   ->   folder/vault, and beside it folder/outside, which holds SECRET and must stay as it is

It is the vault of tests/frontends/everywhere.py, in which everybody stands everywhere, with terminal escapes in every
title, property and line; settings, templates, canvases and views that name programs and places outside; symlinks out.
"""

import json
import re
from pathlib import Path

from tests.frontends.everywhere import everywhere

SECRET = "TOP-SECRET-9d41"
ESCAPE = "\x1b]0;pwned\x07\x1b[31m\x9b2J\u202eevil\u2066\x7f\x85"
_IN_YAML = r"\e]0;pwned\a\e[31m\x9b2J\u202eevil\u2066\x7f\x85"
_TEMPLATE = "{{ ''.__class__.__mro__[1].__subclasses__() }}{% include '../../../outside/secret.md' %}"
_UP = "../" * 40  # to the root from wherever
_PROGRAM = "import pathlib; pathlib.Path(__file__).with_name('pwned').touch()\n"
_PLAIN_VALUE = re.compile(
    r"^(role|location|place|industry|situation|relationship|group|role): ([A-Za-z][A-Za-z ]*)$", re.MULTILINE
)
_LIST = re.compile(r"^(needs|offers|interests|skills|roles|industries): \[([a-z ]+)", re.MULTILINE)
_LINE = re.compile(r"^(- (?:\[ \] )?(?:[0-9-]+ )?[a-z ]*:? ?)(?=[A-Za-z])", re.MULTILINE)


def strangers_vault(folder: Path) -> Path:
    outside = folder / "outside"
    outside.mkdir(parents=True)
    (outside / "secret.md").write_text(
        f"---\ntype: contact\nname: {SECRET}\n---\n## Log\n- 2026-01-01 call: {SECRET}\n"
    )
    (outside / "secret.toml").write_text(f'[me]\nname = "{SECRET}"\n')
    vault = everywhere(folder / "vault")
    for note in sorted(vault.rglob("*.md")):
        note.write_bytes(_infected(note.read_bytes().decode()).encode())
    _notes(vault)
    _settings(vault)
    _programs(vault)
    _ways_out(vault, outside)
    return vault


def _infected(text: str) -> str:
    """Escapes spelled in YAML (where raw ones are faults), raw in the body."""
    front, _, body = text.rpartition("\n---\n")
    front = _PLAIN_VALUE.sub(rf'\1: "\2 {_again(_IN_YAML)}"', front)
    front = _LIST.sub(rf'\1: ["\2 {_again(_IN_YAML)}"', front)
    return f"{front}\n---\n{_LINE.sub(lambda found: found[1] + ESCAPE + ' ', body)}"


def _again(text: str) -> str:
    return text.replace("\\", r"\\")


def _notes(vault: Path) -> None:
    person = (
        f'---\ntype: contact\nname: "Mal {_IN_YAML}"\naliases: ["Al {_IN_YAML}"]\nemail: "a{_IN_YAML}@x.example"\n'
        f'company: "[[Acme|{_IN_YAML}]]"\nwebsite: ["javascript:alert(1)", "file:///etc/passwd"]\n'
        f'linkedin: "javascript:alert(1)"\ntier: "{_IN_YAML}"\ncadence: "{_IN_YAML}"\nchannel: "{_IN_YAML}"\n'
        f'birthday: "{_IN_YAML}"\nnext-contact: 2024-13-45\n---\n# {ESCAPE}\n- [ ] do {ESCAPE} 📅 2026-06-15\n'
        f"[x](javascript:alert(1)) [y](file:///etc/passwd) [[../../outside/secret]] {ESCAPE}\n\n## Log\n"
        f"- 2026-06-01 call: {ESCAPE} #asked{ESCAPE}\n"
    )
    names = ["Ev\x1b[31mil", "C1\x9b2J", "Bidi\u202egnp", "Line\nfeed", "=cmd()", "-rf", "CON", "Quote\"'`"]
    for name in names:
        (vault / "People" / f"{name}.md").write_text(person)
    (vault / "People" / "Raw.md").write_text(f"---\ntype: contact\nrole: {ESCAPE}\n---\n")
    (vault / "People" / "Broken.md").write_text(f"---\ntype: contact\nrole: [{ESCAPE}\n---\n")
    (vault / "People" / "Binary.md").write_bytes(bytes(range(256)) * 4)
    (vault / f"Map{ESCAPE}.canvas").write_text(json.dumps({"nodes": [{"id": ESCAPE, "type": "link", "url": "javascript:x", "x": 0, "y": 0, "width": 1, "height": 1}], "edges": []}))  # fmt: skip
    (vault / "Views.base").write_text(f"filters: !!python/object/apply:os.system ['touch pwned']\nviews: {ESCAPE}\n")


def _settings(vault: Path) -> None:
    with (vault / "vaultnet.toml").open("a") as file:
        file.write(
            '[daily]\nfolder = "Daily"\nformat = "YYYY-MM-DD"\ntemplate = ""\n'
            '[weekly]\ntemplate = "/etc/passwd"\n'
            '[agenda]\nheading = "Net$(touch pwned)`touch pwned`"\n'
            '[vault]\nignore = ["!../outside", "**/**/**/x", "[z-a]"]\n'
        )
    obsidian = vault / ".obsidian"
    files = {
        "app.json": {"newFileFolderPath": "../outside", "promptDelete": "$(touch pwned)"},
        "daily-notes.json": {"folder": "Daily", "format": "YYYY-MM-DD"},
        "templates.json": {"folder": "/etc"},
        "community-plugins.json": ["periodic-notes", "obsidian-tasks-plugin", "templater-obsidian", "evil"],
        "plugins/periodic-notes/data.json": {"weekly": {"enabled": True, "folder": "Weekly", "template": "../../outside/secret.md"}},
        "plugins/obsidian-tasks-plugin/data.json": {"globalFilter": "(((a+)+)+", "statusSettings": {"customStatuses": [{"symbol": "\x1b", "type": "DONE"}]}},
        "plugins/templater-obsidian/data.json": {"templates_folder": "../outside", "user_scripts_folder": "scripts", "startup_templates": ["touch pwned"]},
        "plugins/evil/main.js": "require('child_process').exec('touch pwned')",
    }  # fmt: skip
    for name, data in files.items():
        (obsidian / name).parent.mkdir(parents=True, exist_ok=True)
        (obsidian / name).write_text(data if isinstance(data, str) else json.dumps(data))


def _programs(vault: Path) -> None:
    """What would run if a folder one stands in, or a file of a known name, were ever imported or called."""
    for name in ("jinja2", "json", "sitecustomize", "usercustomize", "vaultnet", "yaml12", "click", "holidays"):
        (vault / f"{name}.py").write_text(_PROGRAM)
    (vault / ".vaultnet/plugins").mkdir(parents=True)
    (vault / ".vaultnet/plugins/evil.py").write_text(_PROGRAM)
    (vault / ".vaultnet/hooks.toml").write_text('post = "touch pwned"\n')
    for name in (
        "agenda.md",
        "review.md",
        "brief.md",
        "de/agenda.md",
        "draft.md",
        "contact.md",
        "new/contact.md",
        "debrief.md",
    ):
        file = vault / ".vaultnet/templates" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(_TEMPLATE)


def _ways_out(vault: Path, outside: Path) -> None:
    (vault / "People/Out.md").symlink_to(outside / "secret.md")
    (vault / "People/Passwd.md").symlink_to(f"{_UP}etc/passwd")
    (vault / "Folder").symlink_to(outside)
    (vault / "Loop").symlink_to(vault)
    (vault / ".vaultnet/templates/out.md").symlink_to(outside / "secret.md")
    (vault / "Templates").symlink_to(f"{_UP}etc")
