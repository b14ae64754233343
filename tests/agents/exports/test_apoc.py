"""What is exported as JSON lines comes back as it was."""

import json

from hypothesis import HealthCheck, given, settings

from agents.exports.apoc import lines
from agents.graphs.sqlite import SqliteStore
from agents.loaders.load import load_files
from agents.model import Edge, Node, Provenance
from tests.agents.exports.conftest import graphs

CALM = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@CALM
@given(records=graphs())
def test_whatever_a_graph_holds_comes_back_identical(tmp_path, records):
    with_graph = SqliteStore(tmp_path / "graphs.sqlite3")
    for graph in ("first", "second"):
        with_graph.drop(graph)
        with_graph.create(graph)
    with_graph.load("first", records)
    path = tmp_path / "first.jsonl"
    path.write_text("".join(f"{line}\n" for line in lines(with_graph.export("first"))), "utf-8")
    result = load_files(with_graph, "second", [path], "apoc")
    assert result.rejected == 0
    assert list(with_graph.export("second")) == list(with_graph.export("first"))
    with_graph.close()


def test_what_the_form_can_say_is_said_in_it_alone():
    ada = Node("ada", "Person", "Ada", ("Countess",), "A countess", {"born": 1815, "skills": ("sums", "verse")})
    assert [json.loads(line).get("exact") for line in lines([ada, Edge("ada", "KNOWS", "ada", {"since": 1})])] == [
        None,
        None,
    ]


def test_sources_and_confidence_go_along():
    edge = Edge("a", "KNOWS", "b", {}, (Provenance("person", "Rita", "a letter"),), 0.5)
    assert json.loads(next(lines([edge])))["exact"]["sources"] == [
        {"kind": "person", "name": "Rita", "detail": "a letter"}
    ]
