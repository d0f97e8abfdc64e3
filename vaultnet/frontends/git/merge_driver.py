r"""git's merge of one note, by meaning: what `vaultnet git install` makes git call, and nothing a person types.

    python -EP -m vaultnet.frontends.git.merge_driver BASE OURS THEIRS PATH

    exit 0    merged: OURS holds the result
    exit 10   merged, with conflicts: OURS holds both versions of what could not be decided
    else      OURS is as it was: the line in the configuration lets git merge the three by lines

It starts for every note that both sides changed, so it imports no click, no YAML and no index. OURS is replaced as the
very last act and in one step: a driver that is killed has done nothing.
"""

import gc
import os
import sys
from typing import NoReturn

MERGED, CONFLICTS, UNABLE = 0, 10, 2
_SECONDS = 20.0  # after which git had better do it; the largest note that is read takes one or two
_WORDS = 4


def main(words: list[str]) -> int:
    if len(words) != _WORDS:
        sys.stderr.write("usage: merge_driver BASE OURS THEIRS PATH (git calls it: see `vaultnet git install`)\n")
        return UNABLE
    base, ours, theirs, path = words
    try:
        _end_after(_SECONDS)
        return _merge(base, ours, theirs)
    except Exception as error:  # noqa: BLE001  (whatever it is, git's own merge is the better answer)
        name = path if path.isprintable() else repr(path)  # nothing that a terminal would obey
        reason = str(error) or type(error).__name__
        sys.stderr.write(f"vaultnet: {name}: left to git's own merge: {reason}\n")
        return UNABLE


def _merge(base: str, ours: str, theirs: str) -> int:
    from vaultnet.text.three_way.merge_versions import merge_versions

    texts = [_read(file) for file in (base, ours, theirs)]
    merged = merge_versions(*texts)
    if merged.text != texts[1]:
        _replace(ours, merged.text.encode("utf-8"))
    return CONFLICTS if merged.conflicts else MERGED


def _read(file: str) -> str:
    """Strictly: a note that is not UTF-8 is not ours to merge."""
    with open(file, "rb") as opened:  # noqa: PTH123  (pathlib takes as long to import as the merge itself)
        return opened.read().decode("utf-8")


def _replace(file: str, data: bytes) -> None:
    """The name is that of every temporary file of ours, so one that a crash leaves is swept away."""
    new = os.path.join(os.path.dirname(file), f".vn~{os.urandom(6).hex()}")  # noqa: PTH118, PTH120
    try:
        with open(new, "xb") as opened:  # noqa: PTH123
            opened.write(data)
        os.replace(new, file)  # noqa: PTH105
    except BaseException:
        if os.path.lexists(new):
            os.unlink(new)  # noqa: PTH108
        raise


def _end_after(seconds: float) -> None:
    """Whoever waits for git must not wait for ever: the alarm ends this process, and git goes on by itself."""
    import signal

    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, seconds)


def run() -> NoReturn:
    """A process for one note: what it holds need not be swept up meanwhile, nor taken apart at the end (a fifth of it
    all).
    """
    gc.disable()
    code = main(sys.argv[1:])
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    run()
