"""An address as it stands on an envelope."""

import pytest

from vaultnet.model.envelope import envelope


@pytest.mark.parametrize(
    ("address", "country", "lines"),
    [
        ("Kersenlaan 12, 3582 AB Utrecht", "", ("Kersenlaan 12", "3582 AB Utrecht")),
        ("Kersenlaan 12\n3582 AB Utrecht", "NL", ("Kersenlaan 12", "3582 AB Utrecht")),
        ("Main St 1, Dublin", "IE", ("Main St 1", "Dublin", "IRELAND")),
        ("Main St 1, Dublin, Ireland", "", ("Main St 1", "Dublin", "IRELAND")),
        ("Hauptstr. 5; 8010 Graz; Österreich", "AT", ("Hauptstr. 5", "8010 Graz", "AUSTRIA")),
        ("Kersenlaan 12, Utrecht, Nederland", "", ("Kersenlaan 12", "Utrecht")),
        ("丸の内1-1-1, Tokyo", "JP", ("丸の内1-1-1", "Tokyo", "JAPAN")),
        ("Jordan", "", ("Jordan",)),
    ],
)
def test_lines(address: str, country: str, lines: tuple[str, ...]) -> None:
    assert envelope("Zoë", address, country=country, home="NL") == ("Zoë", *lines)
