"""A graph that is moved from one store to the other, and back, by export and load: nothing is lost."""

import pytest
from hypothesis import HealthCheck, given, settings

from agents.declaration import Declaration, PropertyWords, RelationWords, Rule, TypeWords
from agents.exports.apoc import lines
from agents.graphs.bolt import BoltStore
from agents.graphs.sqlite import SqliteStore
from agents.loaders.load import load_files
from agents.model import Edge, Node, Provenance
from tests.agents.exports.conftest import graphs

SIZE = PropertyWords(description="How large", synonyms=("extent",), unit="km²")
WORDS = Declaration(
    title="Ôsterland 🙂", description="A land", version="3+ab", licence="CC0", attribution="Ada's atlas",
    types={"City": TypeWords(synonyms=("town",), properties={"size": SIZE}), "a `type`": TypeWords(description="odd")},
    relations={"lies in": RelationWords(synonyms=("is in",), inverse_synonyms=("holds",), transitive=True,
                                        inverse="holds", template="{head} lies in {tail}", prerequisite=True)},
    definitions={"large city": "City where size > 5"},
    examples=("What lies in Ôsterland?",),
    rules=(Rule(kind="most", relation="lies in", most=2, hard=True),),
)  # fmt: skip
RECORDS = (
    Node("city:1", "City", "Lübeck", ("Lubeca", "lübeck"), "A \"port\"\n", {"big": 2**70, "free": True, "size": 2}),
    Node("city:2", "City", "name", (), "", {"_f:y": ("a", 1, True), "name": "x", "since": "1143-01-01", "size": 3.5}),
    Node("land:`1", "a `type`", "Ôsterland", (), "", {"": "", "_name": 1, "id": 7, "labels": "x", "é🙂": (1.0, 2**65)}),
    Node("untyped", "", "", ("", " "), "", {}),
    Edge("city:1", "lies in", "city:1"),
    Edge("city:1", "lies in", "land:`1", {"e": (0.5,), "since": 1226},
         (Provenance("document", "atlas.pdf", "page 3"), Provenance("person", "Carl")), 0.25, "proposed"),
    Edge("city:2", "REL`ATES", "untyped", {"confidence": 3, "relation": "x"}, (), 0.0, "rejected"),
)  # fmt: skip


def moved(source, graph, target, place):
    """Move a graph as `manage.py export` and `manage.py load` do."""
    said = lines(source.export(graph), source.declaration(graph))
    place.write_text("".join(f"{line}\n" for line in said), "utf-8")
    assert load_files(target, graph, [place]).rejected == 0


def everything(store, graph):
    """Return all that a store says of a graph; its own versions apart."""
    schema = store.schema(graph)
    return list(store.export(graph)), store.declaration(graph), (schema.types, schema.relations, schema.nodes)


@pytest.fixture
def sqlite(tmp_path):
    made = SqliteStore(tmp_path / "first.db")
    yield made
    made.close()


@pytest.fixture
def other(request, tmp_path):
    if request.param == "sqlite":
        made = SqliteStore(tmp_path / "other.db")
    else:
        made = BoltStore(request.getfixturevalue("neo4j").address, timeout=30)
    made.drop("moved")
    yield made
    made.drop("moved")
    made.close()


STORES = pytest.mark.parametrize("other", ["sqlite", pytest.param("neo4j", marks=pytest.mark.server)], indirect=True)


@STORES
def test_nothing_is_lost_there_and_back(sqlite, other, tmp_path):
    sqlite.create("moved")
    sqlite.load("moved", RECORDS)
    sqlite.declare("moved", WORDS)
    before = everything(sqlite, "moved")
    assert before[:2] == (list(RECORDS), WORDS)
    moved(sqlite, "moved", other, tmp_path / "there.jsonl")
    assert everything(other, "moved") == before
    sqlite.drop("moved")
    moved(other, "moved", sqlite, tmp_path / "back.jsonl")
    assert everything(sqlite, "moved") == before
    assert (tmp_path / "back.jsonl").read_text() == (tmp_path / "there.jsonl").read_text()


@STORES
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(records=graphs())
def test_whatever_a_graph_holds_is_the_same_there_and_back(sqlite, other, tmp_path, records):
    for store in (sqlite, other):
        store.drop("moved")
    sqlite.create("moved")
    sqlite.load("moved", records)
    before = everything(sqlite, "moved")
    moved(sqlite, "moved", other, tmp_path / "there.jsonl")
    assert everything(other, "moved") == before
    sqlite.drop("moved")
    moved(other, "moved", sqlite, tmp_path / "back.jsonl")
    assert everything(sqlite, "moved") == before


def test_words_of_an_empty_graph_are_moved_too(sqlite, tmp_path):
    sqlite.create("moved")
    sqlite.declare("moved", WORDS)
    place = tmp_path / "empty.jsonl"
    place.write_text("".join(lines(sqlite.export("moved"), WORDS)))
    assert load_files(sqlite, "second", [place]).rejected == 0
    assert sqlite.declaration("second") == WORDS


def test_words_that_are_there_stay_and_those_of_an_upload_are_left_out(sqlite, tmp_path):
    sqlite.create("moved")
    sqlite.load("moved", RECORDS)
    sqlite.declare("moved", WORDS)
    place = tmp_path / "words.jsonl"
    moved(sqlite, "moved", sqlite, place)
    sqlite.create("second")
    sqlite.declare("second", Declaration(title="Mine"))
    load_files(sqlite, "second", [place])
    assert sqlite.declaration("second") == Declaration(title="Mine")
    load_files(sqlite, "third", [place], trusted=False)
    assert sqlite.declaration("third") == Declaration()


def test_words_that_are_not_sound_are_a_rejected_row(sqlite, tmp_path):
    place = tmp_path / "bad.jsonl"
    place.write_text('{"type": "node", "id": "1", "declaration": {"titel": "x"}}\n{"type": "node", "id": "2"}\n')
    assert load_files(sqlite, "moved", [place]).rejected == 1
