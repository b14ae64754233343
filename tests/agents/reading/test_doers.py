"""Who does something, by a noun of the verb; who did it together; what was done to one thing twice."""

import pytest

from agents.model import Edge, Node
from tests.agents.reading.worlds import World, world

PEOPLE = {"Ada Finch": 1950, "Bela Kern": 1971, "Cora Lund": 1932, "Dov Pell": 1990}
FILMS = ("The Long Quay", "Red Tram", "Salt", "Windless")
ACTED = {"The Long Quay": ["Ada Finch", "Bela Kern"], "Red Tram": ["Ada Finch", "Cora Lund"], "Salt": ["Bela Kern"]}
PARTS = {"Ada Finch": "The Ferryman", "Bela Kern": "Old Joss", "Cora Lund": "Mrs Vane"}
DIRECTED = {"The Long Quay": "Cora Lund", "Red Tram": "Dov Pell", "Salt": "Dov Pell"}
REVIEWED = [("Bela Kern", "Red Tram", 60), ("Dov Pell", "Red Tram", 90), ("Ada Finch", "Salt", 40)]


@pytest.fixture(scope="module")
def films(tmp_path_factory: pytest.TempPathFactory) -> World:
    nodes = [
        *(Node(name, "Person", name, props={"born": born}) for name, born in PEOPLE.items()),
        *(Node(name, "Film", name) for name in FILMS),
    ]
    edges = [
        *(Edge(who, "ACTED_IN", film, {"roles": (PARTS[who],)}) for film, several in ACTED.items() for who in several),
        *(Edge(who, "DIRECTED", film) for film, who in DIRECTED.items()),
        Edge("Dov Pell", "PRODUCED", "Salt"),
        *(Edge(who, "REVIEWED", film, props={"rating": rating}) for who, film, rating in REVIEWED),
        Edge("Ada Finch", "FOLLOWS", "Bela Kern"),
    ]
    return world(tmp_path_factory.mktemp("films"), [*nodes, *edges])


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("List all directors.", {"Cora Lund", "Dov Pell"}),
        ("Who is the director of Salt?", {"Dov Pell"}),
        ("Who is the oldest actor?", {"Cora Lund"}),
        ("Which director has directed the most films?", {"Dov Pell"}),
        ("Which directors have directed Ada Finch?", {"Cora Lund", "Dov Pell"}),
        ("Which films have no director?", {"Windless"}),
        ("Who are the followers of Bela Kern?", {"Ada Finch"}),
    ],
)
def test_who_does_something_is_called_by_the_verb(films: World, question: str, found: set[str]) -> None:
    assert films.answers(question) == found


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("Who acted with Ada Finch?", {"Bela Kern", "Cora Lund"}),
        ("Which actors have worked with Bela Kern?", {"Ada Finch"}),
        ("Which directors worked with Bela Kern?", {"Cora Lund", "Dov Pell"}),
    ],
)
def test_with_somebody_is_in_the_same(films: World, question: str, found: set[str]) -> None:
    assert films.answers(question) == found


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("Who directed and produced Salt?", {"Dov Pell"}),
        ("Who directed or reviewed Red Tram?", {"Dov Pell", "Bela Kern"}),
        ("Who directed and reviewed Salt?", set()),
    ],
)
def test_two_verbs_wait_for_one_thing(films: World, question: str, found: set[str]) -> None:
    assert films.answers(question) == found


def test_what_edges_say_has_an_average(films: World) -> None:
    assert films.answers("What is the average rating of Red Tram?") == {75.0}
    assert "rating" in films.best("What is the average rating of Red Tram?").words


def test_an_average_of_what_edges_say_is_of_these_edges_only(films: World) -> None:
    assert films.answers("What is the average rating of Salt?") == {40.0}


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("Who played Old Joss?", {"Bela Kern"}),
        ("Who played Old Joss in Salt?", {"Bela Kern"}),
        ("In which film does Mrs Vane appear?", {"Red Tram"}),
    ],
)
def test_a_text_that_edges_say_stands_for_their_ends(films: World, question: str, found: set[str]) -> None:
    assert films.answers(question) == found


def test_what_an_edge_says_is_worded(films: World) -> None:
    assert films.best("Who played Old Joss?").words == "people that acted in things with the role Old Joss"


def test_nobody_is_who_played_a_part_that_no_edge_tells(films: World) -> None:
    assert films.read("Who played Captain Nemo?").status == "none"


def test_who_did_two_things_did_both(films: World) -> None:
    assert films.answers("Who has acted and directed?") == {"Cora Lund"}
    assert films.answers("Who has both acted and directed?") == {"Cora Lund"}
