"""What the README and the manual say is there."""

import re
from pathlib import Path

import pytest
from django.core.management import get_commands

from tests.house.repository import README, ROOT, committed, documents

PLACE = re.compile(r"`((?:agents|webapp|templates|tests|bench|\.ci)/[\w./*-]*|[\w-]+\.(?:py|md|toml|txt))`")

everywhere = pytest.mark.parametrize("page", documents(), ids=lambda page: page.name)


@everywhere
def test_every_make_command_exists(page: Path):
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    assert set(re.findall(r"\bmake ([a-z][a-z-]+)(?=[`\s]*(?:`|PORT|HOST|$|#))", page.read_text(), re.M)) <= targets


@everywhere
def test_every_manage_command_exists(page: Path):
    assert set(re.findall(r"manage\.py ([a-z_]+)", page.read_text())) <= set(get_commands())


@everywhere
def test_every_file_named_exists(page: Path):
    assert [place for place in PLACE.findall(page.read_text()) if not is_there(place)] == []


def test_the_readme_opens_with_a_picture_that_exists():
    first = re.search(r"!\[[^\]]+\]\(([^)]+)\)", README.read_text())
    assert first
    assert first.start() < 200
    assert (ROOT / first[1]).stat().st_size > 10_000


def test_the_readme_links_to_what_exists():
    links = re.findall(r"\]\((?!https?://)([^)#]+)\)", README.read_text())
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def is_there(place: str) -> bool:
    """Say whether a place is in the repository; a bare name may lie in any folder."""
    return any(ROOT.glob(place.rstrip("/"))) or place in {path.name for path in committed()}
