"""Loads are commits, from the page and by a command, and are taken back whole, however large, whatever came after."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command

from agents.changes import ChangeSet, PutEdge, PutNode, RemoveEdge
from agents.model import Edge, Node
from tests.webapp.curate.conftest import BONN, RHINE
from webapp import processes
from webapp.curate import history_views, noted
from webapp.curate.models import Commit, Job
from webapp.graphs import noting
from webapp.graphs.models import Graph

pytestmark = pytest.mark.django_db
HERE = "/graphs/rivers/curate/"
LINES = [{"type": "node", "id": f"t{n}", "labels": ["Town"], "properties": {"name": f"Town {n}"}} for n in range(40)]
LINES += [{"type": "relationship", "label": "ON", "properties": {}, "start": {"id": f"t{n}"}, "end": {"id": "bonn"}}
          for n in range(40)]  # fmt: skip


@pytest.fixture
def page(client, carl, rivers):
    client.force_login(carl)
    return client


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "towns.jsonl"
    path.write_text("".join(f"{json.dumps(line)}\n" for line in LINES))
    return path


@pytest.fixture
def worked(settings):
    """Work on every job at once, as a worker would."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}


@pytest.fixture
def large(monkeypatch):
    """Take forty things for more than a page does."""
    monkeypatch.setattr(history_views, "AT_ONCE", 40)


def everything(store):
    return [each.to_json() for each in store.export("rivers")]


def load(file):
    call_command("load", str(file), graph="rivers")
    return Commit.objects.get(kind="load")


def test_a_load_by_a_command_is_a_commit_that_is_taken_back_whole(page, store, file):
    before = everything(store)
    made = load(file)
    assert (made.state, made.size, made.summary) == ("applied", 80, "40 nodes added, 40 facts added")
    assert "towns.jsonl" in page.get(f"{HERE}history/").content.decode()
    assert "Town 7 (Town)" in page.get(f"{HERE}commits/{made.pk}/").content.decode()
    page.post(f"{HERE}commits/{made.pk}/undo/")
    assert everything(store) == before
    undone = Commit.objects.get(kind="undo")
    assert (undone.undoes, undone.author_name, undone.summary) == (made, "carl", "40 nodes removed, 40 facts removed")
    page.post(f"{HERE}commits/{undone.pk}/undo/")
    assert len(everything(store)) == len(before) + 80


def test_a_load_of_what_is_there_is_no_commit(rivers, store, file):
    load(file)
    call_command("load", str(file), graph="rivers")
    assert Commit.objects.count() == 1


def test_a_load_that_makes_its_graph_is_a_commit_of_it(store, file):
    call_command("load", str(file), graph="towns")
    assert Commit.objects.get().graph == Graph.objects.get(slug="towns")


def test_a_load_from_the_page_is_whose_it_is(page, store, file, worked, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        page.post("/g/rivers/load/", {"file": SimpleUploadedFile("towns.jsonl", file.read_bytes()), "format": ""})
    made = Commit.objects.get()
    assert (made.kind, made.author_name, made.source, made.size) == ("load", "carl", "towns.jsonl", 80)


def changed_since(store):
    """Let others change some of what was loaded."""
    others = (PutNode(Node("t1", "Village", "Town 1")), PutEdge(Edge("t2", "ON", RHINE.id)))
    store.apply("rivers", ChangeSet("others", (*others, RemoveEdge("t3", "ON", BONN.id))))


def test_what_others_changed_is_told_and_stays_and_the_rest_goes(page, store, file):
    made = load(file)
    changed_since(store)
    shown = page.get(f"{HERE}commits/{made.pk}/").content.decode()
    assert all(each in shown for each in ("2 things were changed since", "<ins>Village</ins>", "Facts were tied to it"))
    page.post(f"{HERE}commits/{made.pk}/undo/")
    assert {node.id for node in store.nodes("rivers", [f"t{n}" for n in range(40)])} == {"t1", "t2"}


def test_a_large_load_is_looked_at_and_taken_back_by_the_worker(
    page, store, file, worked, large, django_capture_on_commit_callbacks
):
    before, made = everything(store), load(file)
    changed_since(store)
    address = f"{HERE}commits/{made.pk}/"
    assert "Look what can be taken back" in page.get(address).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        looked = page.post(f"{address}undo/", {"look": "yes"}).url
    shown = page.get(looked).content.decode()
    assert all(each in shown for each in ("38 nodes removed, 39 facts removed", "2 things were changed since"))
    assert len(everything(store)) > len(before)
    with django_capture_on_commit_callbacks(execute=True):
        undone = page.post(f"{address}undo/", {"reason": "Wrong file"}).url
    assert "Taken back:" in page.get(undone).content.decode()
    assert len(everything(store)) == len(before) + 3
    assert Commit.objects.get(kind="undo").reason == "Wrong file"


def test_what_a_killed_worker_began_is_gone_on_with(
    page, store, file, worked, large, monkeypatch, django_capture_on_commit_callbacks
):
    before, made = everything(store), load(file)
    monkeypatch.setattr("agents.curation.unloading.BATCH", 10)
    swap, calls = type(store).swap, iter(range(100))

    def dying(self, graph, swaps):
        if next(calls) == 4:
            raise MemoryError
        return swap(self, graph, swaps)

    monkeypatch.setattr(type(store), "swap", dying)
    with django_capture_on_commit_callbacks(execute=True):
        address = page.post(f"{HERE}commits/{made.pk}/undo/").url
    job = Job.objects.get()
    assert (job.state, len(everything(store))) == ("failed", len(before) + 40)
    with django_capture_on_commit_callbacks(execute=True):
        page.post(f"{address}again/")
    assert everything(store) == before
    assert Commit.objects.get(kind="undo").size == 80


def test_a_load_whose_process_was_killed_is_closed_with_what_it_did(page, rivers, store, monkeypatch):
    with noting.noted("rivers", None, "towns.tsv") as journal:
        monkeypatch.setattr(journal.notes, "close", lambda: None)
        monkeypatch.setattr(noting.ended, "send", lambda *_, **__: None)
        journal.load("rivers", [Node("t1", "Town", "Town 1")])
    Commit.objects.update(process="work-dead")
    assert not processes.alive("work-dead")
    page.get(f"{HERE}history/")
    made = Commit.objects.get()
    assert (made.state, made.size) == ("applied", 1)
    assert made.reason.endswith(noted.STOPPED)


def test_a_deleted_graph_leaves_no_notes(client, rivers, store, file, rita, data):
    load(file)
    rivers.memberships.filter(user=rita).update(role="manager")
    client.force_login(rita)
    client.post("/g/rivers/delete/", {"name": "rivers"})
    assert list((data / "journals").rglob("*.gz")) == []


@pytest.mark.parametrize("form", ["rdf", "graphml"])
def test_an_export_with_history_has_every_commit_and_comes_back(page, store, file, tmp_path, form):
    load(file)
    page.post(f"{HERE}nodes/new/", {"name": "Nile", "type": "River", "reason": "It is long"})
    answer = page.post(f"{HERE}export/{form}/", {"history": "yes"})
    text = b"".join(answer.streaming_content).decode()
    assert "It is long" in text
    assert text.count("Town 7") >= 2  # in the graph, and in the history
    path = tmp_path / answer.filename
    path.write_text(text)
    call_command("load", str(path), graph="again")
    assert [each.to_json() for each in store.export("again")] == everything(store)


def test_history_goes_to_curators_alone(client, rivers, store, rita):
    client.force_login(rita)
    answers = [client.post(f"{HERE}export/rdf/", data).status_code for data in ({}, {"history": "yes"})]
    assert answers == [200, 404]


@pytest.mark.parametrize("form", ["apoc", "rdf", "graphml", "table", "history"])
def test_the_command_writes_what_the_page_hands_over(page, store, file, capsys, form):
    load(file)
    capsys.readouterr()
    call_command("export", graph="rivers", format=form)
    handed = b"".join(page.post(f"{HERE}export/{form}/").streaming_content).decode()
    assert capsys.readouterr().out.replace("\r\n", "\n") == handed.replace("\r\n", "\n")
