"""What a reviewer is shown beside a change, and which nodes may be one."""

from agents.changes import PutEdge, PutNode, RemoveEdge
from agents.curation.alike import like, pairs
from agents.curation.drafting import draft
from agents.curation.review import remarks
from agents.language.embeddings import embedder
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


def test_names_in_another_order_and_names_that_mean_the_same_are_pairs_too(store):
    more = [Node("a1", "Person", "Anna Maria Sibylla"), Node("a2", "Person", "Sibylla, Anna Maria")]
    more += [Node("d1", "Job", "medical doctor"), Node("d2", "Job", "doctor of medicine"), Node("d3", "Job", "baker")]
    store.load("rivers", more)
    letters = {frozenset((each.one.id, each.other.id)) for each in pairs(store, "rivers")}
    meant = {frozenset((each.one.id, each.other.id)): each for each in pairs(store, "rivers", embedder=embedder())}
    assert frozenset(("a1", "a2")) in letters
    assert frozenset(("d1", "d2")) not in letters
    assert "names that mean nearly the same" in meant[frozenset(("d1", "d2"))].why
    assert not any("d3" in pair for pair in meant)


def test_shared_neighbours_make_a_pair_of_what_is_spelled_nearly_alike_and_not_of_siblings(store):
    people = [Node("s1", "Person", "Jon Snow"), Node("s2", "Person", "John Snow"), Node("s3", "Person", "Arya")]
    places = [Node(f"p{number}", "Place", f"A place {number}") for number in range(3)]
    been = [Edge(person.id, "WAS_IN", place.id) for person in people for place in places]
    store.load("rivers", [*people, *places, *been])
    (found,) = [each for each in pairs(store, "rivers") if each.one.type == "Person"]
    assert {found.one.id, found.other.id} == {"s1", "s2"}
    assert found.why == "a similar name, the same type, 3 shared neighbours"


def test_numbered_things_are_no_pairs(store):
    store.load("rivers", [Node(f"t{number}", "Tunnel", f"Tunnel {number}") for number in range(20)])
    assert not any(each.one.type == "Tunnel" for each in pairs(store, "rivers", embedder=embedder()))
