"""The documents of a graph as a source: found by words, by meaning and by the nodes they mention, with their place."""

import pytest

from agents.documents.adding import add, link
from agents.documents.index import DocumentIndex
from agents.graphs.sqlite import SqliteStore
from agents.language.embeddings import embedder
from agents.model import Edge, Node
from agents.sources.collected import GraphSources
from agents.sources.documents import Documents
from tests.agents.documents.papers import pdf

RIVERS = """The Rhine

The Rhine rises in the Alps and flows to the North Sea. Barges carry coal and ore on it as far as Basel.

The Main is its longest tributary on the right bank. It passes through Frankfurt, where skyscrapers stand beside it.

Every summer, swimmers race across the water at Cologne. The winner is given a wooden fish.
"""


@pytest.fixture
def store(tmp_path):
    store = SqliteStore(tmp_path / "graphs.sqlite3")
    for graph in ("rivers", "secret"):
        store.create(graph)
    store.load("rivers", [
        Node("r:rhine", "River", "Rhine", ("Rhein", "Father of rivers")), Node("r:main", "River", "Main"),
        Node("c:ffm", "City", "Frankfurt"), Edge("r:main", "FLOWS_INTO", "r:rhine"),
    ])  # fmt: skip
    return store


@pytest.fixture
def index(tmp_path):
    return DocumentIndex(tmp_path / "documents")


@pytest.fixture
def put(tmp_path, store, index):
    def put(text=RIVERS, graph="rivers", id="1", title="On rivers", **more):
        path = tmp_path / f"{graph}-{id}.txt"
        path.write_text(text)
        return add(index, store, embedder(), graph, path, "text", id=id, title=title, **more)

    return put


@pytest.fixture
def source(store, index):
    return Documents(index, store, embedder(), "rivers")


def test_a_passage_is_found_by_its_words(put, source):
    put()
    best = source.search("Which barges carry ore?", 2)[0]
    assert "Barges carry coal" in best.text
    assert RIVERS.strip()[best.place.start : best.place.end] == best.text
    assert (best.place.document, best.place.title, best.kind, best.source) == (
        "1",
        "On rivers",
        "document",
        "documents",
    )


def test_a_passage_is_found_by_its_meaning_where_no_word_is_shared(put, source):
    put()
    assert "swimmers race" in source.search("What prize does someone win in the contest of athletes?", 1)[0].text


def test_a_passage_is_found_by_another_name_of_what_it_mentions(put, source, index):
    put()
    put("A poem.\n\n" + "Nothing of the kind is said here, and nothing there. " * 40, id="2")
    best = source.search("Father of rivers", 1)[0]
    assert "r:rhine" in best.nodes


def test_a_pdf_passage_says_its_page(tmp_path, index, store, source):
    path = pdf(tmp_path / "a.pdf", ["The Main is a river."], ["Frankfurt lies on the Main."])
    added = add(index, store, embedder(), "rivers", path, "pdf", id="7", title="A paper")
    assert (added.pages, added.passages, added.mentions) == (2, 2, 3)
    assert source.search("Where does Frankfurt lie?", 1)[0].place.page == 2


def test_there_are_no_more_passages_than_asked_for_and_fewer_are_fine(put, source):
    put()
    assert len(source.search("the Rhine and its swimmers", 2)) == 2
    assert 0 < len(source.search("the Rhine and its swimmers", 50)) <= 6
    assert source.search("the Rhine", 0) == ()
    assert source.search("  ", 3) == ()


def test_what_nothing_speaks_of_finds_nothing(put, source):
    put()
    assert source.search("photosynthesis enzymes chlorophyll", 5) == ()


@pytest.mark.parametrize(
    "question", ['"', "AND OR NOT", "a* NEAR(b)", "x" * 5000, "{col}: y", "'; DROP TABLE", "\0 rhine"]
)
def test_no_question_is_taken_for_a_search_language(put, source, question):
    put()
    source.search(question, 3)


def test_a_graph_without_documents_gives_none(source):
    assert source.search("the Rhine", 3) == ()
    assert source.scope.description == ""


def test_no_graph_gives_another_graphs_passages(put, store, index):
    put("The secret of the Rhine is a treasure.", "secret")
    assert Documents(index, store, embedder(), "rivers").search("secret treasure of the Rhine", 5) == ()
    assert len(Documents(index, store, embedder(), "secret").search("secret treasure", 5)) == 1


def test_a_document_put_again_replaces_itself(put, source, index):
    put()
    put("The Main is the only river left.")
    found = source.search("barges river", 9)
    assert [each.text for each in found] == ["The Main is the only river left."]


def test_a_removed_document_is_gone_from_every_search(put, source, index):
    put()
    index.remove("rivers", "1")
    assert source.search("Barges carry coal on the Rhine", 5) == ()
    assert index.text("rivers", "1") is None


def test_a_dropped_graph_leaves_no_file(put, index, tmp_path):
    put()
    index.drop("rivers")
    assert list((tmp_path / "documents").iterdir()) == []


def test_a_document_is_linked_anew_when_the_graph_has_grown(put, source, store, index):
    before = put().mentions
    store.load("rivers", [Node("c:basel", "City", "Basel")])
    after, version = link(index, store, "rivers", "1")
    assert after == before + 1
    assert version == store.version("rivers")
    assert "c:basel" in source.search("coal on barges", 1)[0].nodes


def test_nothing_is_kept_where_adding_is_stopped(put, source):
    def stop(step, done, of):
        if step == "embedding":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        put(on_step=stop)
    assert source.search("Rhine", 3) == ()


def test_a_document_of_too_many_passages_is_refused(put):
    with pytest.raises(Exception, match=r"passages; there is room for 1\."):
        put(most=1)


async def test_sources_are_collected_and_a_name_is_given_once(source):
    sources = GraphSources(lambda graph: [source], lambda graph: [source] if graph == "rivers" else [])
    assert sources.of("rivers") == (source,)
    assert await source.passages("x", 1) == ()
