"""Runs one command and prints what it cost, children included: a small process of its own, because Linux counts the
memory of whoever starts a program as the program's own peak.

    python -I -S runner.py vaultnet agenda   ->   {"code": 0, "cpu": 0.131, "wall": 0.140, "peak": 24117248}
"""

import os
import sys
import time


def run(command: list[str]) -> str:
    """One JSON line; the command's own output goes nowhere, its errors to our stderr."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    started = time.perf_counter()
    actions = [(os.POSIX_SPAWN_DUP2, nowhere, 1)]
    child = os.posix_spawnp(command[0], command, os.environ, file_actions=actions)
    _, status, used = os.wait4(child, 0)
    wall = time.perf_counter() - started
    peak = used.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    code, cpu = os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime
    return f'{{"code": {code}, "cpu": {cpu:.6f}, "wall": {wall:.6f}, "peak": {peak}}}'


if __name__ == "__main__":
    print(run(sys.argv[1:]))
