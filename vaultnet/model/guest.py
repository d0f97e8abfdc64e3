"""A guest: somebody who is named on the list of an event, as the list has them.

- Lotte Brandsma <lotte@tidemark.example> (maybe)   ->  Guest("Lotte Brandsma", "lotte@tidemark.example", mark="maybe")
- [[Amira Haddad]], Keizersveld Bank                ->  Guest("Amira Haddad", company="Keizersveld Bank", link=...)
"""

from typing import NamedTuple

COMING, MAYBE, DECLINED = "", "maybe", "declined"  # the marks


class Guest(NamedTuple):
    """`name` as it is said, first name first; `also` other ways to read what the line says, where it can be read in
    two. `company` may hold a role besides; `link` is the path of a wikilink, "" for a plain name; `line` of the note,
    0 for one out of the properties.
    """

    name: str
    email: str = ""
    company: str = ""
    mark: str = COMING
    link: str = ""
    also: tuple[str, ...] = ()
    line: int = 0
