"""Work for the worker: one takes it, anybody who may can stop it, and a worker that died is noticed."""

import pytest

from agents.errors import LoadError
from webapp import jobs, processes
from webapp.graphs.models import Graph, LoadJob
from webapp.jobs import Cancelled, Note, State

pytestmark = pytest.mark.django_db
FAULT = "It failed."


@pytest.fixture
def waiting(data):
    graph = Graph.objects.create(slug="velm", title="Velm")
    return LoadJob.objects.create(graph=graph, file_name="velm.csv", path="/nowhere/velm.csv")


@pytest.fixture
def running(waiting):
    return LoadJob.taken(waiting.pk)


def test_what_waits_is_taken_once(waiting):
    mine = LoadJob.taken(waiting.pk, "graph")
    assert (mine.state, mine.process) == (State.RUNNING, processes.own_name("worker"))
    assert LoadJob.taken(waiting.pk) is None


def test_one_that_was_cancelled_is_told_at_its_next_note_and_ends_as_nothing_else(running):
    LoadJob.objects.get(pk=running.pk).cancel()
    with pytest.raises(Cancelled):
        running.note(done=3)
    assert not running.end(state=State.DONE)
    running.refresh_from_db()
    assert running.state == State.CANCELLED
    assert running.ended_at is not None


def test_only_what_ended_without_success_waits_once_more(running):
    assert not running.renew(done=0)
    running.end(state=State.FAILED, error=FAULT)
    assert running.renew(done=0)
    running.refresh_from_db()
    assert (running.state, running.error, running.process, running.ended_at) == (State.WAITING, "", "", None)


def test_one_that_another_worker_took_up_again_takes_no_notes_of_the_first(running):
    running.cancel()
    running.renew()
    LoadJob.objects.filter(pk=running.pk).update(state=State.RUNNING, process="worker-other")
    with pytest.raises(Cancelled):
        running.note(done=3)


def test_a_worker_that_lives_is_not_lost_and_one_that_died_is(running):
    assert not running.notice_lost_worker("Lost.")
    LoadJob.objects.filter(pk=running.pk).update(process="worker-gone")
    running.refresh_from_db()
    assert running.notice_lost_worker("Lost.")
    assert (running.state, running.error) == (State.FAILED, "Lost.")


def _refuse(error):
    def do():
        raise error

    return do


@pytest.mark.parametrize(
    ("do", "fields"),
    [
        (lambda: {"done": 3}, {"state": State.DONE, "done": 3}),
        (_refuse(Cancelled()), {}),
        (_refuse(LoadError("No such file.")), {"state": State.FAILED, "error": "No such file."}),
        (_refuse(ValueError("a secret of ours")), {"state": State.FAILED, "error": FAULT}),
    ],
    ids=["done", "cancelled", "refused", "fault"],
)
def test_the_outcome_tells_how_it_ended(running, do, fields):
    assert jobs.outcome(running, do, FAULT) == fields


def test_progress_is_noted_now_and_then_or_at_once(running, monkeypatch):
    monkeypatch.setattr(Note, "every", 3600.0)
    note = Note(running)
    note(done=1)
    note(done=2)
    assert LoadJob.objects.get(pk=running.pk).done == 1
    note(True, done=3)
    assert LoadJob.objects.get(pk=running.pk).done == 3
