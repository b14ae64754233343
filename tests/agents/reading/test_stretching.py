"""Stretches of time, whose ends share what they do not both say."""

from pathlib import Path

import pytest

from agents.model import Node, frozen_props
from tests.agents.reading.worlds import World, world

DIVES = {
    "dive 1": "2024-11-20",
    "dive 2": "2025-03-01",
    "dive 3": "2025-03-04",
    "dive 4": "2025-03-09",
    "dive 5": "2025-05-30",
    "dive 6": "2025-06-02",
}
RECORDS = [Node(f"d:{name}", "Dive", name, props=frozen_props({"date": day})) for name, day in DIVES.items()]


@pytest.fixture(scope="module")
def reef(tmp_path_factory: pytest.TempPathFactory) -> World:
    return world(Path(tmp_path_factory.mktemp("reef")), RECORDS)


@pytest.mark.parametrize(
    ("said", "numbers"),
    [
        ("between 1 and 4 March 2025", "23"),
        ("between 1 March and 4 March 2025", "23"),
        ("between the 2nd and the 9th of March 2025", "34"),
        ("from 3 to 9 March 2025", "34"),
        ("from 3 through 9 March 2025", "34"),
        ("from March 3 to 9, 2025", "34"),
        ("between March 3 and March 9, 2025", "34"),
        ("between 4 March and 1 June 2025", "345"),
        ("between March and May 2025", "2345"),
        ("from May to June 2025", "56"),
        ("between 4 May 2025 and 9 June", "56"),
        ("between November and March 2025", "1234"),
        ("between May 2025 and June 2025", "56"),
        ("on the 4th of March 2025", "3"),
        ("on March 4, 2025", "3"),
    ],
)
def test_it_is_read_whole(reef: World, said: str, numbers: str) -> None:
    found = {f"dive {number}" for number in numbers}
    assert reef.answers(f"Which dives were {said}?") == found
    assert reef.answers(f"Which dives took place {said}?") == found
    assert reef.answers(f"How many dives were there {said}?") == {len(found)}


def test_it_is_surely_read(reef: World) -> None:
    assert reef.read("Which dives were between March and May 2025?").status == "clear"
    assert reef.read("Which dives were between 1 and 4 March 2025?").status == "clear"
