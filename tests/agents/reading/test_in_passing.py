"""Questions that say little: people with no type, verbs that say no more than "with", rows called by what they tell."""

from pathlib import Path

import pytest

from agents.model import Edge, Node, frozen_props
from tests.agents.reading.worlds import World, world

GUESTS = {"Dov Pell": "1980-05-01", "Eli Ross": "1991-01-02", "Fay Lind": "1975-12-24"}
STAYS = {  # guest, hut, who arranged it, when it was begun
    "stay 1": ("Dov Pell", "Low Hut", "Ada Fenn", "2024-03-01"),
    "stay 2": ("Eli Ross", "High Hut", "Bram Oake", "2024-03-07"),
    "stay 3": ("Fay Lind", "Low Hut", "Ada Fenn", "2024-05-02"),
}
HUTS = {"Low Hut": (12, True), "High Hut": (30, False)}
TEAS = {"Nettle Tea": ("Dov Pell", "Eli Ross"), "Mint Tea": ("Eli Ross",)}
READINGS = {"r1": ("Dov Pell", "pulse", 71), "r2": ("Eli Ross", "pulse", 64), "r3": ("Eli Ross", "fever", 38)}
HOLDS = {("Low Hut", "Bunk"): 6, ("High Hut", "Bunk"): 15, ("High Hut", "Stove"): 2, ("Stove", "Grate"): 3}
HIRED = {"Ada Fenn": "2001-04-01", "Bram Oake": "1995-09-01", "Cleo Marsh": "2019-01-15"}
FAULTS = {"F-1 Cracked Pane": ("High Hut", "hail"), "F-2 Cracked Step": ("Low Hut", "frost")}
PENALTIES = {"p1": ("Low Hut", 900), "p2": ("High Hut", 250)}


def _node(id: str, type: str, **props: str | int | bool) -> Node:
    return Node(f"{type}:{id}", type, id, props=frozen_props(props))


def _held(name: str) -> str:
    return f"Hut:{name}" if name in HUTS else f"Fitting:{name}"


RECORDS = [
    *(_node(each, "Keeper", hiredOn=hired) for each, hired in HIRED.items()),
    *(_node(each, "Fault", rootCause=cause) for each, (_, cause) in FAULTS.items()),
    *(Edge(f"Fault:{each}", "found_in", f"Hut:{hut}") for each, (hut, _) in FAULTS.items()),
    *(_node(each, "Guest", dateOfBirth=born) for each, born in GUESTS.items()),
    *(_node(each, "Hut", staff=staff, iso_9001=checked) for each, (staff, checked) in HUTS.items()),
    *(_node(each, "Fitting", material=of) for each, of in (("Bunk", "pine"), ("Stove", "iron"), ("Grate", "steel"))),
    *(_node(each, "Tea") for each in TEAS),
    *(_node(each, "Permission", permittedOn=begun) for each, (_, _, _, begun) in STAYS.items()),
    *(_node(each, "Reading", sign=sign, result=result) for each, (_, sign, result) in READINGS.items()),
    *(_node(each, "Ruling", fine_eur=fine) for each, (_, fine) in PENALTIES.items()),
    *(Edge(f"Ruling:{each}", "addressed_to", f"Hut:{hut}") for each, (hut, _) in PENALTIES.items()),
    *(Edge(f"Guest:{guest}", "PRESCRIBED", f"Tea:{tea}") for tea, guests in TEAS.items() for guest in guests),
    *(Edge(f"Reading:{each}", "sample_from", f"Guest:{guest}") for each, (guest, _, _) in READINGS.items()),
    *(Edge(_held(one), "has_part", _held(other), {"quantity": n}) for (one, other), n in HOLDS.items()),
    *(Edge(f"Permission:{each}", "stay_of", f"Guest:{guest}") for each, (guest, _, _, _) in STAYS.items()),
    *(Edge(f"Permission:{each}", "in_hut", f"Hut:{hut}") for each, (_, hut, _, _) in STAYS.items()),
    *(Edge(f"Permission:{each}", "arranged_by", f"Keeper:{keeper}") for each, (_, _, keeper, _) in STAYS.items()),
]


@pytest.fixture(scope="module")
def huts(tmp_path_factory: pytest.TempPathFactory) -> World:
    return world(Path(tmp_path_factory.mktemp("huts")), RECORDS)


@pytest.mark.parametrize(
    ("question", "found"),
    [
        # people that no type names, with something
        ("Who is on Nettle Tea?", {"Dov Pell", "Eli Ross"}),
        ("Who gets Mint Tea?", {"Eli Ross"}),
        ("Who has Mint Tea?", {"Eli Ross"}),
        ("Who is on both Nettle Tea and Mint Tea?", {"Eli Ross"}),
        # what something joined with it says
        ("Which guests were permitted on 7 March 2024?", {"Eli Ross"}),
        ("Which guests were permitted in March?", {"Dov Pell", "Eli Ross"}),
        ("How much was Low Hut fined?", {900}),
        ("Which huts were fined more than 500?", {"Low Hut"}),
        # how many there are of one thing
        ("How many bunks does the High Hut have?", {15}),
        ("How many grates go into a stove?", {3}),
        # rows that are called by what they tell
        ("What was the pulse of Dov Pell?", {71}),
        ("What was Eli Ross's pulse?", {64}),
        ("What was the highest pulse?", {71}),
        # two that are compared
        ("Who has more staff, Low Hut or High Hut?", {"High Hut"}),
        ("Which hut has more staff, the Low Hut or the High Hut?", {"High Hut"}),
        # a name but for its code, or with a number in it
        ("What caused the cracked pane?", {"hail"}),
        ("Where was the cracked step found?", {"Low Hut"}),
        ("Which huts have ISO 9001?", {"Low Hut"}),
        # how long, and what is meant to be
        ("Which keeper has been with us the longest?", {"Bram Oake"}),
        ("Which fittings is the High Hut supposed to have?", {"Bunk", "Stove"}),
        ("Which fittings are made of iron or steel?", {"Stove", "Grate"}),
        ("Which fittings does the High Hut have?", {"Bunk", "Stove"}),
    ],
)
def test_it_is_read_so(huts: World, question: str, found: set[object]) -> None:
    assert huts.answers(question) == found


def test_who_owns_a_thing_is_not_whoever_is_with_it(huts: World) -> None:
    assert huts.read("Who sold Mint Tea?").status == "none"


def test_who_somebody_is_asks_for_all_of_them(huts: World) -> None:
    assert huts.best("Who is Dov Pell?").form == "describe"
