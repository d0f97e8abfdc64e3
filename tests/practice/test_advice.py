"""What not to say: every line of the rules' own examples, which stand in docs/guide/advice.md as well."""

from pathlib import Path

import pytest

from vaultnet.practice.advice import HINTS, RULES, find_advice
from vaultnet.practice.advice_ask import NAMES_NOBODY, names_nobody
from vaultnet.practice.advice_rule import AdviceRule

PAGE = Path(__file__).parent.parent.parent / "docs" / "guide" / "advice.md"
EVERY_RULE = (*RULES, NAMES_NOBODY)
KNOWN = frozenset({"grace hopper", "northwind", "nordwind", "underwriter"})
BAD = [(rule, line) for rule in RULES for line in rule.bad]
GOOD = [(rule, line) for rule in RULES for line in rule.good]


def test_there_are_enough_examples() -> None:
    assert sum(len(rule.bad) for rule in EVERY_RULE) >= 60
    assert sum(len(rule.good) for rule in EVERY_RULE) >= 60
    assert len({line for rule in EVERY_RULE for line in (*rule.bad, *rule.good)}) == sum(
        len(rule.bad) + len(rule.good) for rule in EVERY_RULE
    )


@pytest.mark.parametrize(("rule", "line"), BAD, ids=[line for _, line in BAD])
def test_a_bad_line_is_flagged_by_its_rule_alone(rule: AdviceRule, line: str) -> None:
    assert find_advice(line) == (rule,)


@pytest.mark.parametrize(("rule", "line"), GOOD, ids=[line for _, line in GOOD])
def test_a_good_line_is_flagged_by_no_rule(rule: AdviceRule, line: str) -> None:
    assert find_advice(line) == (), rule.name


def test_asks() -> None:
    assert [line for line in NAMES_NOBODY.bad if not names_nobody(line, KNOWN)] == []
    assert [line for line in NAMES_NOBODY.good if names_nobody(line, KNOWN)] == []
    assert [line for line in (*NAMES_NOBODY.bad, *NAMES_NOBODY.good) if find_advice(line)] == []


def test_an_ask_may_name_somebody_whom_only_the_vault_knows() -> None:
    assert names_nobody("asked to introduce me to May Will", frozenset())
    assert not names_nobody("asked to introduce me to May Will", frozenset({"may will"}))


def test_a_line_among_others_is_found_and_a_quotation_is_not() -> None:
    text = "Dear Ada,\n\nthe maps are here.\nDo you have any openings in your team?\n> Are you hiring?\n"
    assert [rule.name for rule in find_advice(text)] == ["advice-asks-for-job"]
    assert find_advice("Dear Ada,\n> Are you hiring?\n\nBest wishes\n") == ()


def test_a_word_that_may_be_left_out() -> None:
    assert find_advice("asked if she knows of any jobs") == find_advice("asked about job vacancies") != ()
    assert find_advice("asked if she knows of trains, any jobs aside") == ()


def test_a_quotation_that_never_ends_hides_nothing() -> None:
    assert len(find_advice('she said "hello. Are you hiring?')) == 1


def test_the_documentation_shows_every_rule_with_all_its_lines() -> None:
    page = PAGE.read_text(encoding="utf-8")
    for rule in EVERY_RULE:
        assert f"## `{rule.name}`" in page
        shown = page.split(f"## `{rule.name}`")[1].split("\n## ")[0]
        assert [line[2:] for line in shown.split("**Flagged**")[1].split("\n") if line.startswith("- ")] == [
            *rule.bad,
            *rule.good,
        ], "tests/practice/test_advice.py: write them as in the rule, under **Flagged** and **Fine**"
        assert HINTS[rule.name] in shown
