"""Small words that decide what is asked: what becomes of them, and what is told where nothing does."""

import pytest

from agents.model import Edge, Node
from agents.reading.meaning import impossible
from tests.agents.reading.worlds import World, world

SHEDS = {"North Shed": ("Velm", 3), "South Shed": ("Velm", 8), "Yard Shed": ("Orrin", 5)}
LOOMS = {  # shed, weaver, wood, year made, shuttles
    "Bess": ("North Shed", "Una Grale", "oak", 1951, 4),
    "Clack": ("North Shed", "Dov Parrish", "ash", 1978, 2),
    "Drum": ("South Shed", "Una Grale", "oak", 1990, 6),
    "Ebb": ("South Shed", "Dov Parrish", "elm", 2006, 3),
    "Fray": ("South Shed", "Una Grale", "oak", 2015, 9),
}
NODES = [
    *(Node(n, "sheds", n, props={"valley": valley, "doors": doors}) for n, (valley, doors) in SHEDS.items()),
    *(Node(name, "weavers", name) for name in ("Una Grale", "Dov Parrish")),
    *(
        Node(name, "looms", name, props={"loom id": n, "wood": wood, "year made": year, "shuttles": shuttles})
        for n, (name, (_, _, wood, year, shuttles)) in enumerate(LOOMS.items(), start=1)
    ),
]
EDGES = [
    *(Edge(name, "shed", shed) for name, (shed, *_) in LOOMS.items()),
    *(Edge(name, "weaver", weaver) for name, (_, weaver, *_) in LOOMS.items()),
]


@pytest.fixture(scope="module")
def mill(tmp_path_factory: pytest.TempPathFactory) -> World:
    return world(tmp_path_factory.mktemp("mill"), [*NODES, *EDGES])


@pytest.fixture(scope="module")
def bread(tmp_path_factory: pytest.TempPathFactory) -> World:
    """A graph in which nothing does anything."""
    loaves = [Node(name, "loaf", name, props={"grain": "rye"}) for name in ("Cob", "Round", "Plait")]
    shelves = [Node("top", "shelf", "Top shelf"), Node("low", "shelf", "Low shelf")]
    lies = [Edge("Cob", "lies on", "top"), Edge("Round", "lies on", "low"), Edge("Plait", "lies on", "low")]
    return world(tmp_path_factory.mktemp("bread"), [*loaves, *shelves, *lies])


@pytest.mark.parametrize(
    ("question", "answers"),
    [
        ("Which looms were made before 1960 or after 2010?", {"Bess", "Fray"}),
        ("Which looms have fewer than 3 shuttles or more than 8 shuttles?", {"Clack", "Fray"}),
        ("Show the 2 looms with the fewest shuttles", {"Clack", "Ebb"}),
        ("What is the highest number of shuttles among oak looms?", {9}),
        ("Return the maximum shuttles across all looms made of oak.", {9}),
        ("What is the total number of shuttles of oak and ash looms?", {21}),
        ("Which sheds have looms made before 1980 and looms made after 1970?", {"North Shed"}),
        ("Which sheds have both a loom made before 2000 and a loom made after 2010?", {"South Shed"}),
        ("Which sheds have looms of both Una Grale and Dov Parrish?", {"North Shed", "South Shed"}),
        ("Which shed has the largest number of looms?", {"South Shed"}),
        ("Find the name of the shed with the most looms.", {"South Shed"}),
        ("What is the loom id of Drum?", {3}),
    ],
)
def test_it_heeds_what_decides(mill: World, question: str, answers: set[object]) -> None:
    assert mill.answers(question) == answers


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("For each shed, how many looms are there?", {("North Shed", 2), ("South Shed", 3)}),
        ("For each shed, what is the average number of shuttles of its looms?", {("North Shed", 3), ("South Shed", 6)}),
        ("Show the total shuttles of looms in each shed", {("North Shed", 6), ("South Shed", 18)}),
        ("What is the average shuttles of looms for each wood?", {("oak", 19 / 3), ("ash", 2.0), ("elm", 3.0)}),
    ],
)
def test_each_has_a_number_of_its_own(mill: World, question: str, rows: set[tuple[str, float]]) -> None:
    best = mill.best(question)
    assert best.form == "tally"
    found = mill.store.match("world", best.query).rows
    assert {(getattr(row.cells[0], "name", row.cells[0]), row.cells[-1]) for row in found} == rows


def test_one_number_for_what_asks_for_each_is_told(mill: World) -> None:
    assert mill.read("How many looms does each valley need?").signs["unheeded"] > 0


@pytest.mark.parametrize("question", ["Which loom is the tallest?", "What is the wood of the tallest loom?"])
def test_a_degree_that_nothing_measures_is_not_dropped_unsaid(mill: World, question: str) -> None:
    found = mill.read(question)
    assert found.signs["unheeded"] > 0
    assert found.status != "clear"


def test_a_word_of_the_schema_that_is_left_out_is_told_from_a_strange_one(mill: World) -> None:
    assert mill.read("Which looms with castles are in North Shed?").signs["left_known"] == 0.0


def test_several_where_one_is_asked_for_is_told(mill: World) -> None:
    assert mill.read("Which loom is in South Shed?").signs["several"] == 1.0
    assert mill.read("Which looms are in South Shed?").signs["several"] == 0.0


@pytest.mark.parametrize("question", ["Who discovered Top shelf?", "Who baked Cob?"])
def test_who_is_not_answered_with_what_does_nothing(bread: World, question: str) -> None:
    assert bread.read(question).status != "clear"


def test_no_reading_asks_for_two_values_of_one_property(mill: World) -> None:
    read = mill.read("Show looms made after 2000 and before 1990").readings
    assert not any(impossible(each.meaning) for each in read if each.form == "set")
