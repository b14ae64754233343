"""Cards on pages and in a terminal: taken, tested, switched, asked, handed out, removed; a training's row."""

import io
import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.core.management.base import CommandError

from agents.cards.recipe import Progress
from agents.model import NodeType
from tests.agents.cards.conftest import DATA
from tests.webapp.cards import NAME, remote_card
from webapp import engine
from webapp.accounts.models import AuditEntry
from webapp.cards import jobs, tasks
from webapp.cards.forms import TrainForm
from webapp.cards.models import CardJob
from webapp.graphs.models import Membership
from webapp.jobs import Cancelled

pytestmark = pytest.mark.django_db(transaction=True)
HOME = "/g/secret/cards/"
VELM = f"{HOME}card/velm/"
TYPES = (NodeType("Tower", 3), NodeType("Town", 1))


@pytest.fixture
def as_mona(client, django_user_model, secret, store):
    mona = django_user_model.objects.create_user("mona")
    Membership.objects.create(user=mona, graph=secret, role="manager")
    client.force_login(mona)
    return client


@pytest.fixture
def base(settings, smollm2):
    settings.LOREGRAPH_CARD_BASE = str(smollm2)


def upload(browser, content=None):
    content = (DATA / "velm.card").read_bytes() if content is None else content
    return browser.post(f"{HOME}import/", {"file": SimpleUploadedFile("velm.card", content)})


def work():
    call_command("db_worker", batch=True, interval=0, startup_delay=False, verbosity=0)


def shown(browser, address):
    return browser.get(address).content.decode()


def test_a_graph_without_cards_says_so(as_mona):
    page = shown(as_mona, HOME)
    assert "no cards yet" in page
    assert "LOREGRAPH_CARD_BASE" in page


def test_a_card_is_taken_and_is_off(as_mona):
    assert upload(as_mona).url == VELM
    page = shown(as_mona, VELM)
    assert "made-up island" in page
    assert "not tested yet" in page
    assert engine.shelf().on("secret") == ()
    assert AuditEntry.objects.filter(action="card imported").exists()


def test_a_file_that_is_no_card_is_told(as_mona):
    found = upload(as_mona, b"PK\x03\x04 nothing")
    assert found.status_code == 422
    assert "no card" in found.content.decode()


def test_another_graph_shows_nothing_of_it(as_mona, rivers, django_user_model):
    Membership.objects.create(user=django_user_model.objects.get(username="mona"), graph=rivers, role="manager")
    upload(as_mona)
    assert "velm" not in shown(as_mona, f"/g/{rivers.slug}/cards/")
    assert as_mona.get(f"/g/{rivers.slug}/cards/card/velm/").status_code == 404


def test_an_untested_card_cannot_be_switched_on(as_mona):
    upload(as_mona)
    as_mona.post(f"{VELM}switch/", {"on": "yes"})
    assert "Test first" in shown(as_mona, VELM)
    assert engine.shelf().on("secret") == ()


@pytest.mark.server
def test_a_card_is_tested_by_the_worker_then_switched_on_asked_and_off(as_mona, base):
    job = CardJob.objects.get(pk=int(upload(as_mona).url.split("/")[-2]))
    work()
    job.refresh_from_db()
    assert (job.state, job.error) == ("done", "")
    as_mona.post(f"{VELM}switch/", {"on": "yes"})
    assert [each.name for each in engine.shelf().on("secret")] == ["velm"]
    said = as_mona.post(VELM, {"question": "Who built the lighthouse of Velm?"}).content.decode()
    assert "Oruna Tsk" in said
    as_mona.post(f"{VELM}switch/", {"on": "no"})
    assert engine.shelf().on("secret") == ()


def test_a_card_is_handed_out_as_one_file(as_mona):
    upload(as_mona)
    found = as_mona.get(f"{VELM}card.zip")
    assert b"".join(found.streaming_content)[:2] == b"PK"
    assert "velm.card" in found["Content-Disposition"]


def test_a_card_is_removed_after_a_question(as_mona):
    upload(as_mona)
    assert "Remove this card?" in shown(as_mona, f"{VELM}remove/")
    as_mona.post(f"{VELM}remove/")
    assert engine.shelf().cards("secret") == ()


def test_a_graph_takes_its_cards_along(as_mona, secret):
    upload(as_mona)
    secret.delete()
    assert engine.shelf().cards("secret") == ()


def test_what_a_card_says_of_itself_is_escaped(as_mona):
    import tempfile
    from pathlib import Path
    from zipfile import ZipFile

    from tests.agents.cards.test_archive import changed  # a hostile manifest, checksums and all

    with ZipFile(DATA / "velm.card") as whole:
        told = json.loads(whole.read("manifest.json"))
    evil = {**told, "knows": "<script>alert(1)</script>", "licence": '"><img src=x onerror=alert(1)>'}
    with tempfile.TemporaryDirectory() as folder:
        path = changed(Path(folder), {"manifest.json": json.dumps(evil).encode()}, True)
        upload(as_mona, path.read_bytes())
    for page in (shown(as_mona, VELM), shown(as_mona, HOME)):
        assert "<script>alert" not in page
        assert "<img src=x" not in page


def test_how_it_was_trained_is_told_in_words(as_mona):
    upload(as_mona)
    page = shown(as_mona, VELM)
    assert "Learning rate" in page
    assert "first_layer" not in page


# --- trainings ----------------------------------------------------------------------------------


def test_without_what_it_needs_a_training_is_not_offered(as_mona):
    assert "cannot train" in shown(as_mona, f"{HOME}train/")


def test_a_training_tells_its_progress(as_mona, secret):
    job = CardJob.objects.create(graph=secret, name="velm", state="running", process="p", stage="training")
    note = tasks._Note(job)
    note(Progress(7, 90, 1.25, 4000, 60.0, left=500.0))
    job.refresh_from_db()
    assert (job.step, job.steps, job.loss, job.minutes_left) == (7, 90, 1.25, 8)


def test_a_training_that_was_stopped_notices_and_can_go_on(as_mona, secret):
    job = CardJob.objects.create(graph=secret, name="velm", state="running", process="p")
    as_mona.post(f"{HOME}jobs/{job.pk}/stop/")
    with pytest.raises(Cancelled):
        tasks._Note(job)(Progress(7, 90, 1.25, 4000, 60.0))
    assert "Go on" in shown(as_mona, f"{HOME}jobs/{job.pk}/")
    as_mona.post(f"{HOME}jobs/{job.pk}/go-on/")
    job.refresh_from_db()
    assert job.state == "waiting"


def test_a_training_whose_worker_is_gone_is_told(as_mona, secret):
    job = CardJob.objects.create(graph=secret, name="velm", state="running", process="worker-gone")
    assert "What was learnt is kept" in shown(as_mona, f"{HOME}jobs/{job.pk}/")


def test_a_training_without_its_packages_fails_in_words(as_mona, secret, django_user_model):
    mona = django_user_model.objects.get(username="mona")
    job = jobs.begin(
        secret, mona, "train", "velm", [SimpleUploadedFile("a.txt", b"Oruna built the lighthouse of Velm.")]
    )
    work()
    job.refresh_from_db()
    assert job.state == "failed"
    assert "LOREGRAPH_CARD_BASE" in job.error


def test_a_jobs_files_go_with_it(as_mona, secret, django_user_model):
    mona = django_user_model.objects.get(username="mona")
    job = jobs.begin(secret, mona, "train", "velm", [SimpleUploadedFile("../../a.txt", b"Something is said here.")])
    place = job.folder
    assert [each.name for each in place.iterdir()] == ["0.txt"]
    job.delete()
    assert not place.exists()


# --- the command --------------------------------------------------------------------------------


@pytest.fixture
def card(store, monkeypatch):
    monkeypatch.setattr("webapp.cards.management.commands.card.known_graph", lambda graph: store)

    def run(*words):
        out = io.StringIO()
        call_command("card", *words, "--graph", "island", stdout=out)
        return out.getvalue()

    return run


def test_a_card_comes_and_goes_in_a_terminal(card, tmp_path):
    assert "Took 'velm'" in card("import", str(DATA / "velm.card"))
    assert "off  velm (adapter, not tested)" in card("list")
    assert json.loads(card("show", "velm"))["made_of"]["name"] == "velm.txt"
    assert "Wrote" in card("export", "velm", str(tmp_path / "out.card"))
    assert "Removed" in card("remove", "velm")
    assert card("list") == ""


def test_a_name_that_nothing_has_is_one_sentence(card):
    with pytest.raises(CommandError, match="no card 'velm'"):
        card("show", "velm")


def test_a_remote_card_needs_a_name_and_what_it_knows(card):
    with pytest.raises(CommandError, match="manifest"):
        card("import", "--remote", "openai:x")
    assert "Took 'far'" in card("import", "--remote", "openai:x", "--name", "far", "--knows", "Far lands.")
    assert "is on" in card("on", "far")
    assert "is off" in card("off", "far")


@pytest.mark.server
def test_a_card_is_asked_in_a_terminal(card, base):
    card("import", str(DATA / "velm.card"))
    assert "Oruna Tsk" in card("ask", "velm", "Who built the lighthouse of Velm?")
    assert "is on" in card("on", "velm")


def test_a_remote_card_that_is_not_there_fails_in_words(card):
    remote_card(engine.shelf(), "island")
    with pytest.raises(CommandError, match="no text"):
        card("ask", NAME, "Where?")


def test_types_that_are_chosen_become_a_query():
    form = TrainForm(TYPES, {"name": "velm", "knows": "All of Velm.", "passes": "3", "types": ["Tower"]})
    assert form.is_valid(), form.errors
    assert form.cleaned_data["match"]["variables"][0]["types"] == ["Tower"]


def test_types_and_a_query_at_once_are_refused():
    match = '{"variables": [{"name": "x"}], "returns": [{"variable": "x"}]}'
    form = TrainForm(TYPES, {"name": "velm", "knows": "Velm.", "passes": "3", "types": ["Tower"], "match": match})
    assert not form.is_valid()
    assert "match" in form.errors


def test_a_type_that_the_graph_lacks_is_refused():
    assert not TrainForm(TYPES, {"name": "velm", "knows": "Velm.", "passes": "3", "types": ["Owl"]}).is_valid()


def test_a_graph_without_types_offers_none():
    assert "types" not in TrainForm((NodeType("", 9),)).fields
