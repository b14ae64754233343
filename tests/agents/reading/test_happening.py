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
    *(_node(name, "Stipend", sum_eur=sum) for name, sum in (("First Stipend", 500), ("Second Stipend", 250))),
    *(Edge(f"Stipend:{name}", "awarded_by", "Guild:Guild 1") for name in ("First Stipend", "Second Stipend")),
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
        ("How much has Karl Brenner bid?", {1_520_000}),
        ("How much money has Karl Brenner bid so far?", {1_520_000}),
        ("How much has Guild 1 given?", {750}),
        ("How often did Karl Brenner bid?", {2}),
        ("What was the highest bid?", {"lot 3"}),
        ("Which bids were over a million?", {"lot 3"}),
        ("Which bids are under half a million?", {"lot 2"}),
        ("When did Karl Brenner last bid for a canvas?", {"2023-10-10"}),
        ("How big is lot 2?", {120_000}),
        ("Which canvases came out in 2010?", {"Low Tide"}),
        ("Which canvas had no bidding?", {"Old Mill"}),
        ("Who has never painted anything?", {"Karl Brenner"}),
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


FLEET = [
    _node("Quay North", "Yard", town="Elm", berths=4),
    _node("Quay South", "Yard", town="Ash", berths=9),
    *(
        _node(name, "Parcel", sent=sent, hazard_score=hazard, **({"delivered": came} if came else {}))
        for name, (sent, came, hazard) in {
            "box 1": ("2024-01-02", "2024-01-05", 3),
            "box 2": ("2024-02-02", "2024-02-03", 8),
            "box 3": ("2024-03-02", "", 5),
        }.items()
    ),
    Edge("Parcel:box 1", "from_yard", "Yard:Quay North"),
    Edge("Parcel:box 1", "to_yard", "Yard:Quay South"),
    Edge("Parcel:box 2", "from_yard", "Yard:Quay South"),
    Edge("Parcel:box 2", "to_yard", "Yard:Quay North"),
    _node("Plum Jam", "Preserve", minutes=90, effort="easy"),
    _node("Fig Paste", "Preserve", minutes=20, effort="hard"),
    _node("Sugar", "Ingredient", role="keeps it fresh"),
    _node("Fig", "Ingredient", role="gives the taste"),
    _node("A Thousand Days", "Preserve", minutes=33, effort="hard"),
    _node("Three-Berry Mix", "Preserve", minutes=44, effort="hard"),
    _node("Mould", "Flaw"),
    _node("Crack", "Flaw"),
    Edge("Preserve:Plum Jam", "suffers_from", "Flaw:Mould", frozen_props({"chance": "often", "chance_percent": 60})),
    Edge("Preserve:Plum Jam", "suffers_from", "Flaw:Crack", frozen_props({"chance": "seldom", "chance_percent": 4})),
    Edge("Preserve:Plum Jam", "contains", "Ingredient:Sugar", frozen_props({"grams": 300})),
    Edge("Preserve:Fig Paste", "contains", "Ingredient:Sugar", frozen_props({"grams": 80})),
    Edge("Preserve:Fig Paste", "contains", "Ingredient:Fig", frozen_props({"grams": 500})),
    _node("Ada", "Person", occupation="baker"),
    _node("Elba", "Region"),
    Edge("Person:Ada", "region", "Region:Elba"),
    Edge("Person:Ada", "lives_near", "Yard:Quay North"),
]


@pytest.fixture(scope="module")
def fleet(tmp_path_factory: pytest.TempPathFactory) -> World:
    return world(Path(tmp_path_factory.mktemp("fleet")), FLEET)


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("Which parcels left from Quay South?", {"box 2"}),
        ("Where did box 1 go?", {"Quay South"}),
        ("Where did box 2 come from?", {"Quay South"}),
        ("When did box 1 arrive?", {"2024-01-05"}),
        ("Where is Quay South?", {"Ash"}),
        ("Where is Ada?", {"Elba"}),
        ("What is the most hazardous parcel?", {"box 2"}),
        ("What is in Plum Jam?", {"Sugar"}),
        ("Which preserve is the quickest?", {"Fig Paste"}),
        ("Which preserves take less than half an hour?", {"Fig Paste"}),
        ("Which preserve contains the most sugar?", {"Plum Jam"}),
        ("Which flaw has the highest chance in Plum Jam?", {"Mould"}),
        ("How many minutes does A Thousand Days take?", {33}),
        ("How many minutes does Three-Berry Mix take?", {44}),
        ("What does sugar do?", {"keeps it fresh"}),
        ("What does Ada do for a living?", {"baker"}),
    ],
)
def test_it_is_read_so_too(fleet: World, question: str, found: set[object]) -> None:
    assert fleet.answers(question) == found


@pytest.mark.parametrize(
    ("question", "words", "rows"),
    [
        ("Has box 1 been delivered?", "whether box 1 was delivered", 1),
        ("Was box 3 delivered?", "whether box 3 was delivered", 0),
    ],
)
def test_whether_it_was_done_is_a_verdict(fleet: World, question: str, words: str, rows: int) -> None:
    best = fleet.best(question)
    assert (best.form, best.words, len(fleet.cells(best))) == ("verdict", words, rows)


def test_why_is_answered_with_no_time(fleet: World) -> None:
    assert fleet.read("Why was box 1 delivered?").status == "none"


def test_what_is_in_a_thing_that_contains_nothing_is_all_of_it(fleet: World) -> None:
    assert fleet.best("What is in box 1?").form == "describe"
