"""What is remembered of feeds between two fetches: which version was read last, and which of its items.

memory = load_feed_memory(state_folder(root))          outside the vault: no other machine need know
memory["https://tidemark.example/feed.xml"]  ->  Remembered(Validators(etag='"a1"'), seen=frozenset({"3f9c...", ...}))
save_feed_memory(state_folder(root), memory | {url: Remembered(...)})

A convenience, not a truth: lost, every feed is read whole, and what stands in the vault is not written a second time.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from vaultnet.errors import CannotWrite
from vaultnet.storage.feed_client import Validators
from vaultnet.storage.whole_file import write_whole

_NAME = "feeds.json"
_PRIVATE = 0o600


class Remembered(NamedTuple):
    """`seen` are digests of the items that the feed had."""

    validators: Validators = Validators()
    seen: frozenset[str] = frozenset()


def load_feed_memory(folder: Path) -> dict[str, Remembered]:
    """By address; {} where there is none, or what there is cannot be read."""
    try:
        data = json.loads((folder / _NAME).read_bytes())
    except (OSError, ValueError):
        return {}
    feeds = data.get("feeds") if isinstance(data, dict) else None
    return {url: _remembered(kept) for url, kept in feeds.items()} if isinstance(feeds, dict) else {}


def _remembered(kept: Any) -> Remembered:
    kept = kept if isinstance(kept, dict) else {}
    etag, modified, seen = (kept.get(name) for name in ("etag", "modified", "seen"))
    texts = (text if isinstance(text, str) else "" for text in (etag, modified))
    return Remembered(Validators(*texts), frozenset(filter(_is_text, seen if isinstance(seen, list) else ())))


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def save_feed_memory(folder: Path, memory: Mapping[str, Remembered]) -> None:
    """Whole or not at all, readable by its owner alone. Raises CannotWrite."""
    feeds = {
        url: {"etag": kept.validators.etag, "modified": kept.validators.modified, "seen": sorted(kept.seen)}
        for url, kept in sorted(memory.items())
    }
    try:
        write_whole(folder / _NAME, json.dumps({"feeds": feeds}).encode(), mode=_PRIVATE)
    except OSError as error:
        message = f"{folder / _NAME}: {error.strerror}: vaultnet keeps there which news it has read"
        raise CannotWrite(message, path=str(folder / _NAME)) from error
