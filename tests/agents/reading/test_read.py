"""The reader keeps what it knows of a graph until that changes, and reads for many at once."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from agents.declaration import declaration
from agents.model import Edge, Node
from tests.agents.reading.worlds import GRAPH, World, world


@pytest.fixture
def shop(tmp_path_factory: pytest.TempPathFactory) -> World:
    nodes = [Node("p:1", "Person", "Ana Pires"), Node("s:1", "Shop", "Blue Door")]
    return world(tmp_path_factory.mktemp("shop"), [*nodes, Edge("p:1", "owns", "s:1")])


def test_what_is_known_of_a_graph_is_kept(shop: World) -> None:
    assert shop.reader.lexicon(GRAPH) is shop.reader.lexicon(GRAPH)


def test_a_changed_graph_is_known_anew(shop: World) -> None:
    assert shop.reader.relations(GRAPH, "born in")[0].relation == "owns"
    shop.store.load(GRAPH, [Node("t:1", "Town", "Arna"), Edge("p:1", "born_in", "t:1")])
    assert shop.answers("Where was Ana Pires born?") == {"Arna"}


def test_a_node_that_is_new_is_linked(shop: World) -> None:
    assert shop.linked("Who owns Red Gate?") == {"Red Gate": []}
    shop.store.load(GRAPH, [Node("s:2", "Shop", "Red Gate"), Edge("p:1", "owns", "s:2")])
    assert shop.answers("Who owns Red Gate?") == {"Ana Pires"}


def test_a_new_definition_is_known(shop: World) -> None:
    shop.store.load(GRAPH, [Node("s:3", "Shop", "Old Mill", props={"age": 300})])
    shop.store.declare(GRAPH, declaration({"definitions": {"ancient place": "Shop where age > 100"}}))
    assert shop.answers("List the ancient places") == {"Old Mill"}


def test_eight_threads_read_alike(land: World) -> None:
    questions = [
        "Which cities are in Alder?",
        "How many rivers flow through Birch?",
        "What is the largest state?",
        "Does Alder border Birch?",
    ]
    alone = [land.read(each) for each in questions]
    fresh = World(land.store, type(land.reader)(land.store, land.reader.lexicon(GRAPH).embedder))
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(fresh.read, questions * 8))
    assert together == alone * 8
