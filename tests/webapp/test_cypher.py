"""The page for Cypher: whom it is open to, what it shows, what it refuses."""

import pytest

from agents.errors import StatementRefused
from agents.graphs.door import Told, checked
from tests.webapp.scripted import TinyStore
from webapp import engine
from webapp.explore import door
from webapp.graphs.models import Graph

pytestmark = pytest.mark.django_db
PAGE = "/g/secret/cypher/"


class Neo4j(TinyStore):
    """A store with the door, which says what it was asked."""

    def __init__(self):
        super().__init__()
        self.asked = []
        self.others = ()
        self.closed = ""

    def door(self, graph):
        return self

    def why_closed(self, graph):
        return self.closed

    def sees(self, graph):
        return (graph, *self.others)

    def cypher(self, graph, statement, most):
        checked(statement)
        self.asked.append((graph, statement, most))
        return Told(statement, ("name",), (("<b>Main</b>",), (5,)), True, 7)


@pytest.fixture
def neo4j(monkeypatch):
    made = Neo4j()
    monkeypatch.setattr(engine, "store", lambda: made)
    return made


@pytest.fixture
def as_carl(client, carl):
    client.force_login(carl)
    return client


def test_a_curator_runs_a_statement_and_sees_its_rows_the_plans_guess_and_the_statement_again(secret, neo4j, as_carl):
    page = as_carl.post(PAGE, {"statement": "MATCH (n) RETURN n.name"}).content.decode()
    assert neo4j.asked == [("secret", "MATCH (n) RETURN n.name", door.ROWS)]
    assert "&lt;b&gt;Main&lt;/b&gt;" in page
    assert "expected 7" in page
    assert "these are the first" in page
    assert ">MATCH (n) RETURN n.name</textarea>" in page


def test_a_refused_statement_is_told_why_and_stays_to_be_edited(secret, neo4j, as_carl):
    answer = as_carl.post(PAGE, {"statement": "MATCH (n) LOAD CSV FROM 'x' AS r RETURN r"})
    assert (answer.status_code, neo4j.asked) == (422, [])
    assert "reads files and addresses" in answer.content.decode()
    assert "LOAD CSV FROM &#x27;x&#x27;" in answer.content.decode()


def test_a_reader_has_no_such_page(secret, neo4j, client, rita):
    client.force_login(rita)
    assert client.get(PAGE).status_code == client.post(PAGE, {"statement": "RETURN 1"}).status_code == 404
    assert neo4j.asked == []


def test_who_does_not_curate_every_graph_of_the_database_may_not_look_into_it(secret, neo4j, as_carl):
    Graph.objects.create(slug="stans")
    neo4j.others = ("stans",)
    page = as_carl.post(PAGE, {"statement": "MATCH (n) RETURN n"}).content.decode()
    assert door.SEES_MORE in page
    assert "<textarea" not in page
    assert neo4j.asked == []


def test_another_store_says_that_it_needs_neo4j(secret, store, as_carl):
    assert door.NEEDS_NEO4J in as_carl.get(PAGE).content.decode()


def test_a_refusal_names_its_kind():
    with pytest.raises(StatementRefused) as refusal:
        checked("CREATE (n)")
    assert refusal.value.why == "writes"


def test_a_door_that_is_shut_says_why(secret, neo4j, as_carl):
    neo4j.closed = "Of this database some labels alone are attached."
    page = as_carl.post(PAGE, {"statement": "MATCH (n) RETURN n"}).content.decode()
    assert neo4j.closed in page
    assert neo4j.asked == []
