"""Measuring from the page: upload, background job, figures, what changed, who may."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command

from webapp import engine, processes
from webapp.graphs.models import Membership
from webapp.jobs import Note
from webapp.measure import jobs, tasks
from webapp.measure.forms import MOST_ASKED
from webapp.measure.models import Measurement

pytestmark = pytest.mark.django_db(transaction=True)
GOLD = [{"question": "first", "answers": ["Rhine"], "kind": "hop"}, {"question": "second", "answers": ["Main"]}]


@pytest.fixture
def as_carl(client, carl, secret, pipeline, monkeypatch):
    monkeypatch.setattr(engine, "make_ready", lambda graph: None)
    Membership.objects.get_or_create(user=carl, graph=secret, defaults={"role": "curator"})
    client.force_login(carl)
    return client


def text(lines):
    return "\n".join(json.dumps(each) for each in lines).encode()


def upload(browser, content=None, what="qa", name="gold.jsonl"):
    file = SimpleUploadedFile(name, text(GOLD) if content is None else content)
    return browser.post("/g/secret/measure/", {"file": file, "what": what})


def work():
    call_command("db_worker", batch=True, interval=0, startup_delay=False, verbosity=0)


def page(browser, run=None, part=""):
    return browser.get(f"/g/secret/measure/{(run or Measurement.objects.first()).pk}/{part}").content.decode()


def answering(monkeypatch, *names):
    """Let every question be answered with these names."""

    async def answers(graph, line):
        for question in line.questions:
            found = [{"id": each, "name": each, "type": "T"} for each in names]
            yield {"question": question, "answers": found, "timings": {"total": 2.0}, "answer": "so", "mentions": []}

    monkeypatch.setattr("webapp.graphs.asking.answers", answers)


def test_gold_waits_for_the_worker_and_leads_to_its_progress(as_carl):
    run = upload(as_carl)
    one = Measurement.objects.get()
    assert run.url == f"/g/secret/measure/{one.pk}/"
    assert (one.state, one.total) == ("waiting", 2)
    assert "make worker" in page(as_carl)
    assert "hx-get" in page(as_carl, part="progress/")


def test_the_worker_measures_and_the_page_tells(as_carl, monkeypatch):
    answering(monkeypatch, "Rhine")
    upload(as_carl)
    work()
    one = Measurement.objects.get()
    assert (one.state, one.report["exact"], one.error) == ("done", 0.5, "")
    shown = page(as_carl)
    assert "0.500" in shown
    assert "second" in shown
    assert "hx-get" not in shown


def test_the_run_before_is_compared(as_carl, monkeypatch):
    for name in ("Rhine", "Main"):
        answering(monkeypatch, name)
        upload(as_carl)
        work()
    shown = page(as_carl)
    assert "1 gained, 1 lost, 0 as before" in " ".join(shown.split())
    assert shown.index('data-change="gained"') < shown.index("second") < shown.index('data-change="lost"')


def test_it_can_be_measured_again(as_carl, monkeypatch):
    answering(monkeypatch, "Rhine")
    upload(as_carl)
    work()
    as_carl.post(f"/g/secret/measure/{Measurement.objects.get().pk}/again/")
    work()
    assert [each.report["exact"] for each in Measurement.objects.all()] == [0.5, 0.5]


def test_everything_can_be_downloaded(as_carl, monkeypatch):
    answering(monkeypatch, "Rhine")
    upload(as_carl)
    work()
    answer = as_carl.get(f"/g/secret/measure/{Measurement.objects.get().pk}/report.json")
    said = json.loads(answer.content)
    assert [each["right"] for each in said["rows"]] == [True, False]
    assert "attachment" in answer["Content-Disposition"]


def test_a_cancelled_run_stays_cancelled(as_carl, monkeypatch):
    async def cancelling(graph, line):
        await Measurement.objects.aupdate(state="cancelled")
        yield {"question": line.questions[0], "answers": [], "timings": {}}

    monkeypatch.setattr("webapp.graphs.asking.answers", cancelling)
    monkeypatch.setattr(Note, "every", 0.0)
    upload(as_carl)
    work()
    assert Measurement.objects.get().state == "cancelled"
    assert "Cancelled" in page(as_carl)


def test_one_that_waits_can_be_cancelled(as_carl):
    upload(as_carl)
    as_carl.post(f"/g/secret/measure/{Measurement.objects.get().pk}/cancel/")
    work()
    assert Measurement.objects.get().state == "cancelled"


def test_a_defect_is_a_sentence_and_a_line_in_the_log(as_carl, monkeypatch, caplog):
    def broken(graph, line):
        raise ZeroDivisionError

    monkeypatch.setattr("webapp.graphs.asking.answers", broken)
    upload(as_carl)
    work()
    assert tasks.FAULT in page(as_carl)
    assert "ZeroDivisionError" in caplog.text


def test_a_lost_worker_is_noticed(as_carl, monkeypatch):
    upload(as_carl)
    Measurement.objects.update(state="running", process="worker-gone")
    monkeypatch.setattr(processes, "alive", lambda name: False)
    assert jobs.LOST in page(as_carl)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"prose", "line 1"),
        (b"\xff\xfe\x00", "no UTF-8"),
        (b"\x00", "no text"),
        (b"{}\n" * 40, "and 30 more"),
        (text([GOLD[0]] * (MOST_ASKED + 1)), "2,001"),
        (b"x" * 2_000_001, "larger than 2 MB"),
    ],
)
def test_what_is_no_gold_is_refused_in_words(as_carl, content, why):
    answer = upload(as_carl, content)
    assert answer.status_code == 422
    assert why in answer.content.decode()
    assert not Measurement.objects.exists()


def test_a_bad_line_is_told_and_the_others_are_asked(as_carl, monkeypatch):
    answering(monkeypatch, "Rhine")
    upload(as_carl, text(GOLD) + b"\n{}")
    work()
    assert "line 3" in page(as_carl)
    assert Measurement.objects.get().report["questions"] == 2


def test_what_people_wrote_is_no_markup(as_carl, monkeypatch):
    answering(monkeypatch, "<b>bold</b>")
    upload(as_carl, text([{"question": "<script>alert(1)</script>", "answers": ["<i>x</i>"]}]), name="<u>.jsonl")
    work()
    shown = page(as_carl)
    assert not any(each in shown for each in ("<script>alert", "<b>bold", "<i>x", "<u>"))


@pytest.mark.parametrize("part", ["", "1/", "1/progress/", "1/report.json"])
def test_a_stranger_and_a_reader_see_nothing_of_it(as_carl, client, stan, rita, secret, part):
    upload(as_carl)
    Measurement.objects.update(id=1)
    Membership.objects.update_or_create(user=rita, graph=secret, defaults={"role": "reader"})
    for person in (stan, rita):
        client.force_login(person)
        assert client.get(f"/g/secret/measure/{part}").status_code == 404
    assert client.post("/g/secret/measure/").status_code == 404


def test_a_run_of_one_graph_is_none_of_another(as_carl, carl, rivers):
    Membership.objects.create(user=carl, graph=rivers, role="curator")
    upload(as_carl)
    assert as_carl.get(f"/g/rivers/measure/{Measurement.objects.get().pk}/").status_code == 404


def test_an_empty_list_says_so_and_the_loading_page_leads_here(as_carl):
    assert "Nothing was measured yet." in as_carl.get("/g/secret/measure/").content.decode()
    assert "/g/secret/measure/" in as_carl.get("/g/secret/load/").content.decode()
