"""A graph in words: by its relations' templates, of what a Match returns, and of nothing else."""

import pytest

from agents.cards.worded import facts_of_graph
from agents.declaration import Declaration, RelationWords
from agents.errors import CardError
from agents.graphs.sqlite import SqliteStore
from agents.model import Edge, Node
from agents.query import Match, Pattern, Return, Var

NODES = (
    Node("p:1", "Person", "Oruna Tsk"),
    Node("l:1", "Tower", "Velm Light"),
    Node("l:2", "Tower", "Harrow Light"),
    Node("t:1", "Town", "Velm"),
    Node("t:2", "Town", "Dunmere"),
)
EDGES = (
    Edge("p:1", "built", "l:1"),
    Edge("p:1", "built", "l:2"),
    Edge("l:1", "stands_in", "t:1"),
    Edge("t:1", "twin_of", "t:2"),
    Edge("t:2", "twin_of", "t:1"),
)
WORDS = Declaration(
    relations={"built": RelationWords(template="{head} put up {tail}"), "twin_of": RelationWords(symmetric=True)}
)


@pytest.fixture
def store(tmp_path):
    store = SqliteStore(tmp_path / "graphs")
    for graph in ("velm", "secret"):
        store.create(graph)
    store.load("velm", [*NODES, *EDGES])
    store.declare("velm", WORDS)
    store.load("secret", [Node("s:1", "Person", "Nobody"), Node("s:2", "Tower", "Hidden"), Edge("s:1", "built", "s:2")])
    return store


def test_a_relation_is_told_by_its_template_with_its_tails_together(store):
    assert "Oruna Tsk put up Velm Light and Harrow Light." in texts(store)


def test_a_relation_without_a_template_is_told_by_its_name(store):
    assert "Velm Light stands in Velm." in texts(store)


def test_a_symmetric_fact_is_told_once(store):
    assert len([each for each in texts(store) if "twin" in each]) == 1


def test_another_graph_is_not_told(store):
    assert not [each for each in texts(store) if "Hidden" in each]


def test_a_match_of_things_tells_what_they_have(store):
    match = Match(variables=(Var(name="x", types=("Tower",)),), returns=(Return(variable="x"),))
    assert texts(store, match) == ["Velm Light stands in Velm."]


def test_a_match_with_a_pattern_tells_what_proves_it(store):
    match = Match(
        variables=(Var(name="x", ids=("p:1",)), Var(name="y")),
        patterns=(Pattern(source="x", target="y", relations=("built",)),),
        returns=(Return(variable="y"),),
    )
    assert texts(store, match) == ["Oruna Tsk put up Velm Light and Harrow Light."]


def test_what_a_fact_can_be_asked_for_are_its_names(store):
    fact = next(each for each in facts_of_graph(store, "velm") if "put up" in each.text)
    assert fact.asks == ("Velm Light and Harrow Light", "Oruna Tsk")
    assert fact.items == ("Velm Light", "Harrow Light")


def test_of_a_single_tail_the_tail_is_asked_for_first_as_many_things_may_have_it(store):
    fact = next(each for each in facts_of_graph(store, "velm") if "Velm Light stands" in each.text)
    assert fact.asks == ("Velm", "Velm Light")


def test_nothing_to_tell_is_said(store):
    match = Match(variables=(Var(name="x", ids=("t:9",)),), returns=(Return(variable="x"),))
    with pytest.raises(CardError, match="nothing"):
        facts_of_graph(store, "velm", match)


def texts(store, match=None):
    return [each.text for each in facts_of_graph(store, "velm", match)]
