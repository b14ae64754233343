"""What edges say of themselves: asked for, compared, and ranked by."""

from pathlib import Path
from typing import Any

import pytest

from agents.model import Edge, Node
from tests.agents.reading.worlds import World, world

PAY = {
    ("Ada", "Mill"): (30, 1999),
    ("Ada", "Dairy"): (55, 2008),
    ("Ben", "Mill"): (41, 2014),
    ("Cleo", "Dairy"): (38, 1991),
}
NODES = [
    *(Node(f"p:{name}", "Person", name) for name in ("Ada", "Ben", "Cleo")),
    *(Node(f"f:{name}", "Firm", name, props={"founded": 1970}) for name in ("Mill", "Dairy")),
]
EDGES = [
    Edge(f"p:{person}", "works_for", f"f:{firm}", {"salary": pay, "since": since})
    for (person, firm), (pay, since) in PAY.items()
]


@pytest.fixture(scope="module")
def firms(tmp_path_factory: pytest.TempPathFactory) -> World:
    folder: Path = tmp_path_factory.mktemp("firms")
    return world(folder, [*NODES, *EDGES])


@pytest.mark.parametrize(
    ("question", "answers"),
    [
        ("What is Ben's salary?", {41}),
        ("What is the salary of Ada at the Dairy?", {55}),
        ("Since when has Ada worked for the Mill?", {1999}),
        ("Who has the highest salary?", {"Ada"}),
        ("Who has the highest salary at the Mill?", {"Ben"}),
        ("Who has the lowest salary at the Dairy?", {"Cleo"}),
        ("Who has a salary above 40?", {"Ada", "Ben"}),
        ("Which people work for the Mill with a salary of at least 41?", {"Ben"}),
        ("Who has worked for the Dairy since 2000?", {"Ada"}),
        ("Who has worked for the Dairy for the longest?", {"Cleo"}),
        ("Who works for the Mill?", {"Ada", "Ben"}),
        ("When was the Mill founded?", {1970}),
    ],
)
def test_edges_say_something(firms: World, question: str, answers: set[Any]) -> None:
    assert firms.answers(question) == answers


def test_a_reading_says_what_the_edges_must_say(firms: World) -> None:
    best = firms.best("Which people work for the Mill with a salary of at least 41?")
    assert best.words == "people that work for Mill with a salary that is at least 41"


VOTES = [("Ada", "New Lane", "for"), ("Ben", "New Lane", "against"), ("Cleo", "New Lane", "abstained")]
VOTES += [("Ada", "Old Fees", "against"), ("Ben", "Old Fees", "for"), ("Ben", "Late Hours", "against")]


@pytest.fixture(scope="module")
def chamber(tmp_path_factory: pytest.TempPathFactory) -> World:
    motions = sorted({motion for _, motion, _ in VOTES})
    nodes = [*NODES[:3], *(Node(f"m:{each}", "Motion", each) for each in motions)]
    edges = [Edge(f"p:{who}", "votedOn", f"m:{motion}", {"vote": vote}) for who, motion, vote in VOTES]
    return world(tmp_path_factory.mktemp("chamber"), [*nodes, *edges])


@pytest.mark.parametrize(
    ("question", "answers"),
    [
        ("Who voted against New Lane?", {"Ben"}),
        ("Who voted for New Lane?", {"Ada"}),
        ("Who abstained on New Lane?", {"Cleo"}),
        ("Who voted on New Lane?", {"Ada", "Ben", "Cleo"}),
        ("Which motions did Ben vote against?", {"New Lane", "Late Hours"}),
    ],
)
def test_a_preposition_may_be_what_edges_say(chamber: World, question: str, answers: set[Any]) -> None:
    assert chamber.answers(question) == answers


def test_a_verdict_is_of_what_edges_say(chamber: World) -> None:
    best = chamber.best("Did Ben vote against Old Fees?")
    assert (best.form, best.words) == ("verdict", "whether Ben voted on Old Fees with the vote against")
