"""A clean end at the signals that ask for one: what is being written is finished first.

with stopped_by_signals(mailbox.stop):      SIGTERM  ->  mailbox.stop("SIGTERM")
    loop.run()                              a second one ends the process as if nobody listened
"""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

_ASKING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


@contextmanager
def stopped_by_signals(stop: Callable[[str], None]) -> Iterator[None]:
    """In the main thread only. A signal that is ignored stays so: `nohup` means it."""
    before = {one: signal.getsignal(one) for one in _ASKING if signal.getsignal(one) is not signal.SIG_IGN}

    def put_back() -> None:
        for one, handler in before.items():
            signal.signal(one, handler)

    def asked(number: int, _frame: FrameType | None) -> None:
        put_back()
        stop(signal.Signals(number).name)

    for one in before:
        signal.signal(one, asked)
    try:
        yield
    finally:
        put_back()
