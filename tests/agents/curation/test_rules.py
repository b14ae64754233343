"""What a graph is to keep to, and what breaks it."""

from dataclasses import replace

import pytest

from agents.changes import PutEdge, PutNode, RemoveEdge
from agents.curation.drafting import draft
from agents.curation.rules import breaks, broken, said
from agents.declaration import Rule, declaration
from agents.errors import PackError
from agents.model import Edge, Node
from tests.agents.curation.conftest import BONN, FLOWS, RHIN, RHINE

ENDS = Rule(kind="ends", relation="FLOWS_INTO", heads=("River",), tails=("River", "Sea"))
MOST = Rule(kind="most", relation="FLOWS_INTO", most=1)
UNIQUE = Rule(kind="unique", type="River", property="km")
REQUIRED = Rule(kind="required", type="River", property="mouth")
CUT = [RemoveEdge(*FLOWS.triple), RemoveEdge("main", "FLOWS_INTO", "rhin")]
FORM = Rule(kind="form", type="River", property="name", form="R*")


def words(store, rule):
    return [(each.node, each.words) for each in broken(store, "rivers", rule, store.schema("rivers"))]


def would(store, rule, *changes):
    return [each.words for each in breaks(store, "rivers", [rule], draft(store, "rivers", changes))]


def test_what_breaks_each_is_listed_with_the_node_to_mend(store):
    store.load("rivers", [Edge("bonn", "FLOWS_INTO", "rhine"), replace(RHIN, props={"km": 1230})])
    assert words(store, ENDS) == [("bonn", "Bonn (City) FLOWS_INTO Rhine (River)")]
    assert words(store, MOST) == [("main", "Main has 2")]
    assert [text for _, text in words(store, UNIQUE)] == ["Rhin and Rhine have the same km: 1230"]
    assert {node for node, _ in words(store, REQUIRED)} == {"main", "rhine", "rhin"}
    assert words(store, FORM) == [("main", "name of Main is Main")]


def test_a_graph_without_what_a_rule_speaks_of_breaks_nothing(store):
    store.create("empty")
    assert [broken(store, "empty", rule, store.schema("empty")) for rule in (ENDS, MOST, UNIQUE, REQUIRED, FORM)] == [
        ()
    ] * 5


@pytest.mark.parametrize(
    ("rule", "changes", "told"),
    [
        (ENDS, [PutEdge(Edge("bonn", "FLOWS_INTO", "rhine"))], ["Bonn (City) FLOWS_INTO Rhine (River)"]),
        (ENDS, [PutNode(replace(BONN, type="River")), PutEdge(Edge("bonn", "FLOWS_INTO", "rhine"))], []),
        (MOST, [PutEdge(Edge("rhin", "FLOWS_INTO", "rhine"))], []),
        (MOST, [PutEdge(Edge("rhin", "FLOWS_INTO", id)) for id in ("rhine", "main")], ["Rhin would have 2"] * 2),
        (MOST, [*CUT, PutEdge(Edge("main", "FLOWS_INTO", "bonn"))], []),
        (UNIQUE, [PutNode(Node("n", "River", "N", (), "", {"km": 1230}))], ["N and Rhine have the same km: 1230"]),
        (UNIQUE, [PutNode(Node("n", "City", "N", (), "", {"km": 1230}))], []),
        (UNIQUE, [PutNode(replace(RHINE, name="Rhenus"))], []),
        (REQUIRED, [PutNode(Node("n", "River", "N"))], ["N has no mouth"]),
        (FORM, [PutNode(Node("n", "River", "N"))], ["name of N is N"]),
        (FORM, [PutNode(Node("n", "River", "Rur"))], []),
    ],
)  # fmt: skip
def test_what_a_change_would_break_is_told_before_it_happens(store, rule, changes, told):
    assert would(store, rule, *changes) == told


def test_a_rule_reads_as_a_sentence():
    assert [said(rule) for rule in (ENDS, MOST, UNIQUE, REQUIRED, FORM)] == [
        "FLOWS_INTO leads from River to River or Sea.",
        "Nothing has more than 1 FLOWS_INTO.",
        "No two of type River have the same km.",
        "Everything of type River has mouth.",
        "name of type River looks like R*.",
    ]


def test_a_pack_declares_rules_and_a_wrong_one_is_refused():
    data = {"rules": [{"kind": "unique", "type": "River", "property": "km", "hard": True}]}
    assert declaration(data).rules[0].hard
    with pytest.raises(PackError, match="needs 'property'"):
        declaration({"rules": [{"kind": "unique", "type": "River"}]})


def test_a_form_that_would_take_for_ever_does_not(store):
    rule = Rule(kind="form", type="River", property="name", form="*a" * 90 + "b")
    store.load("rivers", [Node("long", "River", "a" * 1000)])
    assert ("long", "name of " + "a" * 1000 + " is " + "a" * 1000) in words(store, rule)
