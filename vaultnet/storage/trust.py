"""Which vaults' own templates the user has looked at and trusts (promise S1). A stranger's vault runs nothing.

    tree = read_template_tree(root)      .vaultnet/templates, read once: names, texts, and a digest over all
    trust(root, tree)                    noted in ~/.config/vaultnet/trust.toml, never in the vault
    is_trusted(root, tree)               True until a single byte of them changes

What is rendered are the texts that were read and digested, not files that may have changed meanwhile.
"""

import json
import os
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

from vaultnet.dataclass import dataclass
from vaultnet.errors import CannotWrite, SettingsError
from vaultnet.storage.digest import digest
from vaultnet.storage.state_folder import private_folder
from vaultnet.storage.whole_file import write_whole
from vaultnet.text.problem import Problem

TEMPLATES_IN_VAULT = ".vaultnet/templates"
_LARGEST = 64 * 1024
_MOST = 500


@dataclass(frozen=True, slots=True)
class TemplateTree:
    """A vault's own templates: text by name, `/` between folders. `problems`: files that are left out, by name."""

    texts: Mapping[str, str]
    digest: str
    problems: tuple[tuple[str, Problem], ...] = ()


def read_template_tree(root: Path) -> TemplateTree:
    texts: dict[str, str] = {}
    problems: list[tuple[str, Problem]] = []
    for name, file in _template_files(root):
        found = _read_template(file)
        if isinstance(found, Problem):
            problems.append((name, found))
        else:
            texts[name] = found
    return TemplateTree(texts, digest(json.dumps(sorted(texts.items())).encode()), tuple(problems))


def _template_files(root: Path) -> Iterator[tuple[str, Path]]:
    """Files below the folder by name; symlinks are listed, to be refused, and never followed."""
    folder = root / TEMPLATES_IN_VAULT
    if folder.is_symlink() or folder.parent.is_symlink():
        return
    files = (Path(place, name) for place, _, names in os.walk(folder) for name in names if not name.startswith("."))
    for file in sorted(files)[:_MOST]:
        yield file.relative_to(folder).as_posix(), file


def _read_template(file: Path) -> str | Problem:
    try:
        fd = os.open(file, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
        with os.fdopen(fd, "rb") as stream:
            data = stream.read(_LARGEST + 1)
        text = data.decode("utf-8")
    except OSError as error:
        return Problem("template-unreadable", f"cannot be read ({error.strerror}); a template is a file, not a symlink")
    except UnicodeDecodeError:
        return Problem("template-unreadable", "is not UTF-8")
    if len(data) > _LARGEST:
        return Problem("template-unreadable", f"is larger than {_LARGEST >> 10} kB")
    return text


def is_trusted(root: Path, tree: TemplateTree) -> bool:
    return _read_trust().get(os.path.realpath(root)) == tree.digest


def trust(root: Path, tree: TemplateTree) -> None:
    """From now on these templates of this vault are used."""
    _write_trust(_read_trust() | {os.path.realpath(root): tree.digest})


def distrust(root: Path) -> None:
    real = os.path.realpath(root)
    _write_trust({path: known for path, known in _read_trust().items() if path != real})


def trust_file() -> Path:
    from platformdirs import user_config_path

    return user_config_path("vaultnet") / "trust.toml"


def _read_trust() -> dict[str, str]:
    """Digest by vault."""
    file = trust_file()
    try:
        vaults = tomllib.loads(file.read_text(encoding="utf-8")).get("vault", [])
        return {str(vault["root"]): str(vault["templates"]) for vault in vaults}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        message = f"{file}: cannot be read: remove it, then run `vaultnet trust` again where you want it"
        raise SettingsError(message, path=str(file)) from error


def _write_trust(digest_by_root: Mapping[str, str]) -> None:
    entries = [
        f"[[vault]]\nroot = {_toml_text(root)}\ntemplates = {_toml_text(known)}\n"
        for root, known in sorted(digest_by_root.items())
    ]
    file = trust_file()
    private_folder(file.parent)
    try:
        write_whole(file, "\n".join(entries).encode("utf-8"), mode=0o600)
    except OSError as error:
        raise CannotWrite(f"{file}: {error.strerror}", path=str(file)) from error


def _toml_text(text: str) -> str:
    """JSON's quoting is TOML's but for one character; a path that is not UTF-8 cannot be trusted."""
    return json.dumps(text.encode("utf-8", "backslashreplace").decode(), ensure_ascii=False).replace("\x7f", "\\u007f")
