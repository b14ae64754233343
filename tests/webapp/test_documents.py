"""Documents on the site: added and read in the worker, listed, read with a citation marked, linked anew, removed."""

import re
from types import SimpleNamespace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command

from agents.documents.index import DocumentIndex
from agents.graphs.sqlite import SqliteStore
from agents.language.embeddings import embedder
from agents.model import Edge, Node
from agents.reading.read import GraphReader
from agents.sources.documents import Documents
from tests.agents.documents.papers import pdf, spinning
from webapp import engine
from webapp.curate import proposals
from webapp.documents import keeping, shown
from webapp.documents.models import Document
from webapp.graphs import members

pytestmark = pytest.mark.django_db(transaction=True)
TEXT = "The Main\n\nThe Main flows into the Rhine at Mainz. It is <b>not</b> long.\n\nThe Neckar is shorter."


@pytest.fixture
def sqlite(tmp_path, monkeypatch, secret):
    store = SqliteStore(tmp_path / "graphs.sqlite3")
    store.create("secret")
    store.load("secret", [Node("r:main", "River", "Main"), Node("r:rhine", "River", "Rhine"),
                          Edge("r:main", "NEAR", "r:rhine")])  # fmt: skip
    monkeypatch.setattr(engine, "store", lambda: store)
    return store


@pytest.fixture(autouse=True)
def index(data, monkeypatch):
    index = DocumentIndex(data / "documents")
    monkeypatch.setattr(engine, "documents", lambda: index)
    return index


@pytest.fixture
def as_carl(client, carl, sqlite):
    client.force_login(carl)
    return client


@pytest.fixture
def as_rita(client, rita, sqlite):
    client.force_login(rita)
    return client


def upload(browser, content=TEXT, name="rivers.txt", **form):
    content = content if isinstance(content, bytes) else content.encode()
    return browser.post("/g/secret/documents/add/", {"file": SimpleUploadedFile(name, content), **form})


def work():
    """Let a worker do what waits."""
    call_command("db_worker", batch=True, interval=0, startup_delay=False, verbosity=0)


def added(browser, **form):
    """Add a document, let a worker read it, and return it."""
    upload(browser, **form)
    work()
    return Document.objects.latest("pk")


def page(browser, document, query=""):
    return browser.get(f"/g/secret/documents/{document.pk}/{query}").content.decode()


def test_an_upload_waits_for_the_worker_and_leads_to_its_page(as_carl):
    answer = upload(as_carl, title="On rivers")
    document = Document.objects.get()
    assert answer.url == f"/g/secret/documents/{document.pk}/"
    assert (document.state, document.title, document.kind) == ("waiting", "On rivers", "text")
    assert "make worker" in page(as_carl, document)


def test_the_worker_reads_splits_and_links_it(as_carl, data):
    document = added(as_carl)
    assert (document.state, document.error, document.title) == ("done", "", "rivers")
    assert (document.passages, document.mentions, document.path) == (1, 2, "")
    assert "flows into the Rhine" in page(as_carl, document)
    assert not list((data / "uploads").iterdir())


def test_what_a_document_holds_is_shown_as_text(as_carl):
    document = added(as_carl, content="<script>alert(1)</script> & so on.")
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; so on." in page(as_carl, document)


def test_a_passage_of_the_source_is_marked_at_its_address(as_carl, index, sqlite):
    document = added(as_carl)
    found = Documents(index, sqlite, embedder(), "secret").search("Where does the Main flow?", 1)[0]
    address = shown.address("secret", document.pk, found.place.start, found.place.end)
    assert address.endswith("#cited")
    said = as_carl.get(address.partition("#")[0]).content.decode()
    assert "".join(re.findall(r"<mark[^>]*>([^<]*)</mark>", said)).startswith("The MainThe Main flows into the Rhine")
    assert said.count('id="cited"') == 1
    assert 'href="/g/secret/node/?id=r%3Amain"' in said or "r:main" in said


def test_a_single_sentence_can_be_marked(as_carl):
    document = added(as_carl)
    start = TEXT.index("The Neckar")
    said = page(as_carl, document, f"?from={start}&to={start + 22}")
    assert re.findall(r"<mark[^>]*>([^<]*)</mark>", said) == ["The Neckar is shorter."]


@pytest.mark.parametrize("query", ["?from=5&to=2", "?from=9999999&to=99999999", "?from=-1&to=x", "?part=99", "?part=²"])
def test_an_address_that_is_wrong_marks_nothing(as_carl, query):
    document = added(as_carl)
    said = page(as_carl, document, query)
    assert "<mark" not in said
    assert "flows into the Rhine" in said


def test_a_long_document_is_shown_in_parts_and_a_citation_opens_its_part(as_carl):
    text = "\n\n".join(f"Paragraph {number}. " + ("Words and words. " * 20).strip() for number in range(200))
    document = added(as_carl, content=text)
    assert "Paragraph 150." not in page(as_carl, document)
    start = text.index("Paragraph 150.")
    said = page(as_carl, document, f"?from={start}&to={start + 14}")
    assert '<mark id="cited" tabindex="-1">Paragraph 150.</mark>' in said
    assert "Paragraph 1. " not in said


def test_a_pdf_shows_where_its_pages_begin(as_carl, tmp_path):
    content = pdf(tmp_path / "a.pdf", ["The Main is a river."], ["The Rhine is one, too."]).read_bytes()
    document = added(as_carl, content=content, name="a.pdf")
    said = page(as_carl, document)
    assert document.error == ""
    assert (document.pages, "Page 1" in said, "Page 2" in said) == (2, True, True)


def test_a_pdf_that_takes_for_ever_fails_in_words(as_carl, tmp_path, settings):
    settings.LOREGRAPH_DOCUMENT_SECONDS = 2.0
    document = added(as_carl, content=spinning(tmp_path / "a.pdf").read_bytes(), name="a.pdf")
    assert document.state == "failed"
    assert "stopped" in document.error or "too much time" in document.error
    assert document.error in page(as_carl, document).replace("&#x27;", "'")


@pytest.mark.parametrize("name", ["a.docx", "a.exe", "a", "a.pdf.zip"])
def test_a_file_of_another_kind_is_refused(as_carl, name):
    assert upload(as_carl, name=name).status_code == 422
    assert not Document.objects.exists()


def test_a_file_that_is_too_large_is_refused(as_carl, settings):
    settings.LOREGRAPH_MAX_DOCUMENT_MB = 1
    assert upload(as_carl, content=b"x" * 1_000_001).status_code == 422
    assert not Document.objects.exists()


def test_a_graph_has_no_more_passages_than_it_may(as_carl, settings):
    settings.LOREGRAPH_MAX_PASSAGES = 1
    assert added(as_carl).state == "done"
    again = added(as_carl)
    assert (again.state, "room for 0" in again.error) == ("failed", True)


def test_what_was_cancelled_is_not_read_and_can_be_run_again(as_carl):
    upload(as_carl)
    document = Document.objects.get()
    as_carl.post(f"/g/secret/documents/{document.pk}/cancel/")
    work()
    document.refresh_from_db()
    assert (document.state, document.characters) == ("cancelled", 0)
    as_carl.post(f"/g/secret/documents/{document.pk}/again/")
    work()
    document.refresh_from_db()
    assert document.state == "done"


def test_a_lost_worker_is_noticed(as_carl):
    upload(as_carl)
    Document.objects.update(state="running", process="worker-gone")
    assert "worker was stopped" in page(as_carl, Document.objects.get())


def test_a_document_is_linked_anew_where_the_graph_has_grown(as_carl, sqlite):
    document = added(as_carl)
    sqlite.load("secret", [Node("r:neckar", "River", "Neckar")])
    as_carl.post(f"/g/secret/documents/{document.pk}/link/")
    work()
    document.refresh_from_db()
    assert (document.state, document.mentions) == ("done", 3)


def test_a_removed_document_is_gone_with_its_text(as_carl, index):
    document = added(as_carl)
    assert "Remove this document?" in as_carl.get(f"/g/secret/documents/{document.pk}/remove/").content.decode()
    as_carl.post(f"/g/secret/documents/{document.pk}/remove/")
    assert index.text("secret", str(document.pk)) is None
    assert as_carl.get(f"/g/secret/documents/{document.pk}/").status_code == 404


def test_a_graphs_documents_go_with_it(as_carl, index, secret, data):
    added(as_carl)
    members.delete(secret, None)
    assert list((data / "documents").iterdir()) == []


def test_a_reader_reads_and_does_no_more(as_rita, secret):
    for state, characters in (("done", 9), ("waiting", 0)):
        Document.objects.create(graph=secret, title=f"A {state} paper", file_name="a", kind="text", state=state,
                                characters=characters)  # fmt: skip
    listed = as_rita.get("/g/secret/documents/").content.decode()
    assert "A done paper" in listed
    assert "A waiting paper" not in listed
    assert "Add a document" not in listed
    done, waiting = Document.objects.order_by("pk")
    assert as_rita.get(f"/g/secret/documents/{done.pk}/").status_code == 200
    assert as_rita.get(f"/g/secret/documents/{waiting.pk}/").status_code == 404


def test_a_document_is_not_found_under_another_graphs_name(as_carl, rivers, carl):
    document = added(as_carl)
    assert as_carl.get(f"/g/rivers/documents/{document.pk}/").status_code == 404


def test_the_engine_finds_the_documents_of_a_graph_among_its_sources(as_carl):
    assert engine.sources().of("secret") == ()
    added(as_carl)
    assert [each.kind for each in engine.sources().of("secret")] == ["document"]
    assert engine.sources().of("rivers") == ()


# --- facts --------------------------------------------------------------------------------------

STATES = """The Aare flows into the Rhine. The Main flows into the Rhine at Mainz. The Neckar flows into the Rhine.
The Lahn does not flow into the Rhine. The Mosel may flow into the Rhine. The Rhine flows into the North Sea."""


@pytest.fixture
def flowing(sqlite, monkeypatch, secret):
    """A graph of rivers that knows where the Main flows, and names a document's other rivers."""
    names = ("Main", "Rhine", "Neckar", "Lahn", "Mosel", "Aare")
    sqlite.load("secret", [Node(f"r:{each.lower()}", "River", each) for each in names])
    sqlite.load("secret", [Edge("r:main", "FLOWS_INTO", "r:rhine")])
    kit = SimpleNamespace(store=sqlite, reader=GraphReader(sqlite, embedder()))
    monkeypatch.setattr(engine, "kit", lambda: kit)
    return sqlite


def look(browser, document, limit=10):
    browser.post(f"/g/secret/documents/{document.pk}/find/", {"limit": limit})
    work()
    document.refresh_from_db()
    assert (document.state, document.error) == ("done", "")
    return document.found


def test_facts_that_the_graph_lacks_are_proposed_with_their_sentence(as_carl, flowing, secret):
    document = added(as_carl, content=STATES)
    found = look(as_carl, document)
    waiting = {each.words: each for each in secret.proposals.all()}
    assert found == {"proposed": 3, "before": 0, "left": 0}
    assert set(waiting) == {"Neckar flows into Rhine", "Aare flows into Rhine", "Rhine flows into North Sea"}
    assert "'North Sea' is new to the graph" in waiting["Rhine flows into North Sea"].why
    one = waiting["Neckar flows into Rhine"]
    assert (one.sentence, one.source, one.proposer_name) == ("The Neckar flows into the Rhine.", "rivers", "carl")
    assert 0.5 <= one.confidence < 1
    said = as_carl.get(one.place.partition("#")[0]).content.decode()
    assert re.findall(r"<mark[^>]*>([^<]*)</mark>", said) == ["The Neckar flows into the Rhine."]
    assert "3 facts were proposed" in page(as_carl, document)
    review = as_carl.get(f"/graphs/secret/curate/?at={one.pk}").content.decode()
    assert f'<a href="{one.place.replace("&", "&amp;")}">from rivers</a>' in review


def test_an_accepted_fact_names_the_document_and_the_sentence(as_carl, carl, flowing, secret):
    look(as_carl, added(as_carl, content="The Neckar flows into the Rhine."))
    waiting = list(secret.proposals.all())
    proposals.accept(secret, waiting, carl, proposals.drafted(secret, waiting))
    (edge,) = flowing.edges("secret", [("r:neckar", "FLOWS_INTO", "r:rhine")])
    assert [(each.kind, each.name, each.detail) for each in edge.sources] == [
        ("document", "rivers", "The Neckar flows into the Rhine.")
    ]
    assert edge.confidence < 1


def test_no_more_are_proposed_than_were_asked_for(as_carl, flowing, secret):
    found = look(as_carl, added(as_carl, content=STATES), limit=1)
    assert (found["proposed"], found["left"], secret.proposals.count()) == (1, 2, 1)


def test_what_waits_or_was_rejected_is_not_proposed_again(as_carl, carl, flowing, secret):
    document = added(as_carl, content=STATES)
    look(as_carl, document, limit=1)
    proposals.reject(list(secret.proposals.all()), carl, "no")
    assert look(as_carl, document) == {"proposed": 2, "before": 1, "left": 0}
    assert look(as_carl, document) == {"proposed": 0, "before": 3, "left": 0}
    assert secret.proposals.count() == 3


def test_nothing_is_proposed_unasked(as_carl, flowing, secret):
    added(as_carl, content=STATES)
    assert not secret.proposals.exists()


@pytest.mark.parametrize("limit", ["0", "-1", "101", "many", ""])
def test_a_number_that_is_none_starts_nothing(as_carl, flowing, secret, limit):
    document = added(as_carl, content=STATES)
    as_carl.post(f"/g/secret/documents/{document.pk}/find/", {"limit": limit})
    document.refresh_from_db()
    assert (document.work, document.state) == ("read", "done")


def test_whoever_may_no_more_proposes_nothing(as_carl, carl, flowing, secret):
    document = added(as_carl, content=STATES)
    as_carl.post(f"/g/secret/documents/{document.pk}/find/", {"limit": 5})
    members.set_role(secret, carl, "reader", None)
    work()
    document.refresh_from_db()
    assert document.state == "failed"
    assert not secret.proposals.exists()


# --- from a terminal ----------------------------------------------------------------------------


@pytest.fixture
def run(sqlite, capsys, tmp_path):
    (tmp_path / "rivers.md").write_text(TEXT)

    def run(*words):
        call_command("documents", *words, "--graph", "secret")
        return capsys.readouterr().out

    return run


def test_the_command_adds_lists_links_and_removes(run, tmp_path, index):
    assert "2 mentions" in run("add", str(tmp_path / "rivers.md"))
    number = str(Document.objects.get().pk)
    assert run("list") == f"{number}  rivers (markdown, 1 passages, done)\n"
    assert "2 mentions" in run("link")
    assert (tmp_path / "rivers.md").exists()
    run("remove", number)
    assert run("list") == ""
    assert index.text("secret", number) is None


def test_the_command_proposes_at_most_so_many(run, tmp_path, flowing, secret):
    (tmp_path / "states.txt").write_text(STATES)
    run("add", str(tmp_path / "states.txt"))
    number = str(Document.objects.get().pk)
    assert "1 proposed, 0 proposed or rejected before, 2 left" in run("propose", number, "--limit", "1")
    assert secret.proposals.count() == 1


def test_the_command_refuses_in_words_and_leaves_nothing(run, tmp_path):
    (tmp_path / "a.docx").write_text("x")
    (tmp_path / "empty.txt").write_text("  ")
    for name, words in (("none.txt", "no file"), ("a.docx", "no text, Markdown or PDF"), ("empty.txt", "no text in")):
        with pytest.raises(CommandError, match=words):
            run("add", str(tmp_path / name))
    with pytest.raises(CommandError, match="no document 99"):
        run("remove", "99")
    assert not Document.objects.exists()
    assert (tmp_path / "empty.txt").exists()


def test_a_document_that_is_busy_takes_no_second_work(as_carl, carl):
    upload(as_carl)
    assert not keeping.begin(Document.objects.get(), Document.Work.READ, carl)
