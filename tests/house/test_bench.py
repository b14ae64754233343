"""The bench measures what it says, and tells nothing of where it ran."""

import platform
from concurrent.futures import ThreadPoolExecutor
from itertools import count, islice
from pathlib import Path

from agents.graphs.sqlite import SqliteStore
from agents.model import Edge, Node
from bench import large, loading, scale
from bench.figures import Figure, beside, machine, median_ms, table
from bench.lookups import lookups


def test_a_median_is_of_as_many_calls_as_asked_for_after_one_that_warms_up():
    calls = count()
    assert median_ms(lambda: next(calls), repeat=4) >= 0
    assert next(calls) == 5


def test_the_table_has_a_line_a_figure():
    lines = table([Figure("load", 1234.5, "records/s"), Figure("size", 2, "MB", "on disk")]).splitlines()
    assert [line.split() for line in lines] == [["load", "1,234.50", "records/s"], ["size", "2.00", "MB", "on", "disk"]]


def test_two_stores_stand_beside_each_other_with_their_ratio():
    one = [Figure("load", 20, "s", "of all"), Figure("size", 2, "MB")]
    head, *lines = beside({"SQLite": one, "Neo4j": [Figure("load", 50, "s"), Figure("plan", 3, "ms")]}).splitlines()
    assert head.split() == ["SQLite", "Neo4j", "ratio"]
    assert [line.split() for line in lines] == [
        ["load", "20.00", "50.00", "2.50", "s", "of", "all"], ["size", "2.00", "MB"], ["plan", "3.00", "ms"],
    ]  # fmt: skip
    assert lines[0].index("50.00") == lines[2].index("3.00") - 1


def test_a_load_is_measured_and_taken_back(tmp_path: Path, monkeypatch):
    store, notes = SqliteStore(tmp_path / "graphs.sqlite3"), tmp_path / "load.jsonl"
    monkeypatch.setattr(loading, "load_pack", lambda store, graph, _: _stones(store, graph))
    figures = loading.loading(store, "ring", tmp_path / "graphs.sqlite3", notes)
    assert {each.name: each.note for each in figures}["load"] == "40 nodes and 40 edges"
    (back,) = loading.unloading(store, "ring", notes)
    assert (back.note, list(store.export("ring"))) == ("80 things", [])


def _stones(store, graph):
    store.create(graph)
    store.load(graph, [*(Node(f"n{i}", "Stone", f"stone number {i}") for i in range(40)), *ring(40)])


def test_the_machine_is_described_and_not_named():
    facts = machine()
    assert facts["cores"] > 0
    assert platform.node() not in map(str, facts.values())


def test_look_ups_are_measured_on_any_graph(tmp_path: Path):
    store = SqliteStore(tmp_path / "graphs.sqlite3")
    store.create("ring")
    store.load("ring", [*(Node(f"n{i}", "Stone", f"stone number {i}") for i in range(40)), *ring(40)])
    figures = lookups(store, "ring", repeat=1)
    assert len(figures) == 5
    assert all(each.value > 0 and each.note.startswith(("20", "10")) for each in figures)


def test_a_large_graph_is_the_same_every_time_and_loads_whole(tmp_path: Path):
    store = SqliteStore(tmp_path / "graphs.sqlite3")
    figure = large.loaded(store, 500)
    assert figure.note.startswith("500 nodes and 1,9")
    assert list(large.records(500)) == list(large.records(500))
    assert {each.name for each in store.schema(large.GRAPH).types} == {"Place", "Person", "Work"}


def ring(size: int) -> list[Edge]:
    return [Edge(f"n{i}", "TOUCHES", f"n{(i + 1) % size}") for i in range(size)]


def test_the_same_questions_are_asked_of_a_graph_and_a_larger_one(tmp_path: Path):
    asked = list(islice(scale.questions(600), 15))
    assert asked == list(islice(scale.questions(600), 15))
    assert asked[-1].startswith("How many people does")
    with ThreadPoolExecutor() as aside:  # a browser's loop goes on in this thread
        costs = aside.submit(scale.measured, tmp_path / "one.sqlite3", 600, 15).result()
    assert len(costs) == 15
    assert [each.unit for each in scale.figures("one", 600, costs)] == ["ms", "ms"]
