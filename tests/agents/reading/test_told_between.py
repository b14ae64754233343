"""What edges tell by their only amount, places for "where", names but for their type, and what is said in passing."""

from pathlib import Path

import pytest

from agents.model import Edge, Node, frozen_props
from tests.agents.reading.worlds import World, world

RUNNERS = {"Ada Moss": "1999-02-01", "Ben Low": "2004-06-30", "Cy Hart": "1987-11-12"}
TIMES = {("Ada Moss", "Fell Race"): 61, ("Ben Low", "Fell Race"): 48, ("Cy Hart", "Moor Race"): 80}
CHECKS = {
    "C-7 Hill Check": ("Fell Race", "Una Peel", "2024-03-05"),
    "C-8 Moor Check": ("Moor Race", "Vic Oake", "2024-06-20"),
}
FEES = {"Fell Race": 12, "Moor Race": 20}
SHEDS = {"North Shed": "Fell Race", "South Shed": "Moor Race"}


def _node(id: str, type: str, **props: str | int) -> Node:
    return Node(f"{type}:{id}", type, id, props=frozen_props(props))


RECORDS = [
    *(_node(name, "Runner", bornOn=born) for name, born in RUNNERS.items()),
    *(_node(name, "Race", feeEur=fee, climb=fee * 40) for name, fee in FEES.items()),
    *(Edge(f"Runner:{runner}", "enteredRace", f"Race:{race}", {"points": n}) for (runner, race), n in TIMES.items()),
    *(_node(name, "Building") for name in SHEDS),
    *(Edge(f"Race:{race}", "startedAt", f"Building:{shed}") for shed, race in SHEDS.items()),
    *(_node(name, "Check", done=day) for name, (_, _, day) in CHECKS.items()),
    *(_node(name, "Marshal") for _, name, _ in CHECKS.values()),
    *(Edge(f"Check:{name}", "checkOf", f"Race:{race}") for name, (race, _, _) in CHECKS.items()),
    *(Edge(f"Check:{name}", "signedBy", f"Marshal:{marshal}") for name, (_, marshal, _) in CHECKS.items()),
]


@pytest.fixture(scope="module")
def moor(tmp_path_factory: pytest.TempPathFactory) -> World:
    return world(Path(tmp_path_factory.mktemp("moor")), RECORDS)


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("What did Ada Moss get in the Fell Race?", {61}),
        ("How did Ben Low do in the Fell Race?", {48}),
        ("Who got more than 50 in the Fell Race?", {"Ada Moss"}),
        ("Who scored below 50 in the Fell Race?", {"Ben Low"}),
        ("Which runners failed to reach 50 in the Fell Race?", {"Ben Low"}),
        ("Which runners topped 50 points in the Fell Race?", {"Ada Moss"}),
        ("What do all the fees come to?", {32}),
        ("What do the fees amount to?", {32}),
    ],
)
def test_the_only_amount_of_edges_is_meant(moor: World, question: str, found: set[object]) -> None:
    assert moor.answers(question) == found


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("Where does the Fell Race start?", {"North Shed"}),
        ("Which checks are there?", set(CHECKS)),  # a check is a "check of" something, and not what that is of
        ("Which race was C-7 of?", {"Fell Race"}),
        ("Who entered the moor?", {"Cy Hart"}),
        ("Which checks were done between the start of May and the end of July 2024?", {"C-8 Moor Check"}),
        ("How high is the climb of the Moor Race?", {800}),
    ],
)
def test_it_is_read_as_it_is_said(moor: World, question: str, found: set[object]) -> None:
    assert moor.answers(question) == found


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("Who is the youngest in the club?", {"Ben Low"}),
        ("Who is the oldest runner on file?", {"Cy Hart"}),
        ("Off the top of your head, who entered the Moor Race?", {"Cy Hart"}),
        ("Where does the Fell Race start, which building I mean?", {"North Shed"}),
        ("Which of the two races has the higher fee, Fell Race or Moor Race?", {"Moor Race"}),
        ("Who ran... I mean, which runners entered the Moor Race?", {"Cy Hart"}),
        ("Which check was done the longest time ago?", {"C-7 Hill Check"}),
    ],
)
def test_what_is_said_in_passing_asks_nothing(moor: World, question: str, found: set[object]) -> None:
    assert moor.answers(question) == found


def test_a_name_is_no_second_thought(tmp_path: Path) -> None:
    songs = [_node("I Mean It", "Song"), _node("Dot Ray", "Singer"), Edge("Singer:Dot Ray", "sang", "Song:I Mean It")]
    assert world(tmp_path, songs).answers("Who sang I Mean It?") == {"Dot Ray"}


def test_a_name_of_nothing_but_what_is_stored_is_a_name(tmp_path: Path) -> None:
    cards = [_node("K1", "Card", nm="a7"), _node("K2", "Card", nm="b2"), Edge("Card:K1", "REF", "Card:K2")]
    cellar = world(tmp_path, cards)
    assert all(surface.text for surface in cellar.reader.lexicon("world").surfaces)
    assert cellar.answers("What is the ref of K1?") == {"K2"}
    cellar.read("Which cards does K1 take?")


def test_what_a_thing_has_is_no_answer_to_which_unknown_things(moor: World) -> None:
    assert moor.read("Which turnstiles are the fee of the Moor Race?").status == "none"
