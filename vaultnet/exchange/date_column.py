"""A column of dates: the order of day and month is what its own values show, else what the settings say.

settle_dates("Birthday", ["3/4/1985", "17/4/1990", "0/0/00"], context)  ->  (["1985-04-03", "1990-04-17", ""], "")
settle_dates("Birthday", ["3/4/1985"], context)                          ->  (["3/4/1985"], "3/4/1985 may be ...")
"""

from collections.abc import Sequence

from vaultnet.exchange.source import ImportContext
from vaultnet.exchange.table_date import is_no_date, is_two_days, order_of, read_day

DATE_FIELDS = frozenset({"birthday", "met", "last-contact", "next-contact"})


def settle_dates(
    column: str, texts: Sequence[str], context: ImportContext, *, alike: Sequence[str] = (), with_serials: bool = False
) -> tuple[list[str], str]:
    """The values in ISO 8601, "" for none; what cannot be told stays as it is, and the remark says how to settle it.

    `alike` are values of other columns that the same program wrote.
    """
    order = order_of(texts) or order_of(alike) or context.date_order
    settled: list[str] = []
    doubtful = ""
    for text in texts:
        day = read_day(text, order, today=context.today, with_serials=with_serials) if text.strip() else None
        doubtful = doubtful or (text.strip() if day is None and is_two_days(text) else "")
        settled.append(day.iso() if day else "" if is_no_date(text) else text)
    if not doubtful:
        return settled, ""
    return settled, (
        f"{column}: {doubtful} may be two days, so such dates stand in the notes: set date_order under [vault] "
        'to "dmy" or "mdy", and import again'
    )
