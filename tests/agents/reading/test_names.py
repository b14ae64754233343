"""Schema names as words, and questions to graphs of other naming habits."""

import pytest

from agents.model import Edge, Node
from agents.reading.names import bare, plain, spoken
from tests.agents.reading.worlds import World, world


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("bornIn", "born in"),
        ("BORN_IN", "born in"),
        ("person.born-in", "born in"),
        ("has_HTTPServer", "has http server"),
        ("people.person.place_of_birth", "place of birth"),
        ("http://example/ns#worksOn", "works on"),
        ("größeInMetern", "größe in metern"),
        ("x", "x"),
        ("", ""),
    ],
)
def test_a_name_is_spoken_as_words(name: str, words: str) -> None:
    assert spoken(name) == words


@pytest.mark.parametrize(
    ("name", "words"),
    [("tbl_order", "order"), ("ship_dt", "ship date"), ("wt_kg", "weight"), ("length (km)", "length"), ("ID", "id")],
)
def test_a_column_is_called_as_people_say_it(name: str, words: str) -> None:
    assert plain(spoken(name)) == words


def test_words_that_say_nothing_are_left_out() -> None:
    assert bare("has a phenotype") == "phenotype"
    assert bare("has") == "has"


@pytest.mark.parametrize("relation", ["worksOn", "works_on", "WORKS_ON", "works on", "job.employee.works_on"])
def test_a_relation_is_found_however_it_is_written(relation: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    nodes = [Node("p:1", "Person", "Mia Torres"), Node("q:1", "Project", "Lantern")]
    team = world(tmp_path_factory.mktemp("team"), [*nodes, Edge("p:1", relation, "q:1")])
    assert team.answers("What does Mia Torres work on?") == {"Lantern"}
    assert team.answers("Who works on Lantern?") == {"Mia Torres"}


@pytest.fixture(scope="module")
def club(tmp_path_factory: pytest.TempPathFactory) -> World:
    nodes = [
        Node("t:1", "Team", "Harbour Rovers", props={"pts": 31, "goals_agst": 12}),
        Node("t:2", "Team", "Mill United", props={"pts": 20, "goals_agst": 40}),
        Node("p:1", "Person", "Ana Pires"),
    ]
    return world(tmp_path_factory.mktemp("club"), [*nodes, Edge("t:1", "HAS_MGR", "p:1")])


@pytest.mark.parametrize(
    ("question", "answers"),
    [
        ("Who is the manager of Harbour Rovers?", {"Ana Pires"}),
        ("How many goals against does Harbour Rovers have?", {12}),
    ],
)
def test_abbreviations_are_seen_through(club: World, question: str, answers: set[object]) -> None:
    assert club.answers(question) == answers
