"""Asking many feeds: a few at a time, so that one that is slow does not hold up the others.

for url, answer in fetch_round({"https://a.example/feed": Validators(), ...}, Limits()):   in the order of the addresses
"""

from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor

from vaultnet.storage.feed_client import FeedAnswer, FeedFault, Limits, Validators, fetch_feed

_AT_A_TIME = 6


def fetch_round(
    known_by_url: Mapping[str, Validators], limits: Limits
) -> Iterator[tuple[str, FeedAnswer | FeedFault | None]]:
    """Each address with what came of it (see `fetch_feed`)."""
    pool = ThreadPoolExecutor(_AT_A_TIME)
    try:
        running = [(url, pool.submit(fetch_feed, url, known, limits)) for url, known in known_by_url.items()]
        for url, answer in running:
            yield url, answer.result()
    finally:  # whoever breaks it off does not wait for those that were not begun
        pool.shutdown(wait=False, cancel_futures=True)
