"""Pages and the headers they carry; who sees what."""

import json
import re
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from agents.errors import StoreUnavailable
from agents.graphs.sqlite import SqliteStore
from agents.model import Edge, Node
from tests.webapp.scripted import FLOWS, MAIN, RHINE
from webapp import engine, processes
from webapp.chat.models import Conversation, Message, Run, RunEvent
from webapp.graphs.models import Graph

pytestmark = pytest.mark.django_db


@pytest.fixture
def as_rita(client, rita):
    client.force_login(rita)
    return client


@pytest.fixture
def as_stan(stan):
    """Stan's own browser."""
    browser = Client()
    browser.force_login(stan)
    return browser


@pytest.fixture
def as_carl(client, carl):
    client.force_login(carl)
    return client


def make_talk(client, slug):
    return Conversation.objects.get(pk=client.post(f"/g/{slug}/c/").json()["id"])


def tell(talk, *events, state="done"):
    run = Run.objects.create(conversation=talk, question="Where?", state=state)
    for seq, (kind, payload) in enumerate(events, start=1):
        RunEvent.objects.create(run=run, seq=seq, type=kind, payload=payload, at=run.started_at)
    return run


# --- headers ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "path",
    [
        "/", "/g/rivers/", "/g/rivers/find/?q=rhine", "/g/rivers/neighbourhood/?id=river:rhine", "/g/secret/",
        "/accounts/sign-in/", "/accounts/password/", "/graphs/new/", "/docs/", "/healthz", "/nowhere/",
        "/static/js/chat.js", "/static/vendor/vis-network/vis-network.min.js",
    ],
)  # fmt: skip
def test_every_answer_has_a_strict_policy(client, rivers, secret, path):
    policy = client.get(path)["Content-Security-Policy"]
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules["default-src"] == "'none'"
    assert rules["script-src"] == rules["style-src"] == "'self'"
    assert rules["frame-ancestors"] == rules["base-uri"] == "'none'"
    assert rules["connect-src"] == "'self' ws://testserver"
    assert not [word for word in ("unsafe", "http:", "https:", "*") if word in policy]


def test_every_answer_has_the_other_headers(client, rivers):
    headers = client.get("/g/rivers/").headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]


def test_a_page_can_be_probed_without_its_body(client, rivers):
    assert client.head("/g/rivers/").status_code == 200


def test_an_unknown_host_is_refused(client, rivers):
    assert client.get("/g/rivers/", headers={"host": "evil.example"}).status_code == 400


def test_assets_come_from_the_packages_that_bring_them(client):
    for path in ("vendor/vis-network/vis-network.min.js", "vendor/vis-network/vis-network.css", "js/chat.js"):
        answer = client.get(f"/static/{path}")
        assert answer.status_code == 200
        assert len(answer.content) > 500


# --- who sees what ------------------------------------------------------------------------------


READ = ["/g/{}/", "/g/{}/find/?q=rhine", "/g/{}/neighbourhood/?id=river:rhine"]
LOAD = ["/g/{}/load/", "/g/{}/jobs/1/", "/g/{}/jobs/1/progress/"]


UUIDS = r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"


def shape(answer):
    """Return what a stranger could tell answers apart by."""
    tokens = re.compile(r"(?:csrf[^>]*?(?:value|csrf)=)\"[^\"]*\"|data-csrf=\"[^\"]*\"")
    page = re.sub(UUIDS, "ID", tokens.sub("", answer.content.decode())).replace("secret", "nowhere")
    return answer.status_code, page, sorted(answer.headers)


@pytest.mark.parametrize("path", READ + LOAD)
def test_a_stranger_cannot_tell_a_private_graph_from_none(client, secret, stan, path):
    client.force_login(stan)
    private, missing = client.get(path.format("secret")), client.get(path.format("nowhere"))
    assert private.status_code == 404
    assert shape(private) == shape(missing)


@pytest.mark.parametrize("path", READ)
def test_a_nameless_visitor_reads_public_graphs_alone(client, rivers, secret, path):
    assert client.get(path.format("rivers")).status_code == 200
    assert client.get(path.format("secret")).status_code == 404


@pytest.mark.parametrize("path", READ)
def test_a_member_reads_a_private_graph(as_rita, secret, path):
    assert as_rita.get(path.format("secret")).status_code == 200


@pytest.mark.parametrize("path", LOAD)
def test_a_reader_cannot_load(as_rita, secret, path):
    assert as_rita.get(path.format("secret")).status_code == 404


def test_somebody_who_was_locked_out_reads_nothing_private(as_rita, secret, rita):
    rita.is_active = False
    rita.save()
    assert as_rita.get("/g/secret/").status_code == 404


def test_home_shows_what_one_may_read(as_rita, rivers, secret):
    Graph.objects.create(slug="hidden", title="Hidden")
    shown = [card["graph"].slug for card in as_rita.get("/").context["graphs"]]
    assert shown == ["rivers", "secret"]


def test_home_makes_the_engine_ready_meanwhile(as_rita, rivers, secret, monkeypatch):
    warmed = []
    monkeypatch.setattr(engine, "warm", warmed.append)
    as_rita.get("/")
    assert warmed == ["rivers", "secret"]


def test_home_leads_to_the_only_graph(client, rivers, secret):
    assert client.get("/").url == "/g/rivers/"


def test_home_stands_while_a_store_lacks_a_graph(client, rivers, store):
    Graph.objects.create(slug="lost", title="Lost", public=True)
    store.missing.add("lost")
    assert client.get("/").status_code == 200
    assert client.get("/g/lost/").status_code == 200


def test_home_makes_what_it_shows_ready(as_rita, rivers, secret, monkeypatch):
    warmed = []
    monkeypatch.setattr(engine, "warm", warmed.append)
    as_rita.get("/")
    assert warmed == ["rivers", "secret"]


def test_a_graph_that_nobody_prepared_greets_with_questions_about_what_it_holds(client, db, tmp_path, monkeypatch):
    store = SqliteStore(tmp_path / "graphs.sqlite3")
    store.create("bare")
    store.load("bare", [Node("1", "", "Ada"), Node("2", "", "Bob"), Edge("1", "used for", "2")])
    monkeypatch.setattr(engine, "store", lambda: store)
    Graph.objects.create(slug="bare", title="Bare", public=True)
    assert client.get("/g/bare/").context["examples"] == ["What is Ada used for?"]


# --- talks --------------------------------------------------------------------------------------


def test_a_new_conversation_says_where_it_is(client, rivers):
    made = client.post("/g/rivers/c/")
    assert made.status_code == 201
    place = made.json()
    assert place["url"] == f"/g/rivers/c/{place['id']}/"
    assert place["socket"] == f"/ws/g/rivers/c/{place['id']}/"


def test_a_form_from_elsewhere_is_refused(client, rivers):
    client.handler.enforce_csrf_checks = True
    assert client.post("/g/rivers/c/").status_code == 403


def test_a_conversation_comes_back_as_it_was_told(client, rivers):
    talk = make_talk(client, "rivers")
    run = tell(talk, ("run.started", {"question": "Where?"}), ("answer.delta", {"text": "H"}), ("answer.done", {}))
    Message.objects.create(conversation=talk, run=run, role="person", text="Where?")
    state = client.get(f"/g/rivers/c/{talk.pk}/").context["state"]
    assert state["messages"] == [{"role": "person", "text": "Where?", "run": str(run.pk)}]
    assert [each["type"] for each in state["runs"][0]["events"]] == ["run.started", "answer.done"]
    assert state["conversation"] == str(talk.pk)


def test_a_run_of_a_dead_server_shows_as_interrupted(client, rivers):
    talk = make_talk(client, "rivers")
    tell(talk, ("run.started", {}), state="running")
    (run,) = client.get(f"/g/rivers/c/{talk.pk}/").context["state"]["runs"]
    assert run["state"] == "interrupted"
    assert run["events"][-1]["type"] == "run.interrupted"


@pytest.mark.parametrize("action", ["", "picture/"])
def test_nobody_else_reads_a_conversation(client, as_stan, rivers, action):
    talk = make_talk(client, "rivers")
    others = as_stan.get(f"/g/rivers/c/{talk.pk}/{action}")
    missing = as_stan.get(f"/g/rivers/c/{uuid4()}/{action}")
    assert others.status_code == 404
    assert shape(others) == shape(missing)


def test_another_visitor_without_a_name_does_not_read_it_either(client, rivers):
    talk = make_talk(client, "rivers")
    assert Client().get(f"/g/rivers/c/{talk.pk}/").status_code == 404


def test_a_conversation_is_found_under_its_own_graph_alone(as_rita, rivers, secret):
    talk = make_talk(as_rita, "rivers")
    assert as_rita.get(f"/g/secret/c/{talk.pk}/").status_code == 404


@pytest.mark.parametrize("action", ["rename", "delete"])
def test_nobody_else_changes_a_conversation(client, as_stan, rivers, action):
    talk = make_talk(client, "rivers")
    assert as_stan.post(f"/g/rivers/c/{talk.pk}/{action}/", {"title": "Mine"}).status_code == 404
    talk.refresh_from_db()
    assert talk.title == ""


def test_what_was_asked_before_signing_in_stays_with_the_person(client, rivers, rita):
    talk = make_talk(client, "rivers")
    client.post("/accounts/sign-in/", {"username": "rita", "password": "rita's password"})
    assert client.get(f"/g/rivers/c/{talk.pk}/").status_code == 200
    client.post("/accounts/sign-out/")
    assert client.get(f"/g/rivers/c/{talk.pk}/").status_code == 404


def test_a_conversation_is_renamed(client, rivers):
    talk = make_talk(client, "rivers")
    client.post(f"/g/rivers/c/{talk.pk}/rename/", {"title": " <b>Big</b>  rivers " + "x" * 200})
    talk.refresh_from_db()
    assert talk.title.startswith("<b>Big</b> rivers x")
    assert len(talk.title) == 80


def test_a_conversation_is_deleted(client, rivers):
    talk = make_talk(client, "rivers")
    client.post(f"/g/rivers/c/{talk.pk}/delete/")
    assert not Conversation.objects.exists()


def test_a_hostile_title_is_shown_as_text(client, rivers):
    talk = make_talk(client, "rivers")
    Conversation.objects.filter(pk=talk.pk).update(title="</script><img src=x onerror=alert(1)>")
    page = client.get(f"/g/rivers/c/{talk.pk}/").content.decode()
    assert "<img src=x" not in page


def test_the_picture_holds_what_the_runs_showed(client, rivers):
    talk = make_talk(client, "rivers")
    tell(talk, ("graph.grown", {"nodes": [RHINE.to_json(), MAIN.to_json()], "edges": [FLOWS.to_json()], "omitted": 0}))
    answer = client.get(f"/g/rivers/c/{talk.pk}/picture/")
    assert answer["Content-Disposition"].startswith("attachment")
    assert "Rhine" in answer.content.decode()


def test_the_picture_holds_what_was_chosen_and_opened_by_hand(client, rivers):
    talk = make_talk(client, "rivers")
    answer = client.post(f"/g/rivers/c/{talk.pk}/picture/", {"nodes": ["river:rhine"], "edges": []})
    assert "Rhine" in answer.content.decode()
    assert "river:main" not in answer.content.decode()


# --- a graph's data -----------------------------------------------------------------------------


def test_a_node_is_expanded(client, rivers):
    around = client.get("/g/rivers/neighbourhood/", {"id": "river:rhine", "limit": "5"}).json()
    assert [edge["id"] for edge in around["edges"]] == [FLOWS.id]
    assert around["omitted"] == 0


@pytest.mark.parametrize("limit", ["-1", "0", "x", "9" * 400, "٣"])
def test_a_strange_limit_does_no_harm(client, rivers, limit):
    assert client.get("/g/rivers/neighbourhood/", {"id": "river:rhine", "limit": limit}).status_code == 200


def test_an_expansion_needs_a_node(client, rivers):
    assert client.get("/g/rivers/neighbourhood/").status_code == 400


def test_a_node_is_found(client, rivers):
    found = client.get("/g/rivers/find/", {"q": "Rhine"}).json()["candidates"]
    assert found[0]["node"]["id"] == "river:rhine"


# --- making graphs ------------------------------------------------------------------------------


def test_staff_make_graphs_and_manage_them(as_carl, carl, store):
    made = as_carl.post("/graphs/new/", {"title": "Lakes", "slug": "lakes"})
    assert made.url == "/g/lakes/load/"
    assert store.created == ["lakes"]
    assert Graph.objects.get(slug="lakes").memberships.get(user=carl).role == "manager"


def test_others_make_no_graphs(as_rita):
    assert as_rita.post("/graphs/new/", {"title": "Lakes", "slug": "lakes"}).status_code == 403


def test_the_nameless_are_asked_to_sign_in_first(client):
    assert client.get("/graphs/new/").url.startswith("/accounts/sign-in/")


# --- the manual and health ----------------------------------------------------------------------


def test_the_manual_is_served(client):
    page = client.get("/docs/")
    assert page.status_code == 200
    assert "<h1" in page.context["body"]


@pytest.mark.parametrize("path", ["/docs/nothing/", "/docs/..%2fchat/", "/docs/.env/"])
def test_the_manual_has_no_other_pages(client, path):
    assert client.get(path).status_code == 404


def test_html_in_the_manual_is_shown_as_text(client, tmp_path, monkeypatch):
    from webapp import docs

    (tmp_path / "odd.md").write_text("# Odd\n\n<script>alert(1)</script>\n\nIn <b>line</b>.\n")
    monkeypatch.setattr(docs, "FOLDER", tmp_path)
    assert "<script" not in docs._render("odd")
    assert "<b>" not in docs._render("odd")


def test_health_says_what_is_up(client, store):
    answer = client.get("/healthz")
    told = json.loads(answer.content)
    assert answer.status_code == 200
    assert all(told[part]["ok"] for part in ("database", "store", "channels"))
    assert told["worker"]["ok"] is False


def test_health_is_bad_without_the_store(client, store):
    store.well = False
    answer = client.get("/healthz")
    assert answer.status_code == 503
    assert answer.json()["store"]["ok"] is False


def test_health_sees_a_worker(client, store):
    processes.own_name("worker")
    assert client.get("/healthz").json()["worker"]["ok"] is True


def test_addresses_are_the_agreed_ones(rivers):
    assert reverse("chat:new", args=["rivers"]) == "/g/rivers/"
    assert reverse("graphs:job", args=["rivers", 3]) == "/g/rivers/jobs/3/"
    assert reverse("docs:page", args=["asking"]) == "/docs/asking/"


# --- a store that does not answer ---------------------------------------------------------------


def test_a_graph_whose_store_is_away_is_not_said_to_be_empty(as_carl, rivers, secret, monkeypatch):
    class Away:
        def __getattr__(self, name):
            raise StoreUnavailable("The graph store does not answer.")

    monkeypatch.setattr(engine, "store", Away)
    for address in ("/", f"/g/{rivers.slug}/"):
        told = as_carl.get(address).content.decode()
        assert "The graph does not answer just now" in told
        assert "holds nothing yet" not in told


def test_a_graph_that_the_store_does_not_have_is_empty(as_carl, rivers, secret, monkeypatch, tmp_path):
    store = SqliteStore(tmp_path / "other.db")
    monkeypatch.setattr(engine, "store", lambda: store)
    for address in ("/", f"/g/{rivers.slug}/"):
        told = as_carl.get(address).content.decode()
        assert "holds nothing yet" in told
        assert "does not answer" not in told
