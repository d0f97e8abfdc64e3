r"""A file's name as it is written into notes: the same on every machine, however its disk spells an accent.

composed("Rene\u0301")   ->   "Ren\u00e9"      a Mac's disk may hand names over decomposed, Linux as they were typed
"""

import unicodedata


def composed(name: str) -> str:
    """The name in NFC; a path stays as the disk has it wherever the file is opened."""
    return name if name.isascii() else unicodedata.normalize("NFC", name)
