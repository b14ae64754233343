"""Where a named thing lacks what its like has, "no" and 0 are answers, and no other reading takes their place."""

import pytest

from agents.model import Edge, Node
from tests.agents.reading.worlds import World, world


@pytest.fixture
def chain(tmp_path_factory: pytest.TempPathFactory) -> World:
    parts = [Node(f"p:{name}", "Province", name) for name in ("Arna", "Birk", "Dunmore")]
    people = [Node("h:1", "Person", "Ada Lund"), Node("h:2", "Person", "Bo Eng")]
    edges = [Edge("p:Arna", "part_of", "p:Birk"), Edge("p:Birk", "part_of", "p:Dunmore")]
    return world(tmp_path_factory.mktemp("chain"), [*parts, *people, *edges, Edge("h:1", "taught_by", "h:2")])


def test_the_top_of_a_chain_is_part_of_nothing(chain: World) -> None:
    assert chain.best("Is Arna part of Birk?").form == "verdict"
    assert chain.answers("Is Arna part of Birk?") == {"Arna"}
    assert chain.answers("Is Dunmore part of Arna?") == set()


def test_an_active_verb_asks_back_along_a_passive_name(chain: World) -> None:
    assert chain.answers("Whom did Bo Eng teach?") == {"Ada Lund"}
    assert chain.answers("Who was Ada Lund taught by?") == {"Bo Eng"}
