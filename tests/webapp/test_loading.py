"""Loading from the page: upload, background job, progress, cancel, again."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command

from agents.graphs.sqlite import SqliteStore
from webapp import engine, processes
from webapp.curate.models import Commit
from webapp.graphs import tasks
from webapp.graphs.forms import safe_name
from webapp.graphs.models import LoadJob
from webapp.jobs import Note

pytestmark = pytest.mark.django_db(transaction=True)
TRIPLES = b"Main\tFLOWS_INTO\tRhine\nNeckar\tFLOWS_INTO\tRhine\n"


@pytest.fixture
def sqlite(tmp_path, monkeypatch):
    store = SqliteStore(tmp_path / "graphs.sqlite3")
    monkeypatch.setattr(engine, "store", lambda: store)
    return store


@pytest.fixture
def as_carl(client, carl, secret, sqlite):
    client.force_login(carl)
    return client


def upload(browser, content=TRIPLES, name="rivers.tsv", **form):
    return browser.post("/g/secret/load/", {"file": SimpleUploadedFile(name, content), **form})


def work():
    """Let a worker do what waits."""
    call_command("db_worker", batch=True, interval=0, startup_delay=False, verbosity=0)


def shown(browser, part="progress/"):
    job = LoadJob.objects.get()
    return browser.get(f"/g/secret/jobs/{job.pk}/{part}").content.decode()


def test_an_upload_waits_for_the_worker_and_leads_to_its_progress(as_carl):
    answer = upload(as_carl)
    job = LoadJob.objects.get()
    assert answer.url == f"/g/secret/jobs/{job.pk}/"
    assert (job.state, job.file_name, job.total) == ("waiting", "rivers.tsv", len(TRIPLES))
    assert "make worker" in shown(as_carl)


def test_the_worker_loads_it_and_says_what_came_of_it(as_carl, sqlite, data):
    upload(as_carl)
    work()
    job = LoadJob.objects.get()
    assert (job.state, job.error) == ("done", "")
    assert (job.result["nodes_added"], job.result["edges_added"]) == (3, 2)
    assert sqlite.schema("secret").edges == 2
    assert "3 nodes and 2 edges" in shown(as_carl)
    assert not list((data / "uploads").iterdir())


def test_loading_the_same_again_changes_nothing(as_carl):
    for _ in range(2):
        upload(as_carl)
        work()
    assert LoadJob.objects.first().result["changed"] is False


def test_a_load_is_taken_back_as_one(as_carl, sqlite):
    sqlite.create("secret")
    before = list(sqlite.export("secret"))
    upload(as_carl)
    work()
    address = f"/graphs/secret/curate/commits/{Commit.objects.get().pk}/"
    assert as_carl.get(address).context["can_undo"]
    as_carl.post(f"{address}undo/")
    assert list(sqlite.export("secret")) == before
    assert not as_carl.get(address).context["can_undo"]


def test_a_bad_file_fails_with_a_sentence(as_carl):
    upload(as_carl, b"just prose, no columns at all\n")
    work()
    assert LoadJob.objects.get().state == "failed"
    assert "rivers.tsv" in shown(as_carl)


def test_after_a_bad_file_one_is_led_to_load_another(as_carl):
    upload(as_carl, b"just prose, no columns at all\n")
    work()
    assert "Load another file" in shown(as_carl)
    assert "Ask the graph" not in shown(as_carl)


def test_rejected_rows_are_handed_over(as_carl):
    upload(as_carl, TRIPLES + b"Lahn\tFLOWS_INTO\n")
    work()
    job = LoadJob.objects.get()
    assert job.result["rejected"] == 1
    kept = b"".join(as_carl.get(f"/g/secret/jobs/{job.pk}/rejects/").streaming_content)
    assert b"Lahn" in kept


def test_a_load_without_rejects_hands_over_nothing(as_carl):
    upload(as_carl)
    work()
    assert as_carl.get(f"/g/secret/jobs/{LoadJob.objects.get().pk}/rejects/").status_code == 404


def test_a_cancelled_load_is_not_begun(as_carl, sqlite):
    upload(as_carl)
    as_carl.post(f"/g/secret/jobs/{LoadJob.objects.get().pk}/cancel/")
    work()
    assert LoadJob.objects.get().state == "cancelled"
    assert "secret" not in sqlite.graphs()


def test_a_running_load_stops_when_it_is_cancelled(as_carl, monkeypatch):
    monkeypatch.setattr(Note, "every", 0.0)
    note = tasks._Note.__call__

    def cancelled_meanwhile(self, progress):
        self.job.cancel()
        note(self, progress)

    monkeypatch.setattr(tasks._Note, "__call__", cancelled_meanwhile)
    upload(as_carl)
    work()
    job = LoadJob.objects.get()
    assert (job.state, job.result) == ("cancelled", {})


def test_a_load_that_lost_its_worker_says_so_and_runs_again(as_carl, sqlite):
    upload(as_carl)
    LoadJob.objects.update(state="running", process="worker-killed")
    page = shown(as_carl)
    assert "The worker was stopped" in page
    assert "Run it again" in page
    as_carl.post(f"/g/secret/jobs/{LoadJob.objects.get().pk}/again/")
    work()
    assert LoadJob.objects.get().state == "done"


def test_a_load_with_a_living_worker_is_left_alone(as_carl):
    upload(as_carl)
    LoadJob.objects.update(state="running", process=processes.own_name("worker"))
    shown(as_carl)
    assert LoadJob.objects.get().state == "running"


def test_a_load_that_is_done_does_not_run_again(as_carl):
    upload(as_carl)
    work()
    as_carl.post(f"/g/secret/jobs/{LoadJob.objects.get().pk}/again/")
    assert LoadJob.objects.get().state == "done"


def test_a_defect_is_told_in_plain_words(as_carl, monkeypatch, sqlite):
    monkeypatch.setattr(sqlite, "load", lambda *_, **__: 1 / 0)
    upload(as_carl)
    work()
    job = LoadJob.objects.get()
    assert job.state == "failed"
    assert "division" not in job.error


def test_a_file_that_is_too_large_is_refused(as_carl, settings):
    settings.LOREGRAPH_MAX_UPLOAD_MB = 1
    answer = upload(as_carl, b"x" * 1_000_001)
    assert answer.status_code == 422
    assert b"larger than 1 MB" in answer.content
    assert not LoadJob.objects.exists()


def test_a_file_whose_name_does_not_tell_needs_a_format(as_carl):
    assert "Say its format" in upload(as_carl, name="rivers.exe").content.decode()
    assert upload(as_carl, name="rivers.exe", format="tsv").status_code == 302


def test_a_file_of_too_many_rows_stops_there(as_carl, settings, monkeypatch):
    settings.LOREGRAPH_MAX_UPLOAD_ROWS = 2
    monkeypatch.setattr(Note, "every", 0.0)
    upload(as_carl)
    work()
    assert "more than 2 rows" in shown(as_carl)


def test_what_is_far_too_large_is_refused_before_it_is_read(as_carl, settings):
    settings.LOREGRAPH_MAX_UPLOAD_MB = 1
    answer = upload(as_carl, b"x" * 2_100_000)
    assert answer.status_code == 413
    assert b"1 MB" in answer.content


@pytest.mark.parametrize("form", [{"format": "exe"}, {"file": ""}])
def test_a_form_that_is_not_right_is_refused(as_carl, form):
    assert as_carl.post("/g/secret/load/", {"file": SimpleUploadedFile("a.tsv", TRIPLES), **form}).status_code == 422


def test_an_upload_cannot_leave_its_folder(as_carl, data):
    upload(as_carl, name="..\\..\\evil\x00<b>.tsv")
    path = LoadJob.objects.get().path
    assert path.startswith(str(data / "uploads"))
    assert ".." not in path


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../etc/passwd", "passwd"),
        ("a/b\\c.tsv", "c.tsv"),
        ("<img src=x>.csv", "_img src_x_.csv"),
        ("nul\x00.tsv", "nul_.tsv"),
        ("...", "upload"),
        ("", "upload"),
        ("Straße 7.tsv", "Straße 7.tsv"),
    ],
)
def test_names_of_files_are_made_safe(name, safe):
    assert safe_name(name) == safe


def test_a_long_name_keeps_its_ending():
    name = safe_name("大" * 400 + ".tsv")
    assert name.endswith("大.tsv")
    assert len(name.encode()) <= 255  # what file systems take


def test_others_have_no_say_in_a_load(as_carl, client, rita):
    upload(as_carl)
    job = LoadJob.objects.get()
    client.force_login(rita)
    for action in ("cancel", "again"):
        assert client.post(f"/g/secret/jobs/{job.pk}/{action}/").status_code == 404
    assert client.get(f"/g/secret/jobs/{job.pk}/rejects/").status_code == 404


def test_a_load_is_found_under_its_own_graph_alone(as_carl, carl, rivers):
    rivers.memberships.create(user=carl, role="curator")
    upload(as_carl)
    assert as_carl.get(f"/g/rivers/jobs/{LoadJob.objects.get().pk}/").status_code == 404


def test_nothing_is_taken_for_a_graph_that_is_never_changed_here(as_carl, sqlite, monkeypatch):
    monkeypatch.setattr(sqlite, "fixed", lambda graph: "This graph is attached.", raising=False)
    assert "This graph is attached." in upload(as_carl).content.decode()
    assert not LoadJob.objects.exists()
