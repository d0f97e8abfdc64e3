"""How many folders the system lets one user watch.

read_watch_limit()   ->   65536 on Linux, None elsewhere
"""

from pathlib import Path

_LIMIT = Path("/proc/sys/fs/inotify/max_user_watches")


def read_watch_limit(file: Path = _LIMIT) -> int | None:
    return int(file.read_text(encoding="ascii")) if file.exists() else None
