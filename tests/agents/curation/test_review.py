"""What a reviewer is shown beside a change, and which nodes may be one."""

from agents.changes import PutEdge, PutNode, RemoveEdge
from agents.curation.alike import like, pairs
from agents.curation.drafting import draft
from agents.curation.review import remarks
from agents.model import Edge, Node
from tests.agents.curation.conftest import FLOWS, RHIN, RHINE


def said(store, *changes):
    return [
        (each.kind, each.words)
        for each in remarks(store, "rivers", draft(store, "rivers", changes), store.schema("rivers"))
    ]


def test_a_namesake_is_shown(store):
    assert said(store, PutNode(Node("r2", "River", "rhine"))) == [("alike", "Rhine (River) is called so too.")]


def test_a_type_and_a_relation_that_are_new_are_said(store):
    nile = PutNode(Node("nile", "Stream", "Nile"))
    assert said(store, nile, PutEdge(Edge("nile", "near", "main"))) == [
        ("against", "The graph has no type 'Stream' yet."),
        ("against", "The graph has no relation 'near' yet."),
    ]


def test_the_reverse_is_against_it(store):
    assert said(store, PutEdge(Edge("rhine", "FLOWS_INTO", "main"))) == [
        ("against", "The graph says the reverse: Main — FLOWS_INTO → Rhine.")
    ]


def test_a_second_of_what_each_has_once_is_against_it(store):
    cities = [Node(f"c{i}", "City", f"Town {i}") for i in range(6)]
    store.load("rivers", [*cities, *(Edge(each.id, "CAPITAL_OF", "rhine") for each in cities)])
    (remark,) = said(store, PutEdge(Edge("c1", "CAPITAL_OF", "main")))
    assert remark == ("against", "The graph says otherwise: Town 1 — CAPITAL_OF → Rhine; elsewhere each has only one.")
    assert said(store, RemoveEdge("c1", "CAPITAL_OF", "rhine"), PutEdge(Edge("c1", "CAPITAL_OF", "main"))) == []


def test_what_ties_the_two_already_is_shown(store):
    assert said(store, PutEdge(Edge("main", "LIES_ON", "rhine"))) == [
        ("alike", f"The two are tied already: Main — {FLOWS.relation} → Rhine.")
    ]


def test_pairs_share_a_name_and_those_with_shared_neighbours_come_first(store):
    store.load("rivers", [Node("r2", "River", "Rhein"), Node("m2", "Person", "Main"), Edge("main", "FLOWS_INTO", "r2")])
    found = pairs(store, "rivers")
    assert [{each.one.id, each.other.id} for each in found] == [{"rhine", "r2"}, {"main", "m2"}]
    assert found[0].why == "the same name, the same type, 1 shared neighbour"


def test_those_kept_apart_are_not_offered_again(store):
    store.load("rivers", [Node("r2", "River", "Rhein")])
    assert pairs(store, "rivers", frozenset({("r2", "rhine")})) == []
    assert like(store, "rivers", RHINE, frozenset({("r2", "rhine"), ("rhin", "rhine")})) == []


def test_nodes_like_one_are_found_by_similar_names_too(store):
    assert [each.other.id for each in like(store, "rivers", RHIN)] == ["rhine"]
