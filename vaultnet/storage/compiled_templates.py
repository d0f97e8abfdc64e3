"""Templates as Jinja has compiled them, kept in the user's cache: to compile the agenda's takes as long as to find out
all that it says.

    environment.bytecode_cache = CompiledTemplates(user_cache() / "templates")

For the templates that come with vaultnet, whose code is as much ours as this file. It is what Python does with a
module: nobody but the user may have written there, what is not whole is not read, and where nothing can be kept nothing
is.
"""

import os
from contextlib import suppress
from pathlib import Path
from typing import Final

from jinja2 import BytecodeCache, compiler
from jinja2.bccache import Bucket

from vaultnet.text.blake2 import blake2b

_OTHERS_MAY_WRITE: Final = 0o022
_LENGTH: Final = 16  # bytes of a digest


class CompiledTemplates(BytecodeCache):
    """A file each, by Jinja's own name for it; Jinja sees to it that it is of this text and this Python."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def load_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            if self._is_ours():
                kept = (self._folder / bucket.key).read_bytes()
                if kept[:_LENGTH] == _digest(kept[_LENGTH:]):
                    bucket.bytecode_from_string(kept[_LENGTH:])

    def dump_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            self._folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._folder.mkdir(mode=0o700, exist_ok=True)
            if not self._is_ours():
                return
            file = self._folder / f"{bucket.key}.{os.getpid()}"
            code = bucket.bytecode_to_string()
            try:
                descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o600)
                with os.fdopen(descriptor, "wb") as whole:
                    whole.write(_digest(code) + code)
                file.replace(self._folder / bucket.key)
            finally:
                file.unlink(missing_ok=True)  # a full disk: half of it is of no use

    def _is_ours(self) -> bool:
        """Raises OSError where there is no such folder."""
        status = self._folder.lstat()
        return status.st_uid == os.getuid() and not status.st_mode & _OTHERS_MAY_WRITE


def _digest(code: bytes) -> bytes:
    """Of the code, and of the compiler that has made it."""
    stamp = Path(compiler.__file__).stat()
    return blake2b(code, digest_size=_LENGTH, key=f"{stamp.st_mtime_ns} {stamp.st_size}".encode()).digest()
