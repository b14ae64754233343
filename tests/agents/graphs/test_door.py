"""Statements that come to the door for Cypher: hostile ones refused for the right reason, honest ones run."""

import asyncio

import pytest

from agents.counsel.stating import Author, own_layout
from agents.errors import StatementRefused, StoreTimeout
from agents.graphs.bolt import BoltStore
from agents.model import Edge, Node
from tests.fakes import ScriptedChat

pytestmark = pytest.mark.server
NODES = [
    Node("ada", "Person", "Ada", ("Countess",), "", {"born": 1815, "use": "maths"}),
    Node("bob", "Person", "Bob", (), "", {"born": 1790}),
    Node("london", "City", "London"),
]
EDGES = [
    Edge("ada", "knows", "bob", {"since": 1833}),
    Edge("ada", "lives in", "london"),
    Edge("bob", "lives in", "london"),
]


@pytest.fixture(scope="module")
def store(request):
    made = BoltStore(request.getfixturevalue("neo4j").address, timeout=30)
    for graph in made.graphs():
        made.drop(graph)
    made.create("people")
    made.load("people", [*NODES, *EDGES])
    yield made
    made.close()


HOSTILE = {
    "writes": [
        "CREATE (n:X)",
        "MATCH (n) DETACH DELETE n",
        "MATCH (n) SET n.name = 'x'",
        "MATCH (n) SET n:Admin RETURN n",
        "MATCH (n) REMOVE n.name",
        "MERGE (n:X {id: 1}) RETURN n",
        "match (n) delete n",
        "MATCH (n) WITH n CREATE (m:X) RETURN m",
        "CALL { CREATE (x:Y) RETURN x } RETURN x",
        "CALL () { MATCH (n) DETACH DELETE n } RETURN 1",
        "UNWIND [1] AS x CREATE (:Z {v: x})",
        "MATCH (n) FOREACH (x IN [1] | CREATE (:Q))",
        "FOREACH (x IN [1] | CREATE (:Q))",
        "MATCH (n) /* RETURN n */ DETACH DELETE n",
        "MATCH (n) // RETURN n\nDETACH DELETE n",
        "MATCH (n) \\u0044ELETE n",
        "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10 ROWS",
        "MATCH (n) CALL (n) { SET n.x = 1 } IN 2 CONCURRENT TRANSACTIONS",
        "DROP CONSTRAINT loregraph_id",
        "CREATE INDEX FOR (n:X) ON (n.y)",
        "CREATE FULLTEXT INDEX f FOR (n:X) ON EACH [n.y]",
        "CREATE USER mallory SET PASSWORD 'password1'",
        "CREATE DATABASE other",
        "DROP DATABASE neo4j",
        "INSERT (n:X)",
        "NODETACH DELETE n",
        "DETACH DELETE n",
        "SET n.x = 1",
        "REMOVE n.x",
        "DELETE n",
    ],
    "procedure": [
        "CALL dbms.listConfig()",
        "CALL dbms.listConfig() YIELD name RETURN name",
        "CALL dbms.components()",
        "CALL db.createLabel('X')",
        "CALL db.clearQueryCaches()",
        "CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()",
        "CALL tx.setMetaData({a: 1})",
        "CALL apoc.load.json('http://127.0.0.1/')",
        "CALL apoc.cypher.doIt('CREATE (n)', {})",
        "CALL `dbms`.`listConfig`()",
        "CALL/**/dbms.listConfig()",
        "CALL dbms . listConfig ( )",
        "call DBMS.listConfig()",
        "MATCH (n) CALL dbms.killConnections([]) YIELD connectionId RETURN n",
        "CALL { CALL dbms.listConfig() YIELD name RETURN name } RETURN name",
        "OPTIONAL CALL dbms.listConfig() YIELD name RETURN name",
        "\\u0043ALL dbms.listConfig()",
        "CALL jwt.security.requestAccess('x')",
    ],
    "function": [
        "RETURN apoc.version()",
        "MATCH (n) WHERE apoc.cypher.runFirstColumnSingle('CREATE (x)', {}) RETURN n",
        "RETURN graph.byName('system')",
        "RETURN genai.vector.encode('x', 'OpenAI', {token: 'x'})",
        "RETURN `apoc`.`load`.`json`('file:///etc/passwd')",
        "RETURN db.nameFromElementId('4:x:1')",
    ],
    "file": [
        "LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row",
        "LOAD CSV WITH HEADERS FROM 'http://127.0.0.1:8000/' AS row RETURN row",
        "MATCH (n) LOAD CSV FROM 'file:///x' AS row RETURN row",
        "CALL { LOAD CSV FROM 'file:///x' AS row RETURN row } RETURN row",
        "MATCH (n) LOAD/* */CSV FROM 'https://graph.example/x' AS row RETURN row",
        "\\u004cOAD CSV FROM 'file:///x' AS row RETURN row",
    ],
    "database": [
        "USE system MATCH (n) RETURN n",
        "use neo4j RETURN 1",
        "CALL { USE system MATCH (n) RETURN n } RETURN n",
    ],
    "administration": [
        "SHOW USERS",
        "SHOW DATABASES",
        "SHOW TRANSACTIONS",
        "SHOW SETTINGS YIELD name, value",
        "TERMINATE TRANSACTIONS 'neo4j-transaction-1'",
        "ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'b'",
        "GRANT ROLE admin TO mallory",
        "STOP DATABASE neo4j",
    ],
    "prefix": ["PROFILE MATCH (n) RETURN n", "EXPLAIN MATCH (n) RETURN n", "CYPHER runtime=slotted MATCH (n) RETURN n"],
    "several": ["MATCH (n) RETURN n; MATCH (n) DETACH DELETE n", "RETURN 1; RETURN 2"],
    "syntax": [
        "MATCH (n RETURN n",
        "RETURN",
        "hello",
        "MATCH (n) RETURN $secret",
        "MATCH (n) RETURN nothing",
        ":param x => 1",
        "'; MATCH (n) DETACH DELETE n; //",
        "RETURN 1/0",
        "RETURN 'not closed",
    ],
    "empty": ["", "  ", ";"],
    "long": ["RETURN '" + "x" * 10_000 + "'", "RETURN '\ud800'", "RETURN '\0'"],
}
HONEST = [
    "MATCH (n:Person) RETURN n.name",
    "MATCH (n:Person) RETURN n",
    "match (n) return count(*)",
    "MATCH (a:Person)-[:knows]->(b) RETURN a.name, b.name",
    "MATCH (a)-[r:`lives in`]->(c:City) RETURN a, r, c",
    "MATCH p = (a)-[*1..2]-(b) RETURN p LIMIT 5",
    "MATCH (n) WHERE n.name CONTAINS 'DELETE' RETURN count(n) AS n",
    "MATCH (n) RETURN 'CREATE (x); LOAD CSV FROM a' AS text LIMIT 1",
    'MATCH (n) RETURN "USE system" AS text LIMIT 1',
    "MATCH (n) /* DELETE everything; */ RETURN n.name",
    "MATCH (n) // SET it\nRETURN n.name",
    "OPTIONAL MATCH (n:Person {name: 'Ada'}) RETURN n.born",
    "UNWIND [1, 2, 3] AS x RETURN x * 2 AS double",
    "WITH 1 AS one RETURN one",
    "RETURN 1 AS one;",
    "RETURN date('2020-01-01') AS day, duration({days: 3}) AS span",
    "RETURN datetime.truncate('year', datetime('2020-05-05T00:00:00Z')) AS year",
    "RETURN point({x: 1, y: 2}) AS place",
    "MATCH (n:Person) RETURN avg(n.born) AS average, collect(n.name) AS names",
    "MATCH (n) RETURN labels(n) AS labels, keys(n) AS keys",
    "CALL db.labels() YIELD label RETURN label",
    "CALL db.relationshipTypes()",
    "CALL db.schema.nodeTypeProperties()",
    "MATCH (n:Person) CALL (n) { MATCH (n)-[r]->() RETURN count(r) AS edges } RETURN n.name, edges",
    "MATCH (a:Person) WHERE EXISTS { (a)-[:knows]->() } RETURN a.name",
    "MATCH (a:Person) RETURN COUNT { (a)--() } AS degree ORDER BY degree DESC",
    "MATCH (n:Person) RETURN n.name UNION MATCH (n:City) RETURN n.name",
    "MATCH p = SHORTEST 1 (a:Person {name: 'Bob'})-[*..3]-(b:City) RETURN length(p) AS hops",
    "MATCH (n) WHERE n.use IS NOT NULL RETURN n.use AS use ORDER BY use DESC",
    "WITH [1, 2] AS transactions UNWIND transactions AS t WITH t, transactions WHERE t IN transactions RETURN t",
    "RETURN vector.similarity.cosine([1.0, 0.0], [1.0, 0.0]) AS alike",
    "MATCH (n:Person) RETURN CASE WHEN n.born > 1800 THEN 'later' ELSE 'earlier' END AS age",
]


@pytest.mark.parametrize(("why", "statement"), [(why, each) for why, some in HOSTILE.items() for each in some])
def test_a_hostile_statement_is_refused_for_its_reason(store, why, statement):
    with pytest.raises(StatementRefused) as refusal:
        store.cypher("people", statement)
    assert (refusal.value.why, bool(str(refusal.value))) == (why, True)


@pytest.mark.parametrize("statement", HONEST)
def test_an_honest_statement_runs(store, statement):
    told = store.cypher("people", statement)
    assert told.columns
    assert told.rows


def test_nothing_was_changed_by_any_of_them(store):
    assert list(store.export("people")) == [*sorted(NODES, key=lambda each: each.id), *EDGES]


def test_rows_past_the_cap_are_left_out_and_it_says_so(store):
    told = store.cypher("people", "UNWIND range(1, 1000000) AS x RETURN x", most=5)
    assert (told.truncated, [row[0] for row in told.rows]) == (True, [1, 2, 3, 4, 5])


def test_a_statement_that_takes_too_long_is_stopped(store):
    with pytest.raises(StoreTimeout):
        store.cypher(
            "people", "UNWIND range(1, 100000) AS x UNWIND range(1, 100000) AS y RETURN count(*) AS n", timeout=0.5
        )


def test_it_tells_the_plans_estimate(store):
    assert store.cypher("people", "UNWIND range(1, 10) AS x UNWIND range(1, 10) AS y RETURN x, y").estimate > 0


def test_loregraphs_own_properties_are_not_shown(store):
    (row,) = store.cypher("people", "MATCH (n:Person {name: 'Ada'}) RETURN n").rows
    assert row == ({"labels": ["Entity", "Person"], "graph": "people", "id": "ada", "name": "Ada", "born": 1815,
                    "use": "maths", "aliases": ["Countess"]},)  # fmt: skip


@pytest.mark.parametrize(
    ("statement", "place"), [("MATCH (n RETURN n", (1, 10, 9)), ("MATCH (n)\nRETURN m", (2, 8, 17))]
)
def test_an_error_tells_the_place_in_the_statement_as_it_was_typed(store, statement, place):
    with pytest.raises(StatementRefused) as refusal:
        store.cypher("people", statement)
    assert "(line {}, column {} (offset: {}))".format(*place) in str(refusal.value)
    assert "EXPLAIN" not in str(refusal.value)


def test_what_fails_or_finds_nothing_is_repaired_at_most_twice(store):
    asked = []

    def repair(statement, reason):
        asked.append((statement, reason))
        return "MATCH (n:Nobody) RETURN n" if len(asked) == 1 else "MATCH (n:City) RETURN n.name"

    told = store.cypher("people", "MATCH (n RETURN n", repair=repair)
    assert told.rows == (("London",),)
    assert [each[0] for each in told.repaired] == ["MATCH (n RETURN n", "MATCH (n:Nobody) RETURN n"]
    assert told.repaired[1][1] == "It found nothing."


def test_a_statement_that_may_not_run_is_not_repaired(store):
    with pytest.raises(StatementRefused, match="change"):
        store.cypher("people", "MATCH (n) DETACH DELETE n", repair=lambda statement, reason: "RETURN 1")


def test_a_models_statement_is_run_put_right_and_refused_as_a_persons_is(store):
    chat = ScriptedChat()
    author = Author(chat, 5, own_layout("people"), store.schema("people"))
    chat.enqueue("MATCH (n:Person RETURN n", "MATCH (n:Entity:City {graph: 'people'}) RETURN n.name")

    def again(statement, fault):
        return asyncio.run(author.repair(statement, fault))

    told = store.cypher("people", asyncio.run(author.write("Which cities are there?")), repair=again)
    assert (told.rows, [each[0] for each in told.repaired]) == ((("London",),), ["MATCH (n:Person RETURN n"])
    chat.enqueue("MATCH (n) DETACH DELETE n", "RETURN 1")
    with pytest.raises(StatementRefused, match="change"):
        store.cypher("people", asyncio.run(author.write("Which cities are there?")), repair=again)
    assert len(chat.scripted) == 1
