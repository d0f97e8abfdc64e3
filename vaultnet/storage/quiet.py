"""Waiting until nobody is writing to a file any more.

    wait_until_quiet(look, 0.3, calls)   ->   True once the file has rested for 0.3 s, False if it has not within 6 s

The change time is used: no program can set it. A clock that was moved, or a server with another one, makes its age
worthless, so a file also counts as quiet when we watched it rest that long ourselves.
"""

from collections.abc import Callable

from vaultnet.storage.stamp import Stamp
from vaultnet.storage.system_calls import SystemCalls

LONGEST_WAIT = 6.0
_GLANCE = 0.05


def wait_until_quiet(look: Callable[[], Stamp], quiet: float, calls: SystemCalls) -> bool:
    """`look` gives the file's stamp as it is now."""
    stamp, watched, waited = look(), 0.0, 0.0
    while watched < quiet and not is_quiet(stamp, quiet, calls):
        if waited >= LONGEST_WAIT:
            return False
        calls.sleep(_GLANCE)
        waited += _GLANCE
        seen = look()
        watched = watched + _GLANCE if seen == stamp else 0.0
        stamp = seen
    return True


def is_quiet(stamp: Stamp, quiet: float, calls: SystemCalls) -> bool:
    """Whether a file has rested that long, as far as its stamp tells."""
    return calls.now() - stamp.ctime_ns / 1e9 >= quiet
