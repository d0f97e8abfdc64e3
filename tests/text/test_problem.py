"""Faults as values."""

from vaultnet.text.problem import Problem, Refused


def test_a_refusal_carries_its_problem() -> None:
    problem = Problem("frontmatter-unclosed", "add the line", line=3)
    assert str(Refused(problem)) == "add the line"
    assert Refused(problem).problem == problem
