"""Which cadence holds for a contact, and where it comes from."""

import pytest

from tests.model.notes import rules_of
from vaultnet.model.contact import Contact
from vaultnet.model.contact_cadence import contact_cadence

SETTINGS = rules_of(
    {
        "cadence": {
            "default": "5 months",
            "tags": {"family": "14 days", "choir": "14 days", "work": "1 year", "foes": "never"},
        }
    }
).settings


@pytest.mark.parametrize(
    ("contact", "expected"),
    [
        (Contact("Ada", cadence="6 weeks", tier="close", tags=("family",)), ("6 weeks", "contact")),
        (Contact("Ada", tier="close", tags=("family",)), ("3 months", "tier close")),
        (Contact("Ada", tags=("family", "work")), ("14 days", "tag family")),
        (Contact("Ada", tags=("work", "family/cousins")), ("14 days", "tag family")),
        (Contact("Ada", tags=("family", "choir")), ("14 days", "tag choir")),
        (Contact("Ada", tags=("foes", "work")), ("1 year", "tag work")),
        (Contact("Ada", tags=("foes",)), ("never", "tag foes")),
        (Contact("Ada", tags=("other",)), ("5 months", "default")),
    ],
)
def test_the_strongest_word_holds(contact: Contact, expected: tuple[str, str]) -> None:
    assert contact_cadence(contact, SETTINGS) == expected


def test_without_rules_for_tags() -> None:
    assert contact_cadence(Contact("Ada", tags=("family",)), rules_of().settings) == ("6 months", "default")
