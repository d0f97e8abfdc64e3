"""D10: a tick is absorbed exactly once, also when two machines absorb it offline: the line is known by its id."""

from vaultnet.text.three_way.merge_versions import merge_versions

_HEAD = "---\ntype: contact\n---\n# Ada\n\n## Log\n\n"
_LINE = "- 2026-05-02 coffee: about the talk ^vn-3f2a9c41-b7d0e812\n"
_FIRST = "- 2026-03-01 call: began\n"


def test_d10_an_absorbed_line_is_known_by_its_id_whatever_it_says_now() -> None:
    """One machine's user put the words right, the other's wrote beneath: it still is one touch, with both."""
    base = f"{_HEAD}{_LINE}{_FIRST}"
    ours = base.replace("coffee: about the talk", "lunch: on tides")
    theirs = base.replace(_LINE, f"{_LINE}  - she was early\n")
    expected = f"{_HEAD}- 2026-05-02 lunch: on tides ^vn-3f2a9c41-b7d0e812\n  - she was early\n{_FIRST}"
    for one, other in ((ours, theirs), (theirs, ours)):
        merged = merge_versions(base, one, other)
        assert (merged.text, merged.conflicts) == (expected, ())


def test_d10_a_touch_absorbed_with_words_here_and_without_there_has_the_words() -> None:
    base = f"{_HEAD}{_FIRST}"
    bare, told = base.replace(_FIRST, _LINE.replace(": about the talk", "") + _FIRST), f"{_HEAD}{_LINE}{_FIRST}"
    for one, other in ((bare, told), (told, bare)):
        merged = merge_versions(base, one, other)
        assert (merged.text, merged.conflicts) == (told, ())
        assert merge_versions(base, merged.text, other) == merged


def test_d10_two_lines_of_one_id_are_shown_as_a_conflict_and_not_as_two_touches() -> None:
    base = f"{_HEAD}{_FIRST}"
    ours, theirs = f"{_HEAD}{_LINE}{_FIRST}", f"{_HEAD}{_LINE.replace('talk', 'tides')}{_FIRST}"
    assert len(merge_versions(base, ours, theirs).conflicts) == 1
