"""Looking around: what the pages find in a real store, their addresses, and what hostile input gets."""

import pytest
from django.test import Client

from agents.errors import StoreTimeout
from agents.graphs.sqlite import SqliteStore
from agents.model import Edge, Node, Provenance
from webapp import engine
from webapp.explore import addresses
from webapp.graphs.models import Graph

pytestmark = pytest.mark.django_db
ODD = "a/../b?c#d e%2f"
FILE = Provenance("file", "beasts.tsv, release 2", "row 7")


def beasts():
    """Yield kinds of beasts below kinds, sixty dogs, and a thing with an odd id."""
    names = {"beast": "Beast", "dog": "Dog", "cat": "Cat"}
    yield from (Node(id, "Kind", name, (f"a {name.lower()}",), f"What a {name} is.") for id, name in names.items())
    yield from (Node(f"rex-{at}", "Dog", f"Rex {at:02}", props={"age": at}) for at in range(60))
    yield Node(ODD, "", "Odd", props={"note": "<script>alert(1)</script>"})
    yield from (Edge(each, "SUBCLASS_OF", "beast") for each in ("dog", "cat"))
    yield from (Edge(f"rex-{at}", "IS_A", "dog", sources=(FILE,)) for at in range(60))
    yield Edge(ODD, "knows", "rex-1")


@pytest.fixture
def store(tmp_path, monkeypatch):
    store = SqliteStore(tmp_path / "graphs.sqlite3")
    store.create("beasts")
    store.load("beasts", list(beasts()))
    monkeypatch.setattr(engine, "store", lambda: store)
    return store


@pytest.fixture
def graph(store, db):
    return Graph.objects.create(slug="beasts", title="Beasts", public=True)


def get(client, path, **data):
    return client.get(f"/g/beasts/{path}", data)


def test_browsing_shows_kinds_relations_and_what_lies_below_what(client, graph):
    page = get(client, "explore/")
    assert [(each.name, each.count) for each in page.context["kinds"]] == [("Dog", 60), ("Kind", 3), ("", 1)]
    trees = {relation.name: [line["node"].id for line in lines] for relation, lines in page.context["trees"]}
    assert trees == {"SUBCLASS_OF": ["beast"]}


def test_a_branch_opens_to_what_lies_right_below(client, graph):
    lines = get(client, "explore/below/", relation="SUBCLASS_OF", id="beast").context["lines"]
    assert [line["node"].id for line in lines] == ["cat", "dog"]


def test_names_and_other_names_are_found_as_one_types(client, graph):
    page = client.get("/g/beasts/explore/search/", {"q": "a dog"}, headers={"hx-request": "true"})
    assert page.context["found"][0]["node"].id == "dog"
    assert page.context["found"][0]["matched"] == "a dog"
    assert b"<html" not in page.content
    assert b"<html" in get(client, "explore/search/", q="dog").content


def test_a_kind_is_paged_and_narrowed_by_a_word(client, graph):
    first, second = (get(client, "explore/kind/", type="Dog", page=number) for number in (1, 2))
    assert [len(page.context["lines"]) for page in (first, second)] == [50, 10]
    assert first.context["page"].more
    assert not second.context["page"].more
    found = get(client, "explore/kind/", type="Dog", q="REX 07").context["lines"]
    assert [node.name for node, _ in found] == ["Rex 07"]


@pytest.mark.parametrize("page", ["0", "-1", "x", "9" * 400, "\u0663"])
def test_a_strange_page_does_no_harm(client, graph, page):
    assert get(client, "explore/kind/", type="Dog", page=page).status_code == 200


def test_a_nodes_page_groups_its_facts_with_their_sources(client, graph):
    page = get(client, "node/dog/")
    groups = [
        (each["relation"].name, each["relation"].way, each["relation"].count) for each in page.context["relations"]
    ]
    assert groups == [("IS_A", "in", 60), ("SUBCLASS_OF", "out", 1)]
    assert "beasts.tsv, release 2, row 7" in page.content.decode()
    assert "What a Dog is." in page.content.decode()


def test_the_facts_of_a_relation_are_paged_and_narrowed(client, graph):
    asked = {"id": "dog", "relation": "IS_A", "way": "in"}
    assert len(get(client, "explore/facts/", **asked).context["lines"]) == 50
    assert len(get(client, "explore/facts/", **asked, page=2).context["lines"]) == 10
    (line,) = get(client, "explore/facts/", **asked, q="rex 59").context["lines"]
    assert line["url"] == "/g/beasts/node/rex-59/"


def test_every_id_has_an_address_that_leads_to_it(client, graph):
    for id in ("dog", ODD, "HP:0001166", "http://example.org/x", "..", "ü 1"):
        address = addresses.of("beasts", id)
        assert client.get(address).resolver_match.view_name.startswith("explore:")
    page = client.get(addresses.of("beasts", ODD))
    assert page.context["node"].id == ODD
    assert b"<script>alert(1)" not in page.content


def test_a_path_is_found_and_none_is_no_error(client, graph):
    found = get(client, "explore/paths/", **{"from": ODD, "to": "beast"}).json()
    assert [node["id"] for node in found["nodes"]] == [ODD, "rex-1", "dog", "beast"]
    assert get(client, "explore/paths/", **{"from": "dog", "to": "none"}).json() == {"nodes": [], "edges": []}


def test_questions_are_made_from_what_the_graph_says(client, graph):
    page = get(client, "explore/questions/")
    assert {each.relation for each in page.context["askable"]} >= {"IS_A", "SUBCLASS_OF"}
    assert all(each.questions for each in page.context["askable"])


def test_a_question_names_the_kinds_that_the_relation_joins_there(client, graph, store):
    store.load("beasts", [Node("tom", "Cat", "Tom"), Edge("tom", "IS_A", "cat")])
    asked = {each.head: each.questions for each in get(client, "explore/questions/").context["askable"]}
    assert not [question for question in asked["Cat"] if "dog" in question.lower()]
    assert any("cat" in question.lower() for question in asked["Cat"])


@pytest.mark.parametrize("path", ["node/nothing/", "explore/kind/?type=Nothing", "explore/facts/", "node/"])
def test_what_is_not_there_is_a_missing_page(client, graph, path):
    assert client.get(f"/g/beasts/{path}").status_code == 404


def test_a_store_that_is_slow_is_told_with_a_next_step(client, graph, store, monkeypatch):
    def slow(*_, **__):
        raise StoreTimeout("The graph takes too long just now.")

    monkeypatch.setattr(store, "schema", slow)
    page = get(client, "explore/")
    assert page.status_code == 503
    assert "takes too long" in page.content.decode()
    assert "Try again" in page.content.decode()


def test_a_private_graph_is_looked_around_by_its_members_alone(graph, rita):
    graph.public = False
    graph.save()
    for path in ("explore/", "node/dog/", "explore/search/?q=dog", "explore/paths/?from=dog&to=cat"):
        assert Client().get(f"/g/beasts/{path}").status_code == 404
