"""Applying changes, taking them back, and what history tells of them."""

import pytest

from agents.changes import ChangeSet, PutEdge, PutNode, RemoveEdge, RemoveNode
from agents.errors import ChangeRefused
from agents.model import Edge, Node
from tests.contracts.conftest import NODES

ROME = Node("rome", "City", "Rome")


def change(*changes, id="c1"):
    return ChangeSet(id, changes, author="Carl", reason="it is so", source="an atlas")


def everything(store):
    return set(map(repr, store.export("europe")))


def test_it_adds_a_node_that_is_found(europe):
    assert europe.apply("europe", change(PutNode(ROME))).effective == 1
    assert europe.find("europe", "rome")[0].node == ROME


def test_it_replaces_and_removes(europe):
    europe.apply("europe", change(PutNode(Node("ad", "Country", "Principality")), RemoveEdge("fr", "borders", "de")))
    assert europe.nodes("europe", ["ad"])[0].name == "Principality"
    assert Edge("fr", "borders", "de", {"km": 418}) not in list(europe.export("europe"))


def test_a_removed_node_takes_its_edges_along(europe):
    europe.apply("europe", change(RemoveNode("fr")))
    assert not any(isinstance(each, Edge) and "fr" in each.triple for each in europe.export("europe"))
    assert europe.find("europe", "France") == ()


@pytest.mark.parametrize(
    "changes",
    [
        (RemoveNode("fr"),),
        (PutNode(ROME), PutEdge(Edge("rome", "city_of", "fr"))),
        (PutNode(Node("fr", "Country", "Gaul")), PutEdge(Edge("fr", "borders", "de", {"km": 1}))),
        (RemoveEdge("fr", "borders", "de"), RemoveNode("de"), RemoveNode("fr"), PutNode(Node("fr", "X", "again"))),
    ],
)
def test_the_inverse_takes_everything_back(europe, changes):
    before = everything(europe)
    inverse = europe.apply("europe", change(*changes)).inverse
    assert everything(europe) != before
    europe.apply("europe", inverse)
    assert everything(europe) == before


def test_the_same_id_twice_is_once(europe):
    first = europe.apply("europe", change(PutNode(ROME)))
    europe.apply("europe", change(RemoveNode("rome"), id="c2"))
    again = europe.apply("europe", change(PutNode(ROME)))
    assert (again.already, again.inverse, again.effective) == (True, first.inverse, 1)
    assert europe.nodes("europe", ["rome"]) == ()


@pytest.mark.parametrize(
    "wrong",
    [
        PutEdge(Edge("fr", "borders", "atlantis")),
        RemoveNode("atlantis"),
        RemoveEdge("fr", "borders", "paris"),
        RemoveEdge("atlantis", "borders", "fr"),
        PutNode(Node("", "T", "nobody")),
        PutNode(Node("x", "T", "\ud800")),
    ],
)
def test_a_change_that_contradicts_the_graph_undoes_all_of_its_set(europe, wrong):
    before, version = everything(europe), europe.version("europe")
    with pytest.raises(ChangeRefused):
        europe.apply("europe", change(PutNode(ROME), wrong))
    assert everything(europe) == before
    assert europe.version("europe") == version
    assert europe.apply("europe", change(PutNode(ROME))).effective == 1


def test_the_version_rises_with_a_change_and_not_with_none(europe):
    version = europe.version("europe")
    europe.apply("europe", change(PutNode(NODES[0]), id="same"))
    assert europe.version("europe") == version
    europe.apply("europe", change(PutNode(ROME)))
    assert europe.version("europe") > version


def test_history_tells_who_and_why_latest_first(europe):
    europe.apply("europe", change(PutNode(ROME)))
    europe.apply("europe", change(RemoveNode("rome"), id="c2"))
    removed, added = europe.history("europe", "rome")
    assert (added.before, added.after, added.author, added.reason, added.source) == (
        None,
        ROME,
        "Carl",
        "it is so",
        "an atlas",
    )
    assert (removed.change, removed.before, removed.after) == ("c2", ROME, None)
    assert removed.at >= added.at


def test_history_tells_of_an_edge_by_its_id(europe):
    edge = Edge("ad", "member_of", "eu")
    europe.apply("europe", change(PutEdge(edge)))
    europe.apply("europe", change(RemoveNode("ad"), id="c2"))
    assert [(each.before, each.after) for each in europe.history("europe", edge.id)] == [(edge, None), (None, edge)]


def test_what_was_never_changed_has_no_history(europe):
    assert europe.history("europe", "fr") == ()
