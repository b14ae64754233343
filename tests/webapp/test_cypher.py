"""The page for Cypher: whom it is open to, what it shows, what it refuses."""

from dataclasses import replace

import pytest

from agents.errors import ChatError, StatementRefused
from agents.graphs.door import Told, checked
from tests.fakes import ScriptedChat
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

    def cypher(self, graph, statement, most, repair=None):
        checked(statement)
        self.asked.append((graph, statement, most))
        if repair and statement == "RETURN oops":
            again = repair(statement, "Variable <oops> is unknown.")
            return replace(self.cypher(graph, again, most), repaired=((statement, "Variable <oops> is unknown."),))
        return Told(statement, ("name",), (("<b>Main</b>",), (5,)), True, 7)


@pytest.fixture
def neo4j(monkeypatch):
    made = Neo4j()
    monkeypatch.setattr(engine, "store", lambda: made)
    return made


@pytest.fixture
def writer(monkeypatch):
    made = ScriptedChat(name="<i>writer</i>")
    monkeypatch.setattr(engine, "chat", lambda: made)
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


def test_a_model_writes_a_statement_that_is_run_and_stands_there_to_be_changed(secret, neo4j, writer, as_carl):
    writer.enqueue('{"statement": "RETURN oops"}', '{"statement": "MATCH (n) RETURN n.name"}')
    page = as_carl.post(PAGE, {"question": "What is <there>?"}).content.decode()
    assert [each[1] for each in neo4j.asked] == ["RETURN oops", "MATCH (n) RETURN n.name"]
    assert ">MATCH (n) RETURN n.name</textarea>" in page
    assert "1 statement was tried before." in page
    assert '<pre dir="ltr">RETURN oops</pre>' in page
    assert "Variable &lt;oops&gt; is unknown." in page
    assert 'value="What is &lt;there&gt;?"' in page
    assert "{graph: 'secret'}" in writer.asked[0][0].text


def test_what_a_model_may_not_run_is_refused_and_shown(secret, neo4j, writer, as_carl):
    writer.enqueue('{"statement": "LOAD CSV FROM \\u0027x\\u0027 AS r RETURN r"}')
    answer = as_carl.post(PAGE, {"question": "Read a file"})
    assert (answer.status_code, neo4j.asked, len(writer.asked)) == (422, [], 1)
    assert ">LOAD CSV FROM &#x27;x&#x27; AS r RETURN r</textarea>" in answer.content.decode()


def test_a_model_that_fails_is_told_in_words(secret, neo4j, writer, as_carl):
    writer.enqueue(ChatError("Today's tokens are used up."))
    answer = as_carl.post(PAGE, {"question": "What is there?"})
    assert (answer.status_code, neo4j.asked) == (422, [])
    assert "Today&#x27;s tokens are used up." in answer.content.decode()


def test_without_a_model_there_is_no_question_to_write(secret, neo4j, as_carl):
    assert 'name="question"' not in as_carl.get(PAGE).content.decode()
    as_carl.post(PAGE, {"question": "What is there?"})
    assert [each[1] for each in neo4j.asked] == [door.BEGIN]


def test_whoever_finds_the_door_shut_has_nothing_written(secret, neo4j, writer, as_carl):
    neo4j.closed = "Of this database some labels alone are attached."
    as_carl.post(PAGE, {"question": "What is there?"})
    assert (neo4j.asked, writer.asked) == ([], [])


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
