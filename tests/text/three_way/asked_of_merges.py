"""What is asked of every merge of drawn notes, whatever it is made of: one function, for `make test` and `make soak`.

ask_of_merge(Random(7))  ->  True: something was disputed, and was allowed to be
"""

import re
from collections import Counter
from random import Random

from tests.text.three_way.drawn_notes import TOKEN, draw_edits, draw_note
from vaultnet.text.document import parse_document
from vaultnet.text.three_way.merge_versions import Merged, common_base, merge_versions

_ABSORBED = re.compile(r"^- 2026.*\^vn-(\w{8})", re.MULTILINE)


def ask_of_merge(random: Random) -> bool:
    """True where the merge left a conflict."""
    base = draw_note(random)
    ours, theirs = draw_edits(base, random, "o"), draw_edits(base, random, "t")
    texts = base.text, ours.text, theirs.text
    merged = merge_versions(*texts)
    _ask_for_lines(*texts, merged)
    swapped = merge_versions(base.text, theirs.text, ours.text)
    assert len(swapped.conflicts) == len(merged.conflicts)
    if merged.conflicts:
        assert ours.touched & theirs.touched, "different changes are never disputed"
    else:
        assert swapped.text == merged.text, "commutative"
        assert merge_versions(texts[0], merged.text, texts[2]).text == merged.text, "merged again with either side"
        assert merge_versions(texts[0], texts[1], merged.text).text == merged.text
    _ask_for_sense(merged)
    without_base = merge_versions(common_base(*texts[1:]), *texts[1:])
    assert _tokens(texts[1]) | _tokens(texts[2]) <= _tokens(without_base.text), "without a base nothing is lost"
    return bool(merged.conflicts)


def _tokens(text: str) -> set[str]:
    return set(TOKEN.findall(text))


def _ask_for_lines(base: str, ours: str, theirs: str, merged: Merged) -> None:
    """Each line that was not deliberately deleted is there, and where nothing is disputed no other, and none twice."""
    old, mine, yours, found = map(_tokens, (base, ours, theirs, merged.text))
    wanted = (mine | yours) - (old - mine) - (old - yours)
    assert wanted <= found, f"lost: {wanted - found}"
    if not merged.conflicts:
        assert found == wanted, f"deleted, and there again: {found - wanted}"
        counts, most = (
            Counter(TOKEN.findall(merged.text)),
            Counter(TOKEN.findall(ours)) | Counter(TOKEN.findall(theirs)),
        )
        assert counts <= most, f"twice: {counts - most}"


def _ask_for_sense(merged: Merged) -> None:
    """It reads: no key twice, blocks well-formed, each absorbed line a touch once; what is disputed is told."""
    rules = {problem.rule for problem in parse_document(merged.text).problems if problem.blocks_writing}
    kinds = {conflict.kind for conflict in merged.conflicts}
    assert rules <= {"merge-conflict", "conflict-markers"}
    assert ("merge-conflict" in rules) == ("property" in kinds)
    assert ("conflict-markers" in rules) == bool(kinds - {"property"})
    if not kinds:
        assert all(times == 1 for times in Counter(_ABSORBED.findall(merged.text)).values())
