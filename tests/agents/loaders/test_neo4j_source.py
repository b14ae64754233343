"""Databases that Loregraph did not make: one shaped like films and people, one like a wholesaler's trade."""

import neo4j as driver
import pytest

from agents.errors import LoadError
from agents.graphs.address import address
from agents.graphs.sqlite import SqliteStore
from agents.loaders.load import load
from agents.loaders.neo4j_source import Neo4jSource
from agents.model import Edge
from agents.query import Match, Pattern, Return, Var

pytestmark = pytest.mark.server

FILMS = """
CREATE (m1:Movie {title: 'The Long Pier', released: 1999, tagline: 'Mind the gap'}),
       (m2:Movie {title: 'Salt', released: 2003}),
       (a:Person {name: 'Ines Roth', born: 1964}), (b:Person {name: 'Tom Falk', born: 1967}),
       (a)-[:ACTED_IN {roles: ['Nell', 'Nora']}]->(m1), (b)-[:ACTED_IN {roles: ['Jack']}]->(m1),
       (b)-[:DIRECTED]->(m2), (a)-[:ACTED_IN {roles: ['Mae']}]->(m2), (a)-[:FOLLOWS]->(b),
       (b)-[:REVIEWED {summary: 'Fine', rating: 65}]->(m1), (b)-[:REVIEWED {summary: 'Better', rating: 80}]->(m1)
"""
TRADE = """
CREATE (c:Category {categoryID: 1, categoryName: 'Beverages', description: 'Soft drinks'}),
       (p1:Product {productID: 1, productName: 'Black Tea', unitPrice: 18.0, discontinued: false}),
       (p2:Product {productID: 2, productName: 'Cold Brew', unitPrice: 19.5, discontinued: true}),
       (s:Supplier {supplierID: 7, companyName: 'Harbour Goods', city: 'Cork'}),
       (o:Order {orderID: 10248, orderDate: date('1996-07-04'), freight: 32.38}),
       (e:Employee {employeeID: 5, firstName: 'Ana', lastName: 'Vidal'}),
       (p1)-[:PART_OF]->(c), (p2)-[:PART_OF]->(c), (s)-[:SUPPLIES]->(p1),
       (o)-[:ORDERS {unitPrice: 14.0, quantity: 12}]->(p1), (e)-[:SOLD]->(o)
"""


@pytest.fixture
def database(request):
    """Give the session's server with nothing in it, and a way to fill it; it is emptied in the end."""
    server = address(request.getfixturevalue("neo4j").address)
    with driver.GraphDatabase.driver(server.url, auth=(server.user, server.password)) as made:
        empty = "MATCH (n) DETACH DELETE n"
        made.execute_query(empty, database_=server.database)
        yield lambda statement: made.execute_query(statement, database_=server.database).records
        made.execute_query(empty, database_=server.database)


@pytest.fixture
def at(request):
    return request.getfixturevalue("neo4j").address


@pytest.fixture
def store(tmp_path):
    made = SqliteStore(tmp_path / "graphs.db")
    yield made
    made.close()


def attached(store, at, **options):
    source = Neo4jSource(at, **options)
    load(store, "other", source)
    return {each.label: (each.name, each.count) for each in source.kinds}


def names(store, type, relation):
    """Return the names of what nodes of a type lead to."""
    query = Match(
        variables=(Var(name="x", types=(type,)), Var(name="y")),
        patterns=(Pattern(source="x", target="y", relations=(relation,)),),
        returns=(Return(variable="y", key="name"),),
    )
    return [row.cells[0] for row in store.match("other", query).rows]


def test_films_are_called_by_their_titles_and_people_by_their_names(store, at, database):
    database(FILMS)
    assert attached(store, at) == {"Movie": ("title", 2), "Person": ("name", 2)}
    assert names(store, "Person", "ACTED_IN") == ["Salt", "The Long Pier"]
    assert store.find("other", "the long pier")[0].node.props == {"released": 1999, "tagline": "Mind the gap"}
    edges = [each for each in store.export("other") if isinstance(each, Edge)]
    assert len(edges) == 6  # the second review of one film by one person is left out, and counted
    assert {each.props.get("roles") for each in edges} >= {("Nell", "Nora"), ("Jack",)}


def test_a_trade_is_read_with_its_names_its_dates_and_what_has_no_name(store, at, database):
    database(TRADE)
    found = attached(store, at, id_property="productID")
    assert found["Product"] == ("productName", 2)
    assert found["Supplier"] == ("companyName", 1)
    assert found["Order"] == ("", 1)
    assert [each.name for each in store.nodes("other", ["Product:1", "Product:2"])] == ["Black Tea", "Cold Brew"]
    assert names(store, "Product", "PART_OF") == ["Beverages"]
    assert store.find("other", "Ana Vidal")[0].how == "exact"
    (order,) = store.match(
        "other", Match(variables=(Var(name="o", types=("Order",)),), returns=(Return(variable="o"),))
    ).rows
    assert order.cells[0].props["orderDate"] == "1996-07-04"


def test_it_may_be_told_the_name_and_the_labels(store, at, database):
    database(FILMS)
    assert attached(store, at, labels=("Movie",), name_property="tagline") == {"Movie": ("tagline", 2)}
    assert {each.name for each in store.export("other")} == {"Mind the gap", "Salt"}


def test_reading_again_changes_nothing_and_takes_what_is_new(store, at, database):
    database(FILMS)
    attached(store, at)
    before = list(store.export("other"))
    attached(store, at)
    assert list(store.export("other")) == before
    database("CREATE (:Movie {title: 'Gulls'})")
    attached(store, at)
    assert len(list(store.export("other"))) == len(before) + 1


def test_nothing_is_written_to_the_database(store, at, database):
    database(TRADE)
    told = "MATCH (n) RETURN count(n), sum(size(keys(n))), sum(size(labels(n)))"
    before = (
        database(told),
        database("SHOW INDEXES YIELD name RETURN collect(name)"),
        database("MATCH ()-[e]->() RETURN count(e)"),
    )
    attached(store, at)
    assert (
        database(told),
        database("SHOW INDEXES YIELD name RETURN collect(name)"),
        database("MATCH ()-[e]->() RETURN count(e)"),
    ) == before


def test_an_unknown_label_is_refused_with_the_nearest(at, database):
    database(FILMS)
    with pytest.raises(LoadError, match="did you mean 'Movie'"):
        Neo4jSource(at, labels=("Movies",))


def test_an_empty_database_is_told_to_be_empty(at, database):
    with pytest.raises(LoadError, match="no nodes with labels"):
        Neo4jSource(at)


def test_the_command_tells_the_names_and_offers_questions(at, database, tmp_path, settings, monkeypatch, db, capsys):
    from django.core.management import call_command

    from webapp import engine, places

    places.prepare(tmp_path / "data")
    settings.LOREGRAPH_DATA = tmp_path / "data"
    made = SqliteStore(tmp_path / "site.db")
    monkeypatch.setattr(engine, "store", lambda: made)
    database(FILMS)
    call_command("attach", graph="films", url=at)
    said = capsys.readouterr().out
    assert "Movie: 2 nodes, called by 'title', such as 'The Long Pier'" in said
    assert "Ask, for instance: " in said
    assert made.schema("films").nodes == 4
