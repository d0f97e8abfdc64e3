"""Jinja, with everything taken away that a template of notes does not need (promise S1).

    render_sources({"agenda.md": Source("# {{ day }}", "templates/agenda.md")}, "agenda.md", {"day": "2026-05-02"})
    ->  "# 2026-05-02"

A template gets plain data only: any object with a method is a hole in the sandbox, measured. Templates come from a
mapping that was read beforehand, so nothing a template says reaches the disk. A fault is a TemplateError with file and
line. The sandbox is not the wall for a stranger's templates: see `render_worker.py`.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from vaultnet.errors import TemplateError
from vaultnet.storage.template_filters import FILTERS
from vaultnet.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from jinja2 import Environment

_TAKEN_AWAY = ("lipsum", "cycler", "joiner", "namespace")
_LONGEST_RANGE = 10_000
_DEEPEST = 50
_SCALARS = frozenset({str, int, float, bool, type(None)})
_MARKER = lazy_pattern(r"<!--(?=\s{0,20}/?vaultnet:)")


class Source(NamedTuple):
    """A template's text, and the path by which a person knows it."""

    text: str
    shown: str


def render_sources(
    sources: Mapping[str, Source], name: str, context: Mapping[str, Any], *, kept_in: Path | None = None
) -> str:
    """The text that template `name` makes of the context. TypeError if the context is not plain data.

    `kept_in`: a folder of templates as they were compiled (`compiled_templates.py`), if there is to be one.
    """
    import jinja2

    data = plain(dict(context))
    environment = _environment(tuple(sorted(sources.items())), kept_in)
    try:
        return environment.get_template(name).render(data)
    except jinja2.TemplateNotFound as error:
        where = _place(error, sources)
        raise TemplateError(f"there is no template {error.name}", path=where[0] or name, line=where[1]) from error
    except jinja2.TemplateSyntaxError as error:
        shown = error.filename or _shown(sources, error.name or name)
        raise TemplateError(f"{shown}:{error.lineno}: {error.message}", path=shown, line=error.lineno) from error
    except Exception as error:  # whatever a template provokes is the template's fault, and has a place in it
        shown, line = _place(error, sources)
        shown = shown or _shown(sources, name)
        message = f"{shown}:{line or 1}: {str(error) or type(error).__name__}"
        raise TemplateError(message, path=shown, line=line or 1) from error


@lru_cache(maxsize=4)  # compiling takes ten times what filling in does, and `watch` fills in again and again
def _environment(pairs: tuple[tuple[str, Source], ...], kept_in: Path | None) -> "Environment":
    import jinja2
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    sources = dict(pairs)

    def load(name: str) -> tuple[str, str, Callable[[], bool]] | None:
        source = sources.get(name)
        return None if source is None else (source.text, source.shown, lambda: True)

    environment = ImmutableSandboxedEnvironment(
        loader=jinja2.FunctionLoader(load),
        undefined=jinja2.StrictUndefined,
        autoescape=False,  # notes are Markdown, not HTML
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    if kept_in is not None:
        from vaultnet.storage.compiled_templates import CompiledTemplates

        environment.bytecode_cache = CompiledTemplates(kept_in)
    for gone in _TAKEN_AWAY:
        del environment.globals[gone]
    environment.globals["range"] = _short_range
    environment.filters.update(FILTERS)
    return environment


def _short_range(*bounds: int) -> range:
    numbers = range(*bounds)
    if len(numbers) > _LONGEST_RANGE:
        raise OverflowError(f"range too long: at most {_LONGEST_RANGE} numbers")
    return numbers


def _shown(sources: Mapping[str, Source], name: str) -> str:
    return sources[name].shown if name in sources else name


def _place(error: BaseException, sources: Mapping[str, Source]) -> tuple[str, int | None]:
    """The innermost line of a template that the error came through."""
    shown_names = {source.shown for source in sources.values()}
    place: tuple[str, int | None] = ("", None)
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename in shown_names:
            place = (trace.tb_frame.f_code.co_filename, trace.tb_lineno)
        trace = trace.tb_next
    return place


def plain(value: Any, depth: int = 0) -> Any:
    """The value, if it is made of dict, list, str, int, float, bool and None alone, and of nothing derived from them.

    A text that holds a marker of vaultnet's own loses it, or a name in a note could end the block it is shown in.
    """
    if depth > _DEEPEST:
        raise TypeError("a template's data is nested too deep, or in a circle")
    if type(value) is str:
        return _MARKER.sub("<! --", value)
    if type(value) in _SCALARS:
        return value
    if type(value) is list:
        return [plain(item, depth + 1) for item in value]
    if type(value) is dict and all(type(key) is str for key in value):
        return {key: plain(item, depth + 1) for key, item in value.items()}
    raise TypeError(f"a template gets plain data only, not {type(value).__name__}")
