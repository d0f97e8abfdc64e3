"""Bars made of characters."""

import pytest

from vaultnet.text.bars import ASCII, BLOCKS, BarStyle, columns, row


@pytest.mark.parametrize(
    ("values", "most", "style", "drawn"),
    [
        ((3, 0, 1, 2, None), 3, BLOCKS, "█·▃▅ "),
        ((3, 0, 1, 2, None), 3, ASCII, "@.-+ "),
        ((0.61, 0.001, 1.0), 1, BLOCKS, "▅▁█"),
        ((9,), 3, BLOCKS, "█"),
        ((0, 0), 0, BLOCKS, "··"),
        ((), 3, BLOCKS, ""),
    ],
)
def test_columns(values: tuple[float | None, ...], most: float, style: BarStyle, drawn: str) -> None:
    assert columns(values, most, style) == drawn


@pytest.mark.parametrize(
    ("value", "most", "width", "style", "drawn"),
    [
        (3, 4, 8, BLOCKS, "██████"),
        (1, 3, 4, BLOCKS, "█▍"),
        (1, 1000, 4, BLOCKS, "▏"),
        (1000, 4, 8, BLOCKS, "████████"),
        (0, 4, 8, BLOCKS, ""),
        (3, 4, 8, ASCII, "######"),
        (1, 1000, 8, ASCII, "#"),
    ],
)
def test_a_row(value: float, most: float, width: int, style: BarStyle, drawn: str) -> None:
    assert row(value, most, width, style) == drawn
