"""The repository as the tests of the house read it."""

import re
import subprocess
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
MANUAL = ROOT / "templates" / "docs"
README = ROOT / "README.md"


def pyproject() -> dict[str, Any]:
    """Return pyproject.toml as a mapping."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text())


def committed() -> list[Path]:
    """Return every file that git knows, or is about to."""
    command = ["git", "-c", f"safe.directory={ROOT}", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return [path for name in names.split("\0") if name and (path := ROOT / name).is_file() and not path.is_symlink()]


def sources(*folders: str) -> list[Path]:
    """Return the Python files under these top-level folders."""
    return [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]


def documents() -> list[Path]:
    """Return what people read: the README and the manual's pages."""
    return [README, *sorted(MANUAL.glob("*.md"))]


def sections(page: Path) -> dict[str, str]:
    """Return a page's text by its second-level headings."""
    parts = re.split(r"^## +(.+)$", page.read_text(), flags=re.MULTILINE)
    return {title.strip("` "): text for title, text in zip(parts[1::2], parts[2::2], strict=True)}


def first_cells(text: str) -> list[str]:
    """Return the first cell of each table row whose first cell is code."""
    return re.findall(r"^\| `([^`]+)` *\|", text, flags=re.MULTILINE)
