"""Who is meant by a name: the note of a contact, or what keeps it from being one.

get_contact(workspace, "ada")        ->  "People/Ada Lovelace.md"
get_contact(workspace, "eve")        ->  raises NothingFound: People/Eve.md:3: the front matter is not valid YAML ...
get_contact(workspace, "northwind")  ->  raises NothingFound: ... Organizations/Northwind.md is no contact
"""

from vaultnet.app.workspace import Workspace
from vaultnet.errors import AmbiguousName, NothingFound
from vaultnet.model.who import find_exactly, find_who
from vaultnet.storage.lookup import name_rows, types_by_path
from vaultnet.storage.unread import fault_of, unread_rows
from vaultnet.text.fold import fold


def get_contact(workspace: Workspace, who: str) -> str:
    """The path of a contact's note. Raises NothingFound and AmbiguousName; where a note of that name cannot be read,
    its fault, and where it is no contact's, which it is: "nobody is called so" would send its owner to write a second
    one.
    """
    try:
        return find_who(who, name_rows(workspace.connection))
    except NothingFound:
        path = find_unread(workspace, who)
        if path:
            raise fault_of(workspace.connection, path) from None
        if other := _find_other(workspace, who):
            raise NothingFound(f'nobody is called "{who}"; {other} is no contact') from None
        raise


def _find_other(workspace: Workspace, who: str) -> str | None:
    """The one note of just that name, or at that path, whatever it is."""
    type_by_path = types_by_path(workspace.connection)
    key = fold(who.removesuffix(".md"))
    at_path = tuple(path for path in type_by_path if fold(path.removesuffix(".md")) == key)
    called = find_exactly(who, name_rows(workspace.connection, *set(type_by_path.values())))
    in_file = tuple(path for path in type_by_path if fold(path.rpartition("/")[2].removesuffix(".md")) == key)
    found = at_path or called or in_file
    return found[0] if len(found) == 1 else None


def find_unread(workspace: Workspace, who: str) -> str | None:
    """The one note of that name that cannot be read."""
    try:
        return find_who(who, unread_rows(workspace.connection))
    except (NothingFound, AmbiguousName):
        return None
