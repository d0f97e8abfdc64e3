"""The command line, and the example vault, as the tests of the commands have them."""

from tests.frontends.conftest import cli, example

__all__ = ["cli", "example"]
