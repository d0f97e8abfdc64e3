"""A file outside of the vault, where a person wants a picture of it: read as a whole, written as a whole.

read_outside(Path("/tmp/map.svg"))             ->   None      nothing is there yet
write_outside(Path("/tmp/map.svg"), "<svg…")   ->   the file, made anew in one step

There is no journal for it: whatever is there and is not ours is refused by the caller before it is written.
"""

from pathlib import Path

from vaultnet.errors import CannotWrite, UsageError
from vaultnet.storage.whole_file import write_whole


def read_outside(file: Path) -> str | None:
    """The text of the file, None where there is none. Raises UsageError for what is no text file."""
    try:
        return file.read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
    except UnicodeDecodeError as error:
        raise UsageError(f"{file} is no text: name another file", path=str(file)) from error
    except OSError as error:
        raise UsageError(f"{file} cannot be read: {error.strerror}", path=str(file)) from error


def read_bytes_outside(file: Path) -> bytes | None:
    """What the file holds, None where there is none. Raises UsageError."""
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise UsageError(f"{file} cannot be read: {error.strerror}", path=str(file)) from error


def make_folder_outside(folder: Path) -> None:
    """The folder, where it is not there yet. Raises CannotWrite."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotWrite(f"{folder} cannot be made: {error.strerror}", path=str(folder)) from error


def write_outside(file: Path, content: str | bytes) -> None:
    """Readers see the file before or after, never half of it. Raises CannotWrite."""
    data = content.encode("utf-8") if isinstance(content, str) else content
    try:
        write_whole(file, data)
    except OSError as error:
        raise CannotWrite(f"{file} cannot be written: {error.strerror}", path=str(file)) from error
