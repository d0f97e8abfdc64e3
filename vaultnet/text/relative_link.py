"""A link from a file of the vault to a note, as a browser follows it.

relative_link("People/Ada Ling.md", "")          ->  "People/Ada%20Ling.md"
relative_link("People/Ada Ling.md", "Pictures")  ->  "../People/Ada%20Ling.md"
"""

from urllib.parse import quote


def relative_link(path: str, folder: str) -> str:
    """From a file in `folder` ("" is the vault itself) to `path`, both relative to the vault with `/`."""
    here, there = [part for part in folder.split("/") if part], path.split("/")
    shared = 0
    while shared < len(here) and shared < len(there) - 1 and here[shared] == there[shared]:
        shared += 1
    return "/".join([".."] * (len(here) - shared) + [quote(part) for part in there[shared:]])
