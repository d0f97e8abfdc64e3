"""One vault in which a private person and one whom I write to no more stand in every place where somebody can stand.

Petra Geheim is `private: true`, Nora Ruhe has `cadence: never`; both are met, introduced, wished for, promised to, known
by others, at the same organizations, on a party's way and on a trip's. Ada, Ben, Cy and Wanda are like anybody.
"""

from pathlib import Path

from tests.vaults import make_indexed

PRIVATE, NEVER = "Petra Geheim", "Nora Ruhe"
TODAY = "2026-06-15"

_PERSON = """
== People/{name}.md
---
type: contact
uid: 00000000-0000-4000-8000-00000000000{number}
{mark}
company: "[[Acme]]"
positions:
  - {{company: "[[Brick]]", role: baker, to: 2024}}
role: baker
birthday: 1980-06-1{number}
email: {mail}@example.org
phone: "+31 6 0000000{number}"
address: Kade {number}, 3511 Utrecht
location: Utrecht
country: NL
met: 2020-02-0{number}
met-at: "[[Old Evening]]"
introduced-by: "[[Ada]]"
relationship: friend
knows: ["[[Ada]]", "[[Wanda]]", "[[{other}]]"]
needs: [a plumber, advice on pensions]
offers: [climate data, a plumber]
interests: [sourdough]
skills: [survival models]
tags: [contact, card]
---
Knows [[Wanda]] well.

- [ ] Send {name} the paper 📅 2026-06-16
- [ ] Tell me the date #waiting

## Raise next time
- the allotment

## Life events
- 2026-06-01 new baby: a girl
- 2025-06-20 wedding: with [[Ben]]

## Log
- 2026-06-12 email from: when are you there? #reply
- 2026-06-11 lunch: paid for it #received
- 2026-06-02 email to: may I ask about Wanda? #asked
- 2025-01-10 coffee: long
- 2024-06-10 call: the garden
- 2024-01-10 coffee: long
- 2023-01-10 dinner: long
"""

_REST = """
== vaultnet.toml
[me]
name = "Mira Kellner"
company = "Brick"
location = "Utrecht"
country = "NL"
== Goals.md
---
type: goals
roles: [climate risk analyst]
industries: [baking]
locations: [Utrecht]
targets: ["[[Acme]]", "[[Brick]]", "[[Mill]]"]
wish-list: ["[[Petra Geheim]]", "[[Nora Ruhe]]", "[[Wanda]]", Yves Unknown]
skills: [a plumber, advice on pensions]
offers: [advice on pensions]
---
== Organizations/Acme.md
---
type: organization
industry: baking
situation: expanding
location: Utrecht
target: true
people: ["[[Petra Geheim]]", "[[Nora Ruhe]]"]
---
## Facts
- 2026-05-02 salary: baker 40k, says [[Nora Ruhe]]
- 2026-05-02 culture: quiet, says [[Petra Geheim]]
== Organizations/Brick.md
---
type: organization
---
== Organizations/Mill.md
---
type: organization
target: true
---
== People/Ada.md
---
type: contact
company: "[[Mill]]"
location: Utrecht
address: Kade 9, 3511 Utrecht
country: NL
tier: close
needs: [climate data, sourdough recipes]
offers: [a plumber]
knows: ["[[Petra Geheim]]", "[[Nora Ruhe]]"]
---
Her neighbours are [[Petra Geheim]] and [[Nora Ruhe]].

## Log
- 2026-01-10 coffee: long, with [[Petra Geheim]] and [[Nora Ruhe]]
- 2025-12-10 call: the garden
- 2025-10-10 coffee: long
== People/Ben.md
---
type: contact
company: "[[Acme]]"
introduced-by: ["[[Petra Geheim]]", "[[Nora Ruhe]]"]
skills: [a plumber]
needs: [a plumber, climate data]
tags: [contact, family]
---
- 2025-01-10 lunch: paid
- 2024-12-01 lunch: paid
== People/Cy.md
---
type: contact
tier: inner
location: Porto
---
- [ ] ask [[Petra Geheim]] and [[Nora Ruhe]] about the boat 📅 2026-06-20

## Log
- 2026-06-10 call: the boat
== People/Wanda.md
---
type: contact
company: "[[Mill]]"
knows: ["[[Nora Ruhe]]", "[[Petra Geheim]]"]
---
== Introductions/Wanda through Nora.md
---
type: introduction
from: Mira Kellner
to: "[[Wanda]]"
via: "[[Nora Ruhe]]"
status: wanted
---
== Introductions/Petra and Nora.md
---
type: introduction
from: "[[Petra Geheim]]"
to: "[[Nora Ruhe]]"
via: Mira Kellner
status: made
---
- 2025-06-16 made
== Introductions/Ben and Petra.md
---
type: introduction
from: "[[Ben]]"
to: "[[Petra Geheim]]"
via: Mira Kellner
status: agreed
---
- 2026-06-01 asked both
== Meetings/Lunch.md
---
type: meeting
date: 2026-06-15
time: 12:30
with: ["[[Petra Geheim]]", "[[Nora Ruhe]]", "[[Ada]]"]
place: Utrecht
---
== Meetings/Coffee.md
---
type: meeting
date: 2026-06-20
with: ["[[Petra Geheim]]", "[[Nora Ruhe]]"]
---
== Events/Old Evening.md
---
type: event
date: 2020-02-01
group: "[[Bakers]]"
attendees: ["[[Petra Geheim]]", "[[Nora Ruhe]]", "[[Ada]]"]
---
== Events/Party.md
---
type: event
date: 2026-06-27
host: Mira Kellner
place: Utrecht
attendees: ["[[Ada]]"]
---
== Groups/Bakers.md
---
type: group
members: ["[[Petra Geheim]]", "[[Nora Ruhe]]", "[[Ben]]"]
---
== Trips/Utrecht.md
---
trip: Utrecht
type: trip
from: 2026-06-16
to: 2026-06-24
place: Utrecht
---
== Clippings/Sourdough.md
---
type: clipping
date: 2026-06-13
tags: [sourdough]
---
[[Petra Geheim]] and [[Nora Ruhe]] bake at [[Acme]].
== Daily/2026-06-10.md
Called [[Petra Geheim]] and [[Nora Ruhe]] about [[Wanda]].
"""


def everywhere(folder: Path) -> Path:
    """The vault, written to a folder."""
    private = _PERSON.format(name=PRIVATE, other=NEVER, number=1, mark="private: true", mail="petra")
    never = _PERSON.format(name=NEVER, other=PRIVATE, number=2, mark="cadence: never", mail="nora")
    return make_indexed(folder, f"{private}{never}{_REST}")
