"""A process of its own for templates that come with a vault, with narrow limits (promise S1).

    render_in_worker(sources, "agenda.md", {"day": "2026-05-02"})   ->   "# 2026-05-02", or TemplateError

It may compute for 2 s, hold 256 MB, write no file, open next to none, start nothing, and answer with 1 MB. It is forked
(11 ms) where that is safe: on Linux, from a process with one thread. Otherwise (`watch` has threads, whose locks a fork
would copy in the middle of anything) a fresh Python is started; the limits are the same.
"""

import json
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NoReturn

from vaultnet.errors import TemplateError
from vaultnet.storage.forked import may_fork as _may_fork
from vaultnet.storage.template_engine import Source, plain, render_sources

_CPU_SECONDS = 2
_WALL_SECONDS = 6.0
_MEMORY = 256 * 1024 * 1024
_OPEN_FILES = 16
_LONGEST_ANSWER = 1024 * 1024
_READ_AT_ONCE = 65_536


def render_in_worker(sources: Mapping[str, Source], name: str, context: Mapping[str, Any]) -> str:
    plain(dict(context))  # before anything is started: a fault in it is ours and no template's
    run = _run_forked if _may_fork() else _run_started
    answer = run(sources, name, context)
    shown = sources[name].shown if name in sources else name
    try:
        found = json.loads(answer)
    except ValueError:
        message = (
            f"{shown}: ended because it took more than {_CPU_SECONDS} s, {_MEMORY >> 20} MB, "
            f"or answered with more than {_LONGEST_ANSWER >> 20} MB"
        )
        raise TemplateError(message, path=shown, line=1) from None
    if "text" in found:
        return str(found["text"])
    raise TemplateError(found["message"], path=found["path"], line=found["line"])


def _run_forked(sources: Mapping[str, Source], name: str, context: Mapping[str, Any]) -> bytes:
    import jinja2.debug  # noqa: F401  (all that it may need is loaded here, so that the child needs no files)

    mine, its = os.pipe()
    child = os.fork()
    if child == 0:
        _be_the_child(its, sources, name, context)
    os.close(its)
    try:
        return _read_answer(mine)
    finally:
        os.close(mine)
        os.kill(child, signal.SIGKILL)  # it has answered, or will not any more
        os.waitpid(child, 0)


def _be_the_child(pipe: int, sources: Mapping[str, Source], name: str, context: Mapping[str, Any]) -> NoReturn:
    """Never returns into the program that was forked, whatever happens."""
    try:
        _set_limits()
        rest = memoryview(_answer(sources, name, context))
        while rest:
            rest = rest[os.write(pipe, rest) :]
    finally:
        os._exit(0)


def _read_answer(pipe: int) -> bytes:
    """All of it, or b"" if it is too long or too late."""
    end = time.monotonic() + _WALL_SECONDS
    parts: list[bytes] = []
    while select.select([pipe], [], [], max(end - time.monotonic(), 0))[0]:
        part = os.read(pipe, _READ_AT_ONCE)
        if not part:
            return b"".join(parts)
        parts.append(part)
    return b""


def _run_started(sources: Mapping[str, Source], name: str, context: Mapping[str, Any]) -> bytes:
    question = json.dumps({"sources": sources, "name": name, "context": context}).encode()
    # -P, "/" and absolute paths only: Python must not import what lies in the folder we stand in, a stranger's vault.
    command = [sys.executable, "-P", "-m", "vaultnet.storage.render_worker"]
    environment = {"PYTHONPATH": os.pathsep.join(path for path in sys.path if Path(path).is_absolute())}
    try:
        done = subprocess.run(  # noqa: S603  (our own interpreter and module)
            command, input=question, capture_output=True, timeout=_WALL_SECONDS, env=environment, cwd="/", check=False
        )
    except subprocess.TimeoutExpired:
        return b""
    return done.stdout


def main() -> None:
    """The started worker: a question on standard input, the answer on standard output."""
    question = json.load(sys.stdin.buffer)
    import jinja2.debug  # noqa: F401  (before the limits, which allow few open files)

    sources = {name: Source(*source) for name, source in question["sources"].items()}
    _set_limits()
    sys.stdout.buffer.write(_answer(sources, question["name"], question["context"]))


def _answer(sources: Mapping[str, Source], name: str, context: Mapping[str, Any]) -> bytes:
    try:
        text = render_sources(sources, name, context)
    except TemplateError as error:
        return json.dumps({"message": error.message, "path": error.path, "line": error.line}).encode()
    if len(text.encode("utf-8", "surrogatepass")) > _LONGEST_ANSWER:
        return b""
    return json.dumps({"text": text}).encode()


def _set_limits() -> None:
    import resource

    limits = {
        resource.RLIMIT_CPU: _CPU_SECONDS,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_NPROC: 0,
        resource.RLIMIT_NOFILE: _OPEN_FILES,
        resource.RLIMIT_AS: max(_MEMORY, _memory_now() + _MEMORY // 2),  # a large parent's share is not the template's
    }
    for what, limit in limits.items():
        hard = resource.getrlimit(what)[1]
        ours = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
        resource.setrlimit(what, (ours, ours))


def _memory_now() -> int:
    """The address space in use, which a fork brings along; 0 where the system does not say."""
    pages = Path("/proc/self/statm")
    if not pages.exists():
        return 0
    return int(pages.read_text().split()[0]) * os.sysconf("SC_PAGE_SIZE")


if __name__ == "__main__":
    main()
