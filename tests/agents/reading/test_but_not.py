""" "Those with A but not B": what B is taken from, where B is also a thing of the kind that is asked for."""

import pytest

from agents.model import Edge, Node
from tests.agents.reading.worlds import World, world


@pytest.fixture
def ward(tmp_path_factory: pytest.TempPathFactory) -> World:
    illnesses = [Node(f"i:{name}", "Illness", name) for name in ("Brown fever", "Grey ague", "Redness")]
    signs = [Node(f"s:{name}", "Sign", name) for name in ("Cough", "Redness")]
    shown = [("Brown fever", "Cough"), ("Grey ague", "Cough"), ("Grey ague", "Redness")]
    edges = [Edge(f"i:{illness}", "shows", f"s:{sign}") for illness, sign in shown]
    return world(tmp_path_factory.mktemp("ward"), [*illnesses, *signs, *edges])


def test_what_shows_the_second_is_taken_out(ward: World) -> None:
    assert ward.answers("Which illnesses show cough but not redness?") == {"Brown fever"}


def test_except_takes_out_the_thing_itself(ward: World) -> None:
    assert ward.answers("Which illnesses show cough except Grey ague?") == {"Brown fever"}
