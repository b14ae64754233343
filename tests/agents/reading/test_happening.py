"""What happened is asked of by its verb; and how people speak of amounts, prices and what they have together."""

from pathlib import Path

import pytest

from agents.model import Edge, Node, frozen_props
from tests.agents.reading.worlds import World, world

PAINTERS = ("Ida Voss", "Karl Brenner", "Mona Leigh")
CANVASES = {"Red Barn": ("oil", 3, 2001), "Low Tide": ("oil", 1, 2010), "Old Mill": ("prints", 2, 2012)}
AUCTIONS = {
    "lot 1": ("Red Barn", "Ida Voss", "2021-03-01", 900_000),
    "lot 2": ("Low Tide", "Karl Brenner", "2022-06-09", 120_000),
    "lot 3": ("Red Barn", "Karl Brenner", "2023-10-10", 1_400_000),
}


def _node(id: str, type: str, **props: str | int) -> Node:
    return Node(f"{type}:{id}", type, id, props=frozen_props(props))


RECORDS = [
    *(_node(each, "Person") for each in PAINTERS),
    *(
        _node(name, "Canvas", technique=technique, owners=owners, released=year)
        for name, (technique, owners, year) in CANVASES.items()
    ),
    *(_node(lot, "Bid", placed_on=day, amount=amount) for lot, (_, _, day, amount) in AUCTIONS.items()),
    *(Edge(f"Bid:{lot}", "bid_for", f"Canvas:{canvas}") for lot, (canvas, _, _, _) in AUCTIONS.items()),
    *(Edge(f"Bid:{lot}", "made_by", f"Person:{person}") for lot, (_, person, _, _) in AUCTIONS.items()),
    Edge("Canvas:Red Barn", "painted_by", "Person:Mona Leigh"),
    Edge("Canvas:Low Tide", "painted_by", "Person:Mona Leigh"),
    Edge("Canvas:Old Mill", "painted_by", "Person:Ida Voss"),
    _node("Guild 1", "Guild"),
    _node("Guild 2", "Guild"),
    Edge("Person:Ida Voss", "in_guild", "Guild:Guild 1"),
    Edge("Person:Mona Leigh", "in_guild", "Guild:Guild 1"),
    Edge("Person:Mona Leigh", "in_guild", "Guild:Guild 2"),
    Edge("Person:Karl Brenner", "in_guild", "Guild:Guild 2"),
]


@pytest.fixture(scope="module")
def gallery(tmp_path_factory: pytest.TempPathFactory) -> World:
    return world(Path(tmp_path_factory.mktemp("gallery")), RECORDS)


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("Who bid for Low Tide?", {"Karl Brenner"}),
        ("When did Karl Brenner bid for Red Barn?", {"2023-10-10"}),
        ("When did Karl Brenner last bid?", {"2023-10-10"}),
        ("When did Karl Brenner first bid?", {"2022-06-09"}),
        ("How much did Ida Voss bid for Red Barn?", {900_000}),
        ("How often did Karl Brenner bid?", {2}),
        ("What was the highest bid?", {"lot 3"}),
        ("Which bids were over a million?", {"lot 3"}),
        ("Which bids are under half a million?", {"lot 2"}),
        ("Which canvases did Mona Leigh release?", {"Red Barn", "Low Tide"}),
        ("Which canvases were released by Ida Voss?", {"Old Mill"}),
        ("What did all the bids amount to together?", {2_420_000}),
        ("What is the average amount in 2022?", {120_000}),
        ("Which print canvases are there?", {"Old Mill"}),
        ("Which three-owner canvases are there?", {"Red Barn"}),
        ("Which people have a guild with Ida Voss?", {"Mona Leigh"}),
    ],
)
def test_it_is_read_as_people_mean_it(gallery: World, question: str, found: set[object]) -> None:
    assert gallery.answers(question) == found


@pytest.mark.parametrize(
    "question", ["When did Karl Brenner bid for Red Barn?", "How much did Ida Voss bid for Red Barn?"]
)
def test_a_time_or_an_amount_of_what_happened_is_shown(gallery: World, question: str) -> None:
    assert gallery.read(question).status == "clear"


def test_what_is_tall_is_no_amount_whatever(gallery: World) -> None:
    assert gallery.read("What is the tallest bid?").status == "none"


def test_people_with_something_have_it_and_share_it_with_nobody(gallery: World) -> None:
    assert gallery.answers("people with Guild 1") == {"Ida Voss", "Mona Leigh"}
