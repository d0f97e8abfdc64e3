"""Charts as Mermaid: of the forms that Mermaid itself was seen to read (`make mermaid`), whatever their labels hold."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.mermaid.fences import HOSTILE, Fence, fences_in, hostile_fences, written_fences
from vaultnet.text.mermaid import label, pie, xychart

_LOOK = r"%%\{init: \{\"themeVariables\": \{[^\n]+\}\}\}%%\n"
_QUOTED = r'"[^"\n`<>\\{}]+"'
_NUMBERS = r"\[\d+(?:\.\d+)?(?:, \d+(?:\.\d+)?)*\]"
XYCHART = re.compile(
    rf"{_LOOK}xychart-beta\n    title {_QUOTED}\n    x-axis \[{_QUOTED}(?:, {_QUOTED})*\]\n"
    rf"    y-axis 0 --> \d+(?:\.\d+)?\n    bar {_NUMBERS}\n(?:    line {_NUMBERS}\n)?"
)
PIE = re.compile(rf"{_LOOK}pie showData\n    title [^\"\n`<>\\{{}}]+\n(?:    {_QUOTED} : \d+\n)+")


def test_a_chart_is_a_fence_that_reads_well() -> None:
    assert xychart(["Jan", "Feb"], "Touches", [3, 12], [1, 0]).split("\n")[2:] == [
        "xychart-beta",
        '    title "Touches"',
        '    x-axis ["Jan", "Feb"]',
        "    y-axis 0 --> 12",
        "    bar [3, 12]",
        "    line [1, 0]",
        "```",
    ]
    assert pie(["call", "e-mail"], "Ways", [3, 5], "others").split("\n")[2:] == [
        "pie showData",
        "    title Ways",
        '    "call" : 3',
        '    "e-mail" : 5',
        "```",
    ]


def test_an_axis_is_long_enough_for_whole_touches() -> None:
    assert "y-axis 0 --> 10\n" in xychart(["Jan"], "Touches", [3])
    assert "y-axis 0 --> 100\n" in xychart(["inner"], "Share", [38], [], 100)


def test_thin_slices_are_one() -> None:
    names = ["email", "call", "a", "b", "c", "d", "e", "gift"]
    chart = pie(names, "Ways", [50, 20, 10, 8, 7, 6, 5, 1], "others")
    assert re.findall(r'"(\w+)" : (\d+)', chart.split("showData")[1]) == [
        ("email", "50"), ("call", "20"), ("a", "10"), ("b", "8"), ("c", "7"), ("d", "6"), ("others", "6"),
    ]  # fmt: skip


def test_no_two_labels_are_alike() -> None:
    """Mermaid would draw one of them."""
    assert 'x-axis ["a", "a 2", "a 2 2", "a 3"]' in xychart(["a", "a", "a 2", "a"], "t", [1, 2, 3, 4])
    assert '    "e" : 8\n    "others 2" : 6\n' in pie(["others", *"abcdefg"], "t", [9, 8, 8, 8, 8, 8, 3, 3], "others")


@pytest.mark.parametrize(
    ("text", "longest", "shown"),
    [
        ('say "hi"', 0, '"say ”hi”"'),
        ("März", 0, '"März"'),
        ("two\n lines", 0, '"two lines"'),
        ("", 0, '"-"'),
        ("%%{init: {}}%%", 0, '"%(init: ())%"'),
        ("#quot; #1", 0, '"＃quot; #1"'),
        ("Geschäftspartner", 8, '"Geschäf…"'),
        ("\u202etxt", 0, '"txt"'),
    ],
)
def test_a_label(text: str, longest: int, shown: str) -> None:
    assert label(text, longest) == shown


def _has_form(fence: Fence) -> bool:
    form = PIE if "pie showData" in fence.text else XYCHART if "xychart-beta" in fence.text else None
    return form is None or bool(form.fullmatch(fence.text))


def test_every_chart_has_a_form_that_mermaid_reads() -> None:
    fences = [*written_fences(), *hostile_fences()]
    assert [fence.where for fence in fences if not _has_form(fence)] == []
    assert len(fences) > 2 * len(HOSTILE)


@given(st.lists(st.tuples(st.text(), st.integers(0, 10_000)), min_size=1, max_size=60))
def test_whatever_is_drawn(rows: list[tuple[str, int]]) -> None:
    names, counts = [name for name, _ in rows], [count for _, count in rows]
    charts = [xychart(names, names[0], counts, counts)]
    if sum(counts):
        charts.append(pie(names, names[0], counts, names[-1]))
    for chart in charts:
        (fence,) = fences_in("drawn", f"{chart}\n")
        assert _has_form(fence), chart
        axis = re.search(r"x-axis \[(.*)\]", fence.text)
        if axis:
            assert len(set(re.findall(_QUOTED, axis[1]))) == len(names)
