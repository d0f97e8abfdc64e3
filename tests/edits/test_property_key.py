"""Under which key a property is written."""

import pytest

from vaultnet.edits.property_key import find_own_key, usual_key
from vaultnet.model.contact_keys import CONTACT_KEYS
from vaultnet.text.problem import Refused


@pytest.mark.parametrize(
    ("keys", "asked", "own"),
    [
        (["snooze"], "snooze", "snooze"),
        (["Snooze-Until"], "snooze", "Snooze-Until"),
        (["prm-tier"], "tier", "prm-tier"),
        (["organization"], "employer", "organization"),
        (["employer", "organization"], "organization", "organization"),
        (["Favourite_Tea"], "favourite tea", "Favourite_Tea"),
        (["Tier", "tier"], "tier", "tier"),
        (["name"], "snooze", None),
        (["friends"], "spouse", None),  # both are ties, and not the same
        (["spouse"], "Spouse", "spouse"),
    ],
)
def test_the_notes_own_key(keys: list[str], asked: str, own: str | None) -> None:
    assert find_own_key(keys, asked, CONTACT_KEYS) == own


def test_several_synonyms_are_its_owners_to_choose_from() -> None:
    with pytest.raises(Refused, match=r"several keys \(employer, organization\)"):
        find_own_key(["employer", "organization"], "company", CONTACT_KEYS)


@pytest.mark.parametrize(
    ("asked", "counts", "key"),
    [
        ("snooze", {}, "snooze"),
        ("snooze_until", {}, "snooze"),
        ("snooze", {"tier": 9, "prm-snooze-until": 3, "snooze": 1}, "prm-snooze-until"),
        ("email", {"EMAIL[HOME]": 9, "email_2": 8, "e-mail": 1}, "e-mail"),
        ("Favourite Tea", {"favourite_tea": 2}, "favourite_tea"),
        ("Favourite Tea", {}, "Favourite Tea"),
        ("spouse", {"friends": 4}, "spouse"),
    ],
)
def test_the_vaults_usual_key(asked: str, counts: dict[str, int], key: str) -> None:
    assert usual_key(asked, CONTACT_KEYS, counts) == key
