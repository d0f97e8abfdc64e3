r"""Our reader as a handler of python-frontmatter, for programs that speak its interface.

    frontmatter.loads("---\nmet: 2024-03-02\n---\nText", handler=ObsidianHandler()).metadata  ->  {"met": "2024-03-02"}

vaultnet itself does not come this way. The handler is here because it can be held against the library that most tools
for Markdown use: its tests read every block of `test_frontmatter.py` through python-frontmatter too, and ask for the
same values and the same body. It reads with the same functions as `parse_frontmatter`, and does not write: `dumps`
rewrites the whole block.
(python-frontmatter strips the text before it asks a handler, so it also sees a block below blank lines.)
"""

from typing import Any, NoReturn

from frontmatter.default_handlers import BaseHandler

from vaultnet.text.frontmatter import find_fence
from vaultnet.text.problem import Problem, Refused
from vaultnet.text.yaml_reader import read_block
from vaultnet.text.yaml_value import Value


class ObsidianHandler(BaseHandler):
    """Splits by our fences, reads YAML 1.2. A faulty block reads as no values."""

    START_DELIMITER = "---"
    END_DELIMITER = "---"

    def __init__(self) -> None:
        """Without the base class's wish for a pattern: fences are found by `find_fence`."""

    def detect(self, text: str) -> bool:
        fence = find_fence(text)
        return fence is not None and fence.closed

    def split(self, text: str) -> tuple[str, str]:
        fence = find_fence(text)
        if fence is None or not fence.closed:
            return "", text
        return text[fence.inner_start : fence.inner_end], text[fence.body_start :]

    def load(self, fm: str, **_: Any) -> dict[str, Value]:
        return read_block(fm).values

    def export(self, metadata: dict[str, object], **_: Any) -> NoReturn:  # noqa: ARG002  (the interface's signature)
        message = "a whole block is never written back: use set_key, remove_key, append_item or remove_item"
        raise Refused(Problem("frontmatter-unsafe-edit", message))
