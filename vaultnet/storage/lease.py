"""Whether another program still holds a file open for writing, asked of the kernel and not guessed from the time.

    is_open_for_writing(fd)  ->  True: someone may still save into it    False: nobody can    None: cannot be told

A read lease is given only while nobody has the file open for writing; it is asked for and given back at once. A file
swapped out of the vault has no name others know, so False is final: what it holds now is all it will ever hold.
"""

import signal
import sys

_CAN_ASK = sys.platform == "linux"


def is_open_for_writing(fd: int) -> bool | None:
    if not _CAN_ASK:
        return None
    import fcntl

    # Without this a writer who comes in that instant would end us with SIGIO; SIGURG is ignored by default.
    fcntl.fcntl(fd, fcntl.F_SETSIG, signal.SIGURG)
    try:
        fcntl.fcntl(fd, fcntl.F_SETLEASE, fcntl.F_RDLCK)
    except BlockingIOError:
        return True
    except OSError:  # network and FUSE file systems, or a file of another user: the caller waits instead
        return None
    fcntl.fcntl(fd, fcntl.F_SETLEASE, fcntl.F_UNLCK)
    return False
