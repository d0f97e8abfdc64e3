"""Which services carry a vault to other machines. Two at once on one folder undo one another's work.

find_sync_services(Path("/home/me/Dropbox/notes"))   ->   ("Dropbox",)
"""

from collections.abc import Iterator
from pathlib import Path

# A folder of that name above the vault, and a file or folder that the service leaves at the top of what it syncs.
_BY_FOLDER = {
    "Dropbox": "Dropbox", "Nextcloud": "Nextcloud", "ownCloud": "ownCloud", "OneDrive": "OneDrive",
    "Google Drive": "Google Drive", "GoogleDrive": "Google Drive", "Mobile Documents": "iCloud",
    "iCloudDrive": "iCloud", "pCloudDrive": "pCloud", "MEGA": "MEGA",
}  # fmt: skip
_BY_MARK = {
    ".stfolder": "Syncthing", ".dropbox": "Dropbox", ".dropbox.cache": "Dropbox", ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud", ".unison": "Unison", ".seafile-data": "Seafile",
    ".obsidian/plugins/obsidian-livesync": "Self-hosted LiveSync", ".obsidian/plugins/remotely-save": "Remotely Save",
}  # fmt: skip


def find_sync_services(root: Path) -> tuple[str, ...]:
    """By name, each once; git is none of them: it asks before it merges."""
    return tuple(sorted(set(_services(root.absolute()))))


def _services(root: Path) -> Iterator[str]:
    for folder in (root, *root.parents):
        first = f"{folder.name} ".startswith  # "Dropbox", "Dropbox (Personal)", "OneDrive - Company"
        yield from (service for name, service in _BY_FOLDER.items() if first(f"{name} "))
        yield from (service for mark, service in _BY_MARK.items() if (folder / mark).exists())
