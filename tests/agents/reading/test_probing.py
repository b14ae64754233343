"""Looking whether a query finds anything."""

import pytest

from agents.errors import StoreTimeout
from agents.query import Match
from agents.reading import probing
from agents.reading.compile import compile_meaning
from agents.reading.meaning import Counted, Joined, Kind, Meaning, Measure, Most, Things, Total
from tests.agents.reading.worlds import GRAPH, World

TOWNS = Measure(relation="located_in", out=False, among=Kind("City"))


def query(land: World, meaning: Meaning | Total) -> Match:
    return compile_meaning(meaning, land.store.schema(GRAPH))


@pytest.mark.parametrize(
    "meaning",
    [
        Most(Kind("State"), TOWNS),
        Most(Kind("State"), TOWNS, descending=False),
        Most(Kind("Profession"), Measure("area")),
        Counted(Kind("State"), TOWNS, ">", 1),
        Counted(Kind("State"), TOWNS, ">", 99),
        Joined(Things(("s:Dogwood",), "Dogwood"), "capital", True),
    ],
)
def test_it_finds_something_where_the_query_does(land: World, meaning: Meaning) -> None:
    whole = query(land, meaning)
    found = probing.Probe(land.store, GRAPH).rows(whole)
    assert bool(found) is bool(land.store.match(GRAPH, whole).rows)


def test_of_a_count_it_returns_the_number(land: World) -> None:
    assert probing.Probe(land.store, GRAPH).rows(query(land, Total(Kind("City"), "count"))) == 5
    nobody = Joined(Things(("s:Dogwood",), "Dogwood"), "located_in", False)
    assert probing.Probe(land.store, GRAPH).rows(query(land, Total(nobody, "count"))) == 0


def test_its_time_is_limited(land: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(probing, "_ALL", 0.0)
    with pytest.raises(StoreTimeout):
        probing.Probe(land.store, GRAPH).rows(query(land, Kind("State")))
