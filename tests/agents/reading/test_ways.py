"""Where from and where to, and amounts said in units: flights between fields."""

import pytest

from agents.model import Edge, Node
from tests.agents.reading.worlds import World, world

FIELDS = ("Alder Field", "Birch Strip", "Cedar Heath")
FLIGHTS = {
    "FL1": ("Alder Field", "Birch Strip", 45),
    "FL2": ("Alder Field", "Cedar Heath", 150),
    "FL3": ("Cedar Heath", "Alder Field", 155),
}


@pytest.fixture(scope="module")
def air(tmp_path_factory: pytest.TempPathFactory) -> World:
    nodes = [
        *(Node(name, "Airport", name) for name in FIELDS),
        *(Node(name, "Flight", name, props={"duration_minutes": m}) for name, (_, _, m) in FLIGHTS.items()),
    ]
    edges = [
        *(Edge(name, "DEPARTS_FROM", start) for name, (start, _, _) in FLIGHTS.items()),
        *(Edge(name, "ARRIVES_AT", end) for name, (_, end, _) in FLIGHTS.items()),
    ]
    return world(tmp_path_factory.mktemp("air"), [*nodes, *edges])


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("Which airports can I reach from Alder Field?", {"Birch Strip", "Cedar Heath"}),
        ("Which flights leave from Cedar Heath?", {"FL3"}),
        ("Which flights arrive at Alder Field?", {"FL3"}),
    ],
)
def test_from_is_told_from_to(air: World, question: str, found: set[str]) -> None:
    assert air.answers(question) == found


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("Which flights take more than two hours?", {"FL2", "FL3"}),
        ("Which flights take less than an hour?", {"FL1"}),
        ("Which flights are longer than an hour?", {"FL2", "FL3"}),
    ],
)
def test_a_number_in_a_unit_is_of_what_is_recorded_in_one_like_it(air: World, question: str, found: set[str]) -> None:
    assert air.answers(question) == found


def test_and_with_a_property_narrows_further(air: World) -> None:
    asked = "Which flights depart from Alder Field and have a duration greater than 60?"
    assert air.answers(asked) == {"FL2"}
