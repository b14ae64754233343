"""A base that stands, and two real cards on a shelf."""

from pathlib import Path

import pytest

from agents.cards.base import Base
from agents.cards.shelf import Shelf

DATA = Path(__file__).parents[2] / "data" / "cards"


@pytest.fixture(scope="session")
def base(smollm2):
    return Base(smollm2)


@pytest.fixture
def shelf(tmp_path):
    return Shelf(tmp_path / "cards")


@pytest.fixture
def velm(shelf):
    return shelf.take("island", DATA / "velm.card")


@pytest.fixture
def dunmere(shelf):
    return shelf.take("island", DATA / "dunmere.card")
