"""RDF, GraphML and CSV come back as they were, and other tools read the same in them."""

import gzip
from dataclasses import replace

import networkx
import pytest
import rdflib
from hypothesis import HealthCheck, given, settings

from agents.errors import LoadError
from agents.exports import graphml, neo4j_csv, rdf
from agents.graphs.sqlite import SqliteStore
from agents.loaders.load import load_files
from agents.model import Edge, Node, Provenance
from tests.agents.exports.conftest import graphs

CALM = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
FORMS = {
    "rdf": (rdf.lines, "nt", "\n"),
    "graphml": (graphml.lines, "graphml", ""),
    "csv": (lambda records, _: neo4j_csv.lines(lambda: records), "csv", ""),
}
every = pytest.mark.parametrize("form", FORMS)
both = pytest.mark.parametrize("form", ["rdf", "graphml"])
ADA = Node("ada", "Person", "Ada", ("Countess", "Ada"), "A countess", {"born": 1815, "skills": ("sums", "verse")})
CHARLES = Node("charles b", "", "Charles & <Co>", (), "", {"died": "1871-10-18", "h": 1.0, "one": (1,), "tall": True})
KNOWS = Edge("ada", "KNOWS", "charles b", {"since": 1833}, (Provenance("person", "Rita", "a letter"),), 0.5, "odd")
HISTORY = [{"id": "c1", "at": "2026-01-01T00:00:00+00:00", "author_name": "Carl", "reason": "so", "summary": "",
            "source": "", "touched": []}, {"commit": "c1", "before": None, "after": {"id": "ada"}}]  # fmt: skip


def written(form, path, records, history=()):
    lines, ending, end = FORMS[form]
    found = path / f"graph.{ending}"
    found.write_bytes("".join(f"{line}{end}" for line in lines(records, history)).encode())
    return found


@pytest.fixture
def store(tmp_path):
    made = SqliteStore(tmp_path / "graphs.sqlite3")
    yield made
    made.close()


def fresh(store, graph):
    store.drop(graph)
    store.create(graph)


@every
@CALM
@given(records=graphs())
def test_whatever_a_graph_holds_comes_back_identical(store, tmp_path, form, records):
    for graph in ("first", "second"):
        fresh(store, graph)
    store.load("first", records)
    result = load_files(store, "second", [written(form, tmp_path, list(store.export("first")))])
    assert result.rejected == 0, result.first_rejects
    assert list(map(repr, store.export("second"))) == list(map(repr, store.export("first")))


@both
def test_history_goes_along_and_is_left_out_of_the_graph(store, tmp_path, form):
    result = load_files(store, "g", [written(form, tmp_path, [ADA, CHARLES, KNOWS], HISTORY)])
    assert list(map(repr, store.export("g"))) == list(map(repr, [ADA, CHARLES, KNOWS]))
    assert sum(result.skipped.values()) == {"rdf": 1, "graphml": 2}[form]
    assert "history" in next(iter(result.skipped))


@every
def test_it_is_read_packed_too_and_loading_again_changes_nothing(store, tmp_path, form):
    path = written(form, tmp_path, [ADA, CHARLES, KNOWS])
    packed = path.with_name(f"{path.name}.gz")
    packed.write_bytes(gzip.compress(path.read_bytes()))
    assert load_files(store, "g", [packed]).counts.edges_added == 1
    assert not load_files(store, "g", [path]).changed


def test_a_csv_says_in_its_cells_what_cells_can_say(tmp_path):
    formula = Node("=1+1", "Person", "=cmd()", (), "", {"born": 1790})
    rows = written("csv", tmp_path, [ADA, formula, replace(KNOWS, tail="=1+1")]).read_text().splitlines()
    assert rows[0] == (
        ":ID,:LABEL,name:string,aliases:string[],description:string,:START_ID,:TYPE,:END_ID,"
        "born:long,since:long,skills:string[],:JSON"
    )
    assert rows[1].startswith("ada,Person,Ada,Countess;Ada,A countess,,,,1815,,sums;verse,")
    assert rows[2].startswith("-,Person,,,,,,,1790,,,")
    assert rows[3].startswith(",,,,,ada,KNOWS,-,,1833,,")
    assert not any(cell.startswith("=") for row in rows for cell in row.split(","))


@pytest.mark.parametrize("cell", ["[]", "3", "{", '{""props"": 3}', '{""sources"": [{""who"": 1}]}'])
def test_a_cell_of_json_that_says_nothing_costs_its_row_alone(store, tmp_path, cell):
    (tmp_path / "g.csv").write_text(f':ID,:START_ID,:TYPE,:END_ID,:JSON\nb,,,,\n,b,KNOWS,b,"{cell}"\n')
    result = load_files(store, "g", [tmp_path / "g.csv"])
    assert (result.counts.nodes_added, result.rejected) == (1, 1)


def test_rdflib_reads_the_same(tmp_path):
    found = rdflib.Graph().parse(written("rdf", tmp_path, [ADA, CHARLES, KNOWS], HISTORY))
    ada = rdflib.URIRef("urn:loregraph:node:ada")
    assert str(found.value(ada, rdflib.RDFS.label)) == "Ada"
    assert found.value(ada, rdflib.URIRef("urn:loregraph:property:born")).toPython() == 1815
    assert (
        ada,
        rdflib.URIRef("urn:loregraph:relation:KNOWS"),
        rdflib.URIRef("urn:loregraph:node:charles%20b"),
    ) in found
    assert len(list(found.subjects(rdflib.RDF.type, rdflib.PROV.Activity))) == 1


def test_networkx_reads_the_same(tmp_path):
    found = networkx.read_graphml(written("graphml", tmp_path, [ADA, CHARLES, KNOWS], HISTORY))
    assert found.nodes["charles b"] == {"name": "Charles & <Co>", "died": "1871-10-18", "tall": True, "h": 1.0,
                                        "one": "[1]"}  # fmt: skip
    assert found.edges["ada", "charles b"]["since"] == 1833
    assert found.edges["ada", "charles b"]["confidence"] == 0.5


def test_what_networkx_writes_is_read(store, tmp_path):
    made = networkx.MultiDiGraph()
    made.add_node("a", label="Ada", type="Person", born=1815)
    made.add_node("b", label="Bob")
    made.add_edge("a", "b", relation="KNOWS", weight=0.5)
    made.add_edge("a", "b")
    networkx.write_graphml(made, tmp_path / "g.graphml")
    load_files(store, "g", [tmp_path / "g.graphml"])
    assert list(store.export("g")) == [
        Node("a", "Person", "Ada", (), "", {"born": 1815}), Node("b", "", "Bob"),
        Edge("a", "KNOWS", "b", {"weight": 0.5}), Edge("a", "RELATED_TO", "b"),
    ]  # fmt: skip


TURTLE = """@prefix : <http://example.org/> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
:rhine a :River ; rdfs:label "Rhin"@fr, "Rhine"@en ; :km 1230 ; :flows_into :north_sea, [ rdfs:label "A delta" ] .
"""


def test_any_turtle_becomes_a_graph(store, tmp_path):
    (tmp_path / "r.ttl").write_text(TURTLE)
    load_files(store, "g", [tmp_path / "r.ttl"])
    (rhine,) = store.nodes("g", ["http://example.org/rhine"])
    assert (rhine.type, rhine.name, rhine.aliases, rhine.props) == ("River", "Rhine", ("Rhin",), {"km": 1230})
    assert {each.name for each in store.export("g") if isinstance(each, Node)} == {"Rhine", "north sea", "A delta"}
    assert not load_files(store, "g", [tmp_path / "r.ttl"]).changed


def test_the_three_forms_of_rdf_give_one_graph(store, tmp_path):
    known = rdflib.Graph().parse(written("rdf", tmp_path, [ADA, KNOWS, Node("charles b", "", "C")]))
    for form, ending in (("turtle", "ttl"), ("xml", "rdf"), ("nt", "nt")):
        known.serialize(tmp_path / f"again.{ending}", form)
        load_files(store, form, [tmp_path / f"again.{ending}"])
    first, *others = (
        {repr(each) for each in store.export(form) if isinstance(each, Edge)} for form in ("nt", "turtle", "xml")
    )
    assert others == [first, first]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.graphml", '<!DOCTYPE g [<!ENTITY a "b">]><graphml><graph/></graphml>'),
        ("a.graphml", "<graphml><graph><node id='a'></graph></graphml>"),
        ("a.rdf", '<!DOCTYPE g [<!ENTITY a SYSTEM "file:///etc/passwd">]><rdf:RDF xmlns:rdf="x"/>'),
        ("a.ttl", "@prefix : <http://example.org/> . :a :b"),
    ],
)
def test_what_is_unsound_is_refused_in_a_sentence(store, tmp_path, name, text):
    (tmp_path / name).write_text(text)
    with pytest.raises(LoadError, match="a\\."):
        load_files(store, "g", [tmp_path / name])


def test_a_bad_line_costs_one_line(store, tmp_path):
    good = written("rdf", tmp_path, [ADA]).read_text()
    (tmp_path / "g.nt").write_text(good + "<a> <b> nonsense .\n")
    result = load_files(store, "g", [tmp_path / "g.nt"])
    assert (result.rejected, result.counts.nodes_added) == (1, 1)
