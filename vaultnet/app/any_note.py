"""The one note that a person's words mean, whatever its type: a path, a file name, or WHO as for contacts.

get_note(workspace, "Northwind")   ->  "Organizations/Northwind.md"
"""

from vaultnet.app.who import get_contact
from vaultnet.app.workspace import Workspace
from vaultnet.errors import AmbiguousName, NothingFound, VaultnetError
from vaultnet.model.who import find_who
from vaultnet.storage.lookup import all_paths, name_rows, types_by_path
from vaultnet.text.resolve import NameIndex, fold_path, key_of


def get_note(workspace: Workspace, name: str) -> str:
    """The path of the note. Raises NothingFound and AmbiguousName, with the candidates."""
    asked = name.strip().removeprefix("[[").removesuffix("]]").partition("|")[0].strip()
    paths = NameIndex(all_paths(workspace.connection)).files(key_of(asked))
    folded = fold_path(asked).removesuffix(".md")
    exact = [path for path in paths if fold_path(path).removesuffix(".md") == folded]
    found = tuple(sorted(exact or paths))
    if len(found) == 1:
        return found[0]
    if found:
        raise AmbiguousName(name, candidates=found)
    try:
        return get_contact(workspace, name)
    except NothingFound as nobody:
        return _other_note(workspace, name, nobody)


def _other_note(workspace: Workspace, name: str, nobody: VaultnetError) -> str:
    types = {kind for kind in types_by_path(workspace.connection).values() if kind not in {"", "contact"}}
    try:
        return find_who(name, name_rows(workspace.connection, *sorted(types or {"organization"})))
    except NothingFound:
        raise nobody from None
