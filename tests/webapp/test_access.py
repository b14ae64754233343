"""Who gets in: every kind of person × every address × every method × three graphs; and every message of the socket.

An address that nobody named in `NEEDS` has to be open to readers and shut to everybody else. "Ours" is a private
graph to which people belong, "theirs" one to which they do not, although each kept a conversation there.
"""

import re
from itertools import product
from uuid import uuid4

import pytest
from channels.db import database_sync_to_async
from channels.testing import WebsocketCommunicator
from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.test import Client
from django.urls import reverse

from tests.webapp.cards import NAME, remote_card
from tests.webapp.routes import Route, routes
from webapp import engine
from webapp.asgi import application
from webapp.cards.models import CardJob
from webapp.chat.models import Conversation, Run
from webapp.curate.models import Commit, GraphRule, Job, Proposal
from webapp.documents.models import Document
from webapp.graphs import access, members
from webapp.graphs.access import Act
from webapp.graphs.models import Graph, Invitation, LoadJob, Membership
from webapp.measure.models import Measurement

NEEDS: dict[str, Act] = {
    **dict.fromkeys(
        ["graphs:load", "graphs:job", "graphs:progress", "graphs:cancel", "graphs:again", "graphs:rejects"], Act.CURATE
    ),
    **dict.fromkeys(
        ["graphs:members", "graphs:member", "graphs:invite", "graphs:take_back", "graphs:openness", "graphs:delete",
         "cards:index", "cards:train", "cards:import", "cards:job", "cards:progress", "cards:stop", "cards:go_on",
         "cards:one", "cards:switch", "cards:test", "cards:export", "cards:remove"],
        Act.MANAGE,
    ),
    **dict.fromkeys(
        ["curate:review", "curate:decide", "curate:edit_proposal", "curate:undo", "curate:bulk", "curate:history",
         "curate:commit", "curate:undo_commit", "curate:node_history", "curate:edge_history", "curate:pairs",
         "curate:keep_apart", "curate:rules", "curate:forget_rule", "curate:merge", "curate:split",
         "curate:job", "curate:job_progress", "curate:shapes", "curate:read_shapes",
         "curate:cancel_job", "curate:job_again", "curate:find_pairs"],
        Act.CURATE,
    ),
    **dict.fromkeys(
        ["curate:node", "curate:any_node", "curate:new_node", "curate:edit_node", "curate:edit_edge", "curate:sheet",
         "chat:propose"],
        Act.PROPOSE,
    ),
    "chat:judged": Act.CURATE,
    "weighing:sources": Act.MANAGE,
    "explore:cypher": Act.CURATE,
    **dict.fromkeys(
        ["measure:index", "measure:one", "measure:progress", "measure:cancel", "measure:again", "measure:download"],
        Act.CURATE,
    ),
    **dict.fromkeys(
        ["documents:add", "documents:progress", "documents:cancel", "documents:again", "documents:link",
         "documents:find", "documents:remove"],
        Act.CURATE,
    ),
    **dict.fromkeys(["curate:export", "curate:download"], Act.EXPORT),
}  # fmt: skip
MAY: dict[str, set[Act]] = {
    "nobody": set(),
    "stranger": set(),
    "reader": {Act.READ, Act.EXPORT},
    "contributor": {Act.READ, Act.EXPORT, Act.PROPOSE},
    "curator": {Act.READ, Act.EXPORT, Act.PROPOSE, Act.CURATE},
    "manager": set(Act),
    "locked out": set(),
    "admin": set(Act),
}
PEOPLE = list(MAY)
GRAPHS = ("ours", "theirs", "open")
METHODS = ("get", "post")
# 404 for want of a file, a run, a node, a kind or a fact, whoever asks
NOTHING_THERE = {
    "graphs:rejects", "chat:walk", "explore:any_node", "curate:any_node", "explore:facts", "explore:kind",
    "curate:edge_history",
}  # fmt: skip


def expected(person: str, graph: str, act: Act) -> bool:
    """Say what the table above says."""
    if graph == "open" and act is Act.READ:
        return True
    return act in MAY[person] and (graph == "ours" or person == "admin")


@pytest.fixture
def world(store, django_user_model):
    """Return the people by name, None for nobody; each has a conversation in every graph."""
    for slug in GRAPHS:
        Graph.objects.create(slug=slug, title=slug, public=slug == "open")
    found = {name: None if name == "nobody" else _person(django_user_model, name) for name in PEOPLE}
    _fill(found["manager"])
    return found


def _person(model, name):
    person = model.objects.create_user(name, is_superuser=name == "admin", is_active=name != "locked out")
    role = {"locked out": "manager"}.get(name, name)
    if role in Membership.Role.values:
        Membership.objects.create(graph=Graph.objects.get(slug="ours"), user=person, role=role)
    return person


def _fill(manager):
    """Put in every graph what addresses can speak of."""
    for graph in Graph.objects.all():
        LoadJob.objects.create(graph=graph, file_name="rivers.tsv", path="nowhere")
        members.invite(graph, "reader", manager)
        Proposal.objects.create(graph=graph, words="The Main is long", changes=[], fingerprint="f")
        commit = Commit.objects.create(graph=graph, changes=[], state="applied")
        Job.objects.create(graph=graph, what="look", commit=commit, state="failed")
        GraphRule.objects.create(graph=graph, data={"kind": "required", "type": "River", "property": "km"})
        told = {"title": "A paper", "file_name": "a.txt", "kind": "text", "characters": 9, "state": "done"}
        Document.objects.create(graph=graph, **told)
        gold = '{"question": "Where?", "answers": ["Here"]}'
        Measurement.objects.create(graph=graph, file_name="gold.jsonl", gold=gold, state="done")
        CardJob.objects.create(graph=graph, name="far away", state="done")
        extra = type(manager).objects.create_user(f"extra in {graph.slug}")
        Membership.objects.create(graph=graph, user=extra, role="reader")


def browser(person):
    client = Client(raise_request_exception=True)
    if person is not None and person.is_active:
        client.force_login(person)
    return client


def parts(route: Route, slug: str, person, client) -> dict[str, object]:
    """Return what fills an address: things of that graph, and for a graph that is none, things that are none."""
    graph = Graph.objects.filter(slug=slug).first()
    known = {"slug": slug, "number": 999_999, "uuid": uuid4(), "run": uuid4(), "form": "table"}
    known |= {"name": NAME} if route.name.startswith("cards:") else {}
    if graph is not None:
        talk = _talk(graph, person, client)
        run = Run.objects.get_or_create(conversation=talk, question="Where?", state="done")[0]
        known |= {"number": _number(route, graph), "uuid": talk.pk, "run": run.pk}
        if route.name.startswith("cards:"):
            remote_card(engine.shelf(), slug)
        if route.name.startswith("curate:"):
            known["uuid"] = Commit.objects.filter(graph=graph).latest("made_at").pk
    return {part: known.get(part, "river:rhine") for part in route.parts}


def _number(route: Route, graph: Graph) -> int:
    kind = {"graphs:member": Membership, "graphs:take_back": Invitation}.get(route.name, LoadJob)
    kind = Proposal if route.name.startswith("curate:") else kind
    kind = Document if route.name.startswith("documents:") else kind
    kind = Measurement if route.name.startswith("measure:") else kind
    kind = Job if "job" in route.name and route.name.startswith("curate:") else kind
    kind = CardJob if route.name.startswith("cards:") else kind
    kind = {"curate:forget_rule": GraphRule}.get(route.name, kind)
    return kind.objects.filter(graph=graph).latest("pk").pk


def _talk(graph, person, client):
    if person is not None:
        return Conversation.objects.get_or_create(graph=graph, owner=person)[0]
    session = client.session
    session["visitor"] = "nobody"
    session.save()
    client.cookies["sessionid"] = session.session_key
    return Conversation.objects.get_or_create(graph=graph, visitor="nobody")[0]


def answer(route: Route, slug: str, person, method: str):
    """Return what a person gets, and undo whatever it did."""
    with transaction.atomic():
        client = browser(person)
        address = reverse(route.name, kwargs=parts(route, slug, person, client))
        found = getattr(client, method)(address)
        transaction.set_rollback(True)
    return found


def shape(found, slug):
    """Return all that a stranger could tell answers apart by."""
    tokens = re.compile(r"(?:value|data-csrf)=\"[^\"]*\"|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\b\d+\b")
    page = tokens.sub("", found.content.decode()).replace(slug, "SLUG")
    return found.status_code, page, sorted(found.headers)


@pytest.mark.django_db
@pytest.mark.parametrize("route", routes(), ids=lambda route: route.name)
def test_each_address_is_open_to_whom_the_table_says(world, route):
    act, wrong = NEEDS.get(route.name, Act.READ), []
    for name, person in world.items():
        for slug, method in product(GRAPHS, METHODS):
            found = answer(route, slug, person, method).status_code
            is_open = found not in (404, 405)
            ought = expected(name, slug, act) and not (
                name == "locked out" and route.name.startswith("chat:") and "uuid" in route.parts
            )
            if is_open != ought and found != 405 and route.name not in NOTHING_THERE:
                wrong.append((name, slug, found))
    assert wrong == []


@pytest.mark.django_db
@pytest.mark.parametrize("route", routes(), ids=lambda route: route.name)
def test_nobody_can_tell_a_graph_of_others_from_none(world, route):
    for name, method in product(world, METHODS):
        person = world[name]
        if name != "admin":
            theirs, none = (answer(route, slug, person, method) for slug in ("theirs", "nowhere"))
            assert shape(theirs, "theirs") == shape(none, "nowhere"), name


@pytest.mark.django_db
def test_the_one_function_says_what_the_table_says(world):
    for name, person in world.items():
        for slug in GRAPHS:
            graph = Graph.objects.get(slug=slug)
            found = access.acts(person or AnonymousUser(), graph)
            assert found == {act for act in Act if expected(name, slug, act)}, (name, slug)


def test_the_table_has_as_many_cases_as_it_says():
    assert len(routes()) * len(PEOPLE) * len(GRAPHS) * len(METHODS) >= 900
    assert set(NEEDS) <= {route.name for route in routes()}


# --- the socket ---------------------------------------------------------------------------------

MESSAGES = (
    {"type": "ask", "text": "Where?"},
    {"type": "stop"},
    {"type": "resume", "after": 0},
    *({"type": each} for each in ("pause", "continue", "reset")),
    {"type": "change", "dropped": [0]},
)


@database_sync_to_async
def _place(person, slug):
    """Return a conversation's address, the cookie of whoever it belongs to, and a run that was told there."""
    client = browser(person)
    talk = _talk(Graph.objects.get(slug=slug), person, client)
    run = Run.objects.create(conversation=talk, question="Where?", state="done")
    cookie = client.cookies["sessionid"].value if "sessionid" in client.cookies else ""
    return f"/ws/g/{slug}/c/{talk.pk}/", cookie, str(run.pk), talk


def socket(path, cookie):
    headers = [(b"origin", b"http://localhost"), (b"cookie", f"sessionid={cookie}".encode())]
    return WebsocketCommunicator(application, path, headers=headers)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("slug", GRAPHS)
async def test_the_socket_is_open_to_whom_the_table_says(world, pipeline, slug):
    for name, person in world.items():
        path, cookie, *_ = await _place(person, slug)
        line = socket(path, cookie)
        connected, code = await line.connect(5)
        if name == "locked out":  # they have no session any more, and nobody else's conversation is theirs
            assert (connected, code) == (False, 4404)
        else:
            assert connected == expected(name, slug, Act.READ), name
            assert connected or code == 4404
        await line.disconnect()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("message", MESSAGES, ids=lambda message: message["type"])
@pytest.mark.parametrize("name", ["reader", "contributor", "curator", "manager"])
async def test_every_message_is_refused_once_the_role_is_gone(world, pipeline, name, message, monkeypatch):
    path, cookie, run, _ = await _place(world[name], "ours")
    line = socket(path, cookie)
    assert (await line.connect(5))[0]
    assert (await line.receive_json_from(5))["type"] == "ready"
    monkeypatch.setattr("webapp.graphs.watch._send", lambda group: None)  # as where the change is made elsewhere
    await Membership.objects.filter(user=world[name]).adelete()
    await line.send_json_to(message if message["type"] == "ask" else {**message, "run": run})
    assert (await line.receive_json_from(5))["type"] == "refused"
    assert pipeline.asked == []
    await line.disconnect()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("how", ["taken away", "locked out", "graph deleted"])
async def test_an_open_socket_is_closed_at_once_when_access_ends(world, pipeline, how):
    rita = world["reader"]
    path, cookie, *_ = await _place(rita, "ours")
    line = socket(path, cookie)
    await line.connect(5)
    assert (await line.receive_json_from(5))["type"] == "ready"

    @database_sync_to_async
    def end():
        if how == "taken away":
            members.set_role(Graph.objects.get(slug="ours"), rita, "", None)
        elif how == "locked out":
            rita.is_active = False
            rita.save()
        else:
            members.delete(Graph.objects.get(slug="ours"), None)

    await end()
    assert (await line.receive_output(5)) == {"type": "websocket.close", "code": 4404}


@pytest.mark.django_db(transaction=True)
async def test_a_socket_of_a_public_graph_is_closed_when_it_becomes_private(world, pipeline):
    path, cookie, *_ = await _place(world["stranger"], "open")
    line = socket(path, cookie)
    await line.connect(5)
    await line.receive_json_from(5)
    await database_sync_to_async(members.set_openness)(await Graph.objects.aget(slug="open"), "private", None)
    assert (await line.receive_output(5))["type"] == "websocket.close"


@pytest.mark.django_db(transaction=True)
async def test_a_socket_tells_nothing_once_it_noticed_by_itself(world, pipeline, monkeypatch):
    path, cookie, run, talk = await _place(world["reader"], "ours")
    line = socket(path, cookie)
    await line.connect(5)
    await line.receive_json_from(5)
    monkeypatch.setattr("webapp.graphs.watch._send", lambda group: None)
    monkeypatch.setattr("webapp.chat.consumers.LOOK", 0.0)
    await Membership.objects.filter(user=world["reader"]).adelete()
    from channels.layers import get_channel_layer

    from webapp.chat import channel

    event = {"type": "answer.delta", "run": run, "seq": 1, "text": '{"text": "a secret"}'}
    await get_channel_layer().group_send(channel.group(talk.pk), {"type": "run.events", "events": [event]})
    assert (await line.receive_output(5))["type"] == "websocket.close"
