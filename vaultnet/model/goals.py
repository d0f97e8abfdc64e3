"""Goals: what the person is looking for, and how they put themselves (one note a vault).

type: goals
roles: [climate risk lead]     ->  Goals(roles=("climate risk lead",), wish_list=(Ref("Grace Hopper", ...),), ...)
wish-list: ["[[Grace Hopper]]"]
"""

from vaultnet.dataclass import dataclass
from vaultnet.model.properties import KeyTable
from vaultnet.model.reader import Reader
from vaultnet.model.ref import Ref
from vaultnet.model.sections import folded_heading

GOALS_KEYS = KeyTable(
    {
        "name": "",
        "tags": "tag",
        "industries": "industry",
        "roles": "role",
        "locations": "location",
        "company-kinds": "company kind",
        "environment": "",
        "targets": "target",
        "wish-list": "wishes",
        "quota": "",
        "skills": "skill",
        "offers": "offer",
    }
)
_LONGEST_COUNT = 6  # digits
QUOTA = 100  # people on the list, as the advice has it
# Folded heading -> the section that it begins.
SECTIONS = {
    "pitch": "pitch",
    "strengths": "strengths",
    "accomplishments": "accomplishments",
    "kurzvorstellung": "pitch",
    "stärken": "strengths",
    "erfolge": "accomplishments",
}


@dataclass(frozen=True, slots=True)
class Goals:
    """The goals note. `sections` holds the text below the headings Pitch, Strengths and Accomplishments, in whatever
    language, by their English names.
    """

    name: str
    industries: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    locations: tuple[str, ...] = ()
    company_kinds: tuple[str, ...] = ()
    environment: tuple[str, ...] = ()
    targets: tuple[Ref, ...] = ()
    wish_list: tuple[Ref, ...] = ()
    quota: int = QUOTA
    skills: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    sections: tuple[tuple[str, str], ...] = ()


def read_goals(stem: str, sections: tuple[tuple[str, str], ...], reader: Reader) -> Goals:
    """`sections`: (heading, text) of the note's body."""
    quota = reader.value("quota", _count, "a whole number")
    return Goals(
        name=reader.text("name") or stem,
        industries=reader.texts("industries"),
        roles=reader.texts("roles"),
        locations=reader.texts("locations"),
        company_kinds=reader.texts("company-kinds"),
        environment=reader.texts("environment"),
        targets=reader.refs("targets"),
        wish_list=reader.refs("wish-list"),
        quota=QUOTA if quota is None else quota,
        skills=reader.texts("skills"),
        offers=reader.texts("offers"),
        sections=tuple(
            (SECTIONS[folded_heading(title)], text) for title, text in sections if folded_heading(title) in SECTIONS
        ),
    )


def _count(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _LONGEST_COUNT else None
