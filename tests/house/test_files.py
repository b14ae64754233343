"""What may lie in the repository, and what a page may ask for."""

import re
from pathlib import Path

import pytest

from tests.house.repository import MANUAL, ROOT, committed

TEXT = {".py", ".md", ".toml", ".txt", ".html", ".css", ".js", ".yaml", ".yml", ".jsonl", ".json", ".cfg", ""}
HOST = re.compile(r"""(?:https?:|wss?:|["'(=\s])//[a-z0-9[]""", re.IGNORECASE)
NAMESPACE = re.compile(r"https?://(?:www\.w3\.org|graphml\.graphdrawing\.org)/[\w/#.-]*")
LINK = re.compile(r"<a\b[^>]*>", re.IGNORECASE)
COMMENT = re.compile(r"/\*.*?\*/|^\s*//.*$|(?<=[;{}(),])\s*// .*$", re.DOTALL | re.MULTILINE)


def test_no_file_is_over_a_megabyte():
    assert [path.name for path in committed() if path.stat().st_size > 1_000_000] == []


def test_no_asset_of_others_is_committed():
    vendored = re.compile(r"\.min\.(js|css)$|\.(woff2?|ttf|otf|eot|onnx|whl)$|node_modules|(^|/)vendor/")
    assert [path for path in relative(committed()) if vendored.search(path)] == []


def test_no_file_names_a_place_on_a_machine():
    place = re.compile(r"(?<![\w.}-])/(?:home|Users|root|work|mnt)/\w")
    texts = [path for path in committed() if path.suffix in TEXT]
    assert [path for path in relative(texts) if place.search((ROOT / path).read_text(errors="replace"))] == []


@pytest.mark.parametrize("suffix", [".html", ".css", ".js"])
def test_no_page_asks_another_host(suffix: str):
    pages = [path for folder in ("templates", "webapp") for path in (ROOT / folder).rglob(f"*{suffix}")]
    assert pages
    assert [path for path in relative(pages) if HOST.search(asked(ROOT / path))] == []


def test_the_manual_shows_no_picture_of_another_host():
    foreign = re.compile(r"!\[[^\]]*\]\(\s*(?:https?:)?//|<(?:img|script|iframe|link)\b", re.IGNORECASE)
    assert [page.name for page in MANUAL.glob("*.md") if foreign.search(page.read_text())] == []


def asked(path: Path) -> str:
    """Return what a browser may fetch by itself: no namespaces, no links to click, no script's comments."""
    text = NAMESPACE.sub("", LINK.sub("", path.read_text()))
    return text if path.suffix == ".html" else COMMENT.sub("", text)


def relative(paths: list[Path]) -> list[str]:
    return [path.relative_to(ROOT).as_posix() for path in paths]
