"""Templates are filled in from plain data, and a stranger's can do nothing else (S1)."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaultnet.errors import TemplateError
from vaultnet.storage import render_worker, templates
from vaultnet.storage.render_worker import render_in_worker
from vaultnet.storage.shipped import shipped_path
from vaultnet.storage.template_engine import Source, plain, render_sources
from vaultnet.storage.templates import render
from vaultnet.storage.trust import read_template_tree, trust

Render = Callable[..., str]


def here(text: str, **context: Any) -> str:
    return render_sources({"t.md": Source(text, ".vaultnet/templates/t.md")}, "t.md", context)


def forked(text: str, **context: Any) -> str:
    return render_in_worker({"t.md": Source(text, ".vaultnet/templates/t.md")}, "t.md", context)


def started(text: str, **context: Any) -> str:
    done = threading.Event()
    other = threading.Thread(target=done.wait)
    other.start()
    try:
        return forked(text, **context)
    finally:
        done.set()
        other.join()


@pytest.mark.parametrize("run", [here, forked, started])
def test_all_three_ways_give_the_same(run: Render) -> None:
    text = "# {{ day }}\n{% for one in people %}\n  {% if one.x %}\n- {{ one.name }} é\r\n  {% endif %}\n{% endfor %}\nend\n\n"
    people = [{"name": "Ada <b>&", "x": True}, {"name": "Bob", "x": False}, {"name": "\ud800 \U0001f600", "x": 1.5}]
    expected = "# 2026-05-02\n- Ada <b>& é\n- \ud800 \U0001f600 é\nend\n\n"
    assert run(text, day="2026-05-02", people=people).replace("\r", "") == expected


def test_filters() -> None:
    text = "{{ n|link }} {{ p|link(n) }} {{ t|oneline }} {{ t|cell }} {{ 1|plural('touch', 'touches') }} {{ 2|plural('day') }}"
    data = {"n": "Ada [L] | #x^y", "p": "People/Ada.md", "t": " a |\n b\t"}
    assert here(text, **data) == "[[Ada L  xy]] [[People/Ada|Ada L  xy]] a | b a \\| b 1 touch 2 days"


class Path2(str):  # noqa: SLOT000  (what a hole in the sandbox looks like)
    def write(self) -> None: ...


@pytest.mark.parametrize(
    "value",
    [Path(), Path2("x"), object(), len, b"x", {1: "x"}, {Path2("k"): 1}, (1,), {1, 2}, [[Path()]], {"a": {"b": len}}],
)
@pytest.mark.parametrize("run", [here, forked])
def test_only_plain_data(run: Render, value: Any) -> None:
    with pytest.raises(TypeError, match="plain data"):
        run("{{ x }}", x=value)


def test_circles_and_depth() -> None:
    circle: list[Any] = []
    circle.append(circle)
    with pytest.raises(TypeError, match="too deep"):
        plain(circle)


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@given(PLAIN)
def test_plain_data_stays_what_it_is(value: Any) -> None:
    assert "vaultnet:" in repr(value) or plain(value) == value


@pytest.mark.parametrize("marker", ["<!-- vaultnet:agenda -->", "<!-- /vaultnet:agenda -->", "<!--vaultnet:x-->"])
def test_a_value_cannot_end_the_block(marker: str) -> None:
    text = here("{{ x.y[0] }}", x={"y": [f"a {marker} b"]})
    assert "<!-" not in text
    assert here("{{ x }}", x="<!-- mine -->") == "<!-- mine -->"


ESCAPES = [
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ x.__class__ }}",
    "{{ x|attr('__class__') }}",
    "{{ x|map(attribute='__class__')|list|first|attr('mro') }}",
    "{{ '{0.__class__.__init__.__globals__}'.format(x) }}",
    "{{ ('{0.__class__}'|attr('format'))(x) }}",
    "{{ '{x.__class__}'.format_map({'x': x}) }}",
    "{{ self.__init__.__globals__ }}",
    "{{ self._TemplateReference__context }}",
    "{{ url_for.__globals__ }}",
    "{{ cycler.__init__.__globals__.os.popen('id') }}",
    "{{ joiner.__init__ }}",
    "{{ namespace.__init__ }}",
    "{{ lipsum(n=100000) }}",
    "{{ namespace(a=1) }}",
    "{{ cycler('a', 'b') }}",
    "{{ joiner(',') }}",
    "{{ x|map('attr', '__class__')|list }}{{ x|map('attr', '__class__')|first|string }}",
    "{{ x|groupby('__class__') }}",
    "{{ x|sum(attribute='__class__') }}",
    "{{ (x|map|string).__class__ }}",
    "{{ '%c'.__mod__(x.__class__) }}",
    "{{ ''['__class__']['__mro__'] }}",
    "{{ ''['__cla' ~ 'ss__']['__ba' ~ 'se__'] }}",
    "{{ x.__iter__().__reduce__() }}",
    "{{ (x|batch(1)).gi_frame.f_back.f_globals }}",
    "{{ caller.__globals__ }}",
    "{{ loop.__init__ }}",
    "{{ config.items() }}",
    "{{ self.blocks }}",
    "{{ lipsum.__globals__ }}",
    "{{ range.__self__ }}",
    "{{ dict.__base__.__subclasses__() }}",
    "{% set f = x.append %}{{ f(1) }}",
    "{{ x.clear() }}",
    "{% include '../secret.md' %}",
    "{% include '/etc/passwd' %}",
    "{% include 'link.md' %}",
    "{% import 'os' as os %}",
    "{% extends x %}",
    "{{ range(10**8)|list }}",
    "{{ missing }}",
    "{{ x[5].y }}",
    "{{ 1 / 0 }}",
    "{{ 'a'|nosuch }}",
    "{% if %}",
    "{{ x.y",
    "{% raw %}",
    "{{ x + 'a' }}",
    "{{ 'é'.encode('nosuch') }}",
    "{{ '%s %s' % 'a' }}",
]


@pytest.fixture
def always_fork(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also under xdist, which has threads."""
    monkeypatch.setattr(render_worker, "_may_fork", lambda: True)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.usefixtures("always_fork")
@pytest.mark.parametrize("escape", ESCAPES)
@pytest.mark.parametrize("run", [here, forked])
def test_every_escape_is_an_error_with_its_place(run: Render, escape: str) -> None:
    with pytest.raises(TemplateError) as caught:
        run(f"first line\n{escape}\n", x=[1, 2])
    assert caught.value.path == ".vaultnet/templates/t.md"
    assert caught.value.line in {2, 3}
    assert caught.value.exit_code == 2


BOMBS = [
    "{% for i in range(9999) %}{% for j in range(9999) %}{% endfor %}{% endfor %}",
    "{{ 'a' * 900000000 }}",
    "{{ ['a' * 9999999] * 99999999 }}",
    "{{ 9 ** 999999999 }}",
    "{{ '%900000000d' % 1 }}",
    "{% for i in range(9999) %}{{ 'a' * 9999 }}{% endfor %}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "{{ x * 600000 }}",
    "{% set ns = 'a' %}" + "{% for i in range(9999) %}" * 5 + "{% endfor %}" * 5,
]


def ends_in_time(run: Render, bomb: str) -> None:
    start = time.monotonic()
    with pytest.raises(TemplateError) as caught:
        run(bomb, x=[1, 2])
    assert caught.value.path == ".vaultnet/templates/t.md"
    assert time.monotonic() - start < 15  # 2 s of computing each, on a machine that may be busy


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.usefixtures("always_fork")
@pytest.mark.parametrize("bomb", BOMBS)
def test_bombs_end_in_time(monkeypatch: pytest.MonkeyPatch, bomb: str) -> None:
    monkeypatch.setattr(render_worker, "_CPU_SECONDS", 1)  # the two of a user are waited for below
    ends_in_time(forked, bomb)


@pytest.mark.parametrize("bomb", BOMBS[:3])
def test_bombs_end_in_time_in_a_started_worker(bomb: str) -> None:
    ends_in_time(started, bomb)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.usefixtures("always_fork")
def test_a_worker_that_only_sleeps_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(render_worker, "_WALL_SECONDS", 0.3)
    monkeypatch.setattr(render_worker, "_answer", lambda *_: time.sleep(30))
    with pytest.raises(TemplateError, match="took more"):
        forked("x")


def test_a_started_worker_that_is_late_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(render_worker, "_WALL_SECONDS", 0.001)
    with pytest.raises(TemplateError, match="took more"):
        started("x")


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.usefixtures("always_fork")
def test_the_limits_hold_in_the_worker(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def try_all(*_: Any) -> bytes:
        done = []
        try:
            (tmp_path / "written").write_text("x" * 10)
            done.append("wrote")
        except OSError:
            done.append("no writing")
        return b'{"text": "%s"}' % ",".join(done).encode()

    monkeypatch.setattr(render_worker, "_answer", try_all)
    assert forked("x") == "no writing"


def test_no_child_is_left_behind() -> None:
    forked("x")
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_a_started_worker_imports_nothing_from_the_vault(vault: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("jinja2.py", "json.py", "vaultnet.py"):
        (vault / name).write_text("raise SystemExit('hijacked')")
    monkeypatch.chdir(vault)
    monkeypatch.setattr(sys, "path", ["", *sys.path])
    assert started("{{ x }}", x=1) == "1"


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    folder = tmp_path / "shipped"
    folder.mkdir()
    (folder / "agenda.md").write_text("shipped {{ day }}: {% include 'line.md' %}\n")
    (folder / "line.md").write_text("shipped line\n")
    monkeypatch.setattr(templates, "shipped_path", lambda _: folder)
    templates._shipped_sources.cache_clear()
    yield folder
    templates._shipped_sources.cache_clear()


def own(vault: Path, name: str, text: str) -> None:
    (vault / ".vaultnet/templates").mkdir(parents=True, exist_ok=True)
    (vault / ".vaultnet/templates" / name).write_text(text)


def test_the_vaults_own_come_first_once_trusted(vault: Path, shipped: Path) -> None:
    assert render(None, "agenda.md", {"day": "today"}) == "shipped today: shipped line\n"
    own(vault, "line.md", "my line\n")
    assert render(vault, "agenda.md", {"day": "today"}) == "shipped today: shipped line\n"
    trust(vault, read_template_tree(vault))
    assert render(vault, "agenda.md", {"day": "today"}) == "shipped today: my line\n"
    own(vault, "agenda.md", "mine {{ day }}")
    assert render(vault, "agenda.md", {"day": "today"}) == "shipped today: shipped line\n"
    trust(vault, read_template_tree(vault))
    assert render(vault, "agenda.md", {"day": "today"}) == "mine today"


def test_faults_name_the_file_as_people_know_it(vault: Path, shipped: Path) -> None:
    with pytest.raises(TemplateError) as caught:
        render(vault, "agenda.md", {})
    assert (caught.value.path, caught.value.line) == ("templates/agenda.md", 1)
    own(vault, "line.md", "\n\n{{ 1 / 0 }}")
    trust(vault, read_template_tree(vault))
    with pytest.raises(TemplateError, match=r"^\.vaultnet/templates/line\.md:3: division by zero$"):
        render(vault, "agenda.md", {"day": "x"})
    with pytest.raises(TemplateError, match=r"no template nosuch\.md"):
        render(vault, "nosuch.md", {})
    with pytest.raises(TemplateError, match=r"no template nosuch\.md"):
        render(None, "nosuch.md", {})


def test_jinja_is_loaded_by_rendering_only() -> None:
    code = "import sys, vaultnet.storage.templates, vaultnet.storage.trust; sys.exit('jinja2' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_shipped_templates_are_found_and_can_be_read() -> None:
    assert shipped_path("templates").is_dir()
    from jinja2 import Environment

    for file in shipped_path("templates").rglob("*.md"):
        Environment(autoescape=False).parse(file.read_text(encoding="utf-8"))


def test_a_template_in_the_vaults_language_goes_before_the_one_without(vault: Path, shipped: Path) -> None:
    (shipped / "de").mkdir()
    (shipped / "de" / "line.md").write_text("deutsche Zeile\n")
    assert render(vault, "agenda.md", {"day": "x"}, language="de") == "shipped x: deutsche Zeile\n"
    assert render(vault, "agenda.md", {"day": "x"}, language="en") == "shipped x: shipped line\n"
    assert render(vault, "agenda.md", {"day": "x"}, language="fr") == "shipped x: shipped line\n"
    own(vault, "line.md", "my line\n")
    trust(vault, read_template_tree(vault))
    assert render(vault, "agenda.md", {"day": "x"}, language="de") == "shipped x: my line\n"


def test_faults_in_a_language_name_its_file(vault: Path, shipped: Path) -> None:
    (shipped / "de").mkdir()
    (shipped / "de" / "agenda.md").write_text("\n{{ missing }}\n")
    with pytest.raises(TemplateError) as caught:
        render(vault, "agenda.md", {}, language="de")
    assert (caught.value.path, caught.value.line) == ("templates/de/agenda.md", 2)
