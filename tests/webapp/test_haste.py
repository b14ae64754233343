"""What stands between a question and its first event: few statements, however much is kept."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from webapp.chat import records, turns
from webapp.chat.models import Conversation, Run
from webapp.graphs.models import Graph

pytestmark = pytest.mark.django_db
STATEMENTS = 8  # to open a run: BEGIN and COMMIT, or the savepoint that a test has in their place, are two


@pytest.fixture
def talk(rivers: Graph) -> Conversation:
    return Conversation.objects.create(graph=rivers, visitor="stan")


def answered(talk: Conversation, question: str) -> Run:
    """Keep a question with its answer."""
    run, _ = records.open_run(talk, uuid4(), question, {"type": "run.started"})
    records.record(run, 2, {"type": "answer.done", "text": f"{question} Yes.", "answers": [], "count": 0})
    return run


def statements(begin: str, captured: CaptureQueriesContext) -> list[str]:
    return [each["sql"] for each in captured if each["sql"].startswith(begin)]


def test_opening_a_run_takes_few_statements(talk):
    answered(talk, "Where?")
    with CaptureQueriesContext(connection) as captured:
        records.open_run(talk, uuid4(), "When?", {"type": "run.started"})
    assert len(captured) <= STATEMENTS


@pytest.mark.skipif(connection.vendor != "sqlite", reason="the words of SQLite's plan")
def test_what_was_asked_lately_is_counted_by_an_index(talk):
    with CaptureQueriesContext(connection) as captured:
        records.open_run(talk, uuid4(), "Where?", {"type": "run.started"})
    count, *_ = statements("SELECT COUNT", captured)
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {count}")
        plan = [row[-1] for row in cursor.fetchall()]
    assert any("runs_by_start" in each for each in plan)
    assert not any("SCAN chat_run" in each for each in plan)


def test_a_turn_that_was_taken_before_is_not_read_again(talk):
    last = [answered(talk, f"{number}?") for number in range(3)][-1]
    first = turns.turns(talk, last.pk)
    with CaptureQueriesContext(connection) as captured:
        assert turns.turns(talk, last.pk) == first
    assert len(captured) == 1


def test_the_latest_answered_turns_of_the_branch_are_taken(talk):
    asked = [answered(talk, f"{number}?") for number in range(turns.LATEST + 2)]
    records.open_run(talk, failed := uuid4(), "Broken?", {"type": "run.started"})
    records.record(Run.objects.get(pk=failed), 2, {"type": "run.failed", "reason": "Broken."})
    found = turns.turns(talk, failed)
    assert [each.question for each in found] == [each.question for each in asked[-turns.LATEST :]]
    assert found[-1].answer == f"{asked[-1].question} Yes."


def test_a_question_asked_anew_follows_what_stood_before_it(talk):
    first, second = answered(talk, "1?"), answered(talk, "2?")
    beside, _ = records.open_run(talk, uuid4(), "2b?", {"type": "run.started"}, second.pk)
    assert [each.question for each in turns.turns(talk, beside.after_id)] == [first.question]


def test_only_so_many_turns_are_kept(talk, monkeypatch):
    monkeypatch.setattr(turns, "KEPT", 2)
    last = [answered(talk, f"{number}?") for number in range(4)][-1]
    assert len(turns.turns(talk, last.pk)) == 4
    assert len(turns._kept) == 2
    assert all(isinstance(each, UUID) for each in turns._kept)


def test_questions_of_an_hour_ago_do_not_count(talk, settings):
    settings.LOREGRAPH_QUESTIONS_A_MINUTE = 1
    run = answered(talk, "1?")
    Run.objects.filter(pk=run.pk).update(started_at=timezone.now() - timedelta(hours=1))
    assert answered(talk, "2?")
