"""Where the things lie that come with vaultnet: templates and the example vault.

shipped_path("templates")   ->   vaultnet/shipped/templates in an installed vaultnet, templates/ in a checkout
"""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def shipped_path(name: str) -> Path:
    """The package first: beside an installed one, a folder of that name is somebody else's."""
    installed = _PACKAGE / "shipped" / name
    return installed if installed.exists() else _PACKAGE.parent / name
