"""Questions to a graph that came out of a database's tables: columns as properties, keys as relations, ids."""

import pytest

from agents.model import Edge, Node
from tests.agents.reading.worlds import World, world

PORTS = {"Wick": ("Norland", 12), "Amble": ("Norland", 30), "Lundin": ("Suther", 7), "Quay": ("Suther", 4)}
BOATS = {  # port, hull colour, year built, crew, call sign
    "Petrel": ("Wick", "Red", 1988, 4, "PT1"),
    "Gannet": ("Wick", "Red", 1994, 9, "GN2"),
    "Skua": ("Amble", "Dark Blue", 2001, 2, "SK3"),
    "Tern": ("Wick", "Red", 2010, 6, "TN4"),
    "Auk": ("Lundin", "White", 2012, 3, "AK5"),
}
NODES = [
    *(
        Node(f"p:{n}", "harbour ports", name, props={"port id": n, "shire": shire, "berth count": berths})
        for n, (name, (shire, berths)) in enumerate(PORTS.items(), start=1)
    ),
    *(
        Node(
            f"b:{n}",
            "boats",
            name,
            props={"boat id": n, "hull colour": colour, "year built": year, "crew size": crew, "boat call sign": sign},
        )
        for n, (name, (_, colour, year, crew, sign)) in enumerate(BOATS.items(), start=1)
    ),
]
IDS = {name: f"p:{n}" for n, name in enumerate(PORTS, start=1)}
EDGES = [Edge(f"b:{n}", "port", IDS[port]) for n, (port, *_) in enumerate(BOATS.values(), start=1)]


@pytest.fixture(scope="module")
def fleet(tmp_path_factory: pytest.TempPathFactory) -> World:
    return world(tmp_path_factory.mktemp("fleet"), [*NODES, *EDGES])


@pytest.mark.parametrize(
    ("question", "answers"),
    [
        # names, and what is called by its owner
        ("What are the names of all boats?", set(BOATS)),
        ("List boat names.", set(BOATS)),
        ("Show the titles of the boats", set(BOATS)),
        ("What is the call sign of Skua?", {"SK3"}),
        ("Show the boat call signs of boats built before 2000", {"PT1", "GN2"}),
        ("Return the ids of boats with more than 5 crew size", {2, 4}),
        ("How many boats are there?", {5}),
        ("Count the number of harbour ports.", {4}),
        ("What is the total number of boats?", {5}),
        # values
        ("Which boats have hull colour 'Dark Blue'?", {"Skua"}),
        ("What are the boats whose hull colour is not Red?", {"Skua", "Auk"}),
        ("How many boats have red as their hull colour?", {3}),
        ("List the names of boats whose hull colour is White or Dark Blue", {"Skua", "Auk"}),
        # no two alike
        ("How many different hull colours are there?", {3}),
        ("Count the distinct hull colours of boats", {3}),
        ("What are the different shires of ports?", {"Norland", "Suther"}),
        # by how many have them
        ("What is the most common hull colour?", {"Red"}),
        ("Which hull colour is the most common among boats?", {"Red"}),
        ("Which shire has the most ports?", {"Norland", "Suther"}),
        ("Which hull colours do at least two boats have?", {"Red"}),
        ("What are the shires with more than one port?", {"Norland", "Suther"}),
        # counts of what is joined
        ("Which port has the largest number of boats?", {"Wick"}),
        ("Show the ports without any boats", {"Quay"}),
        # numbers a few words on
        ("Which boats have a crew size under 4?", {"Skua", "Auk"}),
        ("Which boats were built after the year 2000?", {"Skua", "Tern", "Auk"}),
    ],
)
def test_it_is_asked_as_people_ask_a_table(fleet: World, question: str, answers: set[object]) -> None:
    found = fleet.read(question)
    assert found.status == "clear"
    best = found.readings[0]
    assert (len(fleet.cells(best)) if best.form == "different" else fleet.cells(best)) == (
        next(iter(answers)) if best.form == "different" else answers
    )


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("List the names of boats in descending order of crew size.", ["Gannet", "Tern", "Petrel", "Auk", "Skua"]),
        ("What are the names of the boats, sorted by year built?", ["Petrel", "Gannet", "Skua", "Tern", "Auk"]),
        ("Sort the boats by crew size in ascending order", ["Skua", "Auk", "Petrel", "Tern", "Gannet"]),
        ("List the boats in alphabetical order", ["Auk", "Gannet", "Petrel", "Skua", "Tern"]),
    ],
)
def test_it_is_sorted_as_asked(fleet: World, question: str, rows: list[str]) -> None:
    query = fleet.best(question).query
    assert [row.cells[0].name for row in fleet.store.match("world", query).rows] == rows


def test_a_column_that_is_asked_for_besides_stands_beside_each_thing(fleet: World) -> None:
    best = fleet.best("Show the name and crew size of each boat")
    assert best.shown == ("crew size",)
    rows = fleet.store.match("world", best.query).rows
    assert {(row.cells[0].name, row.cells[-1]) for row in rows} == {(name, each[3]) for name, each in BOATS.items()}


@pytest.mark.parametrize(
    ("question", "counts"),
    [
        ("How many boats are in each port?", {("Wick", 3), ("Amble", 1), ("Lundin", 1)}),
        ("Show the number of boats for each hull colour", {("Red", 3), ("Dark Blue", 1), ("White", 1)}),
    ],
)
def test_each_has_a_count_of_its_own(fleet: World, question: str, counts: set[tuple[str, int]]) -> None:
    best = fleet.best(question)
    assert best.form == "tally"
    rows = fleet.store.match("world", best.query).rows
    assert {(getattr(row.cells[0], "name", row.cells[0]), row.cells[-1]) for row in rows} == counts


def test_an_id_is_no_amount(fleet: World) -> None:
    assert fleet.read("Which is the tallest boat?").status != "clear"
    assert fleet.read("What is the total boat id?").status != "clear"


def test_a_value_that_nothing_has_is_still_missing(fleet: World) -> None:
    assert fleet.read("Which boats have hull colour 'Mauve'?").status == "none"


@pytest.mark.parametrize(
    ("question", "answers"),
    [
        ("Which boats have a crew size above the average crew size?", {"Gannet", "Tern"}),
        ("Show the boats whose crew size is more than the average", {"Gannet", "Tern"}),
        ("Which boats have more crew than the average crew size?", {"Gannet", "Tern"}),
        ("List the boat call signs of boats with crew size below average", {"PT1", "SK3", "AK5"}),
        ("Which boats were built in 1988 or 2001?", {"Petrel", "Skua"}),
        ("Which boats have a crew size of either 2 or 3?", {"Skua", "Auk"}),
        ("Which boat has the largest crew size? Give me the boat name.", {"Gannet"}),
    ],
)
def test_it_compares_with_what_it_has_to_look_up(fleet: World, question: str, answers: set[object]) -> None:
    assert fleet.answers(question) == answers
