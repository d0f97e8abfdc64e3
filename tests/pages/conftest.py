"""No command waits until a note that a test has just saved is quiet."""

from tests.edits.conftest import nobody_is_typing

__all__ = ["nobody_is_typing"]
