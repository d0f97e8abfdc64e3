"""How many people one file may hold: nobody knows so many, and each of them is kept in memory until the plan is whole.

refuse_too_many(12, "people.csv")         ->   None
refuse_too_many(833_333, "book.vcf")      raises UsageError: "holds more than 50,000 people: import it in parts"
"""

from vaultnet.errors import UsageError

MOST = 50_000  # half of the largest vault that is promised; they fit into 256 MB


def refuse_too_many(count: int, source: str) -> None:
    """`count` rows or cards, whatever they hold; `source` is the file as the user sees it."""
    if count > MOST:
        raise UsageError("holds more than 50,000 people: import it in parts", path=source)
