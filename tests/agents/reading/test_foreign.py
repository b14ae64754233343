"""A graph whose schema is in Spanish, asked in English."""

import pytest

from agents.model import Edge, Node
from tests.agents.reading.worlds import World, world

NODES = [
    Node("p:azul", "Pelicula", "Noche Azul", props={"duracion": 95}),
    Node("p:mar", "Pelicula", "El Mar", props={"duracion": 140}),
    Node("d:ana", "Directora", "Ana Rey"),
    Node("d:eva", "Directora", "Eva Sol"),
    Node("c:lugo", "Ciudad", "Lugo"),
    Node("c:vigo", "Ciudad", "Vigo"),
]
EDGES = [
    Edge("p:azul", "dirigida_por", "d:ana"),
    Edge("p:mar", "dirigida_por", "d:eva"),
    Edge("d:ana", "nacida_en", "c:lugo"),
    Edge("d:eva", "nacida_en", "c:vigo"),
]


@pytest.fixture(scope="module")
def cine(tmp_path_factory: pytest.TempPathFactory) -> World:
    return world(tmp_path_factory.mktemp("cine"), [*NODES, *EDGES])


def test_a_relation_is_found_by_its_meaning(cine: World) -> None:
    assert cine.answers("Who directed Noche Azul?") == {"Ana Rey"}


def test_a_chain_of_two_is_followed(cine: World) -> None:
    assert cine.answers("Where was the director of El Mar born?") == {"Vigo"}


def test_a_type_and_a_property_are_found(cine: World) -> None:
    assert cine.answers("Which film has the longest duration?") == {"El Mar"}
