"""A pattern that is compiled late is in nothing else different from one compiled at once."""

import copy
import pickle
import re

from vaultnet.text.lazy_pattern import LazyPattern, lazy_pattern

_SOURCE = r"(?P<day>[0-9]+)\s*days?"


def test_it_does_what_the_pattern_does() -> None:
    lazy, eager = lazy_pattern(_SOURCE, re.IGNORECASE), re.compile(_SOURCE, re.IGNORECASE)
    assert lazy.pattern == eager.pattern
    assert (lazy.flags, lazy.groups, lazy.groupindex) == (eager.flags, eager.groups, eager.groupindex)
    for text in ("", "3 DAYS, then 4 days", "none"):
        assert lazy.sub("x", text) == eager.sub("x", text)
        assert [match.span() for match in lazy.finditer(text)] == [match.span() for match in eager.finditer(text)]
        assert bool(lazy.fullmatch(text)) == bool(eager.fullmatch(text))


def test_nothing_is_compiled_until_it_is_used() -> None:
    broken = lazy_pattern("(")
    assert broken.pattern == "("
    try:
        broken.match("")
    except re.error:
        return
    raise AssertionError("it was never compiled")


def test_after_the_first_call_it_is_the_patterns_own_method() -> None:
    lazy = lazy_pattern(_SOURCE)
    lazy.match("3 days")
    assert vars(lazy)["match"] == LazyPattern(_SOURCE, 0).compiled().match


def test_it_can_be_copied_and_sent_to_another_process() -> None:
    lazy = lazy_pattern(_SOURCE)
    for again in (copy.copy(lazy), copy.deepcopy(lazy), pickle.loads(pickle.dumps(lazy))):
        assert again.match("3 days")
