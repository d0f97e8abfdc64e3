r"""Bytes of somebody else's file as text: by its byte order mark, else UTF-8, else what Windows writes.

decode(b"\xff\xfeA\0")  ->  Decoded("A", "UTF-16")        decode(b"Zo\xeb")  ->  Decoded("Zoë", "Windows-1252")
"""

import codecs
from typing import NamedTuple

from vaultnet.errors import UsageError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
_LOOKED_AT = 4096
_MANY_NULS = 0.3  # of the bytes: text in UTF-16 without its mark
_ARCHIVES = {b"PK\x03\x04": "a zip archive", b"\x1f\x8b": "a gzip archive", b"%PDF": "a PDF", b"SQLite": "a database"}


class Decoded(NamedTuple):
    """`encoding` is its name for people."""

    text: str
    encoding: str


def decode(data: bytes, name: str = "the file") -> Decoded:
    """Line ends stay as they are; the byte order mark goes. Raises UsageError for what is no text."""
    for mark, codec, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(data[len(mark) :].decode(codec, "replace"), encoding)
    for magic, what in _ARCHIVES.items():
        if data.startswith(magic):
            raise UsageError(f"{name} is {what}, not text")
    head = data[:_LOOKED_AT]
    if head and head.count(0) > _MANY_NULS * len(head):
        codec = "utf-16-le" if head[1:2] == b"\0" else "utf-16-be"
        return Decoded(data.decode(codec, "replace"), "UTF-16")
    if 0 in head:
        raise UsageError(f"{name} is not text: it holds NUL bytes")
    try:
        return Decoded(data.decode("utf-8"), "UTF-8")
    except UnicodeDecodeError:
        return Decoded(data.decode("cp1252", "replace"), "Windows-1252")
