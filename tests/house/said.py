"""What the site's Python says to people: sentences, labels and choices that stand outside of gettext."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.house.repository import ROOT
from tests.house.words import CALLS

# What is said in a terminal, in a log or to programs stays English.
TERMINAL = ("environment.py", "settings.py", "places.py", "checks.py", "engine.py", "health.py")
TERMINAL += ("graphs/command.py", "graphs/filling.py", "graphs/asking.py", "graphs/serving.py", "graphs/progress.py")
TERMINAL += ("chat/protocol.py", "management/", "migrations/")
# What is said of the lines of a file is English as all that the engine says; the words of these errors no page shows.
TERMINAL += ("measure/gold.py",)
UNSEEN = {"Http404", "PermissionDenied", "TypeError", "ValueError", "LoadError", "removeprefix"}
LOG = "logger"
SENTENCE = re.compile(r"[^\W\d_]{2,}[,;:]? [^\W\d_]{2,}|^[A-Z][a-z]+[^.]*\.$")
CODE = re.compile(r"[=\[\]]|^MATCH ")
SHOWN = {"label", "help_text", "title", "description"}


def said() -> Iterator[Path]:
    """Yield the modules whose texts people read on a page."""
    for path in sorted((ROOT / "webapp").rglob("*.py")):
        name = path.relative_to(ROOT / "webapp").as_posix()
        if not any(each in name for each in TERMINAL):
            yield path


def bare(source: str) -> list[str]:
    """Return the texts of a module that are shown as they stand, in every language alike."""
    tree = ast.parse(source)
    quiet = {id(text) for node in ast.walk(tree) for part in _quiet(node) for text in ast.walk(part)}
    labels = {id(text) for node in ast.walk(tree) for text in _labels(node)}
    texts = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str))
    return [text.value for text in texts if id(text) not in quiet and (id(text) in labels or _is_sentence(text.value))]


def _is_sentence(text: str) -> bool:
    return bool(SENTENCE.search(text)) and not CODE.search(text)


def _quiet(node: ast.AST) -> Iterator[ast.AST]:
    """Yield the parts of a node in which texts are translated, or that nobody sees on a page."""
    if isinstance(node, ast.Call):
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        owner = getattr(getattr(node.func, "value", None), "id", "")
        if name in CALLS or name in UNSEEN or owner == LOG:
            yield node
    elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):  # a docstring
        yield node.value
    elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Subscript):  # a header, a key of a session
        yield from (part for target in node.targets for part in ast.walk(target))
        if getattr(node.targets[0].value, "id", "") == "response":
            yield node.value
    elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and node.returns:
        yield node.returns


def _labels(node: ast.AST) -> Iterator[ast.AST]:
    """Yield what is shown however short it is: a form's labels, the names of a model's choices."""
    if isinstance(node, ast.keyword) and node.arg in SHOWN:
        yield node.value
    if isinstance(node, ast.ClassDef) and any(getattr(base, "attr", "") == "TextChoices" for base in node.bases):
        choices = (each.value for each in node.body if isinstance(each, ast.Assign))
        yield from (each.elts[-1] if isinstance(each, ast.Tuple) else each for each in choices)
