"""What the figures were taken on: enough to compare, nothing that tells whose it is.

machine()   ->   "AMD EPYC, 2 cores, Linux; Python 3.11.7, SQLite 3.40.1"
"""

import os
import platform
import sqlite3
import sys
from pathlib import Path


def machine() -> str:
    """Processor, cores, system, versions."""
    model = platform.machine()
    information = Path("/proc/cpuinfo")
    if information.exists():
        lines = information.read_text(encoding="utf-8").splitlines()
        model = next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), model)
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    python = ".".join(map(str, sys.version_info[:3]))
    return f"{model}, {cores} cores, {platform.system()}; Python {python}, SQLite {sqlite3.sqlite_version}"
