"""Attached graphs: databases that Loregraph did not make, asked live and never written."""

import stat
from time import monotonic, sleep

import pytest

from agents.changes import ChangeSet, PutNode
from agents.declaration import Declaration
from agents.errors import ChangeRefused, GraphError, QueryError, StatementRefused, StoreUnavailable, UnknownGraph
from agents.graphs import foreign
from agents.graphs.attached import Attachment
from agents.graphs.bolt import BoltStore
from agents.graphs.rooms import Rooms
from agents.graphs.sqlite import SqliteStore
from agents.loaders.load import load
from agents.loaders.neo4j_source import Neo4jSource
from agents.model import Edge, Node
from agents.query import Condition, Group, Having, Match, Neighbourhood, Order, Paths, Pattern, Ref, Return, Var
from tests.databases import FILMS, TRADE, database  # noqa: F401 (a fixture)

pytestmark = pytest.mark.server


@pytest.fixture
def at(request):
    return request.getfixturevalue("neo4j").address


@pytest.fixture
def rooms(tmp_path):
    made = Rooms(SqliteStore(tmp_path / "graphs.db"), tmp_path / "attached")
    yield made
    made.close()


@pytest.fixture
def films(rooms, at, database):  # noqa: F811
    database.run(*FILMS)
    rooms.attach("other", Attachment(at))
    return rooms


@pytest.fixture
def trade(rooms, at, database):  # noqa: F811
    database.run(*TRADE)
    rooms.attach("other", Attachment(at))
    return rooms


def names(store, *types, key="name"):
    query = Match(variables=(Var(name="x", types=types),), returns=(Return(variable="x", key=key),))
    return sorted(str(row.cells[0]) for row in store.match("other", query).rows)


# --- what it is ---------------------------------------------------------------------------------


def test_films_are_called_by_their_titles_and_people_by_their_names(films):
    kinds = {each.label: each for each in films.attached("other").kinds()}
    assert {label: (each.count, each.name) for label, each in kinds.items()} == {
        "Movie": (3, ("title",)),
        "Person": (4, ("name",)),
    }
    assert names(films, "Movie") == ["Salt", "Salt and Ash", "The Long Pier"]
    assert films.find("other", "the long pier")[0].node.props == {"released": 1999, "tagline": "Mind the gap"}


def test_a_trade_is_called_by_what_its_labels_have(trade):
    kinds = {each.label: each.name for each in trade.attached("other").kinds()}
    assert kinds == {
        "Product": ("productName",),
        "Category": ("categoryName",),
        "Supplier": ("companyName",),
        "Customer": ("companyName",),
        "Employee": ("firstName", "lastName"),
        "Order": ("orderID",),
    }
    assert names(trade, "Employee") == ["Ana Vidal", "Kai Berg", "Lee Moss"]
    assert trade.find("other", "Ana Vidal")[0].how == "exact"
    assert trade.find("other", "beverages")[0].node.description == "Soft drinks"


def test_its_schema_is_read_from_it(trade):
    schema = trade.schema("other")
    assert (schema.nodes, schema.edges) == (15, 18)
    order = next(each for each in schema.types if each.name == "Order")
    assert [(each.name, each.kind, each.count) for each in order.properties] == [
        ("freight", "number", 3),
        ("orderDate", "date", 3),
        ("shipped", "date", 1),
    ]
    orders = next(each for each in schema.relations if each.name == "ORDERS")
    assert [(each.head, each.tail, each.count, each.heads, each.tails) for each in orders.signatures] == [
        ("Order", "Product", 4, 3, 3)
    ]
    assert [each.name for each in orders.properties] == ["discount", "quantity", "unitPrice"]


def test_it_may_be_told_the_name_the_id_and_the_labels(rooms, at, database):  # noqa: F811
    database.run(*TRADE)
    rooms.attach("other", Attachment(at, ("Product",), ("unitPrice",), ("productID",)))
    assert [(each.id, each.name) for each in rooms.nodes("other", ["Product:2", "Product:1", "Product:9"])] == [
        ("Product:2", "19.5"),
        ("Product:1", "18.0"),
    ]
    assert [each.name for each in rooms.schema("other").types] == ["Product"]


def test_an_unknown_label_is_refused_with_the_nearest_and_nothing_is_attached(rooms, at, database):  # noqa: F811
    database.run(*FILMS)
    with pytest.raises(GraphError, match="did you mean 'Movie'"):
        rooms.attach("other", Attachment(at, ("Movies",)))
    assert rooms.graphs() == ()
    with pytest.raises(UnknownGraph):
        rooms.schema("other")


def test_a_wrong_password_attaches_nothing_and_is_not_shown(rooms, database):  # noqa: F811
    with pytest.raises(StoreUnavailable) as refusal:
        rooms.attach("other", Attachment("bolt://neo4j:hunter2@127.0.0.1:1/neo4j"))
    assert "hunter2" not in str(refusal.value)
    assert rooms.graphs() == ()


def test_where_it_is_lies_in_a_file_for_its_owner_alone(films, tmp_path):
    (place,) = (tmp_path / "attached").glob("*.json")
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    assert stat.S_IMODE(place.parent.stat().st_mode) == 0o700


# --- it answers as a copy of it does ------------------------------------------------------------


def match(*variables, patterns=(), returns="x", **parts):
    listed = tuple(each if isinstance(each, Return) else Return(variable=each) for each in returns)
    return Match(variables=variables, patterns=patterns, returns=listed, **parts)


X, Y, Z = Var(name="x"), Var(name="y"), Var(name="z")
PRODUCT = Var(name="x", types=("Product",))
EMPLOYEE = Var(name="x", types=("Employee",))
ORDER = Var(name="o", types=("Order",))


def of(key, operator, value, name="x"):
    return Condition(variable=name, key=key, operator=operator, value=value)


def leads(source, relation, target, **parts):
    relations = (relation,) if relation else ()
    return Pattern(source=source, target=target, relations=relations, **parts)


QUERIES = {
    "every product": match(PRODUCT, returns=(Return(variable="x"),)),
    "by name in another case": match(PRODUCT, conditions=(of("name", "=", "black TEA"),)),
    "by several names": match(X, conditions=(of("name", "in", ("Cold Brew", "Ana Vidal", "nobody")),)),
    "not by that name": match(PRODUCT, conditions=(of("name", "!=", "Black Tea"),)),
    "part of a name": match(X, conditions=(of("name", "contains", "EL"),)),
    "how a name begins": match(X, conditions=(of("name", "starts", "b"),)),
    "by type": match(X, conditions=(of("type", "=", "order"),)),
    "a number": match(PRODUCT, conditions=(of("unitPrice", ">=", 18),)),
    "a flag": match(PRODUCT, conditions=(of("discontinued", "=", True),)),
    "a date": match(ORDER, returns="o", conditions=(of("orderDate", ">", "1996-07-04", "o"),)),
    "a text in another case": match(X, conditions=(of("city", "=", "CORK"),)),
    "what lacks a property": match(X, conditions=(of("city", "missing", None), of("type", "!=", "Order"))),
    "one step": match(X, Y, patterns=(leads("x", "PART_OF", "y"),), returns="xy"),
    "one step back": match(X, Y, patterns=(leads("x", "SUPPLIES", "y", direction="in"),), returns="xy"),
    "either way": match(X, Y, patterns=(leads("x", "REPORTS_TO", "y", direction="both"),), returns="xy"),
    "any relation": match(Var(name="x", types=("Customer",)), Y, patterns=(leads("x", "", "y"),), returns="xy"),
    "a join": match(
        X, Y, Z, patterns=(leads("x", "PURCHASED", "y"), leads("y", "ORDERS", "z")), returns="xz",
        conditions=(of("name", "=", "Plum Sauce", "z"),),
    ),
    "a walk": match(X, Y, patterns=(leads("x", "", "y", min_hops=1, max_hops=3),), returns="xy",
                    conditions=(of("type", "=", "Supplier"),)),
    "a walk back and forth": match(
        EMPLOYEE, Y, patterns=(leads("x", "REPORTS_TO", "y", min_hops=2, max_hops=3, direction="both"),), returns="xy"
    ),
    "of no hop": match(EMPLOYEE, Y, patterns=(leads("x", "REPORTS_TO", "y", min_hops=0, max_hops=2),), returns="xy"),
    "what has none": match(
        EMPLOYEE, without=(Group(variables=(Y,), patterns=(leads("x", "SOLD", "y"),)),)
    ),
    "what may have some": match(
        EMPLOYEE, returns=("x", "y"), optional=(Group(variables=(Y,), patterns=(leads("x", "SOLD", "y"),)),)
    ),
    "a count": match(PRODUCT, returns=(Return(variable="x", aggregate="count"),)),
    "a count of each": match(
        X, Y, patterns=(leads("x", "PURCHASED", "y"),),
        returns=(Return(variable="x", key="name"), Return(variable="y", aggregate="count")),
        order=(Order(variable="y", aggregate="count", descending=True),),
    ),
    "more than one": match(
        X, Y, patterns=(leads("x", "SUPPLIES", "y"),),
        returns=(Return(variable="x"), Return(variable="y", aggregate="count")),
        having=(Having(variable="y", aggregate="count", operator=">", value=1),),
    ),
    "sum and average": match(PRODUCT, returns=(
        Return(variable="x", key="unitPrice", aggregate="sum"),
        Return(variable="x", key="inStock", aggregate="average"),
    )),
    "least and greatest": match(PRODUCT, returns=(
        Return(variable="x", key="name", aggregate="min"), Return(variable="x", key="unitPrice", aggregate="max")
    )),
    "the latest": match(ORDER, returns=(Return(variable="o", key="orderDate", aggregate="max"),)),
    "the dearest": match(PRODUCT, order=(Order(variable="x", key="unitPrice", descending=True),), limit=1),
    "with those that tie": match(
        Var(name="x", types=("Employee",)), order=(Order(variable="x", key="title"),), limit=1, ties=True
    ),
    "a property of an edge": match(
        X, Y, patterns=(leads("x", "ORDERS", "y", name="e"),),
        returns=(Return(variable="y"), Return(variable="e", key="quantity")),
        conditions=(of("quantity", ">", 10, "e"),),
    ),
    "two values compared": match(
        X, Y, patterns=(leads("x", "ORDERS", "y", name="e"),), returns="xy",
        conditions=(of("unitPrice", "<", Ref(variable="y", key="unitPrice"), "e"),),
    ),
    "among others": match(
        Var(name="y", types=("Order",), among=(match(ORDER, returns="o", conditions=(of("freight", ">", 20, "o"),)),)),
        returns="y",
    ),
    "by id": match(X, conditions=(of("id", "=", "Product:2"),)),
    "of given nodes": match(Var(name="x", ids=("Product:2", "Product:3", "Product:77"))),
}  # fmt: skip


@pytest.fixture
def both(rooms, at, database, tmp_path):  # noqa: F811
    """An attached trade, and a copy of it in SQLite; both under one name, products known by their numbers."""
    database.run(*TRADE)
    rooms.attach("other", Attachment(at, ids=("productID",)))
    copy = SqliteStore(tmp_path / "copy.db")
    load(copy, "other", Neo4jSource(rooms.attached("other")))
    yield rooms, copy
    copy.close()


def cells(row):
    return [round(each, 9) if isinstance(each, float) else each for each in row.cells]


def test_it_answers_every_query_as_a_copy_of_it_does(both):
    live = both[0]
    for what, query in QUERIES.items():
        answers = [store.match("other", query) for store in both]
        assert answers[0].columns == answers[1].columns, what
        assert [cells(each) for each in answers[0].rows] == [cells(each) for each in answers[1].rows], what
        assert [{e.triple for e in each.edges} for each in answers[0].rows] == [
            {e.triple for e in each.edges} for each in answers[1].rows
        ], what
    assert sum(bool(live.match("other", each).rows) for each in QUERIES.values()) == len(QUERIES)


def test_its_paths_neighbourhoods_and_degrees_are_those_of_a_copy(both):
    live, copy = both
    (ana,) = [each.node.id for each in live.find("other", "Ana Vidal", limit=1)]
    asked = Paths(sources=(ana,), targets=("Product:2",), k=3)
    assert [each.nodes for each in live.paths("other", asked)] == [each.nodes for each in copy.paths("other", asked)]
    around = Neighbourhood(ids=("Product:1",), hops=2, limit=5)
    found = [store.neighbourhood("other", around) for store in both]
    assert found[0] == found[1]
    assert live.degree("other", [ana, "Product:1"]) == copy.degree("other", [ana, "Product:1"])
    triple = ("Product:2", "PART_OF", found[0].nodes[0].id)
    assert live.edges("other", [triple]) == copy.edges("other", [triple])


@pytest.mark.parametrize(
    "text", ["ana vidal", "Ana", "blak tea", "plum", "sauce plum", "Product:3", "10248", "zzz", ""]
)
def test_it_finds_what_a_copy_finds(both, text):
    found = [store.find("other", text) for store in both]
    assert [(each.node.id, each.how, each.score) for each in found[0]] == [
        (each.node.id, each.how, each.score) for each in found[1]
    ]
    assert both[0].find_exact("other", [text]) == both[1].find_exact("other", [text])


def test_it_finds_among_the_types_that_are_asked_for(trade):
    assert [each.node.name for each in trade.find("other", "bla", ("Customer",))] == ["Blau Pantry"]
    assert trade.find("other", "Black Tea", ("Customer",)) == ()


def test_an_unknown_relation_or_type_is_refused_with_the_nearest(trade):
    with pytest.raises(QueryError, match="did you mean 'SUPPLIES'"):
        trade.match("other", match(X, Y, patterns=(leads("x", "SUPPLY", "y"),)))
    with pytest.raises(QueryError, match="did you mean 'Product'"):
        trade.match("other", match(Var(name="x", types=("Produkt",))))


def test_several_edges_for_one_fact_are_one(films):
    reviewed = [each for each in films.export("other") if isinstance(each, Edge) and each.relation == "REVIEWED"]
    assert len(reviewed) == 1
    (tom,) = [each.node.id for each in films.find("other", "Tom Falk", limit=1)]
    assert films.degree("other", [tom])[tom]["REVIEWED", "out"] == 1
    around = films.neighbourhood("other", Neighbourhood(ids=(tom,), hops=1))
    assert len({each.triple for each in around.edges}) == len(around.edges)


# --- it is read, and no more --------------------------------------------------------------------


def test_nothing_is_written_whatever_is_asked(rooms, at, database):  # noqa: F811
    database.run(*TRADE)
    before = database.everything()
    rooms.attach("other", Attachment(at, ids=("productID",)))
    for query in QUERIES.values():
        rooms.match("other", query)
    rooms.find("other", "black te")
    rooms.neighbourhood("other", Neighbourhood(ids=("Product:1",)))
    rooms.keep_vectors("other", {"Product:1": (1.0, 0.0)})
    assert [each.node.id for each in rooms.similar("other", (1.0, 0.1))] == ["Product:1"]
    rooms.declare("other", Declaration(title="Trade"))
    list(rooms.export("other"))
    rooms.door("other").cypher("other", "MATCH (n) RETURN count(n)")
    rooms.drop("other")
    assert database.everything() == before


def test_a_change_is_refused_in_words(films):
    node = Node("neo4j:0", "Movie", "Mine")
    assert "attached" in films.fixed("other")
    with pytest.raises(ChangeRefused, match="never writes there"):
        films.apply("other", ChangeSet("c", (PutNode(node),), "Carl"))
    with pytest.raises(ChangeRefused, match="never writes there"):
        films.load("other", [node])
    assert films.history("other", "neo4j:0") == ()


def test_a_draft_of_a_change_says_that_it_cannot_be(films):
    from agents.curation.drafting import draft

    seen = draft(films, "other", [PutNode(Node("new", "Movie", "Mine"))])
    assert "never writes there" in seen.problems[0]


def test_a_graph_of_ones_own_is_not_attached_over(rooms, at, database):  # noqa: F811
    rooms.create("mine")
    with pytest.raises(GraphError, match="'mine' already"):
        rooms.attach("mine", Attachment(at))


def test_what_is_dropped_is_forgotten_here_and_stays_there(films, database, tmp_path):  # noqa: F811
    films.drop("other")
    assert films.graphs() == ()
    assert list((tmp_path / "attached").glob("*.json")) == []
    assert database.run("MATCH (n) RETURN count(n)")[0].value() == 7


# --- it is live ---------------------------------------------------------------------------------


@pytest.fixture
def patient(monkeypatch):
    """Let each question look whether the database has changed, and wait for what is then looked at."""
    monkeypatch.setattr(foreign, "_FRESH", 0)
    monkeypatch.setattr(foreign, "_RATIO", 0)
    monkeypatch.setattr(foreign, "_SHORT", float("inf"))


def test_what_is_new_there_is_an_answer_at_once_though_names_are_not_looked_at_yet(films, database, monkeypatch):  # noqa: F811
    monkeypatch.setattr(foreign, "_FRESH", 3600)
    database.run("MATCH (p:Person {name: 'Zoë Lind'}) CREATE (p)-[:DIRECTED]->(:Movie {title: 'Gulls'})")
    assert names(films, "Movie") == ["Gulls", "Salt", "Salt and Ash", "The Long Pier"]
    assert "Gulls" not in {each.node.name for each in films.find("other", "gulls")}


def test_what_is_renamed_or_removed_or_new_there_is_so_here(patient, films, database):  # noqa: F811
    version = films.version("other")
    assert films.version("other") == version
    database.run(
        "MATCH (m:Movie {title: 'Salt'}) SET m.title = 'Pepper', m.released = '2003?'",
        "MATCH (p {name: 'Old Ferris'}) DETACH DELETE p",
        "MATCH (m:Movie {title: 'Pepper'}) CREATE (m)-[:WON {year: 'never'}]->(:Prize {name: 'Oak'})",
    )
    assert films.find("other", "Old Ferris") == ()
    assert [each.node.name for each in films.find("other", "pepper")] == ["Pepper"]
    assert films.version("other") != version
    assert names(films, "Movie", key="released") == ["1999", "2003?", "2008"]
    assert names(films, "Prize") == ["Oak"]
    assert "WON" in {each.name for each in films.schema("other").relations}


def test_a_large_database_is_looked_at_anew_beside_the_questions(films, database, monkeypatch):  # noqa: F811
    version = films.version("other")
    for name in ("_FRESH", "_RATIO", "_SHORT"):
        monkeypatch.setattr(foreign, name, 0)
    database.run("CREATE (:Movie {title: 'Gulls'})")
    assert films.version("other") == version
    end = monotonic() + 120
    while films.version("other") == version and monotonic() < end:
        sleep(0.1)
    assert [each.node.name for each in films.find("other", "gulls")] == ["Gulls"]


def test_declared_words_are_kept_here(films):
    version = films.version("other")
    films.declare("other", Declaration(title="Films", examples=("Who made Salt?",)))
    assert films.declaration("other").title == "Films"
    assert films.version("other") != version


def test_another_process_finds_it_attached(films, tmp_path):
    other = Rooms(SqliteStore(tmp_path / "graphs.db"), tmp_path / "attached")
    assert other.graphs() == ("other",)
    assert [each.node.name for each in other.find("other", "salt", limit=1)] == ["Salt"]
    films.drop("other")
    with pytest.raises(UnknownGraph):
        other.find("other", "salt")
    other.close()


# --- nobody learns of more ----------------------------------------------------------------------


def test_of_other_labels_nothing_is_seen(rooms, at, database):  # noqa: F811
    database.run(*TRADE)
    rooms.attach("other", Attachment(at, ("Product", "Category"), ids=("productID",)))
    assert [each.name for each in rooms.schema("other").relations] == ["PART_OF"]
    assert {each.type for each in rooms.export("other") if isinstance(each, Node)} == {"Product", "Category"}
    assert len(names(rooms)) == 5
    far = match(PRODUCT, Y, patterns=(leads("x", "", "y", min_hops=1, max_hops=4, direction="both"),), returns="xy")
    reached = [row.cells for row in rooms.match("other", far).rows]
    assert {(one.name, two.name) for one, two in reached if one.type == two.type} == {
        ("Black Tea", "Cold Brew"), ("Cold Brew", "Black Tea"), ("Black Tea", "Black Tea"), ("Cold Brew", "Cold Brew"),
        ("Plum Sauce", "Plum Sauce"),
    }  # fmt: skip
    assert rooms.degree("other", ["Product:1"]) == {"Product:1": {("PART_OF", "out"): 1}}
    assert len(rooms.neighbourhood("other", Neighbourhood(ids=("Product:1",), hops=3)).nodes) == 3
    assert rooms.paths("other", Paths(sources=("Product:1",), targets=("Product:3",), max_hops=6)) == ()
    hidden = database.run("MATCH (e:Employee {firstName: 'Ana'}) RETURN id(e)")[0].value()
    assert rooms.nodes("other", [f"neo4j:{hidden}"]) == ()
    assert rooms.find("other", "Ana Vidal") == ()
    with pytest.raises(StatementRefused, match="some labels alone"):
        rooms.door("other").cypher("other", "MATCH (n) RETURN n")


def test_of_loregraphs_own_graphs_in_the_same_database_nothing_is_seen(rooms, at, database, tmp_path):  # noqa: F811
    database.run(*FILMS)
    own = BoltStore(at, timeout=30)
    own.create("secret")
    own.load("secret", [Node("s1", "Movie", "Hidden Reel"), Node("s2", "Person", "Stan"), Edge("s2", "DIRECTED", "s1")])
    rooms.attach("other", Attachment(at))
    assert names(rooms, "Movie") == ["Salt", "Salt and Ash", "The Long Pier"]
    assert len(names(rooms)) == 7
    assert rooms.schema("other").nodes == 7
    assert {each.name for each in rooms.schema("other").types} == {"Movie", "Person"}
    assert {each.type for each in rooms.export("other") if isinstance(each, Node)} == {"Movie", "Person"}
    assert "Hidden Reel" not in {each.node.name for each in rooms.find("other", "Hidden Reel")}
    keys = [row.value() for row in database.run("MATCH (n) WHERE n._key IS NOT NULL OR n:LoregraphGraph RETURN id(n)")]
    assert rooms.nodes("other", [f"neo4j:{each}" for each in keys]) == ()
    directed = match(X, Y, patterns=(leads("x", "DIRECTED", "y"),), returns="xy")
    assert len(rooms.match("other", directed).rows) == 2
    with pytest.raises(StatementRefused, match="graphs of Loregraph lie beside"):
        rooms.door("other").cypher("other", "MATCH (n) RETURN n")
    beside = Rooms(own, tmp_path / "beside", timeout=30)
    beside.attach("other", Attachment(at.replace("127.0.0.1", "localhost")))
    assert beside.door("secret").sees("secret") == ("secret", "other")  # its statements see what is attached, too
    beside.drop("other")
    own.drop("secret")
    beside.close()


# --- whatever others call their things ----------------------------------------------------------

HOSTILE = r"""
CREATE (a:`So "called"` {`the name`: 'Ada', `it's`: 'quoted', `back``tick`: 1, `emoji 🙂`: 'yes', `a\\b`: 'left out'}),
       (b:`So "called"`:`Label``s }) DETACH DELETE (n //` {`the name`: "Bob'); MATCH (n) DELETE n //",
          at: point({x: 1, y: 2}),
          on: date('2020-02-03'), mixed: 1, many: [1, 2], some: ['x', 'y'], for: duration('P1D')}),
       (c:`So "called"` {`the name`: 'Čeněk', mixed: 'one', many: 3, embedding: [x IN range(1, 300) | x / 7.0]}),
       (d {`the name`: 'of no label'}),
       (a)-[:`RELATES`` to ]->() //` {`w'ith`: 1}]->(b), (a)-[:`RELATES`` to ]->() //`]->(c), (a)-[:TO]->(d)
"""


def test_odd_names_and_kinds_of_values_are_taken_as_they_are(rooms, at, database):  # noqa: F811
    database.run(HOSTILE)
    before = database.everything()
    rooms.attach("other", Attachment(at, names=("the name",)))
    things = {each.name: each for each in rooms.export("other") if isinstance(each, Node)}
    assert set(things) == {"Ada", "Bob'); MATCH (n) DELETE n //", "Čeněk"}
    bob = things["Bob'); MATCH (n) DELETE n //"]
    assert (bob.props["on"], bob.props["many"], bob.props["for"]) == ("2020-02-03", (1, 2), "P1D")
    assert "embedding" not in things["Čeněk"].props
    found = match(X, Y, patterns=(leads("x", "RELATES` to ]->() //", "y"),), returns="xy")
    assert {row.cells[1].name for row in rooms.match("other", found).rows} == {"Bob'); MATCH (n) DELETE n //", "Čeněk"}
    for kind in rooms.schema("other").types:
        for each in kind.properties:
            for aggregate in (None, "min", "max", "sum", "count"):
                query = match(Var(name="x", types=(kind.name,)),
                              returns=(Return(variable="x", key=each.name, aggregate=aggregate),))  # fmt: skip
                assert rooms.match("other", query).rows
            rooms.match("other", match(X, conditions=(of(each.name, "=", "o'ne\\"), of(each.name, "contains", "x"))))
    assert rooms.find("other", "cenek")[0].node.name == "Čeněk"
    assert database.everything() == before


def test_an_empty_database_is_a_graph_of_nothing(rooms, at, database):  # noqa: F811
    rooms.attach("other", Attachment(at))
    assert rooms.schema("other").nodes == 0
    assert names(rooms) == []
    assert rooms.find("other", "anything") == ()


def test_a_statement_of_cypher_runs_where_it_only_reads(films):
    told = films.door("other").cypher("other", "MATCH (m:Movie) RETURN m.title ORDER BY m.title")
    assert [row[0] for row in told.rows] == ["Salt", "Salt and Ash", "The Long Pier"]
    with pytest.raises(StatementRefused):
        films.door("other").cypher("other", "MATCH (m:Movie) DETACH DELETE m")
