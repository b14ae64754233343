"""Applying changes, taking them back, and what history tells of them."""

import pytest

from agents.changes import (
    ChangeSet,
    ExpectEdge,
    ExpectNode,
    PutEdge,
    PutNode,
    RemoveEdge,
    RemoveNode,
    changes_from_json,
)
from agents.errors import ChangeConflict, ChangeRefused
from agents.model import Edge, Node
from tests.contracts.conftest import EDGES, NODES

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


SEEN = [
    ExpectNode("fr", NODES[0]),
    ExpectNode("fr", NODES[0], 7),
    ExpectNode("rome", None),
    ExpectEdge("fr", "borders", "de", EDGES[0]),
    ExpectEdge("fr", "borders", "eu", None),
    ExpectEdge("fr", "no such relation", "de", None),
    ExpectEdge("atlantis", "borders", "fr", None),
]
SHORTER = Edge("fr", "borders", "de", {"km": 1})
UNSEEN = [
    (ExpectNode("fr", None), None, NODES[0]),
    (ExpectNode("fr", Node("fr", "Country", "Gaul")), Node("fr", "Country", "Gaul"), NODES[0]),
    (ExpectNode("fr", NODES[0], 6), NODES[0], NODES[0]),
    (ExpectNode("rome", ROME), ROME, None),
    (ExpectEdge("fr", "borders", "de", None), None, EDGES[0]),
    (ExpectEdge(*SHORTER.triple, SHORTER), SHORTER, EDGES[0]),
    (ExpectEdge("fr", "borders", "eu", Edge("fr", "borders", "eu")), Edge("fr", "borders", "eu"), None),
]  # fmt: skip


@pytest.mark.parametrize("seen", SEEN)
def test_what_is_as_it_was_seen_may_be_changed_and_is_no_change_itself(europe, seen):
    done = europe.apply("europe", change(seen, PutNode(ROME)))
    assert (done.effective, done.inverse.changes) == (1, (RemoveNode("rome"),))


@pytest.mark.parametrize(("unseen", "expected", "found"), UNSEEN)
def test_what_is_not_as_it_was_seen_undoes_the_whole_set_and_both_are_told(europe, unseen, expected, found):
    before, version = everything(europe), europe.version("europe")
    with pytest.raises(ChangeConflict) as refusal:
        europe.apply("europe", change(PutNode(Node("oslo", "City", "Oslo")), unseen))
    assert (refusal.value.expected, refusal.value.found) == (expected, found)
    assert (everything(europe), europe.version("europe")) == (before, version)


def test_an_edge_to_itself_touches_its_node_once(europe):
    europe.apply("europe", change(PutEdge(Edge("eu", "contains", "eu"))))
    assert europe.apply("europe", change(ExpectNode("eu", NODES[8], 3), id="c2")).effective == 0


@pytest.mark.parametrize("each", [*SEEN, *(unseen for unseen, _, _ in UNSEEN)])
def test_what_was_seen_survives_as_json(each):
    assert changes_from_json(change(each).to_json()) == change(each)
