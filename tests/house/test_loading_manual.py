"""The manual's example files load as they stand."""

import re
from pathlib import Path

from agents.graphs.sqlite import SqliteStore
from agents.loaders.formats import FORMATS
from agents.loaders.load import load_files
from tests.house.repository import MANUAL, first_cells

ENDINGS = {"turtle": "ttl"}
EXAMPLE = re.compile(r"^```(tsv|csv|jsonl|obo|turtle)\n(.+?)^```$", re.MULTILINE | re.DOTALL)


def test_every_example_loads_with_nothing_rejected(tmp_path: Path):
    files = [
        write(tmp_path / f"example{number}.{ENDINGS.get(ending, ending)}", text)
        for number, (ending, text) in enumerate(examples())
    ]
    result = load_files(SqliteStore(tmp_path / "graphs.sqlite3"), "examples", files)
    assert (result.rejected, result.counts.nodes_added, result.counts.edges_added) == (0, 13, 7)


def test_every_format_is_described():
    described = set(first_cells((MANUAL / "loading.md").read_text()))
    assert set(FORMATS) <= described


def examples() -> list[tuple[str, str]]:
    return EXAMPLE.findall((MANUAL / "loading.md").read_text())


def write(path: Path, text: str) -> Path:
    path.write_text(text)
    return path
