"""Graphs as a whole: making, dropping, describing, exporting."""

from dataclasses import replace

import pytest

from agents.declaration import Declaration, RelationWords, TypeWords
from agents.errors import GraphError, UnknownGraph
from agents.graphs import bolt_summary, sqlite_summary
from agents.model import Node, Signature
from tests.contracts.conftest import EDGES, NODES


def test_it_answers_that_it_is_well(store):
    assert store.health().ok


def test_graphs_are_listed_by_name(store):
    for name in ("b", "a", "ä"):
        store.create(name)
    assert store.graphs() == ("a", "b", "ä")


def test_creating_twice_keeps_what_is_there(europe):
    europe.create("europe")
    assert europe.nodes("europe", ["fr"])


@pytest.mark.parametrize("name", ["", "\ud800"])
def test_a_name_that_is_none_is_refused(store, name):
    with pytest.raises(GraphError):
        store.create(name)
    with pytest.raises(UnknownGraph):
        store.version(name)


def test_a_dropped_graph_is_gone(europe):
    europe.keep_vectors("europe", {"fr": (1.0, 0.0)})
    europe.drop("europe")
    europe.drop("europe")
    assert europe.graphs() == ()
    with pytest.raises(UnknownGraph):
        europe.schema("europe")


def test_a_graph_made_anew_is_empty_and_has_a_later_version(europe):
    version = europe.version("europe")
    europe.drop("europe")
    europe.create("europe")
    assert list(europe.export("europe")) == []
    assert europe.version("europe") > version
    assert europe.schema("europe").nodes == 0


def test_the_schema_counts_types_and_relations(europe):
    schema = europe.schema("europe")
    assert (schema.nodes, schema.edges, schema.version) == (9, 12, europe.version("europe"))
    assert [(each.name, each.count) for each in schema.types] == [("City", 4), ("Country", 4), ("Union", 1)]
    assert schema.relation("borders").signatures == (Signature("Country", "Country", 4, 2, 3),)


def test_years_beside_dates_are_dates_and_alone_are_texts(store):
    store.create("years")
    nodes = [
        Node("a", "T", "a", (), "", {"born": "1815", "code": "1815"}),
        Node("b", "T", "b", (), "", {"born": "1791-12"}),
    ]
    store.load("years", nodes)
    kinds = {each.name: each.kind for each in store.schema("years").types[0].properties}
    assert kinds == {"born": "date", "code": "text"}


def test_the_schema_tells_the_kinds_of_properties(europe):
    schema = europe.schema("europe")
    kinds = {each.name: (each.kind, each.count, each.many) for each in schema.type("Country").properties}
    assert kinds == {"population": ("number", 3, False), "eu": ("flag", 3, False), "languages": ("text", 1, True)}
    assert {each.name: each.kind for each in schema.type("City").properties}["founded"] == "date"
    assert [(each.name, each.kind, each.count) for each in schema.relation("borders").properties] == [
        ("km", "number", 4)
    ]


def test_the_schema_follows_a_change(europe):
    assert europe.schema("europe").type("City").count == 4
    europe.load("europe", [Node("rome", "City", "Rome")])
    assert europe.schema("europe").type("City").count == 5


def test_the_schema_speaks_the_declarations_words(europe):
    declared = Declaration(
        title="Europe",
        types={"City": TypeWords(synonyms=("town",))},
        relations={"borders": RelationWords(symmetric=True, template="{head} borders {tail}")},
    )
    version = europe.version("europe")
    europe.declare("europe", declared)
    assert europe.declaration("europe") == declared
    assert europe.schema("europe").type("City").synonyms == ("town",)
    assert europe.schema("europe").relation("borders").symmetric
    assert europe.version("europe") > version


def test_what_was_counted_holds_where_only_words_are_declared(europe, monkeypatch):
    before = europe.schema("europe")
    for each in (sqlite_summary, bolt_summary):
        monkeypatch.setattr(each, "count", lambda reading: pytest.fail("it was counted anew"))
    europe.declare("europe", Declaration(version="2"))
    assert europe.schema("europe").version == europe.version("europe") > before.version
    assert replace(europe.schema("europe"), version=0) == replace(before, version=0)


def test_nothing_declared_is_an_empty_declaration(europe):
    assert europe.declaration("europe") == Declaration()


def test_nodes_come_in_the_order_asked_for(europe):
    assert [each.id for each in europe.nodes("europe", ["ch", "nowhere", "ad", "\ud800"])] == ["ch", "ad"]


def test_edges_come_in_the_order_asked_for(europe):
    asked = [("paris", "city_of", "fr"), ("fr", "borders", "eu"), ("de", "near", "\ud800"), ("fr", "borders", "de")]
    assert europe.edges("europe", asked) == (EDGES[4], EDGES[0])


def test_export_gives_every_node_then_every_edge_in_a_stable_order(europe):
    nodes = sorted(NODES, key=lambda each: each.id)
    edges = sorted(EDGES, key=lambda each: each.triple)
    assert list(europe.export("europe")) == [*nodes, *edges]


def test_export_refuses_an_unknown_graph_at_once(store):
    with pytest.raises(UnknownGraph):
        store.export("nowhere")


def test_degree_counts_by_relation_and_direction(europe):
    assert europe.degree("europe", ["de", "ad", "nowhere"]) == {
        "de": {("borders", "out"): 1, ("borders", "in"): 1, ("city_of", "in"): 1, ("capital_of", "in"): 1,
               ("member_of", "out"): 1},
        "ad": {("borders", "in"): 1},
    }  # fmt: skip


def test_similar_puts_the_nearest_first(europe):
    europe.keep_vectors("europe", {"fr": (3.0, 0.0), "de": (1.0, 1.0), "paris": (0.0, 2.0), "nowhere": (1.0, 0.0)})
    found = europe.similar("europe", (1.0, 0.1))
    assert [(each.node.id, each.how) for each in found] == [("fr", "vector"), ("de", "vector"), ("paris", "vector")]
    assert found[0].score > 0.99
    assert [each.node.id for each in europe.similar("europe", (1.0, 0.0), types=("City",))] == ["paris"]
    assert len(europe.similar("europe", (1.0, 0.0), limit=1)) == 1


def test_a_vector_kept_anew_is_seen_at_once(europe):
    europe.keep_vectors("europe", {"fr": (1.0, 0.0), "de": (0.0, 1.0)})
    assert europe.similar("europe", (1.0, 0.0))[0].node.id == "fr"
    europe.keep_vectors("europe", {"fr": (-1.0, 0.0), "de": (1.0, 0.0)})
    assert europe.similar("europe", (1.0, 0.0))[0].node.id == "de"


def test_no_vectors_give_nothing_similar(europe):
    assert europe.similar("europe", (1.0, 0.0)) == ()


def test_vectors_of_another_length_are_refused(europe):
    europe.keep_vectors("europe", {"fr": (1.0, 0.0)})
    with pytest.raises(GraphError, match="3 numbers"):
        europe.keep_vectors("europe", {"de": (1.0, 0.0, 0.0)})
    with pytest.raises(GraphError, match="3 numbers"):
        europe.similar("europe", (1.0, 0.0, 0.0))
