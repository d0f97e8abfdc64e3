"""What is only read when somebody asks for it: a page of ten thousand people looks into the histories of a few.

touches = Lazy(read_touches, contacts)      nothing is read
touches["People/Ada.md"]                    read_touches("People/Ada.md"), once
list(touches)                               contacts()
"""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Lazy(Mapping[K, V]):
    """Key -> what `read` finds for it, whatever the key; `keys` are those worth asking for. What is small to read and
    asked for once for everybody need not be remembered (`is_kept`).
    """

    def __init__(self, read: Callable[[K], V], keys: Callable[[], Sequence[K]], *, is_kept: bool = True) -> None:
        self._read = read
        self._keys = keys
        self._is_kept = is_kept
        self._known: dict[K, V] = {}

    def __getitem__(self, key: K) -> V:
        if not self._is_kept:
            return self._read(key)
        if key not in self._known:
            self._known[key] = self._read(key)
        return self._known[key]

    def __iter__(self) -> Iterator[K]:
        return iter(self._keys())

    def __len__(self) -> int:
        return len(self._keys())
