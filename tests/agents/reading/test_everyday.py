"""How people ask of a firm and its library: per, nobody, most recently, women, centuries, what is made of one stem."""

from pathlib import Path

import pytest

from agents.model import Edge, Node, frozen_props
from tests.agents.reading.worlds import World, world

PEOPLE = {
    "Ada": {"hired": "2010-05-01", "born": 1970, "sex": "female", "retired": 2019},
    "Ben": {"hired": "2021-03-04", "born": 1988, "sex": "male"},
    "Cy": {"hired": "2015-09-09", "born": 1979, "sex": "male"},
}
TALKS = {"Tides": {"outcome": "success", "pages": 40}, "Ropes": {"outcome": "failure", "pages": 90}}


def _node(id: str, type: str, name: str, **props: str | int) -> Node:
    return Node(id, type, name, props=frozen_props(props))


RECORDS = [
    *(_node(f"p:{name}", "Employee", name, **props) for name, props in PEOPLE.items()),
    *(_node(f"t:{name}", "Lecture", name, **props) for name, props in TALKS.items()),
    _node("d:sales", "Department", "Sales"),
    _node("d:lab", "Department", "Laboratory"),
    Edge("p:Ada", "member_of", "d:sales"),
    Edge("p:Ben", "member_of", "d:lab"),
    Edge("p:Cy", "member_of", "d:lab"),
    Edge("p:Ada", "attended", "t:Tides", frozen_props({"year": 2012, "notes": 7})),
    Edge("p:Ben", "reports_to", "p:Ada"),
]


@pytest.fixture(scope="module")
def firm(tmp_path_factory: pytest.TempPathFactory) -> World:
    return world(Path(tmp_path_factory.mktemp("firm")), RECORDS)


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Who works in Sales?", {"Ada"}),
        ("Who was hired most recently?", {"Ben"}),
        ("Who is older than Cy?", {"Ada"}),
        ("Which employees are women?", {"Ada"}),
        ("Which employees are retired?", {"Ada"}),
        ("Which lectures has nobody attended?", {"Ropes"}),
        ("Which lectures failed?", {"Ropes"}),
        ("Which lectures were successful?", {"Tides"}),
        ("What is the longest lecture?", {"Ropes"}),
        ("Who is Ben's manager?", {"Ada"}),
    ],
)
def test_it_is_read_as_people_mean_it(firm: World, question: str, names: set[str]) -> None:
    assert firm.answers(question) == names


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("When did Ada attend Tides?", "the year of Ada that attended Tides"),
        ("Which employees have no manager?", "employees other than those that report to things"),
        ("Do Ben and Cy have the same manager?", "whether there are employees that both Ben and Cy report to"),
    ],
)
def test_what_joins_two_is_asked(firm: World, question: str, words: str) -> None:
    assert firm.best(question).words == words


def test_a_century_is_its_years(firm: World) -> None:
    assert "1901" in firm.best("Which employees were born in the 20th century?").words


def test_per_asks_of_each(firm: World) -> None:
    assert "each of the departments" in firm.best("number of employees per department").words


def test_all_of_a_type_are_no_answer_to_which(firm: World) -> None:
    assert firm.read("Which lectures are about love?").status == "none"


def test_a_year_is_no_answer_to_where(firm: World) -> None:
    assert firm.read("Where was Ada born?").status == "none"
