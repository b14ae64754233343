"""Looking whether a query finds anything."""

from typing import Any

import pytest

from agents.errors import StoreTimeout
from agents.graphs.store import Rows
from agents.query import Match
from agents.reading import probing
from agents.reading.compile import compile_meaning
from agents.reading.meaning import Counted, Joined, Kind, Meaning, Measure, Most, Things, Total
from agents.reading.read import GraphReader
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


def test_of_a_count_it_tells_whether_there_is_anything(land: World) -> None:
    assert probing.Probe(land.store, GRAPH).rows(query(land, Total(Kind("City"), "count"))) == 2
    nobody = Joined(Things(("s:Dogwood",), "Dogwood"), "located_in", False)
    assert probing.Probe(land.store, GRAPH).rows(query(land, Total(nobody, "count"))) == 0


class Slow:
    """A store that takes longer than a look may, but no longer than a patient one."""

    def __init__(self, land: World) -> None:
        self.land, self.asked = land, 0

    def match(self, graph: str, query: Match, limit: int, timeout: float, evidence: bool) -> Rows:
        self.asked += 1
        if timeout < 1:
            raise StoreTimeout("That takes longer.")
        return self.land.store.match(graph, query, limit=limit, evidence=evidence)


def test_a_patient_look_is_taken_once_more_and_longer(land: World) -> None:
    slow = Slow(land)
    assert probing.Probe(slow, GRAPH).rows(query(land, Kind("State")), patient=True) == 2  # type: ignore[arg-type]
    assert slow.asked == 2
    with pytest.raises(StoreTimeout):
        probing.Probe(slow, GRAPH).rows(query(land, Kind("State")))  # type: ignore[arg-type]


def test_a_number_is_waited_for_and_kept(land: World) -> None:
    slow = Slow(land)
    probe = probing.Probe(slow, GRAPH)  # type: ignore[arg-type]
    assert [probe.number(query(land, Total(Kind("City"), "count"))) for _ in range(2)] == [5.0, 5.0]
    assert slow.asked == 2


class Busy:
    """A store whose looks take longer than so many seconds."""

    def __init__(self, store: Any, seconds: float) -> None:
        self._store, self._seconds = store, seconds

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)

    def match(self, *args: Any, timeout: float | None = None, **how: Any) -> Rows:
        if timeout is not None and timeout < self._seconds:
            raise StoreTimeout("That takes longer.")
        rows: Rows = self._store.match(*args, **how)
        return rows


ASKED = ("Which cities are in Alder?", "What is the largest state?", "How many rivers flow through Birch?")


@pytest.mark.parametrize("question", ASKED)
def test_on_a_busy_machine_a_question_is_read_the_same(land: World, question: str) -> None:
    busy = World(land.store, GraphReader(Busy(land.store, 1.0), land.reader.lexicon(GRAPH).embedder))
    one, other = land.read(question), busy.read(question)
    assert (one.status, one.readings[0].query) == (other.status, other.readings[0].query)


def test_what_could_not_be_looked_up_is_said_and_nothing_is_sure(land: World) -> None:
    late = World(land.store, GraphReader(Busy(land.store, 60.0), land.reader.lexicon(GRAPH).embedder))
    found = [late.read(each) for each in ASKED]
    assert all(each.readings[0].late is not None for each in found)
    assert any(each.unlooked for each in found)
    assert all(each.status != "clear" for each in found if each.unlooked)


def test_its_time_is_limited(land: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(probing, "_ALL", 0.0)
    with pytest.raises(StoreTimeout):
        probing.Probe(land.store, GRAPH).rows(query(land, Kind("State")))
