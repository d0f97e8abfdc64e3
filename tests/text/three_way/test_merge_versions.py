"""What becomes of three versions of a note, by example. Every case is merged both ways round, and its result merged with
either side again: where nothing is disputed, that changes nothing.
"""

from typing import NamedTuple

import pytest

from vaultnet.text.block import seal
from vaultnet.text.conflict_hunk import find_hunks
from vaultnet.text.document import parse_document
from vaultnet.text.problem import Refused
from vaultnet.text.three_way.merge_versions import Conflict, common_base, merge_versions


class Case(NamedTuple):
    name: str
    base: str
    ours: str
    theirs: str
    merged: str


def cases(table: str) -> list[Case]:
    """`== name`, then the four texts, each below the word that says which it is."""
    found = []
    for part in table.removesuffix("\n").split("\n== ")[1:]:
        name, _, rest = part.partition("\n")
        texts = [text.partition("\n")[2] for text in f"\n{rest}".split("\n. ")[1:]]
        found.append(Case(name, *(f"{text}\n" if text else "" for text in texts)))
    return found


AGREED = cases("""
== different keys, one of them new
. base
---
tier: close
---
. ours
---
tier: warm
---
. theirs
---
tier: close
# from the talk
company: "[[Acme]]"
---
. merged
---
tier: warm
# from the talk
company: "[[Acme]]"
---
== a key that one side took away
. base
---
tier: close
paused: true
met: 2024-03-02
---
. ours
---
tier: close
met: 2024-03-02
---
. theirs
---
tier: close
paused: true
met: 2024-03-09 # at the fair
---
. merged
---
tier: close
met: 2024-03-09 # at the fair
---
== lists are sets with an order
. base
---
tags: [a, b]
aliases:
  - Ada
---
. ours
---
tags: [a, b, c]
aliases:
  - Ada
  - Countess
---
. theirs
---
tags: [b]
aliases:
  # at school
  - Augusta
  - Ada
---
. merged
---
tags: [b, c]
aliases:
  # at school
  - Augusta
  - Ada
  - Countess
---
== the later last contact
. base
---
last_contacted: 2026-01-01
---
. ours
---
last_contacted: 2026-03-01
---
. theirs
---
last_contacted: 2026-02-01
---
. merged
---
last_contacted: 2026-03-01
---
== a comment is never disputed
. base
---
# old
tier: close
---
. ours
---
# mine
tier: close
---
. theirs
---
# yours
tier: close
---
. merged
---
# mine
# yours
tier: close
---
== the same value in two spellings
. base
---
met: 2024-03-02
---
. ours
---
met: "2024-03-09"
---
. theirs
---
met: 2024-03-09
---
. merged
---
met: "2024-03-09"
---
== a log, the newest first
. base
## Log
- 2026-03-01 call
. ours
## Log
- 2026-05-02 coffee
  - she moves to Paris
- 2026-03-01 call
. theirs
## Log
- 2026-04-01 letter
- 2026-03-01 call
. merged
## Log
- 2026-05-02 coffee
  - she moves to Paris
- 2026-04-01 letter
- 2026-03-01 call
== a log, the oldest first
. base
- 2026-02-01 lunch
- 2026-03-01 call
. ours
- 2026-02-01 lunch
- 2026-03-01 call
- 2026-05-02 coffee
. theirs
- 2026-02-01 lunch
- 2026-03-01 call
- 2026-04-01 letter
. merged
- 2026-02-01 lunch
- 2026-03-01 call
- 2026-04-01 letter
- 2026-05-02 coffee
== the same line once
. base
- 2026-03-01 call
. ours
- 2026-05-02 coffee
- 2026-03-01 call
. theirs
- 2026-05-02 coffee
- 2026-03-01 call, long
. merged
- 2026-05-02 coffee
- 2026-03-01 call, long
== absorbed twice is once, with what both wrote beneath
. base
## Log
. ours
## Log
- 2026-05-02 call: about the paper ^vn-3f2a9c41-b7d0e812
  - she was out
. theirs
## Log
- 2026-05-02 call: about the paper ^vn-3f2a9c41-b7d0e812
  - ask again
. merged
## Log
- 2026-05-02 call: about the paper ^vn-3f2a9c41-b7d0e812
  - ask again
  - she was out
== each side made the log
. base
# Ada
. ours
# Ada

## Log
- 2026-05-02 coffee
. theirs
# Ada

## Log
- 2026-04-01 letter
. merged
# Ada

## Log
- 2026-05-02 coffee
- 2026-04-01 letter
== a log and a section below it
. base
## Log
. ours
## Log
- 2026-05-02 coffee
. theirs
## Log

## Notes
She likes tea.
. merged
## Log
- 2026-05-02 coffee

## Notes
She likes tea.
== an edited line and a deleted one
. base
- 2026-03-01 call about her paper
- 2026-02-01 lunch
. ours
- 2026-03-01 call about her second paper
- 2026-02-01 lunch
. theirs
- 2026-03-01 call about her paper
. merged
- 2026-03-01 call about her second paper
== a task is ticked, and gets a date
. base
- [ ] send the paper ^p1
. ours
- [x] send the paper ✅ 2026-05-02 ^p1
. theirs
- [ ] send the paper 📅 2026-06-01 ^p1
. merged
- [x] send the paper ✅ 2026-05-02 📅 2026-06-01 ^p1
== done on two days is done on the first
. base
- [ ] send the paper
. ours
- [x] send the paper ✅ 2026-05-04
. theirs
- [x] send the paper ✅ 2026-05-02
. merged
- [x] send the paper ✅ 2026-05-02
== done goes before let go
. base
- [ ] send the paper
. ours
- [-] send the paper
. theirs
- [x] send the paper
. merged
- [x] send the paper
== a loose list stays loose
. base
- a

- b
. ours
- a

- b

- c
. theirs
- n

- a

- b
. merged
- n

- a

- b

- c
== nested items of one item
. base
- a
  - b
. ours
- a
  - b
  - c
. theirs
- a
  - b
    - d
. merged
- a
  - b
    - d
  - c
== one side emptied the log, the other wrote on
. base
## Log
- 2026-03-01 call
. ours
## Log
- 2026-05-02 coffee
- 2026-03-01 call
. theirs
## Log

## Notes
Tea
. merged
## Log
- 2026-05-02 coffee

## Notes
Tea
== an emptied list is not taken for the next one
. base
## Tasks
- [ ] send the paper
- [ ] read hers
. ours
## Tasks
- [ ] read hers

## Log
- 2026-05-02 coffee
. theirs
## Tasks

## Log
- 2026-05-02 coffee
. merged
## Tasks

## Log
- 2026-05-02 coffee
== a comment above a key that is gone
. base
---
tier: close
met: 2024-03-02
---
. ours
---
# ask her
tier: close
met: 2024-03-02
---
. theirs
---
met: 2024-03-02
---
. merged
---
# ask her
met: 2024-03-02
---
== a section and more of the section above
. base
# Ada
. ours
# Ada

## Log
- 2026-05-02 coffee
. theirs
# Ada

She likes tea.
. merged
# Ada

She likes tea.

## Log
- 2026-05-02 coffee
== prose, as git has it
. base
one

two

three
. ours
one, and more

two

three
. theirs
one

two

three

four
. merged
one, and more

two

three

four
""")


@pytest.mark.parametrize("case", AGREED, ids=lambda case: case.name)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_a_case(case: Case, line_end: str) -> None:
    base, ours, theirs, merged = (text.replace("\n", line_end) for text in case[1:])
    assert merge_versions(base, ours, theirs).text == merged
    assert merge_versions(base, ours, theirs).conflicts == ()
    assert merge_versions(base, theirs, ours).text == merged
    assert merge_versions(base, merged, theirs).text == merged
    assert merge_versions(base, ours, merged).text == merged


DISPUTED = cases("""
== the same key
. base
---
tier: close
---
# Ada
Prose
. ours
---
tier: warm # or so
---
# Ada
Prose
. theirs
---
tier: inner
---
# Ada
Prose
. merged
---
tier: warm # or so
tier__theirs: inner
---
# Ada
> [!warning] Two versions: tier
> Keep one of each pair in the properties, `key` or `key__theirs`, under the name `key`, and remove this box.

Prose
== a key that one side removed
. base
---
"a key": 1
b: 1
---
. ours
---
"a key": 2
---
. theirs
---
b: 2
---
. merged
---
"a key": 2
"a key__theirs": # removed
b__theirs: 2
---
> [!warning] Two versions: a key, b
> Keep one of each pair in the properties, `key` or `key__theirs`, under the name `key`, and remove this box.

== only the item that is disputed
. base
- 2026-03-01 call about her paper
- 2026-02-01 lunch
. ours
- 2026-04-01 coffee
- 2026-03-01 call about her second paper
- 2026-02-01 lunch
. theirs
- 2026-03-01 call about her third paper
- 2026-02-01 lunch
. merged
- 2026-04-01 coffee
<<<<<<< ours
- 2026-03-01 call about her second paper
=======
- 2026-03-01 call about her third paper
>>>>>>> theirs
- 2026-02-01 lunch
== deleted here, edited there
. base
- a
- b and more
. ours
- a
. theirs
- a
- b and much more
. merged
- a
<<<<<<< ours
=======
- b and much more
>>>>>>> theirs
== the least of the prose
. base
one
two
three
. ours
one
TWO
same
three
. theirs
one
zwei
same
three
. merged
one
<<<<<<< ours
TWO
=======
zwei
>>>>>>> theirs
same
three
== lines of code
. base
```
- a
- b
```
. ours
```
- a
- b2
```
. theirs
```
- a
- b3
```
. merged
```
- a
<<<<<<< ours
- b2
=======
- b3
>>>>>>> theirs
```
""")


@pytest.mark.parametrize("case", DISPUTED, ids=lambda case: case.name)
def test_what_is_disputed_is_there_twice(case: Case) -> None:
    merged = merge_versions(case.base, case.ours, case.theirs)
    assert merged.text == case.merged
    lines = case.merged.splitlines()
    for conflict in merged.conflicts:
        line = lines[conflict.line - 1]
        assert line.startswith("<<<<<<< ours") if conflict.kind != "property" else conflict.words in line
    assert len(merge_versions(case.base, case.theirs, case.ours).conflicts) == len(merged.conflicts)
    with pytest.raises(Refused):  # nothing is merged into what is not settled
        merge_versions(case.base, merged.text, f"{case.theirs}more\n")


def test_conflicts_have_their_places() -> None:
    merged = merge_versions(
        "---\na: 1\n---\nx\n", "---\na: 2\n---\ny\n", "---\na: 3\n---\nz\n", names=("mine", "yours")
    )
    assert merged.conflicts == (Conflict("property", "a", 2), Conflict("prose", "y", 8))
    (hunk,) = find_hunks(merged.text)
    assert hunk.line == 8
    assert merged.text[hunk.start : hunk.end] == "<<<<<<< mine\ny\n=======\nz\n>>>>>>> yours\n"


def block(*lines: str, before: str = "# Day\n", behind: str = "end\n") -> str:
    """A block as vaultnet makes it; what a person did to its lines is done with `replace` afterwards."""
    inner = seal("".join(f"{line}\n" for line in lines))
    return f"{before}<!-- vaultnet:agenda -->\n{inner}<!-- /vaultnet:agenda -->\n{behind}"


ADA, BEN, CY = "- [ ] Call [[Ada]] ^vn-0000000a", "- [ ] Call [[Ben]] ^vn-0000000b", "- [ ] Call [[Cy]] ^vn-0000000c"


def both_ways(base: str, ours: str, theirs: str) -> str:
    merged = merge_versions(base, ours, theirs)
    assert merged == merge_versions(base, theirs, ours)
    assert not merged.conflicts
    assert not parse_document(merged.text).problems
    assert merge_versions(base, merged.text, theirs).text == merged.text
    return merged.text


def test_a_block_made_anew_on_both_sides() -> None:
    base, ours = block("**Reach out** · 1 person", ADA), block("**Reach out** · 2 people", ADA, BEN)
    merged = both_ways(base, ours, block("**Reach out** · 1 person, 5 minutes", CY))
    assert merged == block("**Reach out** · 2 people", BEN, CY)


def test_the_line_of_sums_covers_what_was_generated_and_nothing_that_was_typed() -> None:
    base = block("**Reach out**", ADA)
    ours = block("**Reach out** · 1 person", BEN, "", "**Meetings**").replace("gs**\n", "gs**\nmy own words\n")
    theirs = block("**Reach out**", ADA, "", "**Trips**")
    merged = block("**Reach out** · 1 person", BEN, "", "**Meetings**", "", "**Trips**")
    assert both_ways(base, ours, theirs) == merged.replace("gs**\n", "gs**\nmy own words\n")


def test_a_tick_goes_before_what_was_made_anew() -> None:
    base = block(ADA, BEN)
    ticked = base.replace("- [ ] Call [[Ada]]", "- [x] Call [[Ada]]")
    assert both_ways(base, ticked, block(CY)) == ticked.replace(block(BEN).split("\n")[2], block(CY).split("\n")[2])


@pytest.mark.parametrize("knows_base", [True, False])
@pytest.mark.parametrize(("ours", "theirs", "both"), [
    ("W ID was out", "W ID rang", "W ID rang; was out"),
    ("W was out ID", "W rang ID", "W rang; was out ID"),
    ("W was out ID", "W ID rang", "W was out ID rang"),
    ("W rang back ID", "W rang ID", "W rang back ID"),
    ("W: was out ID", "W: rang ID", "W: rang; was out ID"),
    ("W: was out ID", "W rang ID", "W: was out; rang ID"),
    ("W, was out ID", "W ID rang", "W, was out ID rang"),
    ("W: rang back ID", "W rang ID", "W: rang back ID"),
    ("W: rang ID", "W ID", "W: rang ID"),
    ("W no ID", "W not yet ID", "W no; not yet ID"),
    ("W: - no ID", "W no, later ID", "W no, later ID"),
])  # fmt: skip
def test_what_both_typed_at_an_item_stands_there_together(ours: str, theirs: str, both: str, knows_base: bool) -> None:
    """Before the id, where an editor ends the line, or behind it; also where both made the block themselves."""
    made = block(ADA)
    line = made.split("\n")[2]
    words, place = line.partition("^")[0].rstrip(), line[line.index("^") :]
    one, other, merged = (
        made.replace(line, shape.replace("W", words).replace("ID", place)) for shape in (ours, theirs, both)
    )
    ticked, expected = (text.replace("[ ]", "[x]") for text in (other, merged))
    assert both_ways(made if knows_base else "", one, ticked) == expected


def test_a_day_given_to_an_open_item_is_kept_whatever_the_other_did() -> None:
    """Who typed words at it, took the item away, or had it made anew."""
    made = block(ADA, BEN)
    line = made.split("\n")[2]
    dated = made.replace(line, line.replace(" ^vn", " 📅 2026-07-01 ^vn"))
    assert both_ways(made, dated, made.replace(line, f"{line} rang")) == made.replace(
        line, f"{line} rang 📅 2026-07-01"
    )
    assert both_ways(made, dated, block(BEN)) == dated
    assert both_ways(made, dated, block(ADA.replace("Call", "Meet"), BEN)) == dated


def test_letters_typed_on_to_a_generated_word_are_for_a_person_to_settle() -> None:
    made = block(ADA)
    one, other = (made.replace("[ ] Call [[Ada]]", f"[x] Call [[Ada]]{typed}") for typed in ("s", "in"))
    assert len(merge_versions(made, one, other).conflicts) == 1


def test_a_block_that_one_side_moved_is_there_once() -> None:
    base = block(ADA, behind="end\n\nlast\n")
    moved = block(ADA, before="# Day\nend\n\nlast\n", behind="")
    assert both_ways(base, moved, block(ADA, BEN, behind="end\n\nlast\n")) == block(
        ADA, BEN, before="# Day\nend\n\nlast\n", behind=""
    )


def test_a_block_that_one_side_took_away_and_the_other_made_anew_is_gone() -> None:
    assert both_ways(block(ADA), "# Day\nend\n", block(BEN)) == "# Day\nend\n"


def test_a_block_that_one_side_took_away_and_the_other_typed_in_is_disputed() -> None:
    merged = merge_versions(block(ADA), "# Day\nend\n", block(ADA).replace("[[Ada]]", "[[Ada]] soon"))
    assert [conflict.words for conflict in merged.conflicts] == ["<!-- vaultnet:agenda -->"]


REFUSED = {
    "front matter without an end": "---\na: 1\n",
    "a key twice": "---\na: 1\na: 2\n---\n",
    "no YAML": "---\na: [\n---\n",
    "a block without an end": "<!-- vaultnet:agenda -->\n- x\n",
    "git's marks": "<<<<<<< a\nx\n=======\ny\n>>>>>>> b\n",
    "two versions of a key": "---\na: 1\na__theirs: 2\n---\n",
}


@pytest.mark.parametrize("broken", REFUSED.values(), ids=list(REFUSED))
def test_a_side_that_cannot_be_read_is_left_to_git(broken: str) -> None:
    with pytest.raises(Refused):
        merge_versions("x\n", broken, "y\n")
    with pytest.raises(Refused):
        merge_versions("x\n", "y\n", broken)
    assert merge_versions("x\n", "x\n", broken).text == broken  # nothing to merge


def test_a_base_that_cannot_be_read_is_as_none() -> None:
    assert (
        merge_versions("---\na: 1\n", "---\na: 1\n---\n- x\n", "---\na: 1\n---\n- y\n").text
        == "---\na: 1\n---\n- x\n- y\n"
    )


def test_without_a_base_everything_stays() -> None:
    ours = "---\ntags: [a]\ntier: close\n---\n# Ada\n- 2026-05-02 coffee\n- 2026-03-01 call\n"
    theirs = "---\ntags: [b]\ntier: close\n---\n# Ada\n- 2026-04-01 letter\n- 2026-03-01 call\n"
    merged = merge_versions(common_base(ours, theirs), ours, theirs)
    assert merged.text == (
        "---\ntags: [a, b]\ntier: close\n---\n# Ada\n- 2026-05-02 coffee\n- 2026-04-01 letter\n- 2026-03-01 call\n"
    )


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "merged"),
    [
        ("a\n\nb\n", "a\r\n\r\nb\r\n", "a\n\nb\nc\n", "a\r\n\r\nb\r\nc\r\n"),
        ("a\n\nb", "a\n\nb\n", "a2\n\nb", "a2\n\nb\n"),
        ("\ufeffa\n\nb\n", "\ufeffa\n\nb2\n", "\ufeffa2\n\nb\n", "\ufeffa2\n\nb2\n"),
        ("a\r\n\nb\n", "a\r\n\nb\nc\n", "a2\r\n\nb\n", "a2\r\n\nb\nc\n"),
        ("", "- 2026-01-01 a\n", "- 2026-01-02 b\n", "- 2026-01-02 b\n- 2026-01-01 a\n"),
    ],
)
def test_line_ends_and_first_bytes(base: str, ours: str, theirs: str, merged: str) -> None:
    assert merge_versions(base, ours, theirs).text == merge_versions(base, theirs, ours).text == merged
