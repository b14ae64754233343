"""Who may import whom, and who alone may import what."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.repository import ROOT, sources


def test_the_layers_hold():
    done = subprocess.run([sys.executable, "-c", LINT], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_importing_the_engine_costs_nothing():
    script = "import sys; before = set(sys.modules); import agents; print(*set(sys.modules) - before)"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["agents"]


@pytest.mark.parametrize(
    ("package", "module"),
    [
        ("pyvis", "agents/pictures.py"),
        ("langgraph", "agents/pipeline.py"),
        ("neo4j", "agents/graphs/bolt_connections.py"),
        ("langchain_core", "agents/llms/langchain.py"),
        ("langchain", "agents/llms/langchain.py"),
        ("xllamacpp", "agents/llms/gguf.py"),
        ("torch", "agents/cards/training.py"),
        ("transformers", "agents/cards/training.py"),
        ("peft", "agents/cards/training.py"),
        ("gguf", "agents/cards/adapter.py"),
    ],
)
def test_a_heavy_package_has_one_owner(package: str, module: str):
    users = {path.relative_to(ROOT).as_posix() for path in sources("agents", "webapp") if package in imports(path)}
    assert users <= {module}


def test_only_the_wiring_names_a_concrete_store():
    concrete = {"agents.graphs.sqlite", "agents.graphs.bolt", "agents.reading.read"}
    concrete |= {"agents.llms.langchain", "agents.llms.local"}
    users = {path.relative_to(ROOT).as_posix() for path in sources("webapp") if concrete & set(modules(path))}
    assert users == {"webapp/engine.py"}


LINT = "from importlinter.cli import lint_imports_command; lint_imports_command()"


def imports(path: Path) -> set[str]:
    return {module.split(".")[0] for module in modules(path)}


def modules(path: Path) -> list[str]:
    found = []
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            found += [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
    return found
