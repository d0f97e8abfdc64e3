"""A generated page: what the agenda and the reviews come to, before anything is written.

generate_agenda(workspace, day)   ->   GeneratedPage(payload={"date": "2026-06-15", ...}, block="<!-- ...", change=...)
"""

from typing import Any, NamedTuple

from vaultnet.text.change import FileChange


class GeneratedPage(NamedTuple):
    """`payload` is the page's JSON object but for `changed`; `block` the Markdown with its markers; `change` is None
    when the note is as it should be; `absorbed` are the changes that ticks came to.
    """

    payload: dict[str, Any]
    block: str
    change: FileChange | None
    absorbed: tuple[FileChange, ...] = ()
