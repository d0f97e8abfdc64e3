"""Who works where I work."""

import pytest

from vaultnet.model.background import Background, Job
from vaultnet.model.organization_card import OrganizationCard
from vaultnet.practice.colleagues import find_colleagues

LEKBRUG = OrganizationCard("Lekbrug Pensioen.md", "Lekbrug Pensioen", aliases=("the quay",))


@pytest.mark.parametrize(
    ("job", "company", "is_one"),
    [
        (Job("Lekbrug Pensioen", "Lekbrug Pensioen.md", ""), "Lekbrug Pensioen", True),
        (Job("the firm", "Lekbrug Pensioen.md", ""), "the quay", True),
        (Job("Lekbrug Pensioen BV", "", ""), "LEKBRUG PENSIOEN", True),
        (Job("Lekbrug Pensioen", "", ""), "Lekbrug Pensioen B.V.", True),
        (Job("Lekbrug", "", ""), "Lekbrug Pensioen", False),  # a guess
        (Job("Lekbrug Pensioen", "", "", end="2025", is_over=True), "Lekbrug Pensioen", False),
        (Job("Acme Ltd", "", ""), "Acme", True),  # no note is needed
        (Job("Acme", "", ""), "Lekbrug Pensioen", False),
        (Job("", "", ""), "", False),
    ],
)
def test_a_colleague(job: Job, company: str, is_one: bool) -> None:
    found = find_colleagues([Background("Ada.md", "a", "Ada", jobs=(job,))], (LEKBRUG,), company)
    assert found == ({"Ada.md"} if is_one else set())
