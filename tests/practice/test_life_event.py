import pytest

from vaultnet.practice.life_event import mood_of


@pytest.mark.parametrize(
    ("words", "mood"),
    [
        ("birth: Mary is here", "glad"), ("wedding in Graz", "glad"), ("promoted to partner", "glad"),
        ("moved to Lisbon", "glad"), ("retired after 40 years", "glad"), ("Hochzeit mit Jonas", "glad"),
        ("her father died", "grief"), ("death: his mother, after a long illness", "grief"), ("lost her dog", "grief"),
        ("Mutter gestorben", "grief"), ("Beerdigung in Graz", "grief"), ("miscarriage", "grief"),
        ("surgery on his knee", "trouble"), ("broke his leg on the stairs", "trouble"), ("laid off", "trouble"),
        ("Scheidung", "trouble"), ("lost his job", "trouble"),
        ("totally new kitchen", "glad"), ("studied deathly boring law", "glad"), ("won the lottery", "glad"),
    ],
)  # fmt: skip
def test_how_to_meet_an_event(words: str, mood: str) -> None:
    assert mood_of(words) == mood
