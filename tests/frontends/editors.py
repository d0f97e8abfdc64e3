"""How editors save a note: the system calls, in their order, as strace shows them."""

import os
from collections.abc import Callable
from pathlib import Path

Save = Callable[[Path, str], None]


def in_place(note: Path, text: str) -> None:
    """Obsidian, nano, VS Code: the file is opened, cut to nothing and written."""
    note.write_text(text)


def in_parts(note: Path, text: str) -> None:
    """As a large note is written: in several pieces, each on its way to the disk."""
    with note.open("w") as stream:
        for part in (text[:5], text[5:9], text[9:]):
            stream.write(part)
            stream.flush()


def rename_over(note: Path, text: str) -> None:
    """GNOME's editor, Typora, `sed -i`: a new file beside it, then renamed over."""
    new = note.with_name(f"{note.name}.tmp.4711")
    new.write_text(text)
    new.replace(note)


def vim(note: Path, text: str) -> None:
    """vim as it comes (backupcopy=auto): a probe called 4913, the old file renamed, a new one written."""
    swap = note.with_name(f".{note.name}.swp")
    swap.write_text("b0VIM")
    probe = note.with_name("4913")
    probe.touch()
    probe.unlink()
    backup = note.with_name(f"{note.name}~")
    note.rename(backup)
    note.write_text(text)
    backup.unlink()
    swap.unlink()


def vim_backupcopy(note: Path, text: str) -> None:
    """vim with backupcopy=yes: a copy is kept until the note is written in place."""
    swap = note.with_name(f".{note.name}.swp")
    swap.write_text("b0VIM")
    backup = note.with_name(f"{note.name}~")
    backup.write_bytes(note.read_bytes())
    note.write_text(text)
    backup.unlink()
    swap.unlink()


def emacs(note: Path, text: str) -> None:
    """emacs: a lock that is a symlink to nowhere, an autosave file, the old note kept as `Ada.md~`."""
    lock = note.with_name(f".#{note.name}")
    lock.symlink_to("me@machine.4711:1780000000")
    autosave = note.with_name(f"#{note.name}#")
    autosave.write_text(text)
    note.replace(note.with_name(f"{note.name}~"))
    note.write_text(text)
    autosave.unlink()
    lock.unlink()


def vs_code_atomic(note: Path, text: str) -> None:
    """VS Code where it saves through a file of its own, and fsyncs."""
    new = note.with_name(f"{note.stem}-4711.vsctmp")
    with new.open("w") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())
    new.replace(note)


def sync_service(note: Path, text: str) -> None:
    """Syncthing: a hidden temporary file, renamed over the note."""
    new = note.with_name(f".syncthing.{note.name}.tmp")
    new.write_text(text)
    new.replace(note)


EDITORS: dict[str, Save] = {
    save.__name__: save
    for save in (in_place, in_parts, rename_over, vim, vim_backupcopy, emacs, vs_code_atomic, sync_service)
}
