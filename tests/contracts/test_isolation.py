"""Nothing of one graph shows in another, whichever way one asks."""

import pytest

from agents.changes import ChangeSet, ExpectEdge, PutEdge, PutNode, RemoveNode
from agents.errors import ChangeRefused
from agents.model import Edge, Node
from agents.query import Condition, Match, Neighbourhood, Paths, Pattern, Return, Var

HERS = (Node("a", "Open", "Alpha", ("shared",)), Node("b", "Open", "Beta"))
SECRET = (
    Node("a", "Secret", "Hidden Alpha", ("shared", "codename"), "classified words", {"hush": 1}),
    Node("s", "Secret", "Silent"),
    Node("b", "Secret", "Mute"),
)
SECRET_EDGES = (Edge("a", "hides", "s"), Edge("s", "hides", "b"), Edge("a", "hides", "b"))


@pytest.fixture
def two(store):
    """Stan's graph holds secrets under the very ids that Rita's has."""
    for graph, records in (("stan", [*SECRET, *SECRET_EDGES]), ("rita", [*HERS, Edge("a", "knows", "b")])):
        store.create(graph)
        store.load(graph, records)
        store.keep_vectors(graph, {"a": (1.0, 0.0)})
    store.keep_vectors("stan", {"s": (1.0, 0.0)})
    store.apply("stan", ChangeSet("c1", (PutNode(Node("s", "Secret", "Silenced")),)))
    return store


def everything(store, **parts):
    return store.match(
        "rita", Match(variables=(Var(name="x", **parts), Var(name="y")), returns=(Return(variable="x"),))
    )


def test_match_sees_its_own_nodes(two):
    assert [row.cells[0].type for row in everything(two).rows] == ["Open", "Open"]
    assert everything(two, ids=("s",)).rows == ()


@pytest.mark.parametrize("direction", ["out", "in", "both"])
@pytest.mark.parametrize("most", [1, 3])
def test_match_sees_its_own_edges(two, direction, most):
    query = Match(
        variables=(Var(name="x"), Var(name="y")),
        patterns=(Pattern(source="x", target="y", direction=direction, max_hops=most),),
        returns=(Return(variable="x"), Return(variable="y")),
    )
    rows = two.match("rita", query).rows
    assert rows
    assert {edge.relation for row in rows for edge in row.edges} == {"knows"}
    assert {cell.type for row in rows for cell in row.cells} == {"Open"}


@pytest.mark.parametrize(("key", "value"), [("name", "codename"), ("hush", 1), ("id", "s"), ("type", "Secret")])
def test_match_finds_nothing_by_anothers_values(two, key, value):
    condition = Condition(variable="x", key=key, operator="=", value=value)
    query = Match(variables=(Var(name="x"),), conditions=(condition,), returns=(Return(variable="x"),))
    assert two.match("rita", query).rows == ()


def test_edges_are_ones_own(two):
    assert two.edges("rita", [each.triple for each in SECRET_EDGES]) == ()
    with pytest.raises(ChangeRefused):
        two.apply("rita", ChangeSet("c9", (ExpectEdge(*SECRET_EDGES[0].triple, SECRET_EDGES[0]),)))


@pytest.mark.parametrize("text", ["Hidden Alpha", "Hidden", "codename", "classified", "Silent", "Silnt", "Silenced"])
def test_find_sees_its_own_names(two, text):
    assert two.find("rita", text) == ()
    assert two.find_exact("rita", [text]) == {}


def test_a_shared_name_finds_ones_own_node(two):
    assert [each.node for each in two.find("rita", "shared")] == [HERS[0]]
    assert [each.node for each in two.find_exact("rita", ["shared"])["shared"]] == [HERS[0]]


def test_similar_sees_its_own_vectors(two):
    assert [each.node for each in two.similar("rita", (1.0, 0.0))] == [HERS[0]]


def test_nodes_schema_and_export_are_its_own(two):
    assert two.nodes("rita", ["a", "s"]) == (HERS[0],)
    assert list(two.export("rita")) == [*HERS, Edge("a", "knows", "b")]
    schema = two.schema("rita")
    assert [each.name for each in schema.types] == ["Open"]
    assert [each.name for each in schema.relations] == ["knows"]


def test_walks_stay_inside(two):
    paths = two.paths("rita", Paths(sources=("a",), targets=("b", "s"), k=9))
    assert [[edge.relation for edge in path.edges] for path in paths] == [["knows"]]
    assert two.neighbourhood("rita", Neighbourhood(ids=("a", "s"), hops=3)).nodes == HERS
    assert two.degree("rita", ["a", "s"]) == {"a": {("knows", "out"): 1}}


def test_changes_and_history_stay_inside(two):
    assert two.history("rita", "s") == ()
    with pytest.raises(ChangeRefused):
        two.apply("rita", ChangeSet("c2", (PutEdge(Edge("a", "knows", "s")),)))
    assert not two.apply("rita", ChangeSet("c1", (RemoveNode("a"),))).already
    assert len(two.nodes("stan", ["a", "s", "b"])) == 3


def test_an_edge_cannot_be_loaded_to_anothers_node(two):
    assert two.load("rita", [Edge("a", "knows", "s")]).rejected


def test_dropping_a_graph_leaves_the_other_whole(two):
    before = list(two.export("stan"))
    two.drop("rita")
    assert list(two.export("stan")) == before
    assert two.find("stan", "Hidden")
    assert two.similar("stan", (1.0, 0.0))
    assert two.history("stan", "s")


def test_declaring_one_graph_changes_no_version_of_the_other(two):
    version = two.version("stan")
    two.load("rita", [Node("c", "Open", "Gamma")])
    assert two.version("stan") == version
