"""Work done in a process of its own that ends with it, so that what it loaded and made does not stay in this one.

    in_child(lambda: tend(workspace))   ->   what it returned, or raises what it raised

A fork, where that is safe: on Linux, in a process of one thread. Otherwise it is done here.
"""

import os
import pickle
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn, TypeVar

T = TypeVar("T")
_MOST_OPEN = 1_024


def may_fork() -> bool:
    """A fork would copy the locks of other threads in the middle of anything."""
    return sys.platform == "linux" and len(list(Path("/proc/self/task").iterdir())) == 1


def in_child(work: Callable[[], T]) -> T:
    """What it answers has to be a value that can be pickled."""
    if not may_fork():
        return work()
    mine, its = os.pipe()
    child = os.fork()
    if child == 0:
        _be_the_child(its, work)
    os.close(its)
    with os.fdopen(mine, "rb") as stream:
        data = stream.read()
    _, status = os.waitpid(child, 0)
    if not data:
        raise RuntimeError(f"the process at work ended by itself, with status {status}")
    is_well, result = pickle.loads(data)  # noqa: S301  (of our own child)
    if is_well:
        answer: T = result
        return answer
    raise result


def _be_the_child(out: int, work: Callable[[], object]) -> NoReturn:
    """It ends here, whatever happens: nothing of the parent's is tidied up twice. What the parent has open is
    closed, so that a lock or a socket of its own goes with it, and not with us.
    """
    os.closerange(3, out)
    os.closerange(out + 1, _MOST_OPEN)
    try:
        try:
            data = pickle.dumps((True, work()))
        except BaseException as error:  # noqa: BLE001  (raised again, by the parent)
            data = _pickled(error)
        with os.fdopen(out, "wb") as stream:
            stream.write(data)
        sys.stderr.flush()
    finally:
        os._exit(0)


def with_trace(error: Exception) -> Exception:
    """The error with where it was raised, which only this process knows."""
    error.add_note("".join(traceback.format_exception(error)))
    return error.with_traceback(None)


def _pickled(error: BaseException) -> bytes:
    """As text alone where the error cannot travel."""
    where = "".join(traceback.format_exception(error))
    try:
        data = pickle.dumps((False, with_trace(error) if isinstance(error, Exception) else error))
        pickle.loads(data)  # noqa: S301  (our own)
    except Exception:  # noqa: BLE001  (whatever keeps it from travelling)
        data = pickle.dumps((False, RuntimeError(where)))
    return data
