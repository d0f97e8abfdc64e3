"""A word to somebody whose country nobody knows: the working days are others than they think.

warn_of_country(workspace)   ->   workspace.notices == ['vaultnet.toml: me.country "Atlantis" is no country: ...']
"""

from vaultnet.app.workspace import Workspace
from vaultnet.model.working_days import country_problem
from vaultnet.storage.config import SETTINGS_FILE


def warn_of_country(workspace: Workspace) -> None:
    """Said once a command, where `[me] country` is set and means nothing."""
    problem = country_problem(workspace.config.settings.me.country)
    message = f"{SETTINGS_FILE}: {problem}"
    if problem and message not in workspace.notices:
        workspace.notices.append(message)
