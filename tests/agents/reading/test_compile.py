"""A meaning becomes a query whose rows are the members that plain Python finds."""

from typing import Any

import pytest

from agents.reading.meaning import (
    Against,
    Both,
    ButNot,
    Counted,
    Either,
    Joined,
    Kind,
    Measure,
    Most,
    Result,
    Things,
    Total,
    Values,
    Where,
)
from tests.agents.reading.conftest import CITIES, EDGES, PEOPLE, STATES
from tests.agents.reading.worlds import World

ALDER, BIRCH = Things(("s:Alder",), "Alder"), Things(("s:Birch",), "Birch")
STATE, CITY = Kind("State"), Kind("City")
TOWNS = Measure(relation="located_in", out=False, among=CITY)


def heads(relation: str, tail: str) -> set[str]:
    """Return the names (ids without their letter) of what is joined to a tail, read off the edges."""
    return {edge.head[2:] for edge in EDGES if edge.relation == relation and edge.tail == tail}


def bordering(name: str) -> set[str]:
    pairs = [(edge.head[2:], edge.tail[2:]) for edge in EDGES if edge.relation == "borders"]
    return {b for a, b in pairs if a == name} | {a for a, b in pairs if b == name}


@pytest.mark.parametrize(
    ("meaning", "members"),
    [
        (ALDER, {"Alder"}),
        (STATE, set(STATES)),
        (Kind("", ("capital",)), {"Alder", "Birch"}),
        (Joined(ALDER, "capital", True), {"Oakton"}),
        (Joined(ALDER, "located_in", False), heads("located_in", "s:Alder")),
        (Joined(ALDER, "borders", True), bordering("Alder")),
        (Joined(BIRCH, "borders", False), bordering("Birch")),  # a symmetric relation, whichever way it is written
        (Joined(Joined(ALDER, "located_in", False), "livesIn", False), {"Dr. Lucia Conti", "Ada Bloom"}),
        (Joined(Things(("p:Ben Ruiz",), "Ben"), "mentored_by", True, hops=2), {"Ada Bloom", "Dr. Lucia Conti"}),
        (Both((STATE, Joined(ALDER, "borders", True))), {"Birch"}),
        (Both((ALDER, BIRCH)), set()),
        (Either((ALDER, BIRCH)), {"Alder", "Birch"}),
        (Both((Either((ALDER, BIRCH)), Either((BIRCH, CITY)))), {"Birch"}),
        (ButNot(STATE, Joined(BIRCH, "borders", True)), set(STATES) - bordering("Birch")),
        (ButNot(STATE, BIRCH), set(STATES) - {"Birch"}),
        (ButNot(STATE, Joined(Kind(""), "capital", False)), {"Cedar", "Dogwood"}),
        (Where(STATE, "population", ">", 400.0), {n for n, (p, _) in STATES.items() if p > 400}),
        (Where(STATE, "population", "=", 900), {"Birch"}),
        (Where(STATE, "nothing", ">", 1.0), set()),
        (Against(STATE, "area", ">", ALDER), {n for n, (_, a) in STATES.items() if a > STATES["Alder"][1]}),
        (Most(STATE, Measure("area")), {"Cedar"}),
        (Most(STATE, Measure("area"), descending=False), {"Birch"}),
        (Most(STATE, Measure("area"), count=2), {"Cedar", "Dogwood"}),
        (Most(STATE, TOWNS), {"Alder", "Cedar"}),  # both have two: ties are kept
        (Most(STATE, TOWNS, descending=False), {"Dogwood"}),  # none is fewest
        (Both((Most(STATE, Measure("area")), STATE)), {"Cedar"}),
        (Counted(STATE, TOWNS, ">", 1), {"Alder", "Cedar"}),
        (Counted(STATE, TOWNS, "=", 0), {"Dogwood"}),
        (Counted(STATE, TOWNS, "<", 2), {"Birch", "Dogwood"}),
        (Values(STATE, "population"), {p for p, _ in STATES.values()}),
        (Values(Joined(Things(("c:Oakton",), "Oakton"), "livesIn", False), "born"), {"1950-03-01", "1980-05-20"}),
        (Total(CITY, "count"), {len(CITIES) + 1}),
        (Total(ButNot(STATE, STATE), "count"), {0}),
        (Total(STATE, "sum", "population"), {sum(p for p, _ in STATES.values())}),
        (Total(STATE, "average", "area"), {sum(a for _, a in STATES.values()) / len(STATES)}),
        (Total(STATE, "max", "area"), {90}),
        (Total(Kind("Person"), "count"), {len(PEOPLE)}),
    ],
)
def test_its_rows_are_its_members(land: World, meaning: Result, members: set[Any]) -> None:
    assert land.rows(meaning) == members
