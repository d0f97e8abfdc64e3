"""Who is meant by a name: the note of a contact, or what keeps it from being read.

get_contact(workspace, "ada")  ->  "People/Ada Lovelace.md"
get_contact(workspace, "eve")  ->  raises NothingFound: People/Eve.md:3: the front matter is not valid YAML ...
"""

from vaultnet.app.workspace import Workspace
from vaultnet.errors import AmbiguousName, NothingFound
from vaultnet.model.who import find_who
from vaultnet.storage.lookup import name_rows
from vaultnet.storage.unread import fault_of, unread_rows


def get_contact(workspace: Workspace, who: str) -> str:
    """The path of a contact's note. Raises NothingFound and AmbiguousName; where a note of that name cannot be read,
    its fault: "nobody is called so" would send its owner to write a second one.
    """
    try:
        return find_who(who, name_rows(workspace.connection))
    except NothingFound:
        path = find_unread(workspace, who)
        if path:
            raise fault_of(workspace.connection, path) from None
        raise


def find_unread(workspace: Workspace, who: str) -> str | None:
    """The one note of that name that cannot be read."""
    try:
        return find_who(who, unread_rows(workspace.connection))
    except (NothingFound, AmbiguousName):
        return None
