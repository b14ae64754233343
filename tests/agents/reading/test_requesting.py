"""Requests as people word them: sums by adding up, everything that has something, and words that ask nothing."""

from pathlib import Path

import pytest

from agents.model import Edge, Node, frozen_props
from agents.reading.requesting import adds_up
from tests.agents.reading.worlds import World, world

JARS = {"Plum": (4, 6), "Quince": (30, 9), "Rhubarb": (7, 5)}
MEMBERS = {"Ola Berg": "Plum", "Una Frost": "Quince"}
RECORDS = [
    *(Node(f"j:{n}", "Jar", n, props=frozen_props({"stock": stock, "price": p})) for n, (stock, p) in JARS.items()),
    *(Node(f"m:{name}", "Member", name) for name in MEMBERS),
    *(Edge(f"m:{name}", "likes", f"j:{jar}") for name, jar in MEMBERS.items()),
    *(Node(f"l:{n}", "Loan", f"loan {n}", props=frozen_props({"deposit": sum})) for n, sum in ((1, 20), (2, 35))),
    *(Edge(f"l:{n}", "taken_by", "m:Ola Berg") for n in (1, 2)),
]


@pytest.fixture(scope="module")
def larder(tmp_path_factory: pytest.TempPathFactory) -> World:
    return world(Path(tmp_path_factory.mktemp("larder")), RECORDS)


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("Show me everything with a stock under 10", {"Plum", "Rhubarb"}),
        ("Everything with fewer than 10 in stock please", {"Plum", "Rhubarb"}),
        ("Can you list everything with a price above 5?", {"Plum", "Quince"}),
        ("Show me everyone who likes Quince", {"Una Frost"}),
        ("Add up the deposits", {55}),
        ("Add up all the deposits for me please", {55}),
        ("Could you total up the deposits?", {55}),
        ("Add the deposits of the loans up for me", {55}),
        ("Which jars have a stock under 10 at the moment?", {"Plum", "Rhubarb"}),
        ("Right now, which jars have a stock under 10?", {"Plum", "Rhubarb"}),
        ("Tell me who likes Plum at the moment", {"Ola Berg"}),
        ("Who likes Plum these days?", {"Ola Berg"}),
        ("How many loans are there so far?", {2}),
        ("Find me the jars for me please with a stock under 5", {"Plum"}),
    ],
)
def test_it_is_read_as_it_is_meant(larder: World, question: str, found: set[object]) -> None:
    readings = larder.read(question)
    assert larder.cells(readings.readings[0]) == found
    assert readings.lacking == ()


def test_whether_everyone_does_is_not_whether_anyone_does(larder: World) -> None:
    assert larder.read("Does everyone who likes Plum like Quince?").status != "clear"


@pytest.mark.parametrize(
    ("text", "adds"),
    [
        ("total up the fees", True),
        ("please add the fees up for me", True),
        ("add Ohio to Texas", False),
        ("add an end up north", False),
        ("what is up?", False),
    ],
)
def test_it_tells_what_adds_up(text: str, adds: bool) -> None:
    assert adds_up(text) is adds
