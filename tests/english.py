"""What vaultnet says, read out of its source: every English sentence, with holes where values go.

english_in(source)   of   raise UsageError(f"{name} is no tier{hint}")   ->   ("{} is no tier{}",)
                     of   print_text("Nobody is due" + (f" until {day}." if day else "."))
                     ->   ("Nobody is due until {}.", "Nobody is due.")

`{#}` is a number that was written with `,` or `.`. Docstrings, help texts, SQL, patterns and what a bug says are none.
"""

import ast
import itertools
import re
from collections.abc import Iterator
from functools import cache

# What is raised where only a bug can lead: it is shown with its traceback, and reported in English.
_FOR_PROGRAMMERS = {"AssertionError", "OSError", "OutsideVault", "OverflowError", "TypeError", "ValueError", "cast"}
_NO_SPEECH = {
    "Option", "Path", "RuntimeWarning", "TypeVar", "compile", "connect", "endswith", "execute", "executemany", "find",
    "fullmatch", "getattr", "lazy_pattern", "match", "maketrans", "option", "removeprefix", "removesuffix", "replace",
    "rpartition", "search", "setattr", "split", "startswith", "strip", "sub", "strptime", "_row", "_words", "_table",
    "_numbered",
}  # fmt: skip
_SQL = re.compile(
    r"(?=.*\bSELECT\b)|\s*(?:SELECT|INSERT|UPDATE|DELETE|CREATE|DROP|PRAGMA|WITH|BEGIN|ATTACH|FROM|WHERE|AND|JOIN|ON|WHEN)\b"
)
_PATTERN = re.compile(r"\(\?|\\[swdb]|\[\^|\]\{|\)\?|\\n\\n")
_WORD = re.compile(r"(?<![\w/.#@$\\-])[A-Za-z][a-z']+(?![\w/\\=-]|\.\w|\()")
_HOLES = re.compile(r"(?:\{#?\}){2,}")
_NAMED_HOLE = re.compile(r"\{[a-z_]+\}")
_LIST_OF_WORDS = re.compile(r"\w\|[^|]*\w\|\w")
_MOST = 32


@cache
def english_in(source: str) -> tuple[str, ...]:
    """Every sentence and every part of one, in the order of the source."""
    reader = _Reader()
    reader.visit(ast.parse(source))
    return tuple(dict.fromkeys(reader.found))


class _Reader(ast.NodeVisitor):
    """Looks for the largest expressions that make a text, and into the holes of them."""

    def __init__(self) -> None:
        self.found: list[str] = []

    def visit(self, node: ast.AST) -> None:
        if isinstance(node, ast.Constant | ast.JoinedStr) or _adds_text(node):
            self.found += filter(_is_english, _spoken(node))
            for inner in _holes(node):
                self.visit(inner)
            return
        super().visit(node)

    def visit_Expr(self, node: ast.Expr) -> None:
        if not isinstance(node.value, ast.Constant):  # a docstring
            self.generic_visit(node)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        for statement in node.body:  # not its decorators: what they say is `--help`
            self.visit(statement)

    def visit_Call(self, node: ast.Call) -> None:
        if _name(node.func) == "count_words":
            self.found += _counts(node)
        if _name(node.func) not in _FOR_PROGRAMMERS | _NO_SPEECH:
            self.generic_visit(node)
        else:
            self.visit(node.func)

    def visit_Assert(self, node: ast.Assert) -> None:
        self.visit(node.test)

    def visit_arguments(self, node: ast.arguments) -> None:
        pass

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value and not (isinstance(node.target, ast.Name) and node.target.id == "COMMANDS"):
            self.visit(node.value)


def _name(node: ast.AST) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def _adds_text(node: ast.AST) -> bool:
    return isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add) and any(map(_is_text, (node.left, node.right)))


def _is_text(node: ast.AST) -> bool:
    if isinstance(node, ast.IfExp):
        return _is_text(node.body) or _is_text(node.orelse)
    return isinstance(node, ast.JoinedStr) or _adds_text(node) or isinstance(getattr(node, "value", None), str)


def _texts(node: ast.AST) -> list[str]:
    """All that an expression may come to."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.JoinedStr):
        return ["".join(parts) for parts in itertools.product(*map(_texts, node.values))]
    if isinstance(node, ast.FormattedValue):
        return ["{#}"] if _is_written_out(node) else _texts(node.value) if _is_text(node.value) else ["{}"]
    if _adds_text(node):
        assert isinstance(node, ast.BinOp)
        return ["".join(parts) for parts in itertools.product(_texts(node.left), _texts(node.right))]
    if isinstance(node, ast.IfExp) and _is_text(node):
        return [*_texts(node.body), *_texts(node.orelse)]
    return ["{}"]


def _spoken(node: ast.AST) -> Iterator[str]:
    texts = _texts(node)
    assert len(texts) <= _MOST, f"too many ways to say it: {texts[0]}"
    return (_HOLES.sub("{}", _NAMED_HOLE.sub("{}", text)).rstrip(" \n").lstrip(" \n;:,.") for text in texts)


def _is_written_out(node: ast.FormattedValue) -> bool:
    spec = node.format_spec.values[-1] if isinstance(node.format_spec, ast.JoinedStr) else None
    return isinstance(spec, ast.Constant) and str(spec.value)[-1:] in {"f", ","}


def _holes(node: ast.AST) -> Iterator[ast.AST]:
    """The expressions behind the holes, in which other texts may stand."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FormattedValue | ast.BinOp | ast.IfExp | ast.JoinedStr):
            yield from _holes(child)
        elif not isinstance(child, ast.Constant | ast.Add):
            yield child


def _counts(node: ast.Call) -> Iterator[str]:
    words = [one.value for one in node.args[1:] if isinstance(one, ast.Constant) and isinstance(one.value, str)]
    return (f"{{#}} {word}" for word in ([*words, f"{words[0]}s"] if len(words) == 1 else words))


def _is_english(text: str) -> bool:
    """Words of a sentence: two of them, or one beside a hole."""
    if _SQL.match(text) or _PATTERN.search(text) or _LIST_OF_WORDS.search(text):
        return False
    words = len(_WORD.findall(text.replace("{}", " ")))
    return words > 1 or (words == 1 and bool(re.search(r"\w:? [\"(]?\{|\}[\")]? \w", text)))
